package value

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A Period is a run of whole days, both inclusive.
type Period struct{ From, To time.Time }

// IsZero reports whether no period is meant.
func (p Period) IsZero() bool { return p.From.IsZero() }

// Day is a period of one day.
func Day(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

var timex = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\d{4}|\d{3}|\d{2})(?:-(?:(\d{2})(?:-(\d{2}))?|W(\d{2})(-WE)?|Q([1-4])|H([12])|(SP|SU|FA|WI)))?(?:T.*)?$`)
})

// Interval is the period that a TIMEX3 value stands for, zero where it stands for none: a duration, a set, a
// reference, a date that is not wholly known. Seasons are those of the north and run from the 21st to the 20th; a
// reader who does not know the hemisphere leaves them open.
func Interval(v string) Period {
	m := timex().FindStringSubmatch(v)
	if m == nil {
		return Period{}
	}
	if len(m[1]) < 4 {
		return span(m[1])
	}
	y := integer(m[1])
	switch {
	case y == 0:
		return Period{}
	case m[3] != "":
		d := Day(y, integer(m[2]), integer(m[3]))
		return Period{d, d}
	case m[2] != "":
		return months(y, integer(m[2]), 1)
	case m[4] != "":
		monday := Monday(y, integer(m[4]))
		if m[5] != "" {
			return Period{monday.AddDate(0, 0, 5), monday.AddDate(0, 0, 6)}
		}
		return Period{monday, monday.AddDate(0, 0, 6)}
	case m[6] != "":
		return months(y, 3*integer(m[6])-2, 3)
	case m[7] != "":
		return months(y, 6*integer(m[7])-5, 6)
	case m[8] != "":
		start := map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}[m[8]]
		return Period{Day(y, start, 21), Day(y, start+3, 20)}
	}
	return months(y, 1, 12)
}

// Southern is a season's period of the north as that of the south: the summer of 2025 begins in December 2024.
func Southern(p Period) Period {
	return Period{p.From.AddDate(0, -6, 0), p.To.AddDate(0, -6, 0)}
}

// span is the years of a decade 199 or a century 18.
func span(v string) Period {
	low := integer((v + "00")[:4])
	high := integer((v + "99")[:4])
	return Period{Day(low, 1, 1), Day(high, 12, 31)}
}

func months(year, month, n int) Period {
	return Period{Day(year, month, 1), Day(year, month+n, 0)}
}

// Monday is the first day of an ISO week.
func Monday(year, week int) time.Time {
	fourth := Day(year, 1, 4) // always in the first week
	back := (int(fourth.Weekday()) + 6) % 7
	return fourth.AddDate(0, 0, 7*(week-1)-back)
}

// Week is the TIMEX3 value of the ISO week that a day is in.
func Week(d time.Time) string {
	y, w := d.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", y, w)
}

// Narrow is the part of a period that a modifier means: the beginning, middle or end of a month is ten days, of a year
// three, four and three months, of a decade four, three and three years, of a century ten, twenty and ten.
func Narrow(p Period, mod string) Period {
	days := int(p.To.Sub(p.From).Hours()/24) + 1
	switch {
	case p.IsZero():
		return p
	case days >= 28 && days <= 31:
		return third(p, mod, func(n int) time.Time { return p.From.AddDate(0, 0, n) }, 10, 20)
	case days >= 365 && days <= 366:
		switch mod {
		case "START":
			return Period{p.From, p.From.AddDate(0, 3, -1)}
		case "MID":
			return Period{p.From.AddDate(0, 4, 0), p.From.AddDate(0, 8, -1)}
		case "END":
			return Period{p.From.AddDate(0, 9, 0), p.To}
		}
	case days > 36000:
		return years(p, mod, 10, 40, 60, 90)
	case days > 3600:
		return years(p, mod, 4, 4, 7, 7)
	}
	return p
}

// years narrows a decade or century: its beginning ends before the year start, its middle goes from mid to late, its
// end begins with the year end.
func years(p Period, mod string, start, mid, late, end int) Period {
	switch mod {
	case "START":
		return Period{p.From, p.From.AddDate(start, 0, -1)}
	case "MID":
		return Period{p.From.AddDate(mid, 0, 0), p.From.AddDate(late, 0, -1)}
	case "END":
		return Period{p.From.AddDate(end, 0, 0), p.To}
	}
	return p
}

func third(p Period, mod string, day func(int) time.Time, first, second int) Period {
	switch mod {
	case "START":
		return Period{p.From, day(first - 1)}
	case "MID":
		return Period{day(first), day(second - 1)}
	case "END":
		return Period{day(second), p.To}
	}
	return p
}

// Seasons of a hemisphere that is not known.
var seasonEDTF = map[string]string{"SP": "21", "SU": "22", "FA": "23", "WI": "24"}

// EDTF is the ISO 8601-2 form of a TIMEX3 value, or empty where it has none.
func EDTF(v, mod string) string {
	m := timex().FindStringSubmatch(v)
	if m == nil || m[4] != "" || strings.Contains(v, "T") {
		return ""
	}
	out := (m[1] + "XX")[:4] + v[len(m[1]):]
	switch {
	case m[6] != "":
		out = m[1] + "-" + strconv.Itoa(32+integer(m[6]))
	case m[7] != "":
		out = m[1] + "-" + strconv.Itoa(39+integer(m[7]))
	case m[8] != "":
		out = m[1] + "-" + seasonEDTF[m[8]]
	}
	if mod == "APPROX" {
		out += "~"
	}
	return out
}
