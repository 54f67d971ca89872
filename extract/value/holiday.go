package value

import (
	"strings"
	"time"
)

// Holiday is the day that a holiday falls on in a year, zero where the code is none. A code is a day of the year
// (12-25), the days before or after Easter Sunday (easter, easter-2, easter+49), or the nth weekday of a month with
// Monday as 1 (11-4x4 is the fourth Thursday of November, 05-5x1 the last Monday of May).
func Holiday(code string, year int) time.Time {
	if rest, ok := strings.CutPrefix(code, "easter"); ok {
		return Easter(year).AddDate(0, 0, integer(strings.TrimPrefix(rest, "+")))
	}
	month, day, _ := strings.Cut(code, "-")
	n, weekday, nth := strings.Cut(day, "x")
	if integer(month) == 0 || integer(n) == 0 {
		return time.Time{}
	}
	if !nth {
		return Day(year, integer(month), integer(day))
	}
	return nthWeekday(year, integer(month), integer(n), integer(weekday))
}

// nthWeekday is the nth such weekday of a month; the fifth is the last one.
func nthWeekday(year, month, n, weekday int) time.Time {
	first := Day(year, month, 1)
	ahead := (weekday%7 - int(first.Weekday()) + 7) % 7
	t := first.AddDate(0, 0, ahead+7*(n-1))
	for int(t.Month()) != month {
		t = t.AddDate(0, 0, -7)
	}
	return t
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
	return Day(year, n/31, n%31+1)
}
