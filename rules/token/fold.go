package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold is the form under which spellings of one word meet: lower case, composed, straight apostrophes, without
// invisible marks.
func Fold(s string) string {
	if ascii(s) {
		return strings.ToLower(s)
	}
	return strings.ToLower(Exact(s))
}

// Lower is a form in lower case.
func Lower(s string) string {
	for _, r := range s {
		if r > unicode.MaxLatin1 || unicode.IsUpper(r) {
			return strings.ToLower(s)
		}
	}
	return s
}

// AppendLower appends a form in lower case.
func AppendLower(to []byte, s string) []byte {
	for _, r := range s {
		to = utf8.AppendRune(to, unicode.ToLower(r))
	}
	return to
}

// lastLatin is the last letter of Latin Extended-A: up to it, letters are composed already.
const lastLatin = '\u017f'

// appendFold appends the folded form of s.
func appendFold(to []byte, s string) []byte {
	for _, r := range s {
		composed := r <= lastLatin && unicode.IsLower(r)
		if r >= utf8.RuneSelf && r != '’' && !composed && unicode.ToLower(r) == r {
			return append(to[:0], Fold(s)...)
		}
		if r == '’' {
			r = '\''
		}
		to = utf8.AppendRune(to, unicode.ToLower(r))
	}
	return to
}

// Exact is Fold with the case kept.
func Exact(s string) string {
	if ascii(s) || plain(s) {
		return s
	}
	return respelt(s)
}

// respelt is a text with each mark in the one way that it is known by.
func respelt(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case invisible(r):
			return -1
		case r == '’' || r == '\u02bc':
			return '\''
		case isSpace(r):
			return ' '
		case r == '\u2010' || r == '\u2011':
			return '-'
		}
		return r
	}, s)
	return norm.NFC.String(s)
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// plain reports whether a text, not all of it ASCII, stands for itself: letters that are composed, no marks that are written
// in several ways, no spaces but the common one.
func plain(s string) bool {
	for _, r := range s {
		if r > lastLatin || r != ' ' && isSpace(r) || invisible(r) {
			return false
		}
	}
	return true
}

// HasUpper reports whether s holds a capital: such a form in a pack matches only as it stands.
func HasUpper(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }

// IsLower reports whether a text is as it would be in lower case.
func IsLower(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.ToLower(r) != r }) < 0
}

// IsUpper reports whether a text is as it would be in capitals.
func IsUpper(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.ToUpper(r) != r }) < 0
}

// foldedPrefix reports whether s begins with the folded form, and how many bytes of s that takes.
func foldedPrefix(s, form string) (int, bool) {
	n := 0
	for _, want := range form {
		r, size := utf8.DecodeRuneInString(s[n:])
		if r == '’' || r == '\u02bc' {
			r = '\''
		}
		if size == 0 || unicode.ToLower(r) != want {
			return 0, false
		}
		n += size
	}
	return n, true
}
