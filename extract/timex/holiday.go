package timex

import (
	"strconv"
	"strings"
	"time"
)

// Holiday is the day that a holiday falls on in a year, zero where the code is none. A code is a day of the year
// (12-25), the days before or after Easter Sunday (easter, easter-2, easter+49), or the nth weekday of a month with
// Monday as 1 (11-4x4 is the fourth Thursday of November, 05-5x1 the last Monday of May, which may be the fourth), with
// days on top (11-4x4+1 is the Friday after). A code for one day of history has its year (1944-06-06).
func Holiday(code string, year int) Period {
	if rest, ok := strings.CutPrefix(code, "easter"); ok {
		return DayOf(Easter(year).AddDate(0, 0, number(strings.TrimPrefix(rest, "+"))))
	}
	if t, err := time.Parse(time.DateOnly, code); err == nil {
		return DayOf(t)
	}
	month, day, _ := strings.Cut(code, "-")
	n, weekday, nth := strings.Cut(day, "x")
	if number(month) == 0 || number(n) == 0 {
		return Period{}
	}
	if !nth {
		return DayIn(year, number(month), number(n))
	}
	weekday, more, _ := strings.Cut(weekday, "+")
	at := MonthOf(year, number(month)).NthWeekday(number(n), number(weekday))
	if at.IsZero() && n == "5" {
		at = MonthOf(year, number(month)).NthWeekday(-1, number(weekday))
	}
	if at.IsZero() {
		return at
	}
	return at.Shift(number(more))
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// Easter is the Sunday of Easter in the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
func Easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return Date(year, n/31, n%31+1)
}
