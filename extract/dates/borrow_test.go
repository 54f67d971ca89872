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
		{"en", "It sank on April 14-15, 1912.", "1912-04-14"},
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

// The first day of a range takes the month that is told from the day of publication.
func TestBorrowShifted(t *testing.T) {
	for lang, text := range map[string]string{
		"fr": "Du 3 au 8 du mois dernier, il a plu.",
		"pt": "De 3 a 8 do mês passado choveu.",
	} {
		if all := read(viewtest.Of(t, lang, "2025-07-10", text)); all[0].Value != "2025-06-03" {
			t.Errorf("%s: got %q", text, all[0].Value)
		}
	}
}

// The later days of a range with their year take the month from the day before; without one they stay open.
func TestLend(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"It sank on April 14-15, 1912.", "1912-04-15"},
		{"It was open on May 5, 6, 8 and 9, 2021.", "2021-05-09"},
	} {
		all := read(viewtest.Of(t, "en", "", c.text))
		if last := all[len(all)-1]; last.Value != c.want {
			t.Errorf("%s: got %q, want %q", c.text, last.Value, c.want)
		}
	}
}

// The weekend of a holiday early in the week is the one before it.
func TestWeekendOfHoliday(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Rain fell over Christmas weekend 2023.", "2023-12-23"},
		{"Rain fell over Easter weekend 2023.", "2023-04-08"},
	} {
		all := read(viewtest.Of(t, "en", "", c.text))
		if len(all) != 1 || all[0].From == nil || *all[0].From != c.want {
			t.Errorf("%s: got %+v, want %q", c.text, all, c.want)
		}
	}
}

// A day that leans on a year or month alone is some day of it.
func TestSomeDayOfAYear(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "The mill opened in October 2011. That day it rained.", "2011-10-XX"},
		{"pt", "A fábrica abriu em 1984 e chovia naquele dia.", "1984-XX-XX"},
		{"fr", "L'usine a ouvert en mai 2022 et a fermé le même jour.", "2022-05-XX"},
		{"en", "That day it rained.", "XXXX-XX-XX"},
	} {
		all := read(viewtest.Of(t, c.lang, "2023-03-30", c.text))
		if len(all) == 0 || all[len(all)-1].Value != c.want || all[len(all)-1].From != nil {
			t.Errorf("%s: got %+v, want %s", c.text, all, c.want)
		}
	}
}
