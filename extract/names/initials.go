package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/rules/token"
)

// IsAcronym reports whether a form is two capitals or more, with full stops or without, and nothing else.
func IsAcronym(form string) bool {
	n := 0
	for _, c := range form {
		switch {
		case unicode.IsUpper(c):
			n++
		case c != '.':
			return false
		}
	}
	return n > 1
}

// IsMixedAcronym reports whether a form of one word has two capitals or more among its letters, none of them after a small one but
// behind a hyphen: Brav-M.
func IsMixedAcronym(form string) bool {
	n, before := 0, '-'
	for _, c := range form {
		if unicode.IsUpper(c) {
			if unicode.IsLower(before) {
				return false
			}
			n++
		}
		before = c
	}
	return n > 1 && !strings.Contains(form, " ")
}

// Letters is an acronym without its full stops and hyphens, folded.
func Letters(acronym string) string {
	return token.Fold(stops.Replace(acronym))
}

// stops are the marks within an acronym.
var stops = strings.NewReplacer(".", "", "-", "")

// IsInitial reports whether a word is a letter with a full stop.
func IsInitial(w string) bool { return len([]rune(w)) == 2 && strings.HasSuffix(w, ".") }

// Initials is the first letters of a name's words, folded. Words of one letter count for nothing, nor do those in lower
// case that a language has in every text, which functional tells.
func Initials(name string, functional func(word string) bool) string {
	var room [32]byte
	first := room[:0]
	for w := range strings.FieldsFuncSeq(name, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) }) {
		if utf8.RuneCountInString(w) < 2 || !strings.ContainsFunc(w, isRaised) && functional(w) {
			continue
		}
		first = utf8.AppendRune(first, initialOf(w))
	}
	return string(first)
}

// initialOf is the first letter of a word, folded.
func initialOf(word string) rune {
	c, size := utf8.DecodeRuneInString(word)
	if next, _ := utf8.DecodeRuneInString(word[size:]); c < utf8.RuneSelf && next <= lastLatin { // no mark of it follows
		return unicode.ToLower(c)
	}
	c, _ = utf8.DecodeRuneInString(token.Fold(word))
	return c
}

// isRaised reports whether a letter is no small one.
func isRaised(c rune) bool { return unicode.ToLower(c) != c }

// linkLetters is how many letters a word has at most that mostly links others: of, para.
const linkLetters = 3

// IsLink reports whether a word is so short that it mostly links others.
func IsLink(word string) bool { return len([]rune(word)) <= linkLetters }

// Spells reports whether the only word of a is the initials of b's words, with those that link others or without.
func Spells(a, b []string) bool {
	if len(a) != 1 || len(b) < 2 {
		return false
	}
	var all, strong strings.Builder
	for _, w := range b {
		first := string([]rune(w)[:1])
		all.WriteString(first)
		if !IsLink(w) {
			strong.WriteString(first)
		}
	}
	return a[0] == all.String() || a[0] == strong.String()
}
