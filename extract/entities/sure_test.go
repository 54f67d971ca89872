package entities

import (
	"testing"

	"sayso/extract/view/viewtest"
)

// A rule that is sure of its type is believed, and a body's name is also said without its last noun.
func TestSureTypes(t *testing.T) {
	for _, c := range []struct{ lang, text, name, kind string }{
		{"en", "She posted on X that the pier was closed.", "X", "organization"},
		{"fr", "Il a été condamné par le tribunal correctionnel de Lyon.", "tribunal correctionnel de Lyon", "organization"},
		{"fr", "La banque suisse Orvalec a payé. François Orvalec la dirige.", "Orvalec", "organization"},
		{"pt", "O Governo de Zorbal caiu ontem.", "Governo", "organization"},
		{"pt", "Depôs na CPI da Zorba e voltou.", "CPI da Zorba", "organization"},
		{"en", "The dean of Zorbale University spoke. In October, Zorbale announced a new course.", "Zorbale", "organization"},
	} {
		found := ""
		for _, m := range Read(viewtest.Of(t, c.lang, "", c.text)).Mentions {
			if m.Text == c.name {
				found = m.Kind
			}
		}
		if found != c.kind {
			t.Errorf("%s: %s is %q, want %s", c.text, c.name, found, c.kind)
		}
	}
}
