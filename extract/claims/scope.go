package claims

import (
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/token"
)

// listClosed is the packs' list of what small words do in a clause.
const listClosed = "closed"

// main is the first clause of some words, without the clauses about its nouns before its verb: what is denied, doubted or
// asked for in another one is not said of the whole. A clause that a word like "if" begins is gone over.
func (r *reading) main(words []token.Range) []token.Range {
	main, ok := r.mains[words[0]]
	if !ok {
		main = r.firstClause(words[0])
		r.mains[words[0]] = main
	}
	return main
}

// firstClause is main of words that stand together.
func (r *reading) firstClause(at token.Range) []token.Range {
	if r.begins(at.Start, "sub") {
		at.Start = r.behindComma(at)
	}
	var all []token.Range
	keep := func(end int) []token.Range { return append(all, token.Range{Start: at.Start, End: end}) }
	verb, about := false, false
	for i := at.Start; i < at.End; i++ {
		switch {
		case r.verbAt(i) && about:
			at.Start, about = r.verbEnd(i), false
		case r.verbAt(i):
			verb = true
		case !verb && !about && i > at.Start && (r.begins(i, "rel") || r.relates(i)):
			all, about = keep(i), true
		case verb && (r.parts(i) || r.another(i)) || i > at.Start && r.Text.Tokens[i].Sentence != r.Text.Tokens[i-1].Sentence:
			return keep(i)
		}
	}
	if about {
		return all
	}
	return keep(at.End)
}

// parts reports whether a clause may end at a token: at a mark, or a word that begins another clause.
func (r *reading) parts(i int) bool {
	return r.Is(i, ",", ";", ":", "–", "—", "(") || r.begins(i, "rel") || r.begins(i, "sub") || r.begins(i, "and")
}

// another reports whether a clause of its own begins at a token behind a verb, without a mark: one about the noun before it, or
// one with a pronoun for its subject.
func (r *reading) another(i int) bool {
	if r.verbAt(i-1) || !r.verbAt(i+1) || r.Is(i-1, "-") {
		return false
	}
	gender, pronoun := r.LowerValue(i, listPronoun)
	return r.begins(i, "that det") || pronoun && gender != "any" && gender != "n"
}

// begins reports whether a word does nothing but that in a clause.
func (r *reading) begins(i int, use string) bool {
	all, _ := r.LowerValue(i, listClosed)
	return all == use
}

// behindComma is the token behind the first comma of a range, or its start where it has none.
func (r *reading) behindComma(at token.Range) int {
	for i := at.Start; i < at.End-1; i++ {
		if r.Is(i, ",") {
			return i + 1
		}
	}
	return at.Start
}

// verbEnd is where the verb that begins at a token ends.
func (r *reading) verbEnd(i int) int {
	at, end := token.Range{Start: i, End: i + 1}, i+1
	for _, kind := range []string{value.TypePredicate, value.TypeTense} {
		for _, m := range r.Within(kind, at) {
			end = max(end, m.Tokens.End)
		}
	}
	return end
}

// verbAt reports whether a verb that tells a tense begins at a token.
func (r *reading) verbAt(i int) bool { return i >= 0 && i < len(r.verbs) && r.verbs[i] }

// verbsOf is, by token, whether a verb that tells a tense begins there.
func verbsOf(v *view.View) []bool {
	all := make([]bool, len(v.Text.Tokens))
	for _, kind := range []string{value.TypePredicate, value.TypeTense} {
		for _, m := range v.Found(kind) {
			all[m.Tokens.Start] = true
		}
	}
	return all
}
