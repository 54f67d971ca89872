// Package clause reads the clauses of a text around its verbs: the noun phrase that does what a verb tells, before it or
// behind it, what may be gone over on the way there — brackets, what stands between two commas or dashes, adverbs,
// dates — and where the clause that a verb introduces begins and ends. A text with its verbs, names and quotations goes
// in, ranges of tokens come out; the words come from the list "closed" of the language's pack, which tells by one word
// or several what a form does in a clause.
package clause

import (
	"strings"

	"sayso/rules/match"
	"sayso/rules/token"
)

// A Verb is a verb with its auxiliaries and the pronoun that is joined to it.
type Verb struct {
	Match   *match.Match
	Tokens  token.Range // with all that belongs to it
	Kind    string      // said, beside, label, gerund or other, as the rule says
	Pronoun token.Range // the pronoun behind it, empty where there is none
}

// A Phrase is a noun phrase and what is set beside it, by commas or brackets.
type Phrase struct {
	Tokens  token.Range
	Apposed token.Range // empty where nothing is
}

// Parts are what the reader is told of a text.
type Parts struct {
	Quotations []match.Quotation // those that stand in no other
	Verbs      []*match.Match    // with the fields kind, cue and, where a pronoun is joined to it, speaker
	Names      []token.Range     // of people, organizations and places
	Asides     []token.Range     // dates and the like, that may stand anywhere
	Boundaries []token.Range     // words that lead back from what was said to the writer
}

// A Reader reads the clauses of one text.
type Reader struct {
	program Lexicon
	text    *token.Text
	parts   Parts
	verbs   []Verb
	class   []uses
	verb    []int32 // by token, 1 + the index of its verb
	quote   []int32 // by token, 1 + the index of its quotation, marks counted
	name    []int32
	aside   []bool
	bounds  []bool // by token, whether a boundary begins there
}

// A Lexicon tells what lists of the language's pack know of words: see match.Program.Lookup.
type Lexicon interface {
	Lookup(list, form string) (value string, listed bool)
}

// New is a reader of a text.
func New(p Lexicon, t *token.Text, parts Parts) *Reader {
	n := len(t.Tokens)
	numbers, flags := make([]int32, 3*n), make([]bool, 3*n) // of all that is noted by token
	r := &Reader{program: p, text: t, parts: parts, class: make([]uses, n), verb: numbers[:n], quote: numbers[n : 2*n], name: numbers[2*n:], aside: flags[:n], bounds: flags[n : 2*n]}
	inName := flags[2*n:]
	for _, at := range parts.Names {
		for i := at.Start; i < at.End; i++ {
			inName[i] = true
		}
	}
	for _, m := range parts.Verbs {
		v := Verb{Match: m, Tokens: m.Tokens, Kind: m.Value("kind")}
		if f, ok := m.Field("cue"); ok {
			v.Tokens = f.Tokens
		}
		if f, ok := m.Field("speaker"); ok {
			v.Pronoun = f.Tokens
		}
		if inName[v.Tokens.Start] || r.partOfName(v.Tokens.Start, v.Tokens.End) || r.Verb(v.Tokens.Start-1) != nil && r.claims(v.Tokens.Start) || r.nominal(v) {
			continue
		}
		r.verbs = append(r.verbs, v)
		mark(r.verb, v.Tokens, len(r.verbs))
	}
	for i, q := range parts.Quotations {
		mark(r.quote, q.Tokens, i+1)
	}
	for i, at := range parts.Names {
		mark(r.name, at, i+1)
	}
	for _, at := range parts.Asides {
		for i := at.Start; i < at.End; i++ {
			r.aside[i] = true
		}
	}
	for _, at := range parts.Boundaries {
		r.bounds[at.Start] = true
	}
	return r
}

// nominal reports whether a verb of one word is a noun, for a word stands before it that only nouns have, « une note », or is
// the infinitive of the verb before it.
func (r *Reader) nominal(v Verb) bool {
	if v.Tokens.Start == 0 || v.Tokens.Len() > 1 {
		return false
	}
	if before := r.Verb(v.Tokens.Start - 1); before != nil && before.Kind == "said" && v.Kind == "said" && r.dropsSubjects() {
		return true // its infinitive: "disse esperar"
	}
	if _, noun := r.program.Lookup("noun-too", r.text.Word(v.Tokens.Start)); noun && r.only(v.Tokens.End, of) && r.Open(v.Tokens.Start-1) && r.does(v.Tokens.Start-2, det) {
		return true // the western state of
	}
	_, determined := r.program.Lookup("noun-determiner", r.text.Word(v.Tokens.Start-1))
	return determined || r.only(v.Tokens.Start-1, of) && v.Kind != "gerund"
}

