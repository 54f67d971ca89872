package quotes

import (
	"sayso/extract/document"
	"sayso/extract/view/viewtest"
	"testing"
)

// Whom the first statement of a text is told, and who passes it on; - is nobody.
func TestParties(t *testing.T) {
	name := func(p *document.Party) string {
		if p == nil {
			return "-"
		}
		return p.Name
	}
	for _, c := range []struct{ lang, text, addressee, relay string }{
		{"fr", "« Le pont est cher », a déclaré Anne Leroux à l'AFP.", "AFP", "-"},
		{"fr", "« Le pont est cher », a déclaré Anne Leroux aux journalistes.", "journalistes", "-"},
		{"fr", "« Le pont est cher », a déclaré Anne Leroux à Lyon.", "-", "-"},
		{"fr", "Le pont est cher, a dit Anne Leroux, citée par Le Monde.", "-", "Le Monde"},
		{"en", "“It is expensive,” Jane Marlow told the BBC.", "BBC", "-"},
		{"en", "“It is expensive,” said Jane Marlow in Leeds.", "-", "-"},
		{"en", "Jane Marlow told reporters that it was over.", "reporters", "-"},
		{"en", "“It is expensive,” said Jane Marlow, quoted by Reuters.", "-", "Reuters"},
		{"pt", "«A ponte é cara», disse Ana Gomes aos jornalistas.", "jornalistas", "-"},
		{"pt", "A ponte é cara, disse Ana Gomes, citada pela Lusa.", "-", "Lusa"},
		{"pt", "«A ponte é cara», disse Ana Gomes em Lisboa.", "-", "-"},
	} {
		all := read(viewtest.Of(t, c.lang, "", c.text))
		if len(all) == 0 {
			t.Errorf("%s: no statement", c.text)
			continue
		}
		q := all[0]
		if got, relay := name(q.Addressee), name(q.Relay); got != c.addressee || relay != c.relay {
			t.Errorf("%s\n got %s and %s, want %s and %s", c.text, got, relay, c.addressee, c.relay)
		}
	}
}
