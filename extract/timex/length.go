package timex

import (
	"strconv"
	"strings"
)

// A Length is how long something takes: so many of a unit and so many of a finer one. A count is digits, with a point
// for fractions, or X where it is open.
type Length struct {
	Count string
	Unit  Grain
	More  *Length // what comes on top, in a finer unit
}

var lengthLetters = map[Grain]string{
	Second: "S", Minute: "M", Hour: "H", Day: "D", Weekend: "WE", Week: "W", Month: "M", Quarter: "Q", Year: "Y", Decade: "DE", Century: "CE",
}

// TIMEX3 is the length as TIMEX3 writes it, as P3M, PT1H30M or PXY; empty without a unit.
func (l Length) TIMEX3() string {
	date, clock := "", ""
	for part := &l; part != nil; part = part.More {
		count, unit := part.plain()
		letter := lengthLetters[unit]
		if letter == "" || count == "" {
			return ""
		}
		if unit <= Hour {
			clock += count + letter
		} else {
			date += count + letter
		}
	}
	if clock != "" {
		return "P" + date + "T" + clock
	}
	return "P" + date
}

// plain is the count and unit that TIMEX3 has a letter for: decades and centuries count in years, halves and fortnights
// in months and weeks.
func (l Length) plain() (string, Grain) {
	factor, unit := 1, l.Unit
	if l.Count = strings.TrimLeft(l.Count, "0"); l.Count == "" || l.Count[0] == '.' {
		l.Count = "0" + l.Count
	}
	switch l.Unit {
	case Decade, Century:
		factor, unit = l.Unit.years(), Year
	case Half, Season:
		factor, unit = 6, Month
		if l.Unit == Season {
			factor = 3
		}
	case Fortnight:
		factor, unit = 2, Week
	}
	if l.Count == "X" {
		if unit == Year {
			return l.Count, l.Unit
		}
		return l.Count, unit
	}
	if factor == 1 {
		return l.Count, unit
	}
	n, err := strconv.ParseFloat(l.Count, 64)
	if err != nil {
		return "", unit
	}
	return strconv.FormatFloat(n*float64(factor), 'f', -1, 64), unit
}

// Half is the length with half a unit more: of an hour 30 minutes, of a year 6 months, of a minute 30 seconds, of a
// decade 5 years, of a century 50; of other units as a decimal.
func (l Length) Half() Length {
	finer := map[Grain]Length{Minute: {"30", Second, nil}, Hour: {"30", Minute, nil}, Year: {"6", Month, nil}, Day: {"12", Hour, nil}}
	f, ok := finer[l.Unit]
	switch {
	case ok && (l.Count == "" || l.Count == "0"):
		return f
	case ok:
		l.More = &f
		return l
	case l.Count == "" || l.Count == "0":
		l.Count = "0.5"
	case strings.Trim(l.Count, "0123456789") == "":
		l.Count += ".5"
	}
	return l
}
