package value

import (
	"testing"
	"time"
)

func TestInterval(t *testing.T) {
	for v, want := range map[string]string{
		"2025":          "2025-01-01/2025-12-31",
		"2025-02":       "2025-02-01/2025-02-28",
		"2024-02-29":    "2024-02-29/2024-02-29",
		"2025-W29":      "2025-07-14/2025-07-20",
		"2020-W53":      "2020-12-28/2021-01-03",
		"2025-W29-WE":   "2025-07-19/2025-07-20",
		"2025-Q3":       "2025-07-01/2025-09-30",
		"2025-H2":       "2025-07-01/2025-12-31",
		"2024-WI":       "2024-12-21/2025-03-20",
		"199":           "1990-01-01/1999-12-31",
		"18":            "1800-01-01/1899-12-31",
		"2025-07-15TEV": "2025-07-15/2025-07-15",
		"PRESENT_REF":   "", "P3M": "", "XXXX-04": "", "XXXX-WXX-4": "", "": "",
	} {
		got := ""
		if p := Interval(v); !p.IsZero() {
			got = p.From.Format(time.DateOnly) + "/" + p.To.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", v, got, want)
		}
	}
}

func TestNarrow(t *testing.T) {
	for _, c := range []struct{ value, mod, from, to string }{
		{"2025-04", "START", "2025-04-01", "2025-04-10"},
		{"2025-04", "MID", "2025-04-11", "2025-04-20"},
		{"2025-02", "END", "2025-02-21", "2025-02-28"},
		{"2025", "START", "2025-01-01", "2025-03-31"},
		{"2024", "END", "2024-10-01", "2024-12-31"},
		{"200", "START", "2000-01-01", "2003-12-31"},
		{"19", "END", "1990-01-01", "1999-12-31"},
		{"2025-04-03", "START", "2025-04-03", "2025-04-03"},
		{"2025", "APPROX", "2025-01-01", "2025-12-31"},
	} {
		p := Narrow(Interval(c.value), c.mod)
		if got := p.From.Format(time.DateOnly); got != c.from {
			t.Errorf("%s %s: from %s, want %s", c.value, c.mod, got, c.from)
		}
		if got := p.To.Format(time.DateOnly); got != c.to {
			t.Errorf("%s %s: to %s, want %s", c.value, c.mod, got, c.to)
		}
	}
}

func TestEDTF(t *testing.T) {
	for v, want := range map[string]string{
		"2025-07-15": "2025-07-15", "2025": "2025", "2025-Q1": "2025-33", "2025-H1": "2025-40", "2024-SU": "2024-22",
		"199": "199X", "18": "18XX", "2025-W29": "", "P3M": "", "2025-07-15T18:30": "",
	} {
		if got := EDTF(v, ""); got != want {
			t.Errorf("%s: got %q, want %q", v, got, want)
		}
	}
	if got := EDTF("2019", "APPROX"); got != "2019~" {
		t.Errorf("got %s", got)
	}
}
