// Package names compares the forms of names: folded, shortened, by their initials, and across languages that share roots.
// It knows strings alone.
package names

import (
	"slices"
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sayso/rules/token"
)

// Key is the form under which the mentions of one name meet: folded, single spaces, without accents.
func Key(s string) string {
	var room [64]byte
	if key, ok := latinKey(room[:0], s); !ok {
		return keyOfAny(s)
	} else if string(key) != s {
		return string(key)
	}
	return s
}

// latinKey appends the key of a text of letters up to lastLatin, if it is one, without making the forms between.
func latinKey(to []byte, s string) (key []byte, ok bool) {
	space := false
	for _, c := range s {
		switch {
		case c == '’':
			c = '\''
		case c > lastLatin || c == '\u00ad':
			return nil, false
		case unicode.IsSpace(c):
			space = true
			continue
		}
		if space && len(to) > 0 {
			to = append(to, ' ')
		}
		space = false
		if c = unicode.ToLower(c); c > lastLatin {
			return nil, false
		}
		to = utf8.AppendRune(to, bare(c))
	}
	return to, true
}

// keyOfAny is the key of any text.
func keyOfAny(s string) string {
	s = token.Fold(s)
	s = Spaced(s)
	ascii, latin := true, true
	for _, c := range s {
		ascii, latin = ascii && c < utf8.RuneSelf, latin && c <= lastLatin
	}
	switch {
	case ascii:
		return s
	case latin:
		return withoutAccents(s)
	}
	return norm.NFC.String(withoutMarks(norm.NFD.String(s)))
}

// Spaced is a text with one common space between its words, and none around them.
func Spaced(s string) string {
	if singleSpaced(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// singleSpaced reports whether the words of a text are parted by one common space each, and nothing stands around them.
func singleSpaced(s string) bool {
	space := true // before the text, and after it
	for _, c := range s {
		if c != ' ' && unicode.IsSpace(c) || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space || s == ""
}

// lastLatin is the last letter of Latin Extended-A.
const lastLatin = '\u017f'

// known are letters up to lastLatin without their accents, those that somebody has asked for; 0 is none.
var known [lastLatin + 1]atomic.Int32

// bare is a letter up to lastLatin without its accents.
func bare(c rune) rune {
	if c < utf8.RuneSelf {
		return c
	}
	plain := known[c].Load()
	if plain == 0 {
		plain, _ = utf8.DecodeRuneInString(norm.NFC.String(withoutMarks(norm.NFD.String(string(c)))))
		known[c].Store(plain)
	}
	return plain
}

// withoutAccents is a text of letters up to lastLatin without their accents.
func withoutAccents(s string) string {
	return strings.Map(bare, s)
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
