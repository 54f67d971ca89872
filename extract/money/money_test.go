package money

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"sayso/extract/article"
	"sayso/extract/document"
	"sayso/extract/view"
	"sayso/extract/view/viewtest"
)

// said is what a figure is, as the traps have it.
func said(m document.Money) string {
	amount := func(f document.Figure) string {
		if f.Low != "" {
			return f.Low.String() + ".." + f.High.String()
		}
		return f.Amount.String()
	}
	s := amount(m.Figure) + " " + m.Currency
	if m.Vague {
		s = "vague " + m.Currency
	}
	if m.Qualifier != nil && !m.Vague {
		s += " " + *m.Qualifier
	}
	if m.Stated != nil {
		s += " = " + amount(m.Stated.Figure) + " " + m.Stated.Currency
	}
	for _, also := range m.AlsoStated {
		s += " = " + amount(also.Figure) + " " + also.Currency
	}
	return s
}

func TestMoneyKinds(t *testing.T) {
	viewtest.Hold(t, "money-kinds", "2020-03-03", 50, func(v *view.View) string {
		var all []string
		for _, m := range read(v) {
			all = append(all, said(m))
		}
		return strings.Join(all, "; ")
	})
}

// pieces are what texts about money are made of, right and wrong.
var pieces = strings.Fields("12 345 1,234 1.234 12,34,567 1.234.567,89 1'234 0,5 3.5 2 007 million milliards mil bi euros dollars reais $ € R$ US$ £ EUR CHF - – − — ( ) , ; / to à a e et and de from entre between 2019 crore lakh k m M cents centimes centavos 30 90 half demi et demi x% % people pounds")

// Whatever stands in a text, a figure neither begins nor ends inside a number, and no range runs the wrong way.
func TestFiguresAreWhole(t *testing.T) {
	random := rand.New(rand.NewPCG(24, 7))
	spaces := []string{" ", " ", " ", "", "\u00a0"}
	for _, lang := range viewtest.Languages {
		for range 400 {
			var b strings.Builder
			for range 3 + random.IntN(12) {
				b.WriteString(pieces[random.IntN(len(pieces))] + spaces[random.IntN(len(spaces))])
			}
			text := b.String()
			v := viewtest.Article(t, lang, article.Article{Text: text, Published: article.Published{Date: "2020-03-03", From: "input"}})
			runes := []rune(v.Text.Source)
			for _, m := range read(v) {
				if inNumber(runes, m.Start) || inNumber(runes, m.End) {
					t.Errorf("%s: %q: %q begins or ends inside a number", lang, text, m.Text)
				}
				low, _ := m.Low.Float64()
				high, _ := m.High.Float64()
				if m.Low != "" && low > high {
					t.Errorf("%s: %q: %q is from %s to %s", lang, text, m.Text, m.Low, m.High)
				}
			}
		}
	}
}

// inNumber reports whether a place in a text lies between two digits, or between a digit and a mark before another one.
func inNumber(text []rune, at int) bool {
	digit := func(i int) bool { return i >= 0 && i < len(text) && unicode.IsDigit(text[i]) }
	mark := func(i int) bool { return i >= 0 && i < len(text) && strings.ContainsRune(".,'’", text[i]) }
	return digit(at-1) && digit(at) || digit(at-1) && mark(at) && digit(at+1) || digit(at-2) && mark(at-1) && digit(at)
}

func TestAnUnknownSignIsNoDollar(t *testing.T) {
	for _, prefix := range []string{"Qx", "Zq", "XQ"} {
		if got := moneyOf(t, "en", "", "2020-03-03", "It cost "+prefix+"$40 in all."); got != "XXX 40" {
			t.Errorf("%s$: %s", prefix, got)
		}
	}
}

// A dollar is that of a country only where the article speaks of it more than of any country with other money.
func TestDollarsOfACountry(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "Le service est testé au Canada. Il plaît au Canada. La firme a offert 3 milliards de dollars.", "CAD 3000000000 or CAD,USD"},
		{"fr", "Le service est testé au Brésil et au Canada. Il plaît au Canada et au Brésil. La firme a offert 3 milliards de dollars.", "USD 3000000000"},
		{"en", "It is tested in Brazil and in Canada. Canada likes it, and Brazil. The firm offered 3 billion dollars.", "USD 3000000000"},
	} {
		if got := moneyOf(t, c.lang, "", "2020-03-03", c.text); got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

// A figure is of the day that its own clause names.
func TestFiguresAreDatedByTheirClause(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "In 2008 they paid 10 million euros for the mill.", "2008-12-31"},
		{"en", "In 2008, they paid 10 million euros for the mill.", "2008-12-31"},
		{"en", "The firm, founded in 1990, will pay 40 million euros.", "2020-03-03"},
		{"en", "The firm founded in 1990 will pay 40 million euros.", "2020-03-03"},
		{"en", "It paid 40 million euros to the firm founded in 1990.", "2020-03-03"},
		{"en", "It paid 40 million euros in 2010, then 50 million euros in 2015.", "2010-12-30 2015-12-31"},
		{"fr", "La société, fondée en 1990, va payer 40 millions d'euros.", "2020-03-03"},
		{"fr", "Elle a payé 40 millions d'euros en 2010 et 50 millions d'euros en 2015.", "2010-12-30 2015-12-31"},
		{"pt", "A empresa, fundada em 1990, vai pagar 40 milhões de euros.", "2020-03-03"},
		{"pt", "Em 2008, pagaram 10 milhões de euros pelo moinho.", "2008-12-31"},
	} {
		v := viewtest.Article(t, c.lang, article.Article{Text: c.text, Published: article.Published{Date: "2020-03-03", From: "input"}})
		var days []string
		for _, m := range readTo(v, "USD") {
			for _, x := range m.Converted {
				days = append(days, x.On)
			}
		}
		if got := strings.Join(days, " "); got != c.want {
			t.Errorf("%s: of %s, want %s", c.text, got, c.want)
		}
	}
}

// Small sums keep digits that tell something.
func TestSmallSums(t *testing.T) {
	v := viewtest.Article(t, "en", article.Article{Text: "A dong, or rather 3 Vietnamese dong, is little.", Published: article.Published{Date: "2026-09-14", From: "input"}})
	for _, m := range readTo(v, "EUR") {
		got := m.Converted[0].Amount.String()
		if !strings.HasPrefix(got, "0.000") || utf8.RuneCountInString(strings.TrimLeft(got, "0.")) < 3 {
			t.Errorf("%s is %s euros", m.Text, got)
		}
	}
}
