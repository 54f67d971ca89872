package clause

import "sayso/rules/token"

// A Complement is what a verb introduces.
type Complement int

// The complements of a verb.
const (
	None   Complement = iota
	That              // a clause behind the word that begins it
	Colon             // words behind a colon
	Quoted            // a quotation
	Bare              // a clause that no word begins
)

// maxGap is how many tokens may stand between a verb and what it introduces.
const maxGap = 26

// Complement is what the verb that ends before a token introduces, and the token with which that begins. Between them
// adverbs, dates, brackets, what commas or dashes set off and those who are spoken to are gone over.
func (r *Reader) Complement(i, ceil int, object bool) (Complement, int) {
	ceil = min(ceil, len(r.text.Tokens))
	noun := false     // a noun stands on the way that no preposition governs: what follows tells of it
	governed := i - 1 // the preposition of the last noun that one governs
	for k := i; k < ceil && k < i+maxGap; k++ {
		switch {
		case r.quotation(k) != nil:
			return Quoted, k
		case r.Is(k, ":"):
			return Colon, k + 1
		case r.does(k, that):
			if k > i && r.only(k-1, prep) && r.does(k, drop|rel) {
				return None, k // since, for: « desde que », « pour que »
			}
			if governed >= i && r.does(k, drop) && r.finite(k+1) && r.Open(k-1) && !r.dative(governed) {
				return None, k // it bet on players that had won
			}
			if noun && !object && !r.claims(k-1) || r.does(k-1, of) && k > i && !r.claims(k-1) || r.finite(k+1) && !r.does(k, drop) {
				return None, k
			}
			return That, k + 1
		case r.does(k, neg):
			return None, k
		case r.isAside(k) || r.only(k, adv):
		case r.Is(k, "(", "["):
			k = r.closing(k, ceil)
		case r.Is(k, ",") && k > i && r.isAside(k-1) && r.does(k+1, that): // a date with a comma of its own
		case r.Is(k, ",", "–", "—"):
			end := r.islandEnd(k, ceil)
			if end < 0 {
				return None, k
			}
			k = end
		case r.Verb(k) != nil, r.does(k, sub|rel|and) && !r.does(k, adv|prep), r.stops(k):
			return None, k
		case r.does(k, prep|of) && !r.does(k, sub):
			governed = k
			k = r.overNoun(k+1, ceil) - 1
		case !r.Is(k, "-", "'", "’"):
			noun = noun || !r.only(k, clitic|pron) && !(k > i && r.isAside(k-1)) // the reporters present
		}
	}
	return None, i
}

// dative reports whether a preposition brings in who is told.
func (r *Reader) dative(i int) bool {
	_, ok := r.program.Lookup("dative", r.text.Word(i))
	return ok
}

// claims reports whether a noun of which a clause tells what it says stands at a token, or before the word that joins them:
// "his claim that", "a afirmação de que".
func (r *Reader) claims(i int) bool {
	if r.does(i, of) {
		i--
	}
	if i < 0 {
		return false
	}
	_, ok := r.program.Lookup("claim-noun", r.text.Word(i))
	return ok
}

// overNoun is where the noun phrase behind a preposition ends.
func (r *Reader) overNoun(i, ceil int) int {
	for k := i; k < ceil; k++ {
		if k > i && r.does(k, det) && !r.does(k, of) && !r.named(k) && !r.does(k-1, det|of|prep) && !r.Is(k-1, "-", "'", "’") {
			return k
		}
		if r.named(k) || r.does(k, det|of) && !r.does(k, that) || r.Is(k, "-", "'", "’") {
			continue
		}
		if r.stops(k) || r.Verb(k) != nil || r.does(k, that|sub|rel|and|prep|neg) || r.isAside(k) || r.quotation(k) != nil {
			return max(k, i)
		}
	}
	return ceil
}

