package extract

import (
	"testing"

	"sayso/extract/article"
)

// Whom the first statement of a text is told, and who passes it on; - is nobody.
func TestParties(t *testing.T) {
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	name := func(p *Party) string {
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
		d, err := x.Extract(article.Article{Text: c.text, Language: article.Hint{Code: c.lang, From: "input"}})
		if err != nil {
			t.Fatal(err)
		}
		if len(d.Quotes) == 0 {
			t.Errorf("%s: no statement", c.text)
			continue
		}
		q := d.Quotes[0]
		if got, relay := name(q.Addressee), name(q.Relay); got != c.addressee || relay != c.relay {
			t.Errorf("%s\n got %s and %s, want %s and %s", c.text, got, relay, c.addressee, c.relay)
		}
	}
}
