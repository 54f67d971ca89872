package dates

import (
	"testing"

	"sayso/extract/view/viewtest"
)

// A date takes its year from the one after it in a list or a range, and from none that stands farther off.
func TestBorrow(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "It was open in May and June 2019.", "2019-05"},
		{"en", "It was open from 3 to 8 June 2019.", "2019-06-03"},
		{"en", "In May the town said that the old bridge by the mill would be built anew in June 2019.", ""},
		{"fr", "Il fut ouvert en mai et en juin 2019.", "2019-05"},
		{"fr", "En mai, la ville a dit que le vieux pont du moulin serait rebâti de neuf en juin 2019.", ""},
		{"pt", "Esteve aberto em maio e em junho de 2019.", "2019-05"},
		{"pt", "Em maio, a vila disse que a velha ponte do moinho seria feita de novo em junho de 2019.", ""},
	} {
		all := read(viewtest.Of(t, c.lang, "", c.text))
		if len(all) < 2 {
			t.Errorf("%s: %d dates", c.text, len(all))
			continue
		}
		got := ""
		if all[0].From != nil {
			got = all[0].Value
		}
		if got != c.want {
			t.Errorf("%s: got %q (%s), want %q", c.text, got, all[0].Value, c.want)
		}
	}
}