// dropsSubjects reports whether verbs of the language do without a subject.
func (r *Reader) dropsSubjects() bool {
	_, ok := r.program.Lookup("null-subject", "any")
	return ok
}

// partOfName reports whether a word that looks like a verb is none: a hyphen joins it to the word before or behind it, or it has a capital
// within a sentence.
func (r *Reader) partOfName(i, end int) bool {
	if i == 0 {
		return false
	}
	if r.Is(i-1, "-") && r.text.Tokens[i-1].Glued && r.text.Tokens[i].Glued {
		return true
	}
	if r.compound(end-1) && r.uses(end+1) == known && len(r.text.Word(end+1)) > maxEnding {
		return true // porte-parole
	}
	return r.capital(i) && r.text.Tokens[i-1].Sentence == r.text.Tokens[i].Sentence && r.spelt(i-1) && (r.only(i-1, of) || r.word(end) && !r.capital(end))
}

func mark(by []int32, at token.Range, value int) {
	for i := at.Start; i < at.End; i++ {
		by[i] = int32(value)
	}
}

// Verbs are the verbs of the text, in its order.
func (r *Reader) Verbs() []Verb { return r.verbs }

// Uses are what a word may do in a clause.
type uses uint16

const (
	known  uses = 1 << iota
	det         // begins a noun phrase
	prep        // begins what is told of place, time or manner
	of          // joins a noun to a noun
	that        // begins a clause that a verb introduces
	rel         // begins a clause about the noun before it
	sub         // begins any other clause
	and         // joins two of one kind
	pron        // stands for a noun
	clitic      // stands for a noun beside its verb
	adv         // may stand anywhere
	neg         // denies
	drop        // as that, begins a clause that may do without a subject
)

var usesByName = map[string]uses{"det": det, "prep": prep, "of": of, "that": that, "rel": rel, "sub": sub, "and": and, "pron": pron, "clitic": clitic, "adv": adv, "neg": neg, "drop": drop}

// uses are those of a token; a name has none.
func (r *Reader) uses(i int) uses {
	if i < 0 || i >= len(r.class) {
		return 0
	}
	if r.class[i] == 0 {
		c := known
		if !r.named(i) && (r.spelt(i) || r.mark(i) && r.text.Tokens[i].End-r.text.Tokens[i].Start > 1) {
			all := ""
			if w := r.text.Word(i); len(w) == 1 || !token.IsUpper(w) {
				all, _ = r.program.Lookup("closed", w)
			}
			for use := range strings.FieldsSeq(all) {
				c |= usesByName[use]
			}
			if c&(prep|sub|and) != 0 && r.compound(i) {
				c = known
			}
		}
		r.class[i] = c
	}
	return r.class[i]
}

// compound reports whether a hyphen joins a word to the next one: sous-préfet.
func (r *Reader) compound(i int) bool {
	t := r.text.Tokens
	return i+2 < len(t) && r.Is(i+1, "-") && t[i+1].Glued && t[i+2].Glued && t[i+2].Kind == token.Word
}

func (r *Reader) does(i int, any uses) bool { return r.uses(i)&any != 0 }

// only reports whether a token does one of some things and nothing else.
func (r *Reader) only(i int, any uses) bool {
	u := r.uses(i) &^ known
	return u != 0 && u&^any == 0
}

// Is reports whether a token is one of some marks.
func (r *Reader) Is(i int, marks ...string) bool {
	if i < 0 || i >= len(r.text.Tokens) || r.text.Tokens[i].Kind != token.Mark {
		return false
	}
	w := r.text.Word(i)
	for _, m := range marks {
		if w == m {
			return true
		}
	}
	return false
}

func (r *Reader) word(i int) bool {
	return i >= 0 && i < len(r.text.Tokens) && r.text.Tokens[i].Kind != token.Mark
}

// named reports whether a token belongs to a name.
func (r *Reader) named(i int) bool { return i >= 0 && i < len(r.name) && r.name[i] != 0 }

