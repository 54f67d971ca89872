package quotes

import (
	"testing"

	"sayso/extract/view/viewtest"
)

// What is told is one statement: it is not told again of who is named as a source around the whole of it.
func TestNothingIsToldTwice(t *testing.T) {
	for lang, texts := range map[string][]string{
		"en": {
			"Jane Marlow said that the bridge was closed, according to Paul Kebir.",
			"According to Jane Marlow, the mayor said the bridge was closed.",
			"The bridge, Jane Marlow said, was closed, according to Paul Kebir.",
		},
		"fr": {"Anne Leroux a dit que le pont était fermé, selon Paul Kébir."},
		"pt": {"Ana Gomes disse que a ponte estava fechada, segundo Paulo Kébir."},
	} {
		for _, text := range texts {
			if all := read(viewtest.Of(t, lang, "", text)); len(all) != 1 {
				t.Errorf("%s\n%d statements", text, len(all))
			}
		}
	}
}
