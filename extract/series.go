package extract

import (
	"sort"

	"sayso/extract/value"
	"sayso/rules/token"
)

// A series has three names or more: two that "and" joins are of two kinds too often.
const (
	minSeries    = 3
	seriesWeight = 0.6 // what its kind counts for a name that stands in it
)

// addSeries gives each name of a series, "A, B and C", of which no rule tells its kind a vote for the kind that all
// others have of which one does.
func (r *reading) addSeries(e evidence, names []mention) {
	all := append([]mention(nil), r.mentions...)
	for _, n := range names {
		if r.mentionAt(n.at) == nil {
			all = append(all, n)
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].at.Start < all[j].at.Start })
	for start := 0; start < len(all); {
		end := start + 1
		for end < len(all) && r.inSeries(all[end-1].at, all[end].at) {
			end++
		}
		if kind := seriesKind(all[start:end]); kind != "" && end-start >= minSeries {
			for _, n := range all[start:end] {
				if n.kind == "" && n.match.Value("kind") == "" {
					e.vote(n.text, kind, seriesWeight)
				}
			}
		}
		start = end
	}
}

// seriesKind is the one kind that the typed mentions of a series have, or empty.
func seriesKind(series []mention) string {
	kind := ""
	for _, m := range series {
		if m.kind != "" && kind != "" && m.kind != kind || m.kind == value.TypeMisc {
			return ""
		}
		if m.kind != "" {
			kind = m.kind
		}
	}
	return kind
}

// inSeries reports whether nothing but a comma or a word that joins, and a preposition, stands between two names.
func (r *reading) inSeries(a, b token.Range) bool {
	joined := false
	i := a.End
	for ; i < b.Start && i < a.End+2 && (r.is(i, ",") || r.listed(i, "conjunction")); i++ {
		joined = true
	}
	if joined && i < b.Start && r.listed(i, "oblique") {
		i++
	}
	return joined && i == b.Start && r.sentence(a.Start) == r.sentence(b.Start)
}
