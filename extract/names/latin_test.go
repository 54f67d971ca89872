package names

import (
	"strings"
	"testing"
)

// The key of a text in Latin letters is what the key of any text is.
func TestLatinKey(t *testing.T) {
	var texts []string
	for c := rune(0); c <= lastLatin+2; c++ {
		texts = append(texts, string(c), "A"+string(c)+"b", " "+string(c)+" ", "É"+string(c), string(c)+"\u0301")
	}
	texts = append(texts, "", "L’Île-d’Yeu", "a\u00a0 b\n", "\u2009x", "O\u00adK", "a\xffb", strings.Repeat("Ça ", 40))
	for _, s := range texts {
		if got, ok := latinKey(nil, s); ok && string(got) != keyOfAny(s) {
			t.Errorf("%q: %q, want %q", s, got, keyOfAny(s))
		}
		if got, want := Key(s), keyOfAny(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestInitialsOfMarkedLetters(t *testing.T) {
	for name, want := range map[string]string{"École Nationale": "én", "E\u0301cole Nationale": "én", "Union des Amis": "uda", "Ça i": "ç", "": ""} {
		if got := Initials(name, func(string) bool { return false }); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