// isAside reports whether a token belongs to a date or the like.
func (r *Reader) isAside(i int) bool { return i >= 0 && i < len(r.aside) && r.aside[i] }

// mark reports whether a token is a mark.
func (r *Reader) mark(i int) bool {
	return i >= 0 && i < len(r.text.Tokens) && r.text.Tokens[i].Kind == token.Mark
}

// spelt reports whether a token is a word.
func (r *Reader) spelt(i int) bool {
	return i >= 0 && i < len(r.text.Tokens) && r.text.Tokens[i].Kind == token.Word
}

// capital reports whether a word begins with a capital.
func (r *Reader) capital(i int) bool {
	if !r.word(i) || r.text.Tokens[i].Kind != token.Word {
		return false
	}
	w := r.text.Word(i)
	return !token.IsLower(w)
}

// stops reports whether a token is a mark that no noun phrase has within.
func (r *Reader) stops(i int) bool {
	return r.mark(i) && !r.Is(i, "-", "'", "’") && !r.does(i, of)
}

// Verb is the verb that a token belongs to, or nil.
func (r *Reader) Verb(i int) *Verb {
	if i < 0 || i >= len(r.verb) || r.verb[i] == 0 {
		return nil
	}
	return &r.verbs[r.verb[i]-1]
}

// quotation is the quotation that a token belongs to, marks counted, or nil.
func (r *Reader) quotation(i int) *match.Quotation {
	if i < 0 || i >= len(r.quote) || r.quote[i] == 0 {
		return nil
	}
	return &r.parts.Quotations[r.quote[i]-1]
}

// finite reports whether a token belongs to a verb that tells a tense.
func (r *Reader) finite(i int) bool {
	v := r.Verb(i)
	return v != nil && v.Kind != "gerund"
}

// Finite reports whether a verb that tells a tense stands in a range, outside quotations, brackets and clauses that a
// word begins: one of the range's own clause.
func (r *Reader) Finite(at token.Range) bool {
	below := false
	for i := at.Start; i < at.End; i++ {
		switch {
		case r.quotation(i) != nil && r.quotation(i) != r.quotation(at.Start):
			i = min(r.quotation(i).Tokens.End, at.End) - 1
		case r.isAside(i):
		case r.Is(i, "(", "["):
			i = r.closing(i, at.End)
		case i == at.Start && r.only(i, sub):
			i = r.segmentEnd(i, at.End)
		case r.does(i, sub|rel) && !r.does(i, adv):
			below = true
		case r.Is(i, ","):
			below = false
		case r.finite(i) && r.Verb(i).Kind == "past" && (i == at.Start || r.Is(i-1, ",") || r.participle(i)):
			i = r.Verb(i).Tokens.End - 1 // a participle, set beside a noun
		case r.finite(i) && below:
			below = false
			i = r.groupEnd(i, at.End) - 1
		case r.finite(i):
			return true
		}
	}
	return false
}

// participle reports whether a form of the past stands behind a word that makes it a participle.
func (r *Reader) participle(i int) bool {
	if i == 0 {
		return false
	}
	_, ok := r.program.Lookup("participle-sign", r.text.Word(i-1))
	return ok
}

// groupEnd is where the verbs end that follow one another from a token on: has been closed.
func (r *Reader) groupEnd(i, end int) int {
	for i < end && r.Verb(i) != nil {
		i = r.Verb(i).Tokens.End
		for i < end && r.only(i, adv|neg) {
			i++
		}
		if i+1 < end && r.Open(i) && r.Verb(i) == nil && r.Verb(i+1) != nil {
			i++
		}
	}
	return i
}

// closing is the bracket that closes the one at a token, or the token itself where none does before an end.
func (r *Reader) closing(i, end int) int {
	for k := i + 1; k < end && k < i+maxIsland; k++ {
		if r.Is(k, ")", "]") {
			return k
		}
	}
	return i
}

// Closing is the bracket that closes the one at a token, or the token itself where none does before an end.
func (r *Reader) Closing(i, end int) int { return r.closing(i, end) }

// opening is the bracket that opens the one at a token, or -1.
func (r *Reader) opening(i, floor int) int {
	for k := i - 1; k >= floor && k > i-maxIsland; k-- {
		if r.Is(k, "(", "[") {
			return k
		}
	}
	return -1
}

// maxIsland is how many tokens may stand between two commas or brackets that are gone over.
const maxIsland = 45
