// Package printable makes texts of others fit to be shown: what would speak to a terminal, or turn the direction of what stands
// beside it, is written out.
package printable

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Escape is a text with its control and bidirectional characters written out as JSON writes them, \u001b, and bytes that are no
// UTF-8 as \x9b. Line ends and tabs stay.
func Escape(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return speaks(r) || r == utf8.RuneError }) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case speaks(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
		i += size
	}
	return b.String()
}

// speaks reports whether a character does something else than to be shown.
func speaks(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.In(r, unicode.Bidi_Control) || r == '\u2028' || r == '\u2029'
}

// MaxName is how many characters of a name are shown.
const MaxName = 200

// Name is a name as messages show it: on one line, and in its middle cut where it is long.
func Name(s string) string {
	if n := utf8.RuneCountInString(s); n > MaxName {
		runes := []rune(s)
		s = string(runes[:MaxName/2]) + "…" + string(runes[n-MaxName/2:])
	}
	return onOneLine.Replace(Escape(s))
}

var onOneLine = strings.NewReplacer("\n", `\n`, "\t", `\t`)

// A Writer escapes what is written through it.
type Writer struct{ out io.Writer }

// NewWriter is a writer to another one.
func NewWriter(out io.Writer) *Writer { return &Writer{out} }

// Write writes whole characters: what is written is text.
func (w *Writer) Write(p []byte) (int, error) {
	if _, err := io.WriteString(w.out, Escape(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}
