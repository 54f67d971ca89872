package value

import "testing"

// Years of two digits are of this century up to 49, of the last one from 50 on.
func TestYear(t *testing.T) {
	for s, want := range map[string]int{"00": 2000, "24": 2024, "49": 2049, "50": 1950, "79": 1979, "99": 1999, "1850": 1850} {
		if got := year(s); got != want {
			t.Errorf("%s: %d, want %d", s, got, want)
		}
	}
}

// The second year of a pair is the next one that ends so.
func TestToYear(t *testing.T) {
	for _, c := range []struct {
		first int
		s     string
		want  int
	}{{2019, "20", 2020}, {1999, "00", 2000}, {1999, "02", 2002}, {2019, "2021", 2021}, {2018, "18", 2018}} {
		if got := ToYear(c.first, c.s); got != c.want {
			t.Errorf("%d and %s: %d, want %d", c.first, c.s, got, c.want)
		}
	}
}
