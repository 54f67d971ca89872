package dates

import (
	"testing"

	"sayso/extract/view/viewtest"
)

// A time of day falls on the day just told, else on that of publication; where another day was told too far above it may be of either,
// and stays open.
func TestDayOfAClock(t *testing.T) {
	const gap = "\n\nThe road is old.\n\nIt is narrow.\n\nFew lamps stand there.\n\n"
	for _, c := range []struct{ lang, text, want string }{
		{"en", "The lorry burned on 3 April. It was found at 4:50 p.m.", "2023-04-03T16:50"},
		{"en", "The lorry burned. It was found at 4:50 p.m.", "2023-04-11T16:50"},
		{"en", "The lorry burned on 3 April." + gap + "It was found at 4:50 p.m.", "T16:50"},
		{"en", "The lorry burned on 3 April." + gap + "The inquiry will open at 4:50 p.m.", "2023-04-11T16:50"},
		{"fr", "Le camion a brûlé le 3 avril." + gap + "Il a été retrouvé à 16h50.", "T16:50"},
		{"pt", "O camião ardeu no dia 3 de abril." + gap + "Foi encontrado às 16h50.", "T16:50"},
	} {
		all := read(viewtest.Of(t, c.lang, "2023-04-11", c.text))
		if got := all[len(all)-1].Value; got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}
