package dates

import (
	"testing"

	"sayso/extract/view/viewtest"
)

// A weekday of which no verb tells is the one that the article told before, where that one is not nearly a week gone.
func TestWeekdayToldAlready(t *testing.T) {
	for _, c := range []struct{ lang, published, text, want string }{
		{"en", "2025-03-13", "The bridge closed on Monday.\n\nMonday: a walk by the river.", "2025-03-10"},
		{"en", "2025-03-14", "The bridge closed on Saturday.\n\nSaturday: a walk by the river.", "2025-03-15"},
		{"fr", "2025-03-13", "Le pont a fermé lundi.\n\nLundi : promenade au bord de la rivière.", "2025-03-10"},
		{"fr", "2025-03-14", "Le pont a fermé samedi.\n\nSamedi : promenade au bord de la rivière.", "2025-03-15"},
	} {
		all := read(viewtest.Of(t, c.lang, c.published, c.text))
		if len(all) != 2 {
			t.Errorf("%s: %d dates", c.text, len(all))
			continue
		}
		if got := all[1].Value; got != c.want {
			t.Errorf("%s: got %s after %s, want %s", c.text, got, all[0].Value, c.want)
		}
	}
}
