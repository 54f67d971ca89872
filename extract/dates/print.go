package dates

import (
	"fmt"

	"sayso/extract/timex"
	"sayso/extract/value"
)

// write is the TIMEX3 value of a date that means a period, or of what is said where the period is open.
func write(d value.Date, whole timex.Period) string {
	out := whole.TIMEX3()
	switch {
	case d.Before && d.Century > 0:
		return fmt.Sprintf("BC%02d", d.Century-1)
	case d.Before:
		return fmt.Sprintf("BC%04d", d.Year)
	case whole.IsZero() && d.Count == open && !d.Anaphoric && d.Shifted:
		return reference(d)
	case whole.IsZero() && (d.Clock || d.Part != ""):
		out = openDay(d)
	case whole.IsZero():
		out = openValue(d)
	}
	switch {
	case d.Clock:
		return out + timex.Clock(d.Hour, d.Minute)
	case d.Part != "":
		return out + timex.Daypart(d.Part)
	}
	return out
}

// reference is the past or future where how far is not counted.
func reference(d value.Date) string {
	if d.Shift < 0 || d.Tense == "past" {
		return "PAST_REF"
	}
	return "FUTURE_REF"
}

// openValue is what is said with its open digits.
func openValue(d value.Date) string {
	o := timex.Open{Year: d.Year, Month: d.Month, Day: d.Day, Weekday: d.Weekday, Quarter: d.Quarter, Half: d.Half, Season: d.Season, Unit: d.Unit}
	if d.Nth != 0 {
		o.Unit, o.Weekday = d.NthUnit, d.Weekday
	}
	return o.TIMEX3()
}

// openDay is the day of a time of day: of one time whose day is open nothing, of one that comes back every day.
func openDay(d value.Date) string {
	switch v := openValue(d); {
	case v != "XXXX":
		return v
	case d.Type == "TIME":
		return ""
	}
	return timex.Open{Unit: timex.Day}.TIMEX3()
}

// length is the value of a length of time.
func length(d value.Date) string {
	l := timex.Length{Count: d.Count, Unit: d.Unit}
	if d.More != "" {
		l.More = &timex.Length{Count: d.More, Unit: d.MoreUnit}
		if d.Least != "" {
			l.More.More = &timex.Length{Count: d.Least, Unit: d.LeastUnit}
		}
	}
	if d.PlusHalf {
		l = l.Half()
	}
	return l.TIMEX3()
}

// set is the value of something that comes back.
func set(d value.Date) string {
	switch {
	case d.Weekday > 0 && d.Count == "":
		return write(value.Date{Weekday: d.Weekday, Clock: d.Clock, Hour: d.Hour, Minute: d.Minute, Part: d.Part}, timex.Period{})
	case d.Season != "" || d.Month > 0 || d.Clock || d.Part != "":
		return write(value.Date{Season: d.Season, Month: d.Month, Day: d.Day, Clock: d.Clock, Hour: d.Hour, Minute: d.Minute, Part: d.Part}, timex.Period{})
	case d.Weekday > 0:
		return timex.Length{Count: d.Count, Unit: timex.Week}.TIMEX3()
	case d.Count == "":
		d.Count = "1"
	}
	return length(d)
}
