package clause

import (
	"strings"

	"sayso/rules/match"
	"sayso/rules/token"
)

// Right is the noun phrase behind a token, up to an end: the subject that stands behind its verb. Adverbs, dates and what a
// preposition begins is gone over. The second value is where it ends with what is set beside it.
func (r *Reader) Right(i, ceil int) (Phrase, int, bool) {
	var p Phrase
	i, ok := r.toSubject(i, ceil)
	if !ok {
		return p, i, false
	}
	end := r.phraseEnd(i, ceil)
	if end <= i {
		return p, i, false
	}
	p.Tokens = token.Range{Start: i, End: end}
	if !r.headed(p.Tokens) {
		return p, i, false
	}
	if r.Is(end, "(", "[") {
		end = r.closing(end, ceil) + 1
	}
	if r.Is(end, ",") && end+1 < ceil && (r.starts(end+1) || !r.does(end+1, prep|sub|rel|that|and|pron|adv|clitic|neg) && r.Verb(end+1) == nil && r.word(end+1)) {
		p.Apposed = token.Range{Start: end + 1, End: r.segmentEnd(end+1, ceil)}
		if r.Finite(p.Apposed) || r.named(p.Tokens.End-1) && !r.holds(p.Tokens, of) && !r.does(end+1, det) && (r.named(end+1) || r.capital(end+1)) {
			p.Apposed = token.Range{} // a name is set beside a noun, not beside a name
		} else {
			end = p.Apposed.End
		}
	}
	return p, end, true
}

// toSubject goes forward over what stands between a verb and the subject behind it.
func (r *Reader) toSubject(i, ceil int) (int, bool) {
	for i < ceil {
		switch {
		case r.isAside(i) || r.only(i, adv|neg):
			i++
		case r.Is(i, ",") && i+1 < ceil && (r.only(i+1, prep|adv|of) || r.isAside(i+1) || r.Open(i+1) && r.only(i+2, prep|of) && r.starts(r.segmentEnd(i+1, ceil)+1)):
			end := r.segmentEnd(i+1, ceil)
			if end >= ceil || !r.Is(end, ",") || end-i > maxCircumstance {
				return i, false
			}
			i = end + 1
		case r.only(i, prep|of) || r.does(i, prep) && r.does(i, det) && r.does(i+1, det) && !r.own(i+1):
			next := r.overCircumstance(i, ceil)
			if next < 0 {
				return i, false
			}
			i = next
		default:
			return i, r.starts(i) || r.word(i) && r.Verb(i) == nil && !r.does(i, sub|rel|that|and|clitic|neg) || r.nickname(i)
		}
	}
	return i, false
}

// own reports whether a word makes a noun somebody's own: an article may stand before it.
func (r *Reader) own(i int) bool {
	if !r.does(i, det) {
		return false
	}
	_, ok := r.program.Lookup("own-determiner", r.text.Word(i))
	return ok
}

// maxCircumstance is how many tokens what a preposition begins has at most between a verb and its subject.
const maxCircumstance = 14

func (r *Reader) nickname(i int) bool {
	q := r.quotation(i)
	return q != nil && q.Tokens.Start == i && q.Inner.Len() <= maxNickname
}

// overCircumstance is where the noun phrase behind what a preposition begins starts, or -1.
func (r *Reader) overCircumstance(i, ceil int) int {
	for k := i + 1; k < ceil && k < i+maxCircumstance; k++ {
		switch {
		case r.stops(k), r.Verb(k) != nil, r.does(k, sub|rel|that):
			return -1
		case k == i+1, r.does(k-1, prep|of|det) && !r.named(k-1), r.Is(k-1, "-", "'", "’"):
			continue
		case r.named(k) && r.named(k-1) && r.calls(i+1, k):
			continue // in answer to the deputy of the PCP Bruno Dias
		case r.named(k) && r.name[k] != r.name[k-1], r.does(k, det) && !r.does(k, of) && !(r.does(k, prep) && !r.named(k+1) && !r.word(k+1)), r.only(k, pron):
			return k
		case r.only(k, prep|adv) || r.isAside(k):
			return k
		}
	}
	return -1
}

// calls reports whether a noun for somebody who speaks stands between two tokens.
func (r *Reader) calls(i, end int) bool {
	for ; i < end; i++ {
		if r.callsPerson(strings.ToLower(r.text.Word(i))) && !r.named(i) {
			return true
		}
	}
	return false
}

// callsPerson reports whether a word is a noun for a person.
func (r *Reader) callsPerson(word string) bool {
	for _, list := range []string{"person-noun-m", "person-noun-f", "either-noun-m", "either-noun-f"} {
		if _, ok := r.program.Lookup(list, word); ok {
			return true
		}
	}
	return false
}

// phraseEnd is where the noun phrase that begins at a token ends.
func (r *Reader) phraseEnd(i, ceil int) int {
	if r.only(i, pron) {
		return i + 1
	}
	end := r.overPhrase(i, ceil)
	for end > i+1 && r.does(end-1, of|prep) && !r.named(end-1) && r.quotation(end-1) == nil {
		end--
	}
	return end
}

