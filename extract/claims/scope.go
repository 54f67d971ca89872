package claims

import (
	"sayso/rules/token"
)

// listClosed is the packs' list of what small words do in a clause.
const listClosed = "closed"

// main is the first clause of some words: what is denied, doubted or asked for in another one is not said of the whole.
func (r *reading) main(words []token.Range) []token.Range {
	main, ok := r.mains[words[0]]
	if !ok {
		main = r.Meant.Clauses().Main(words[0], r.verbEnds)
		r.mains[words[0]] = main
	}
	return main
}

// begins reports whether a word does nothing but that in a clause.
func (r *reading) begins(i int, use string) bool {
	if i < 0 || i >= len(r.Text.Tokens) {
		return false
	}
	if r.uses[i] == nil {
		all, _ := r.LowerValue(i, listClosed)
		r.uses[i] = &all
	}
	return *r.uses[i] == use
}
