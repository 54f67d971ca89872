// Package names compares the forms of names: folded, shortened, by their initials, and across languages that share roots.
// It knows strings alone.
package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sayso/rules/token"
)

// Key is the form under which the mentions of one name meet: folded, single spaces, without accents.
func Key(s string) string {
	s = strings.Join(strings.Fields(token.Fold(s)), " ")
	if strings.IndexFunc(s, func(c rune) bool { return c >= utf8.RuneSelf }) < 0 {
		return s
	}
	return norm.NFC.String(withoutMarks(norm.NFD.String(s)))
}

// Words are the words of a name in lower case and without accents.
func Words(s string) []string {
	folded := strings.ToLower(withoutMarks(norm.NFKD.String(s)))
	return strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// withoutMarks drops the combining marks of a decomposed text.
func withoutMarks(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Mn, c) {
			return -1
		}
		return c
	}, s)
}

// Shortens reports whether a person's long name may be said shorter so: words of it in their order, given names as initials.
func Shortens(long, short []string) bool {
	whole := false
	for _, w := range short {
		i := slices.IndexFunc(long, func(l string) bool { return l == w || IsInitial(w) && strings.HasPrefix(l, w[:len(w)-1]) })
		if i < 0 {
			return false
		}
		whole = whole || long[i] == w
		long = long[i+1:]
	}
	return whole
}

// cognateLetters is how many letters cognates begin with alike at least.
const cognateLetters = 4

// Cognates reports whether two words begin alike for most of the shorter one: Industry, Industrie; London, Londres.
func Cognates(a, b string) bool {
	x, y := []rune(a), []rune(b)
	n := min(len(x), len(y))
	same := 0
	for same < n && x[same] == y[same] {
		same++
	}
	return same == n && len(x) == len(y) || same >= cognateLetters && 3*same >= 2*n
}
