package dates

import (
	"testing"

	"sayso/extract/view/viewtest"
)

// The same quarter of another year is a quarter, though its months alone were told; the same period is the quarter or half whose first
// and last month were.
func TestComparedPeriod(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"pt", "Entre janeiro e março a fábrica lucrou mais do que no mesmo trimestre de 2022.", "2022-Q1"},
		{"pt", "Entre janeiro e junho a fábrica lucrou mais do que em igual período de 2021.", "2021-H1"},
		{"pt", "Em março a fábrica lucrou mais do que em igual período de 2021.", "2021-03"},
		{"fr", "Entre janvier et mars, l'usine a vendu plus que sur la même période de 2022.", "2022-Q1"},
		{"fr", "En mars, l'usine a vendu plus qu'au même trimestre de 2022.", "2022-Q1"},
		{"en", "Between January and March the mill sold more than in the same period of 2022.", "2022-Q1"},
		{"en", "In February the mill sold more than in the same quarter of 2022.", "2022-Q1"},
	} {
		all := read(viewtest.Of(t, c.lang, "2023-08-04", c.text))
		if len(all) == 0 || all[len(all)-1].Value != c.want {
			t.Errorf("%s: got %+v, want %s", c.text, all, c.want)
		}
	}
}
