package claims

import (
	"slices"

	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// subjectless is the verb of a clause that leaves out its subject, in a language that does so, or -1: nothing but adverbs, dates
// and what prepositions begin stands before it, and behind it nothing that often is its subject.
func (r *reading) subjectless(at token.Range) int {
	if !r.dropsSubjects() {
		return -1
	}
	first := r.overAdverbs(at.Start, at.End)
	if r.unknownVerb(first) {
		return first
	}
	if !r.begins(first, "prep") && !r.begins(first, "clitic") && !r.verbAt(first) {
		return -1
	}
	verb := first
	for verb < at.End && (!r.verbAt(verb) || !r.tensed(verb) || r.embedded(verb, at.Start)) {
		if r.Is(verb, ":", ";") || verb > first+maxOpening || r.Is(verb, ",") && !r.opens(verb+1, at.End) {
			return -1
		}
		verb++
	}
	if verb >= at.End || !r.mayLack(verb) || r.verbOfSelf(verb) || r.Is(verb+1, "-") && !r.prepares(verb+3) || r.phraseIn(first, verb) {
		return -1
	}
	if _, ok := r.Meant.Clauses().Left(verb, at.Start); ok {
		return -1
	}
	return verb
}

// phraseIn reports whether a noun phrase that no preposition governs begins between two tokens.
func (r *reading) phraseIn(first, end int) bool {
	for i := first + 1; i < end; i++ {
		name := len(r.namesIn(token.Range{Start: i, End: i + 1})) > 0
		if (r.begins(i, "det") || name) && !r.prepares(i-1) && !r.begins(i-1, "det prep") && !r.begins(i-1, "det") && !r.dates(i) {
			return true
		}
	}
	return false
}

// opens reports whether behind a comma of what opens a clause its verb stands, or more of the same: what a preposition or a gerund
// begins, a date.
func (r *reading) opens(i, end int) bool {
	return r.verbAt(r.toVerb(token.Range{Start: i, End: end})) || r.prepares(i) || r.Meant.Clauses().Dated(i) || r.Meant.Clauses().Gerund(i)
}

// unknownVerb reports whether a word that begins a sentence is a verb though no list knows it: it is no name, and an article or a
// number stands right behind it, which has no place behind a noun.
func (r *reading) unknownVerb(i int) bool {
	next := i + 1
	if !r.opensSentence(i) || next >= len(r.Text.Tokens) || r.verbAt(i) || len(r.namesIn(token.Range{Start: i, End: next})) > 0 || r.Text.Tokens[i].Kind != token.Word || !r.CommonWord(i) {
		return false
	}
	if uses, _ := r.LowerValue(i, listClosed); uses != "" || r.infinitive(i) || r.attributes(token.Range{Start: i, End: next}) || r.verbOfSelf(i) || len(r.Within(value.TypeManner, token.Range{Start: i, End: next})) > 0 {
		return false
	}
	return r.begins(next, "det") || r.Text.Tokens[next].Kind == token.Number
}

// opensSentence reports whether nothing but what joins it to the last one stands in a sentence before a token.
func (r *reading) opensSentence(i int) bool {
	s := r.Sentence(i)
	return i == s.Start || r.withoutConnective([]token.Range{s})[0].Start == i
}

// mayLack reports whether the verb at a token has a subject that it may leave out: one that often has it behind it does where
// an infinitive follows: "chegou a pagar".
func (r *reading) mayLack(verb int) bool {
	known := r.Readings(verb, listNoSubject)
	if slices.ContainsFunc(known, func(x match.Reading) bool { return !x.Has("other") }) {
		return false
	}
	next := r.verbEnd(verb)
	if never := func(x match.Reading) bool { return x.Has("never") }; slices.ContainsFunc(r.Readings(next+1, listNoSubject), never) {
		return false // began to be signs of it
	}
	return len(known) == 0 || (r.begins(next, "prep") || r.begins(next, "det prep")) && r.infinitive(next+1)
}

// maxOpening is how many tokens stand at most before the comma and the subject behind it.
const maxOpening = 20
