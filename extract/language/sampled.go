package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A sampled is the part of a text that is looked at.
type sampled struct {
	text    string
	plain   string // without names, where it is short: the models take these for words of other languages
	words   []string
	lower   int // how many words may be the language's: those in lower case, and common ones
	isShort bool
}

// leastPlain is how many letters have to be left where names are left out.
const leastPlain = 25

// fewLetters is how long a word at the end of a short text is that may be a part of one.
const fewLetters = 3

// sampled is the part of a text with its words.
func (d *Detector) sampled(text string, words []string, isShort bool) sampled {
	s := sampled{text: text, plain: text, words: words, isShort: isShort}
	if n := len(words); isShort && n > 1 && utf8.RuneCountInString(words[n-1]) <= fewLetters && strings.HasSuffix(strings.ToLower(text), words[n-1]) {
		s.words = words[:n-1] // the text may be cut within it
	}
	var plain []string
	letters := 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '\u2019' }) {
		word = strings.Trim(word, "'\u2019")
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) || d.isCommon(strings.ToLower(word)) {
			plain = append(plain, word)
			letters += utf8.RuneCountInString(word)
		}
	}
	s.lower = len(split(strings.Join(plain, " ")))
	if isShort && letters >= leastPlain {
		s.plain = strings.Join(plain, " ")
	}
	return s
}

// isCommon reports whether a word is one of the commonest of one of our languages.
func (d *Detector) isCommon(word string) bool {
	for _, c := range d.candidates {
		if c.common[word] {
			return true
		}
	}
	return false
}

// share is the part of the words, names apart, that is in a set. A text of capitals alone is taken with all its words.
func (s sampled) share(in map[string]bool) float64 {
	if s.lower*2 < len(s.words) {
		return share(s.words, in)
	}
	return float64(count(s.words, in)) / float64(max(1, s.lower))
}

// isOutdone reports whether a text has more of the commonest words of another of our languages.
func (d *Detector) isOutdone(c *candidate, s sampled) bool {
	n := count(s.words, c.common)
	for i := range d.candidates {
		if count(s.words, d.candidates[i].common) > n {
			return true
		}
	}
	return false
}

// known is the neighbour that a text has most words of its own of, more than of one of our languages; the one that the models
// name where others have as many, and empty where there are too few of them.
func (d *Detector) known(s sampled, named string) string {
	best, found := ownWords, ""
	for _, c := range d.candidates {
		best = max(best, share(s.words, c.common))
	}
	for code, words := range d.neighbours {
		n := share(s.words, words)
		if n > best || n == best && (code == named || found != named && code < found) {
			best, found = n, code
		}
	}
	return found
}
