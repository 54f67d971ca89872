package output

import (
	"strings"
	"testing"
)

func TestAnnotatedText(t *testing.T) {
	got := written(t, "annotated", Terminal{Width: 60}, reported())
	want := `Le pont <fermé>
example.org · 4 March 2025 · French

[Anne Vasseur e1], la maire, a parlé à [Lyon e2] d'environ
[12 millions d'euros m1] ([13,4 M$ m1]) en [avril d1].

« [Il faut agir q1] », dit Vasseur.
NOTE    a [31mred[0m warning
`
	if strings.ReplaceAll(got, "  NOTE", "NOTE") != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAnnotatedTextInColour(t *testing.T) {
	got := written(t, "annotated", Terminal{Width: 60, Colour: true}, reported())
	for _, want := range []string{"\x1b[33mAnne\x1b[0m \x1b[33mVasseur\x1b[0m,", "\x1b[32m12\x1b[0m \x1b[32mmillions\x1b[0m", "\x1b[1mIl\x1b[0m"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
	for line := range strings.Lines(got) {
		if strings.Count(line, "\x1b[0m") < strings.Count(line, "\x1b[3") {
			t.Errorf("a style runs over the end of %q", line)
		}
	}
}
