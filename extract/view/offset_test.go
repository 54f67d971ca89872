package view

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestOffsets(t *testing.T) {
	for _, s := range []string{"", "abc", "é€𝄞x", strings.Repeat("aé€𝄞", 100), "e\u0301", "\xff\xfea"} {
		o := newOffsets(s)
		for i := 0; i <= len(s); i++ {
			if i < len(s) && !utf8.RuneStart(s[i]) || !utf8.ValidString(s) {
				continue
			}
			if got, want := o.at(i), utf8.RuneCountInString(s[:i]); got != want {
				t.Fatalf("%q at byte %d: got %d, want %d", s, i, got, want)
			}
		}
	}
}
