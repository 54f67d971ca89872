package names

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"sayso/rules/token"
)

// Every character by itself and between others has the key that decomposing it gives.
func TestKeyOfEveryCharacter(t *testing.T) {
	slow := func(s string) string {
		return norm.NFC.String(withoutMarks(norm.NFD.String(strings.Join(strings.Fields(token.Fold(s)), " "))))
	}
	for c := rune(0); c < 0x3000; c++ {
		for _, s := range []string{string(c), "a" + string(c) + "b", string(c) + " é" + string(c), "É" + string(c) + "\u0301"} {
			if got := Key(s); got != slow(s) {
				t.Errorf("%q: got %q, want %q", s, got, slow(s))
			}
		}
	}
}
