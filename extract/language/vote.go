package language

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The bounds of a vote. They were set on 4,300 texts (messages of programs) in 18 languages that are none of ours,
// Galician, Asturian and Catalan among them: one of them, Occitan, is voted in. Of 180 news pages 164 need no model.
const (
	voters       = 40   // words that a vote needs
	majority     = 0.30 // share of commonest words of the language that wins
	lead         = 2    // times the share of the next one
	opposed      = 0.01 // share of words that speak against it, at the most
	voted        = 0.99 // confidence in the vote
	neighbours   = 0.03 // share of words of a neighbour from which on a text is that neighbour's
	twoOfAnyKind = 2    // words of a neighbour that may be chance: a name, a quotation
)

// vote is the language whose commonest words make up most of a text, if that is beyond doubt. It costs a few
// microseconds, the models' first answer some tens of milliseconds.
func (d *Detector) vote(words []string) (code string, ok bool) {
	var best, next float64
	var winner *candidate
	for i := range d.candidates {
		switch s := share(words, d.candidates[i].common); {
		case s > best:
			best, next, winner = s, best, &d.candidates[i]
		case s > next:
			next = s
		}
	}
	if winner == nil || len(words) < voters || len(winner.not) == 0 {
		return "", false
	}
	return winner.Code, best >= majority && best >= lead*next && share(words, winner.not) <= opposed
}

// speaksAgainst reports whether a text holds so many words of the language's neighbours, or parts of words, that it is one of
// theirs: the models know no Galician, and take it for Portuguese. In a short text one that the language lacks is enough.
func (c *candidate) speaksAgainst(s sampled) bool {
	n := count(s.words, c.not) + c.foreignParts(s.text)
	least := twoOfAnyKind
	if s.isShort {
		least = 1
	}
	return n >= least && float64(n)/float64(max(1, len(s.words))) > neighbours
}

// foreignParts is how many words have a part that the language's own have not. Names, which begin with a capital, may be from
// anywhere.
func (c *candidate) foreignParts(text string) (n int) {
	if len(c.parts) == 0 {
		return 0
	}
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) || c.not[word] {
			continue
		}
		if strings.ContainsFunc(word, isFar) || slices.ContainsFunc(c.parts, func(part string) bool { return strings.Contains(word, part) }) {
			n++
		}
	}
	return n
}

// isFar reports whether a letter is of none of the languages that lists of parts are made for: beyond Latin-1 and the ligature oe.
func isFar(r rune) bool { return r > 0xff && r != 0x153 && unicode.IsLetter(r) }
