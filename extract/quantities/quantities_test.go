package quantities

import (
	"fmt"
	"strings"
	"testing"

	"sayso/extract/article"
	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/view/viewtest"
)

// shown are quantities as they are compared: text, amount or range, unit, what is counted, direction.
func shown(all []document.Quantity) string {
	var parts []string
	for _, q := range all {
		amount := string(q.Amount)
		if amount == "" {
			amount = fmt.Sprintf("%s..%s", q.Low, q.High)
		}
		s := fmt.Sprintf("%s = %s %s", q.Text, amount, q.Unit)
		if q.What != nil {
			s += " " + q.What.Text
		}
		parts = append(parts, strings.TrimSpace(s+" "+q.Direction))
	}
	return strings.Join(parts, "; ")
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		// What is counted is the first noun in the plural, whatever stands before it; a word of a clause ends the search.
		{"en", "The fire killed 40 people with children.", "40 people = 40 count people"},
		{"en", "The fire killed 14 people dead tired of it.", "14 people = 14 count people"},
		{"en", "It cut 7 common dead branches and 4 other trees.", "7 common dead branches = 7 count branches; 4 other trees = 4 count trees"},
		{"en", "Another 23 with plans left.", ""},
		{"en", "They recalled 2 million of cars.", "2 million of cars = 2000000 count cars"},
		{"fr", "On compte 533 stations-service à sec.", "533 stations-service = 533 count stations-service"},
		{"fr", "Dix millions d'élèves rentrent.", "Dix millions d'élèves = 10000000 count élèves"},
		{"fr", "Sur 10 jugés, 10 jugent mal la loi.", "10 jugés = 10 count jugés"},
		{"pt", "São 200 novas camas e 10 que julgam mal.", "200 novas camas = 200 count camas"},
		// What is glued to a number makes another word of it.
		{"en", "A woman in her 20s bought a 3x lens with 802.1x cards.", ""},
		{"fr", "Une 50ene de voitures brûlait.", ""},
		// Points are those of a percentage where the text says so.
		{"en", "Rates rose 25 basis points, or 0.25 percentage points, and the team won by 15 points.",
			"25 basis points = 25 basis_point up; 0.25 percentage points = 0.25 percentage_point; 15 points = 15 count points"},
		{"pt", "O time soma 71 pontos e o desemprego subiu 2 pontos percentuais.", "71 pontos = 71 count pontos; 2 pontos percentuais = 2 percentage_point up"},
		// A minus counts, but for the dash of a list.
		{"en", "Growth was -2.3% in May.", "-2.3% = -2.3 percent"},
		{"en", "-40% of it is gone.", ""},
		{"en", "Sales were down -14.1% on the year.", "-14.1% = 14.1 percent down"},
		// Names and years count nothing.
		{"en", "The pharmacy stands in Little Five Points.", ""},
		{"en", "In all, 2019 Paris hotels closed.", ""},
	} {
		v := viewtest.Article(t, c.lang, article.Article{Text: c.text})
		if got := shown(Read(v, entities.Read(v), nil, nil)); got != c.want {
			t.Errorf("%s %q:\n got %s\nwant %s", c.lang, c.text, got, c.want)
		}
	}
}
