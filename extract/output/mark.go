package output

import (
	"cmp"
	"slices"

	"sayso/extract/document"
)

// A mark is one place of the text that an annotation stands at. Places are in code points, end exclusive.
type mark struct {
	kind       string // quote, speaker, cue, money, conversion, date, person, organization, location or misc
	id         string // of the annotation
	start, end int
	rule       string
}

// A segment is a run of text under the same marks, the innermost last.
type segment struct {
	start, end int
	marks      []mark
}

// marks are all places of a document's annotations, in the order of the text, of two that begin together the longer
// first. Claims are left out: they are whole sentences.
func marks(d *document.Document) []mark {
	var all []mark
	add := func(kind, id string, start, end int, rule string) {
		if start < end {
			all = append(all, mark{kind, id, start, end, rule})
		}
	}
	for _, q := range d.Quotes {
		for _, c := range q.Content {
			add("quote", q.ID, c.Start, c.End, q.Rule)
		}
		if s := q.Speaker; s != nil && s.Start != nil && s.End != nil {
			add("speaker", q.ID, *s.Start, *s.End, q.Rule)
		}
		if q.Cue != nil {
			add("cue", q.ID, q.Cue.Start, q.Cue.End, q.Rule)
		}
	}
	for _, m := range d.Money {
		add("money", m.ID, m.Start, m.End, m.Rule)
		if m.Stated != nil {
			add("conversion", m.ID, m.Stated.Start, m.Stated.End, m.Stated.Rule)
		}
		for _, s := range m.AlsoStated {
			add("conversion", m.ID, s.Start, s.End, s.Rule)
		}
	}
	for _, x := range d.Dates {
		add("date", x.ID, x.Start, x.End, x.Rule)
	}
	for _, e := range d.Entities {
		for _, m := range e.Mentions {
			add(e.Type, e.ID, m.Start, m.End, m.Rule)
		}
	}
	slices.SortStableFunc(all, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	return all
}

// segments cuts a text of so many code points where a mark begins or ends.
func segments(length int, all []mark) []segment {
	edges := []int{0, length}
	for _, m := range all {
		edges = append(edges, min(m.start, length), min(m.end, length))
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	var cut []segment
	var open []mark
	next := 0
	for i := 0; i+1 < len(edges); i++ {
		at := edges[i]
		open = slices.DeleteFunc(open, func(m mark) bool { return m.end <= at })
		for ; next < len(all) && all[next].start <= at; next++ {
			open = append(open, all[next])
		}
		cut = append(cut, segment{at, edges[i+1], slices.Clone(open)})
	}
	return cut
}
