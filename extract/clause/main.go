package clause

import (
	"strings"

	"sayso/rules/token"
)

// Main is the first clause of some words, without the clauses about its nouns before its verb, for what those deny or doubt is
// not said of the whole. A clause that a word like "if" begins is gone over. ends tells where a verb with a tense that begins at
// a token ends, 0 where none does.
func (r *Reader) Main(at token.Range, ends func(i int) int) []token.Range {
	if r.only(at.Start, sub) {
		at.Start = r.behindComma(at)
	}
	var all []token.Range
	until := func(end int) []token.Range { return append(all, token.Range{Start: at.Start, End: end}) }
	verb, about := false, false // its verb was there; the words are of a clause about a noun
	for i := at.Start; i < at.End; i++ {
		switch end := ends(i); {
		case end > 0 && about:
			at.Start, about = end, false
		case end > 0:
			verb = true
		case !verb && !about && i > at.Start && (r.only(i, rel) || r.relates(i)):
			all, about = until(i), true
		case verb && (r.breaks(i) || r.another(i, ends)) || i > at.Start && r.text.Tokens[i].Sentence != r.text.Tokens[i-1].Sentence:
			return until(i)
		}
	}
	if about {
		return all
	}
	return until(at.End)
}

// behindComma is the token behind the first comma of a range, or its start where it has none.
func (r *Reader) behindComma(at token.Range) int {
	for i := at.Start; i < at.End-1; i++ {
		if r.Is(i, ",") {
			return i + 1
		}
	}
	return at.Start
}

// relates reports whether a word does nothing but begin clauses, among them those about a noun.
func (r *Reader) relates(i int) bool { return r.uses(i)&^(known|drop) == that|rel }

// breaks reports whether a clause may end at a token: at a mark, or a word that begins another clause.
func (r *Reader) breaks(i int) bool {
	return r.Is(i, ",", ";", ":", "–", "—", "(") || r.only(i, rel) || r.only(i, sub) || r.only(i, and)
}

// another reports whether a clause of its own begins at a token behind a verb, without a mark: one about the noun before it, or
// one with a pronoun for its subject.
func (r *Reader) another(i int, ends func(i int) int) bool {
	next := i + 1
	for next < len(r.text.Tokens) && r.Adverb(next) {
		next++
	}
	if i == 0 || next == len(r.text.Tokens) || ends(i-1) > 0 || ends(next) == 0 || r.Is(i-1, "-") {
		return false
	}
	gender, pronoun := r.program.Lookup("pronoun", strings.ToLower(r.text.Word(i)))
	return r.uses(i)&^known == that|det || pronoun && gender != "any" && gender != "n"
}