// islandEnd is the comma or dash that ends what the one at a token begins, where what a verb introduces follows it: the word
// that begins a clause, a colon, a quotation. Else it is -1.
func (r *Reader) islandEnd(i, ceil int) int {
	for k := i + 1; k < ceil && k < i+maxIsland; k++ {
		switch {
		case r.quotation(k) != nil:
			return -1
		case r.Is(k, "(", "["):
			k = r.closing(k, ceil)
		case r.Is(k, ":") && r.quotation(k+1) != nil && !r.Finite(token.Range{Start: i + 1, End: k}):
			return k - 1 // "he said, laughing: “…”"
		case r.mark(k) && r.text.Word(k) == r.text.Word(i):
			if (r.does(k+1, that) || r.Is(k+1, ":") || r.quotation(k+1) != nil) && !r.Finite(token.Range{Start: i + 1, End: k}) {
				return k
			}
		}
	}
	return -1
}

// End is where a clause that begins at a token ends, in its sentence: before what leads back to the writer. A pair of dashes
// does not end it, a single one does.
func (r *Reader) End(start, ceil int) int {
	for i := start; i < ceil; i++ {
		switch {
		case r.quotation(i) != nil:
			i = min(ceil, r.quotation(i).Tokens.End) - 1
		case r.Is(i, "(", "["):
			i = r.closing(i, ceil)
		case r.Is(i, "–", "—"):
			next := r.next(i, ceil)
			if next < 0 {
				if i > start+1 && r.leaves(i+1, ceil) {
					return i
				}
				continue
			}
			i = next
		case i > start+1 && r.quotation(i-1) != nil && r.Gerund(i):
			return i // “…,” adding, “…”: the comma stands within the marks
		case i > start+1 && r.only(i, and) && (r.reports(i+1) || r.othersReport(i+1, ceil)), i > start+1 && r.Is(i, ",") && r.reportsBeside(i+1):
			return i
		case i > start+1 && r.Is(i, ",") && (r.othersTell(i+1, ceil) || r.only(i+1, and) && r.othersReport(i+2, ceil)):
			return i
		case i > start+1 && r.Is(i, ",") && r.only(i+1, and) && (r.finiteBehind(i+2, ceil) || r.does(i+2, rel) && !r.does(i+2, that) && !r.relativeIn(start, i)):
			return i
		case i > start+1 && (r.bounds[i] || r.Is(i, "-") && !r.text.Tokens[i].Glued && i+1 < ceil && !r.text.Tokens[i+1].Glued):
			return i
		}
	}
	return ceil
}

// leaves reports whether what stands behind a dash from a token on is no more what is told but the writer's: a clause of its own, or
// words in marks.
func (r *Reader) leaves(i, ceil int) bool {
	if r.resumes(i) {
		return false
	}
	for k := i; k < ceil; k++ {
		if r.quotation(k) != nil {
			return true
		}
	}
	return r.Clause(i, ceil, true) || r.only(i, and) || r.finiteBehind(i, ceil)
}

// resumes reports whether a clause goes on at a token with the word that began it: "that it is old — but that it stands".
func (r *Reader) resumes(i int) bool { return r.only(i, and) && r.does(i+1, that) }

// relativeIn reports whether a clause about a noun begins in a range: another one may be joined to it.
func (r *Reader) relativeIn(start, end int) bool {
	for i := start; i < end; i++ {
		if r.does(i, rel) {
			return true
		}
	}
	return false
}

// reports reports whether a verb of saying begins at a token, adverbs gone over.
func (r *Reader) reports(i int) bool {
	for i < len(r.text.Tokens) && r.only(i, adv|clitic) {
		i++
	}
	v := r.Verb(i)
	return v != nil && (v.Kind == "said" || v.Kind == "label") && v.Tokens.Start == i
}

// othersReport reports whether a noun phrase begins at a token, and behind it a verb of saying that introduces a clause: another
// statement begins there.
func (r *Reader) othersReport(i, ceil int) bool {
	end := r.phraseEnd(i, ceil)
	v := r.Verb(end)
	return end > i && v != nil && v.Kind == "said" && v.Tokens.Start == end && (r.does(v.Tokens.End, that) || r.only(i, pron) && r.Clause(v.Tokens.End, ceil, true))
}

