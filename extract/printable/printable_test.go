package printable

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"caf\u00e9\n\tau lait": "caf\u00e9\n\tau lait",
		"\x1b[2J\x1b]0;x\x07":  `\u001b[2J\u001b]0;x\u0007`,
		"a\u202etxt.exe":       `a\u202etxt.exe`,
		"a\u2066b\u2069\u200f": `a\u2066b\u2069\u200f`,
		"\u009b31m\x7f":        `\u009b31m\u007f`,
		"\x9b31m\xff":          `\x9b31m\xff`,
		"a\rb":                 `a\u000db`,
		"\ufffd":               "\ufffd",
	} {
		if got := Escape(in); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
		var b bytes.Buffer
		if n, err := NewWriter(&b).Write([]byte(in)); n != len(in) || err != nil || b.String() != want {
			t.Errorf("%q is written as %s", in, &b)
		}
	}
}

func TestName(t *testing.T) {
	if got, want := Name("a\nb\r\x1bc"), `a\nb\u000d\u001bc`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	long := Name(strings.Repeat("\u00e9", 10000) + ".txt")
	if n := utf8.RuneCountInString(long); n != MaxName+1 || !strings.HasSuffix(long, "\u00e9.txt") {
		t.Errorf("%d characters: %s", n, long)
	}
}
