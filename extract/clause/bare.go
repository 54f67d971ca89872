package clause

import "sayso/rules/token"

// Clause reports whether a clause begins at a token though no word begins it: a noun phrase, and a verb that tells a tense
// behind it.
func (r *Reader) Clause(i, ceil int, surely bool) bool {
	for i < ceil && r.Adverb(i) {
		i++
	}
	if i >= ceil || !r.word(i) || r.does(i, prep|sub|rel|and) && !r.does(i, det) || r.Verb(i) != nil {
		return false
	}
	if surely && r.acted(i, ceil) {
		return true
	}
	end := r.phraseEnd(i, ceil)
	if end == i+1 && r.counts(i) {
		return false
	}
	for n := 0; n < maxAttached && end > i && end < ceil; n++ {
		next := r.overAttached(end, ceil)
		if next <= end {
			v := r.Verb(end)
			return v != nil && (v.Kind == "other" || v.Kind == "said" || surely && (v.Kind == "beside" || v.Kind == "label") || v.Kind == "past" && (surely || r.does(i, pron) || r.named(i)))
		}
		end = next
	}
	return false
}

// Pronominal reports whether a clause begins at a token with a pronoun, its subject, and a verb that tells a tense: "he warned it
// was early".
func (r *Reader) Pronominal(i int) bool { return r.only(i, pron) && r.FiniteAt(i+1) }

// acted reports whether a name stands at a token, behind it a form of the past that no list knows, and behind that an object: "Haley
// impressed her".
func (r *Reader) acted(i, ceil int) bool {
	if !r.named(i) {
		return false
	}
	end := r.parts.Names[r.name[i]-1].End
	return end+1 < ceil && r.Open(end) && r.Participial(end) && r.starts(end+1)
}

// overAttached is where what belongs to a noun phrase and begins at a token ends, or the token.
func (r *Reader) overAttached(i, ceil int) int {
	v := r.Verb(i)
	switch {
	case v != nil && v.Kind == "past" && r.only(v.Tokens.End, prep) && v.Tokens.End+1 < ceil:
		return r.overNoun(v.Tokens.End+1, ceil) // a participle
	case v != nil && (v.Kind == "label" || v.Kind == "beside"):
		return i
	case r.only(i, adv|neg) || r.isAside(i):
		return i + 1
	case r.Is(i, "(", "["):
		return r.closing(i, ceil) + 1
	case r.Is(i, ",", "–", "—"):
		if next := r.next(i, ceil); next > 0 {
			return next + 1
		}
	case v == nil && r.only(i, prep|of):
		return r.overNoun(i+1, ceil)
	case r.does(i, rel|that):
		for k := i + 1; k < ceil; k++ {
			if r.finite(k) {
				end := r.groupEnd(k, ceil)
				for end < ceil && !r.finite(end) && !r.does(end, rel|that|sub) && !r.Is(end, ",", ";") {
					end++
				}
				return end
			}
		}
	}
	return i
}

// counts reports whether a figure stands at a token and behind it a noun of things that looks like a verb: 50 runs.
func (r *Reader) counts(i int) bool {
	if r.text.Tokens[i].Kind != token.Number || !r.spelt(i+1) {
		return false
	}
	w := r.text.Word(i + 1)
	number, _ := r.program.Lookup("noun-ending", w[len(w)-1:])
	return number == "p" && len(w) >= maxEnding
}

// maxAttached is how many phrases may stand between a subject and its verb.
const maxAttached = 6

// Forward goes over adverbs, dates and what a preposition begins behind a verb.
func (r *Reader) Forward(i, ceil int) int {
	for i < ceil {
		switch {
		case r.Adverb(i):
			i++
		case r.only(i, prep) && i+1 < ceil && r.isAside(i+1):
			i++
		case r.only(i, prep) && (r.does(i+1, det) || r.capital(i+1)) && r.overCircumstance(i, ceil) > i:
			i = r.overCircumstance(i, ceil)
		default:
			return i
		}
	}
	return i
}