// othersTell reports whether a clause about the last noun begins at a token in which somebody says something of it: "whom the mayor
// described as poor".
func (r *Reader) othersTell(i, ceil int) bool {
	if !r.only(i, rel) {
		return false
	}
	end := r.phraseEnd(i+1, ceil)
	v := r.Verb(end)
	return end > i+1 && v != nil && (v.Kind == "said" || v.Kind == "label") && v.Tokens.Start == end
}

// reportsBeside reports whether a gerund of saying that introduces a clause begins at a token, words like « tout en » gone over.
func (r *Reader) reportsBeside(i int) bool {
	for n := 0; n < 2 && r.does(i, adv|prep); n++ {
		i++
	}
	v := r.Verb(i)
	return v != nil && v.Kind == "gerund" && v.Tokens.Start == i && r.does(v.Tokens.End, that)
}

// finiteBehind reports whether a verb that tells a tense stands at a token, adverbs gone over: it has the subject of the verb
// before it.
func (r *Reader) finiteBehind(i, ceil int) bool {
	for i < ceil && r.only(i, adv|neg|clitic) {
		i++
	}
	return i < ceil && r.finite(i)
}

// next is the next mark of the same kind, or -1.
func (r *Reader) next(i, ceil int) int {
	for k := i + 1; k < ceil; k++ {
		if r.mark(k) && r.text.Word(k) == r.text.Word(i) {
			return k
		}
	}
	return -1
}

// Sentence is the sentence of a token, in which a quotation counts as one word, whatever ends in it.
func (r *Reader) Sentence(i int) token.Range {
	s := r.text.Sentences[r.text.Tokens[i].Sentence]
	for {
		q := r.quotation(s.Start)
		if q == nil || q.Tokens.Start >= s.Start {
			break
		}
		s.Start = r.text.Sentences[r.text.Tokens[q.Tokens.Start].Sentence].Start
	}
	for s.End < len(r.text.Tokens) {
		q := r.quotation(s.End - 1)
		if q == nil || q.Tokens.End <= s.End || r.quotation(i) == q {
			break
		}
		s.End = r.text.Sentences[r.text.Tokens[q.Tokens.End-1].Sentence].End
	}
	return s
}

// Denied reports whether what stands right before a verb denies it, or makes it what was not done.
func (r *Reader) Denied(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if r.does(k, neg) {
			return true
		}
		if !r.does(k, clitic|adv) {
			return false
		}
	}
	return false
}

// Denying is where the words begin that stand right before a verb and deny it or are its pronouns, or the verb.
func (r *Reader) Denying(i, floor int) int {
	for i > floor && r.does(i-1, neg|clitic|det) { // an article before a verb is its pronoun: « l'avoir »
		i--
	}
	return i
}

// Joins reports whether the word or mark at a token joins a verb to the one before it.
func (r *Reader) Joins(i int) bool {
	return i < 0 || r.does(i, and) || r.Is(i, ",", ";", "–", "—", ":", "(") || r.quotation(i) != nil || r.does(i, drop)
}

// Passive reports whether the verb before a token makes a passive of what stands there.
func (r *Reader) Passive(i int) bool {
	v := r.Verb(i - 1)
	return v != nil && v.Kind == "other"
}

// Behind is where the adverbs and pronouns before a verb begin.
func (r *Reader) Behind(i, floor int) int { return r.back(i, floor) }

// GoesOn reports whether a clause that was broken off goes on at a token: it begins with a preposition or the word of a
// clause of time, not with what tells of the speaker.
func (r *Reader) GoesOn(i int) bool {
	return r.does(i, sub) && !r.does(i, det)
}

