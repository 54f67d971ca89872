package claims

import (
	"slices"

	"sayso/extract/document"
	"sayso/extract/value"
	"sayso/rules/token"
)

// listPointing is the packs' list of words before a noun that is known.
const listPointing = "pointing"

// unitCount is the unit of what is counted.
const unitCount = "count"

// figures reports whether a claim of some words tells how much or how many.
func (r *reading) figures(c *document.Claim, words []token.Range) bool {
	if len(c.Money) > 0 {
		return true
	}
	idle := 0
	for _, at := range words {
		for _, m := range r.Within(value.TypeQuantity, at) {
			start := r.Place(m.Tokens).Start
			if slices.ContainsFunc(c.Quantities, func(id string) bool {
				q := &r.Quantities[r.at[id]]
				return q.Place.Start == start && r.idle(m.Tokens, q.Unit)
			}) {
				idle++
			}
		}
	}
	return len(c.Quantities) > idle
}

// idle reports whether a number and what it counts only point at some few that are known, her four sisters, or are a figure of
// speech.
func (r *reading) idle(at token.Range, unit string) bool {
	return r.attitude(at, "idiom") || unit == unitCount && at.Start > 0 && r.Listed(at.Start-1, listPointing) && r.few(at.Start)
}

// few reports whether a number below ten stands at a token and nothing that makes it a share or a measure behind it.
func (r *reading) few(i int) bool {
	w := r.Text.Word(i)
	next := i + 1
	return next < len(r.Text.Tokens) && r.Text.Tokens[next].Kind == token.Word && (len(w) == 1 && w >= "2" && w <= "9" || r.Listed(i, "few-number"))
}
