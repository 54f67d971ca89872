package claims

import (
	"testing"

	"sayso/extract/view/viewtest"
)

// What a headline claims and the first paragraph claims again in more words is one claim with two places, unless one denies it.
func TestTwins(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		claims     int
	}{
		{"en", "Leeds bank lost 40 jobs in May\n\nThe old bank of Leeds lost 40 jobs in May of last year.", 1},
		{"en", "Leeds bank lost 40 jobs in May\n\nThe old bank of Leeds never lost 40 jobs in May of last year.", 2},
		{"fr", "La banque de Lyon a perdu 40 emplois\n\nLa vieille banque de Lyon a perdu 40 emplois en mai.", 1},
		{"pt", "O banco de Braga perdeu 40 empregos\n\nO velho banco de Braga perdeu 40 empregos em maio.", 1},
	} {
		all := read(viewtest.Of(t, c.lang, "2025-07-15", c.text))
		if len(all) != c.claims || c.claims == 1 && len(all[0].Also) != 1 {
			t.Errorf("%q\n got %+v", c.text, all)
		}
	}
}
