package clause

import (
	"strings"

	"sayso/rules/token"
)

// Restricted is a noun phrase with the participle at its end or right behind it and what that governs: « un rapport publié
// mardi par la Cour », "people familiar with the talks".
func (r *Reader) Restricted(at token.Range) token.Range {
	i := at.End
	switch {
	case r.Participial(i):
		i++
	case at.Len() < 2 || !r.Participial(i-1) || !r.Open(i-2):
		return at // no noun stands before it
	}
	ceil := min(r.text.Sentences[r.text.Tokens[at.Start].Sentence].End, at.End+maxCircumstance)
	for i < ceil {
		switch {
		case r.isAside(i) || r.only(i, adv):
			i++
			continue
		case r.does(i, prep|of) && !r.does(i, sub|that|rel) && r.overNoun(i+1, ceil) > i+1:
			i = r.overNoun(i+1, ceil)
			continue
		}
		break
	}
	return token.Range{Start: at.Start, End: max(i, at.End)}
}

// maxEnding is how many letters an ending has at most.
const maxEnding = 4

// Participial reports whether a word looks like a participle, by its ending or by a list.
func (r *Reader) Participial(i int) bool {
	if !r.spelt(i) || r.capital(i) || r.named(i) || r.isAside(i) || r.Verb(i) != nil && r.Verb(i).Kind != "past" {
		return false
	}
	if r.endsLike(i, "participle-ending") {
		return r.uses(i) == known
	}
	_, ok := r.program.Lookup("restricting", strings.ToLower(r.text.Word(i)))
	return ok
}

// LikeParticiple reports whether the form at a token has an ending of participles, whatever else it may be.
func (r *Reader) LikeParticiple(i int) bool { return r.spelt(i) && r.endsLike(i, "participle-ending") }

// Ends reports whether a token's word has one of a list's endings.
func (r *Reader) Ends(i int, list string) bool { return r.endsLike(i, list) }

// endsLike reports whether a token's word has one of a list's endings.
func (r *Reader) endsLike(i int, list string) bool {
	w := []rune(strings.ToLower(r.text.Word(i)))
	for n := 1; n <= maxEnding && n+1 < len(w); n++ {
		if _, ok := r.program.Lookup(list, string(w[len(w)-n:])); ok {
			return true
		}
	}
	return false
}

// Noun is the noun phrase right before a token, whatever governs it: with users reporting.
func (r *Reader) Noun(i, floor int) token.Range {
	if at := r.phraseBefore(i, floor); at.Len() > 0 {
		return at
	}
	return r.governedBefore(i, floor)
}
