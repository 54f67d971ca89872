package value

import (
	"testing"
	"time"
)

func TestHoliday(t *testing.T) {
	for _, c := range []struct {
		code string
		year int
		want string
	}{
		{"12-25", 2025, "2025-12-25"},
		{"easter", 2025, "2025-04-20"}, {"easter", 2024, "2024-03-31"}, {"easter", 1818, "1818-03-22"}, {"easter", 2038, "2038-04-25"},
		{"easter-2", 2023, "2023-04-07"}, {"easter+49", 1999, "1999-05-23"}, {"easter-47", 2025, "2025-03-04"},
		{"11-4x4", 2025, "2025-11-27"}, {"11-4x4", 1999, "1999-11-25"}, {"05-5x1", 2025, "2025-05-26"}, {"09-1x1", 2025, "2025-09-01"},
	} {
		if got := Holiday(c.code, c.year).Format(time.DateOnly); got != c.want {
			t.Errorf("%s %d: %s, want %s", c.code, c.year, got, c.want)
		}
	}
	for _, code := range []string{"", "x", "12", "0-5"} {
		if got := Holiday(code, 2025); !got.IsZero() {
			t.Errorf("%q: %s", code, got)
		}
	}
}
