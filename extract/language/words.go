package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// beginning is the first part of a text, and how many code points it has.
func beginning(text string) (string, int) {
	n := 0
	for i := range text {
		if n == sample {
			return text[:i], n
		}
		n++
	}
	return text, n
}

// split gives the words in lower case. An apostrophe before a letter is an elision and stays with the letters before
// it; any other is a quotation mark.
func split(text string) []string {
	text = strings.ReplaceAll(strings.ToLower(text), "\u2019", "'")
	var words []string
	start := -1
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			if start < 0 {
				start = i
			}
		case start >= 0:
			end := i
			if r == '\'' && letterAt(text, i+1) {
				end++
			}
			words, start = append(words, text[start:end]), -1
		}
	}
	if start >= 0 {
		words = append(words, text[start:])
	}
	return words
}

func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[strings.ToLower(strings.ReplaceAll(w, "\u2019", "'"))] = true
	}
	return m
}

func count(words []string, in map[string]bool) int {
	n := 0
	for _, w := range words {
		if in[w] {
			n++
		}
	}
	return n
}

// share is the part of the words that is in a set, 0 to 1.
func share(words []string, in map[string]bool) float64 {
	return float64(count(words, in)) / float64(max(1, len(words)))
}