// Lacks reports whether a range breaks off right behind a verb that needs more, or before a clause about its last noun, which goes on at
// a token: "those are the towns, he says, where …".
func (r *Reader) Lacks(at token.Range, next int) bool {
	v := r.Verb(at.End - 1)
	return v != nil && v.Kind == "other" && v.Tokens.End == at.End || r.only(next, rel) && r.Phrase(next+1)
}

// Single reports whether a range is one noun phrase, without a comma.
func (r *Reader) Single(at token.Range) bool {
	for i := at.Start; i < at.End; i++ {
		if r.Is(i, ",", ";", ":") {
			return false
		}
	}
	return at.Len() > 0
}

// Begun is where the last clause begins that a range ends within: behind the word that begins it, where no verb follows, be it
// a clause about a noun, one that tells why, or one that is joined to the first. It is the range's start where there is none.
func (r *Reader) Begun(at token.Range) int {
	if last := at.End - 1; last > at.Start && r.word(last) && r.only(last, sub|and) {
		return at.End
	}
	for i := at.End - 1; i > at.Start && i > at.End-3; i-- {
		if r.does(i, rel) || r.does(i, that) {
			return i + 1
		}
	}
	return at.Start
}

// Unfinished reports whether a range breaks off within a clause that a word begins right before a comma: behind it only what
// is told of place and time follows, as in "when, in the semi-final".
func (r *Reader) Unfinished(at token.Range) bool {
	for i := at.End - 1; i > at.Start; i-- {
		if !r.Is(i, ",") {
			continue
		}
		if !r.does(i+1, prep|of|adv) && !(i+1 < at.End && r.isAside(i+1)) || r.Finite(token.Range{Start: i + 1, End: at.End}) {
			return false
		}
		if r.does(i-1, sub|that|rel|and) {
			return true
		}
	}
	return false
}

// Phrase reports whether a noun phrase begins at a token.
func (r *Reader) Phrase(i int) bool { return r.starts(i) && !r.does(i, adv) && !r.isAside(i) }

// Tensed reports whether a verb that tells a tense stands in a quotation, or a pronoun that would have one.
func (r *Reader) Tensed(inner token.Range) bool {
	for i := inner.Start; i < inner.End; i++ {
		if r.finite(i) || r.only(i, pron) || r.does(i, neg) {
			return true
		}
	}
	return false
}

// Headed is the noun phrase at the beginning of a headline's second part.
func (r *Reader) Headed(i int) (Phrase, bool) {
	if i >= len(r.text.Tokens) {
		return Phrase{}, false
	}
	end := r.phraseEnd(i, r.text.Sentences[r.text.Tokens[i].Sentence].End)
	return Phrase{Tokens: token.Range{Start: i, End: end}}, end > i
}

// Aside is the comma that ends what the one at a token begins, where a preposition or an adverb stands behind it, or -1.
func (r *Reader) Aside(i, ceil int) int {
	if !r.only(i+1, prep|adv|of) && (i+1 >= ceil || !r.isAside(i+1)) {
		return -1
	}
	end := r.segmentEnd(i+1, ceil)
	if end < ceil && r.Is(end, ",") && end-i < maxCircumstance {
		return end
	}
	return -1
}

// Opening reports whether a clause may begin at a token with something else than what is told of place, time or manner.
func (r *Reader) Opening(i int) bool { return !r.does(i, prep|sub|rel|of) || r.does(i, det) }

// Clitic reports whether a token is a pronoun that belongs to the verb behind it.
func (r *Reader) Clitic(i int) bool { return r.does(i, clitic) }

// Definite reports whether a word begins a noun phrase that the reader is taken to know.
func (r *Reader) Definite(i int) bool {
	_, ok := r.program.Lookup("definite", r.text.Word(i))
	if !ok {
		_, ok = r.program.Lookup("definite-article", r.text.Word(i))
	}
	return ok
}

// Drops reports whether the word at a token begins a clause in a language whose verbs may do without a subject.
func (r *Reader) Drops(i int) bool { return r.does(i, drop) }
