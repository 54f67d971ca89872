package compare

import (
	"slices"

	"sayso/extract/document"
)

// An alignment maps places of article A to places of article B by what both have once: figures, days, names. Between two such
// anchors places are taken in proportion. All places are in code points.
type alignment struct{ anchors []anchor }

type anchor struct{ a, b int }

// align finds the anchors of two documents. Of those whose order differs the longest row that goes forward in both is kept.
func align(a, b *document.Document, names pairing) alignment {
	anchors := []anchor{}
	anchors = append(anchors, once(figures(a), figures(b))...)
	anchors = append(anchors, once(days(a), days(b))...)
	for i, j := range names.ofA {
		if j >= 0 {
			anchors = append(anchors, anchor{a.Entities[i].Mentions[0].Start, b.Entities[j].Mentions[0].Start})
		}
	}
	row := forward(anchors)
	if n := len(row); n == 0 || row[0].a > 0 && row[0].b > 0 {
		row = slices.Insert(row, 0, anchor{0, 0})
	}
	last, end := row[len(row)-1], anchor{length(a), length(b)}
	if end.a > last.a && end.b > last.b {
		row = append(row, end)
	}
	return alignment{row}
}

// once is where the values stand that both articles have once.
func once[V any](a, b []group[V]) []anchor {
	var all []anchor
	for _, p := range equals(a, b) {
		if g, h := a[p.a], b[p.b]; len(g.sides) == 1 && len(h.sides) == 1 {
			all = append(all, anchor{g.start(), h.start()})
		}
	}
	return all
}

// forward is the longest row of anchors that goes forward in both articles.
func forward(anchors []anchor) []anchor {
	slices.SortFunc(anchors, func(p, q anchor) int {
		if p.a != q.a {
			return p.a - q.a
		}
		return q.b - p.b // so that of two at one place of A only one is taken
	})
	var tails, before []int // tails: the anchor that ends the best row of each length
	for i, p := range anchors {
		at, _ := slices.BinarySearchFunc(tails, p.b, func(t, b int) int { return anchors[t].b - b })
		last := -1
		if at > 0 {
			last = tails[at-1]
		}
		before = append(before, last)
		if at == len(tails) {
			tails = append(tails, i)
		} else {
			tails[at] = i
		}
	}
	var row []anchor
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = before[i] {
			row = append(row, anchors[i])
		}
	}
	slices.Reverse(row)
	return row
}

// length is how long an article is: its text, or to the end of its last annotation.
func length(d *document.Document) int {
	if d.Text != nil {
		return len([]rune(*d.Text))
	}
	end := 0
	for _, e := range d.Entities {
		end = max(end, e.Mentions[len(e.Mentions)-1].End)
	}
	for _, m := range d.Money {
		end = max(end, m.End)
	}
	for _, x := range d.Dates {
		end = max(end, x.End)
	}
	for _, q := range d.Quotes {
		end = max(end, q.End)
	}
	return end
}

// at is the place in B of a place in A.
func (l alignment) at(a int) int { return along(l.anchors, a) }

// back is the place in A of a place in B.
func (l alignment) back(b int) int {
	flipped := make([]anchor, len(l.anchors))
	for i, p := range l.anchors {
		flipped[i] = p.flip()
	}
	return along(flipped, b)
}

func (p anchor) flip() anchor { return anchor{p.b, p.a} }

// along is the other side's place of a place on the first side.
func along(row []anchor, at int) int {
	i, _ := slices.BinarySearchFunc(row, at, func(p anchor, at int) int { return p.a - at })
	switch {
	case i == 0:
		return row[0].b - (row[0].a - at)
	case i == len(row):
		return row[i-1].b + (at - row[i-1].a)
	}
	from, to := row[i-1], row[i]
	return from.b + (at-from.a)*(to.b-from.b)/(to.a-from.a)
}
