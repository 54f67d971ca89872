package quotes

import (
	"testing"

	"sayso/extract/view/viewtest"
)

// Each way in which a speaker is found has its measured share, and a name is surer than a guess.
func TestSpeakersHaveTheirConfidence(t *testing.T) {
	for _, c := range []struct{ how, lang, text string }{
		{"name", "en", "“It is over,” said Jane Rowe."},
		{"role", "en", "The mayor, Jane Rowe, met Mark Abbott. “It is over,” the mayor said."},
		{"pronoun", "en", "Jane Rowe came. “It is over,” she said."},
		{"previous", "pt", "Ana Prates chegou. “Acabou”, disse."},
		{"noun", "pt", "A Petrobras fecha. A empresa disse que acabou."},
		{"unnamed", "fr", "« C'est fini », a dit un passant."},
	} {
		all := read(viewtest.Of(t, c.lang, "", c.text))
		if len(all) != 1 || all[0].Speaker == nil || all[0].Speaker.How != c.how {
			t.Errorf("%s: not one statement by %s", c.text, c.how)
			continue
		}
		if sure := all[0].Speaker.Confidence; sure <= 0.5 || sure >= 1 || c.how == "name" && sure < 0.95 {
			t.Errorf("%s: confidence %v", c.how, sure)
		}
	}
}
