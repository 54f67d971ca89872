package timex

import (
	"fmt"
	"time"
)

// TIMEX3 is the value of a period as TIMEX3 writes it, and where it has no form for it, as the finest unit that holds
// the whole; empty where there is none.
func (p Period) TIMEX3() string {
	if p.IsZero() {
		return ""
	}
	y, m := p.From.Year(), int(p.From.Month())
	switch p.Grain {
	case Day:
		return p.From.Format(time.DateOnly)
	case Week:
		return week(p.From)
	case Weekend:
		return week(p.From) + "-WE"
	case Month, Fortnight:
		return fmt.Sprintf("%04d-%02d", y, m)
	case Quarter:
		return fmt.Sprintf("%04d-Q%d", y, (m+2)/3)
	case Half:
		return fmt.Sprintf("%04d-H%d", y, (m+5)/6)
	case Season:
		return fmt.Sprintf("%04d-%s", p.label, p.season)
	case Year:
		return fmt.Sprintf("%04d", y)
	case Decade:
		return fmt.Sprintf("%03d", y/10)
	case Century:
		return fmt.Sprintf("%02d", y/100)
	case Years:
		return fmt.Sprintf("%04d/%04d", y, p.To.Year())
	}
	return p.cover().TIMEX3()
}

// cover is the day, month, year, decade or century that holds a span, zero where a century does not.
func (p Period) cover() Period {
	for _, g := range []Grain{Day, Month, Year, Decade, Century} {
		if c := Containing(g, p.From); c.Contains(p.To) {
			return c
		}
	}
	return Period{}
}

func week(t time.Time) string {
	y, w := t.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", y, w)
}

// The codes that EDTF has for seasons where the hemisphere is not told.
var seasonEDTF = map[SeasonOf]int{"SP": 21, "SU": 22, "FA": 23, "WI": 24}

// EDTF is the period as EDTF (ISO 8601-2, level 2) writes it, with ~ where it is approximate; weeks, of which EDTF
// knows nothing, and spans are written as intervals of days.
func (p Period) EDTF(approximate bool) string {
	if p.IsZero() {
		return ""
	}
	out := p.TIMEX3()
	y, m := p.From.Year(), int(p.From.Month())
	switch p.Grain {
	case Quarter:
		out = fmt.Sprintf("%04d-%d", y, 32+(m+2)/3)
	case Half:
		out = fmt.Sprintf("%04d-%d", y, 39+(m+5)/6)
	case Season:
		out = fmt.Sprintf("%04d-%d", p.label, seasonEDTF[p.season])
	case Decade:
		out += "X"
	case Century:
		out += "XX"
	case Week, Weekend, Fortnight, Span:
		out = p.From.Format(time.DateOnly) + "/" + p.To.Format(time.DateOnly)
	}
	if approximate {
		out += "~"
	}
	return out
}
