package view

import (
	"slices"
	"sort"

	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// withDialogue adds the lines of a dialogue to the quotations: paragraphs that a dash opens, and in which a verb of saying
// and its speaker stand behind what is said. Other marks make a paragraph what they make it.
func (v *View) withDialogue(outer []match.Quotation) []match.Quotation {
	var lines []match.Quotation
	for _, p := range v.Text.Paragraphs {
		if p.Len() < 3 || !v.Is(p.Start, "—", "–") || marked(outer, p) || !v.reported(p) {
			continue
		}
		lines = append(lines, match.Quotation{Tokens: p, Inner: token.Range{Start: p.Start + 1, End: p.End}, Open: true})
	}
	if len(lines) == 0 {
		return outer
	}
	all := append(slices.Clone(outer), lines...)
	sort.SliceStable(all, func(i, j int) bool { return all[i].Tokens.Start < all[j].Tokens.Start })
	return all
}

// marked reports whether a quotation stands in a range.
func marked(outer []match.Quotation, at token.Range) bool {
	k := sort.Search(len(outer), func(k int) bool { return outer[k].Tokens.End > at.Start })
	return k < len(outer) && outer[k].Tokens.Overlaps(at)
}

// reported reports whether a verb of saying with its speaker stands in a range, behind a mark.
func (v *View) reported(at token.Range) bool {
	return slices.ContainsFunc(v.Within(value.TypePredicate, token.Range{Start: at.Start + 2, End: at.End}), func(m *match.Match) bool {
		return m.Value("kind") == "said" && v.Is(m.Tokens.Start-1, ",", "?", "!", "…", "—", "–")
	})
}
