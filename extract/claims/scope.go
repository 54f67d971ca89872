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
		main = r.mainClause(words[0])
		r.mains[words[0]] = main
	}
	return main
}

// mainClause is main of one range.
func (r *reading) mainClause(words token.Range) []token.Range {
	first := token.Range{Start: words.Start, End: min(words.End, r.Text.Sentences[r.Text.Tokens[words.Start].Sentence].End)}
	verb, before := r.toMainVerb(first)
	if verb < 0 {
		return r.Meant.Clauses().Main(words, r.verbEnds)
	}
	before[len(before)-1].End = r.rest(predicate{at: first, verb: verb}).End
	return before
}

// begins reports whether a word does nothing but that in a clause.
func (r *reading) begins(i int, use string) bool {
	if i < 0 || i >= len(r.Text.Tokens) {
		return false
	}
	does := &r.uses[i]
	if !does.asked {
		does.asked = true
		does.all, _ = r.LowerValue(i, listClosed)
	}
	return does.all == use
}
