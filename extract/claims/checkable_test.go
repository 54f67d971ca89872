package claims

import (
	"sayso/extract/currency"
	"sayso/extract/dates"
	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/money"
	"sayso/extract/press"
	"sayso/extract/quantities"
	"sayso/extract/quotes"
	"sayso/extract/view"
	"sayso/extract/view/viewtest"
	"strings"
	"testing"
)

func TestCheckable(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		checkable  bool
		reasons    string
	}{
		{"en", "“We paid 3 million euros to Leeds,” said Jane Holloway.", true, "figure past_event"},
		{"en", "“Crime fell by a third because of the cameras,” said Jane Holloway.", true, "figure comparison past_event cause"},
		{"en", "“We will build it next year,” said Jane Holloway.", false, "promise"},
		{"en", "“The ruling is shameful,” said Jane Holloway.", false, "opinion"},
		{"en", "“Did Leeds pay 3 million euros?” asked Jane Holloway.", false, "figure question"},
		{"fr", "« Lyon a versé 3 millions d'euros », a déclaré Anne Leroux.", true, "figure past_event"},
		{"fr", "« Le chômage est plus fort que chez nos voisins », a déclaré Anne Leroux.", true, "comparison"},
		{"fr", "« Nous construirons le pont », a promis Anne Leroux.", false, "promise"},
		{"fr", "« La décision est scandaleuse », a déclaré Anne Leroux.", false, "opinion"},
		{"pt", "“Lisboa pagou 3 milhões de euros”, disse Ana Gomes.", true, "figure past_event"},
		{"pt", "“O desemprego é maior do que na Espanha por causa da seca”, disse Ana Gomes.", true, "comparison cause"},
		{"pt", "“Vamos construir a ponte”, disse Ana Gomes.", false, "promise"},
		{"pt", "“É preciso esperar”, disse Ana Gomes.", false, "demand"},
	} {
		all := read(viewtest.Of(t, c.lang, "2025-03-12", c.text))
		if len(all) != 1 {
			t.Errorf("%s: %d claims", c.text, len(all))
			continue
		}
		if got := all[0]; got.Checkable != c.checkable || strings.Join(got.Reasons, " ") != c.reasons {
			t.Errorf("%s\n got %v %v, want %v %s", c.text, got.Checkable, got.Reasons, c.checkable, c.reasons)
		}
	}
}

// read is the claims of a text.
func read(v *view.View) []document.Claim {
	named, country := entities.Read(v), press.Of(v)
	names, home := func() *entities.Set { return named }, func() string { return country }
	told := dates.Read(v, entities.Known(named), home)
	said, meant := quotes.Read(v, named)
	figures, days := money.Read(v, names, func() []*dates.Timex { return told }, home, money.Exchange{Rates: currency.WithEmbedded()}), dates.Records(v, told)
	all, _ := Read(v, Basis{
		Named: named, Money: figures, Dates: days, Quantities: quantities.Read(v, named, figures, days),
		Said: said, Quotes: quotes.Records(v, named, said), Meant: meant,
	})
	return all
}
