package entities

import (
	"cmp"
	"sort"

	"sayso/rules/token"
)

// A series has three names or more: two that "and" joins are of two kinds too often.
const (
	minSeries    = 3
	seriesWeight = 0.8 // what its kind counts for a name that stands in it
)

// addSeries gives each name of a series, "A, B and C", of which no rule tells its kind a vote for the kind that all
// others have of which one does.
func (r *reading) addSeries(e evidence, untyped []Mention) {
	all := append([]Mention(nil), r.mentions...)
	for _, n := range untyped {
		if overlapping(r.mentions, n.At) == nil {
			all = append(all, n)
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].At.Start < all[j].At.Start })
	for start := 0; start < len(all); {
		end := start + 1
		for end < len(all) && r.inSeries(all[end-1].At, all[end].At) {
			end++
		}
		if kind := seriesKind(all[start:end]); kind != "" && end-start >= minSeries {
			for _, n := range all[start:end] {
				if n.Kind == "" {
					e.vote(n.Text, kind, seriesWeight)
				}
			}
		}
		start = end
	}
}

// seriesKind is the kind of the first name of a series, typed or by the words beside it, for that one alone has beside it
// what is said of all; else the kind of the first typed one. It is empty where typed names are of two kinds.
func seriesKind(series []Mention) string {
	kind := cmp.Or(series[0].Kind, series[0].Match.Value("kind"))
	for _, m := range series {
		if kind = cmp.Or(kind, m.Kind); m.Kind != "" && m.Kind != kind {
			return ""
		}
	}
	return kind
}

// inSeries reports whether nothing but a comma or a word that joins, and a preposition, stands between two names.
func (r *reading) inSeries(a, b token.Range) bool {
	joined := false
	i := a.End
	for ; i < b.Start && i < a.End+2 && (r.Is(i, ",") || r.Listed(i, "conjunction")); i++ {
		joined = true
	}
	if joined && i < b.Start && r.Listed(i, "oblique") {
		i++
	}
	return joined && i == b.Start && r.Sentence(a.Start) == r.Sentence(b.Start)
}
