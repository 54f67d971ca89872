package money

import (
	"fmt"
	"strings"
	"testing"

	"sayso/extract/article"
	"sayso/extract/currency"
	"sayso/extract/dates"
	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/press"
	"sayso/extract/view"
	"sayso/extract/view/viewtest"
)

// moneyOf reads one text and says of each figure what it is: "EUR 12 stated USD 13: consistent".
func moneyOf(t *testing.T, lang, address, date, text string) string {
	t.Helper()
	v := viewtest.Article(t, lang, article.Article{Text: text, URL: address, Published: article.Published{Date: date, From: "input"}})
	var all []string
	for _, m := range read(v) {
		s := m.Currency + " " + m.Amount.String()
		if m.Stated != nil {
			s += fmt.Sprintf(" = %s %s %s", m.Stated.Currency, m.Stated.Amount, m.Stated.Check.Verdict)
			if c := m.Stated.Check; c.Clue != nil {
				s += " (" + c.Clue.Text + ")"
			}
		}
		if len(m.Breakdown) > 0 {
			s += " of " + strings.Join(m.Breakdown, "+")
		}
		if len(m.Candidates) > 0 {
			s += " or " + strings.Join(m.Candidates[:2], ",")
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

func TestConversionsAreChecked(t *testing.T) {
	for _, c := range []struct{ lang, date, text, want string }{
		{"fr", "2020-03-03", "Une aide de 12 millions d'euros (soit 13,4 millions de dollars) sera versée.", "EUR 12000000 = USD 13400000 consistent"},
		{"en", "2020-03-03", "The yard cost 40 million yen ($3.7 million).", "JPY 40000000 = USD 3700000 at_odds"},
		{"en", "2020-03-03", "It cost 40 million yen ($372,856).", "JPY 40000000 = USD 372856 consistent"},
		{"pt", "2018-02-02", "A obra custou US$ 150 milhões (cerca de R$ 300 milhões no dólar da época).", "USD 150000000 = BRL 300000000 other_date (no dólar da época)"},
		{"pt", "2018-01-23", "Gastou R$ 23 mil (1,3 mil euros e US$ 5,7 mil) na viagem.", "BRL 23000 of m2+m3; EUR 1300; USD 5700"},
		{"fr", "2018-01-23", "Un trésor de 23 000 reais (1 300 euros et 5 700 dollars) a disparu.", "BRL 23000 of m2+m3; EUR 1300; USD 5700"},
		{"fr", "2019-05-03", "Un prêt de 655 milliards de francs CFA (1 milliard d'euros).", "XOF 655000000000 = EUR 1000000000 consistent or XOF,XAF"},
		{"en", "2015-02-03", "In 2008 they paid 10 million euros ($14.7 million) for the mill.", "EUR 10000000 = USD 14700000 other_date (2008)"},
		{"en", "2020-03-03", "It is worth half a billion dollars, or a quarter of a million pounds.", "USD 500000000; GBP 250000 or GBP,EGP"},
		{"en", "", "It cost 12 million euros ($13.4 million).", "EUR 12000000 = USD 13400000 no_rate"},
		{"en", "2031-03-03", "It cost 12 million euros ($13.4 million).", "EUR 12000000 = USD 13400000 no_rate"},
	} {
		if got := moneyOf(t, c.lang, "", c.date, c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// Words that several countries use for their money mean what the article's context says.
func TestCurrenciesByContext(t *testing.T) {
	for _, c := range []struct{ lang, address, text, want string }{
		{"en", "", "They raised $3 million.", "USD 3000000"},
		{"en", "https://news.example.com.au/a", "They raised $3 million.", "AUD 3000000"},
		{"en", "https://news.example.ca/a", "They raised $3 million, US$1 million of it abroad.", "CAD 3000000; USD 1000000"},
		{"en", "https://news.example.ca/a", "The mill cost US$5 million ($6.8 million).", "USD 5000000 = CAD 6800000 consistent"},
		{"en", "", "The Australian mill cost $US5 million ($7.6 million).", "USD 5000000 = AUD 7600000 consistent"},
		{"en", "", "The mill cost US$5 million ($7.2 million).", "USD 5000000 = XXX 7200000 no_rate"},
		{"en", "", "The mill cost $US5 million ($7.6 million), its owner $3 million.", "USD 5000000 = AUD 7600000 consistent; AUD 3000000"},
		{"fr", "", "Le moulin a coûté 5 M$ US, le quai 3 M$.", "USD 5000000; CAD 3000000"},
		{"fr", "https://exemple.ca/a", "Québec versera 3 milliards de dollars.", "CAD 3000000000"},
		{"fr", "", "Ottawa donne 3 millions de dollars canadiens, et 2 millions de dollars l'an prochain.", "CAD 3000000; CAD 2000000"},
		{"en", "", "Egypt will pay 3 billion pounds, Egyptian papers say.", "EGP 3000000000"},
		{"en", "", "Britain will pay 3 billion pounds.", "GBP 3000000000"},
		{"en", "", "A fine of 700 pesos was paid.", "XXX 700 or MXN,ARS"},
		{"pt", "", "O governo da Argentina pagou 700 pesos.", "ARS 700"},
		{"fr", "", "Le Sénégal a versé 3 millions de francs à Dakar.", "XOF 3000000"},
		{"fr", "", "La Suisse a versé 3 millions de francs.", "CHF 3000000"},
		{"fr", "", "En Suède, le billet vaut 300 couronnes.", "SEK 300"},
		{"en", "", "The ticket costs 3 euros, and 50 cents more on Sunday.", "EUR 3; EUR 0.5"},
		{"en", "", "India lent 40 million rupees, and Pakistan none.", "INR 40000000 or INR,PKR"},
	} {
		if got := moneyOf(t, c.lang, c.address, "2020-03-03", c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// read is the figures of an article as the record has them.
func read(v *view.View) []document.Money { return readTo(v) }

// readTo is read with conversions.
func readTo(v *view.View, to ...string) []document.Money {
	named, country := entities.Read(v), press.Of(v)
	names, home := func() *entities.Set { return named }, func() string { return country }
	told := dates.Read(v, entities.Known(named), home)
	return Read(v, names, func() []*dates.Timex { return told }, home, Exchange{Rates: currency.WithEmbedded(), To: to})
}

func TestMoneyTraps(t *testing.T) {
	viewtest.Hold(t, "money", "2020-03-03", 50, func(v *view.View) string {
		var all []string
		for _, m := range read(v) {
			all = append(all, m.Amount.String()+" "+m.Currency)
		}
		return strings.Join(all, "; ")
	})
}

// What only seems to be a figure leaves none behind it that is looked at when another one is converted.
func TestConversionBesideThings(t *testing.T) {
	v := viewtest.Of(t, "en", "2020-03-03", "The fund paid 3 million euros in March 2019. They wore 12 crowns.")
	if got := readTo(v, "USD"); len(got) != 1 || len(got[0].Converted) != 1 {
		t.Errorf("got %+v, want one figure with its conversion", got)
	}
}
