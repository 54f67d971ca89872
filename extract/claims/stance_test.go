package claims

import (
	"slices"
	"testing"

	"sayso/extract/document"
	"sayso/extract/view/viewtest"
)

// Of what somebody asks, each sentence that is no question says something of its own.
func TestAskingEndsWithTheQuestion(t *testing.T) {
	for _, c := range []struct{ lang, text string }{
		{"en", "“We built 120 houses for these people. Who will live in them?” asked Jane Holloway."},
		{"fr", "« Nous avons construit 120 maisons. Qui va y vivre ? », a demandé Anne Leroux."},
		{"pt", "“Construímos 120 casas. Quem vai viver nelas?”, perguntou Ana Gomes."},
	} {
		var got []string
		for _, claim := range read(viewtest.Of(t, c.lang, "", c.text)) {
			got = append(got, claim.Stance)
		}
		if want := []string{document.Asserts, document.Asks}; !slices.Equal(got, want) {
			t.Errorf("%s\n got %v, want %v", c.text, got, want)
		}
	}
}