// overPhrase goes over the words of the noun phrase that begins at a token.
func (r *Reader) overPhrase(i, ceil int) int {
	k := i
	for k < ceil && k < i+maxPhrase {
		switch q := r.other(k, i); {
		case q != nil && q.Tokens.Start == k && q.Inner.Len() <= maxNickname && (k == i || k == i+1 && r.does(i, det)):
			k = q.Tokens.End
			continue
		case q != nil:
			return k
		case r.named(k):
			k = min(ceil, r.parts.Names[r.name[k]-1].End)
			continue
		case r.mark(k) && !r.does(k, of):
			if !r.Is(k, "-", "'", "’", "&", "/", "%") {
				return k
			}
		case k == i+1 && r.does(i, det) && r.Gerund(k): // a noun that looks like one: « le commandant »
		case r.isAside(k) || r.Verb(k) != nil && k > i && !(r.Verb(k).Kind == "past" && r.does(k-1, det|of)):
			return k
		case r.only(k, and):
			if !r.starts(k+1) || r.Verb(k+1) != nil || r.only(k+1, pron) {
				return k
			}
		case k > i && r.does(k, sub|rel|that|clitic|neg) && !r.does(k, of), k > i && r.only(k, adv|pron) && !r.does(k-1, det), k > i && r.does(k, prep) && !r.does(k, of):
			return k
		}
		k++
	}
	return k
}

// other is the quotation that a token belongs to and another one does not, or nil.
func (r *Reader) other(i, than int) *match.Quotation {
	if q := r.quotation(i); q != nil && (i == than && q.Tokens.Start == i || q != r.quotation(than)) {
		return q
	}
	return nil
}

// segmentEnd is the next comma, semicolon, dash or end of a sentence from a token on; quotations and brackets are gone
// over.
func (r *Reader) segmentEnd(i, ceil int) int {
	for first := i; i < ceil; i++ {
		switch {
		case r.other(i, first) != nil:
			return i
		case r.Is(i, "(", "["):
			i = r.closing(i, ceil)
		case r.Is(i, ",", ";", ":", "–", "—", "!", "?", "…"), r.Is(i, ".") && (i+1 >= ceil || r.text.Tokens[i+1].Sentence != r.text.Tokens[i].Sentence):
			return i
		}
	}
	return i
}

// Circumstance reports whether behind a verb without a subject only what is told of it may follow: a mark, an adverb, a
// preposition, a date, or nothing.
func (r *Reader) Circumstance(i int) bool {
	if i >= len(r.text.Tokens) {
		return true
	}
	return r.stops(i) || r.isAside(i) || r.only(i, adv|prep|of) || r.does(i, prep) && r.does(i, det) && r.isAside(min(i+1, len(r.aside)-1)) || r.does(i, and) && r.Verb(i+1) == nil
}

// Alone reports whether a verb that ends before a token has no object: only what Circumstance tells may follow.
func (r *Reader) Alone(i int) bool { return r.Circumstance(i) && !r.Is(i, "(", "[") }

// Adverb reports whether a token is an adverb or belongs to a date.
func (r *Reader) Adverb(i int) bool {
	return i >= 0 && i < len(r.text.Tokens) && (r.isAside(i) || r.only(i, adv|neg))
}

// Stop is the end of the sentence that a token stands in, or the next quotation before it.
func (r *Reader) Stop(i int) int {
	end := r.text.Sentences[r.text.Tokens[i].Sentence].End
	for k := i; k < end; k++ {
		if r.quote[k] != 0 && !r.nickname(k) && r.quote[k] != r.quote[i] {
			return k
		}
	}
	return end
}

// First reports whether nothing but adverbs stands between two tokens.
func (r *Reader) First(i, floor int) bool {
	for floor < i && r.Adverb(floor) {
		floor++
	}
	return i == floor
}

// Words counts the words of a range that are in no quotation, without those that join sentences.
func (r *Reader) Words(at token.Range) int {
	n := 0
	for i := at.Start; i < at.End; i++ {
		if r.word(i) && (r.quotation(i) == nil) && !r.only(i, and|adv) {
			n++
		}
	}
	return n
}

// Verbs0 counts the verbs of saying and the finite verbs of a range.
func (r *Reader) Verbs0(at token.Range) int {
	n := 0
	for i := at.Start; i < at.End; i++ {
		if v := r.Verb(i); v != nil && (r.quotation(i) == nil) {
			n++
			i = v.Tokens.End - 1
		}
	}
	return n
}

// A Cue is a word that stands where a verb does, and the pronoun joined to it.
type Cue struct{ Verb, Pronoun token.Range }

// Open reports whether a token is a word of the open classes in lower case.
func (r *Reader) Open(i int) bool {
	return r.word(i) && r.spelt(i) && r.uses(i) == known && !r.named(i) && !r.capital(i) && !r.isAside(i) && (r.Verb(i) == nil || r.Verb(i).Kind == "other" || r.Verb(i).Kind == "past")
}

// Unknown is a verb at a token of which no list knows that it tells of saying: a word of the open classes, one with its
// auxiliary, one with a pronoun joined to it.
func (r *Reader) Unknown(i, ceil int) Cue {
	c := Cue{Verb: token.Range{Start: i, End: i}}
	for i < ceil && r.only(i, clitic) {
		i++
	}
	if i >= ceil || r.text.Tokens[i].Kind != token.Word || r.capital(i) {
		return Cue{}
	}
	v := r.Verb(i)
	switch {
	case v != nil && (v.Kind == "other" || v.Kind == "past"):
		i = v.Tokens.End
	case v == nil && r.Open(i) && !r.endsLike(i, "gerund-suffix"):
		i++
	default:
		return Cue{}
	}
	if r.Is(i, "-") && i+1 < ceil {
		k := i + 1
		if r.Is(k+1, "-") && k+2 < ceil {
			k += 2
		}
		if r.does(k, pron|clitic) {
			c.Pronoun = token.Range{Start: k, End: k + 1}
		}
		i = k + 1
	}
	if v != nil {
		for i < ceil && r.only(i, adv) {
			i++
		}
		if i < ceil && r.Open(i) && r.Verb(i) == nil {
			i++
		}
		if i+2 < ceil && r.only(i, prep|of) && r.Open(i+1) && r.starts(i+2) {
			i += 2 // a tenu à rassurer
		}
	}
	c.Verb.End = i
	return c
}
