package timex

import "fmt"

// Open are the fields of a date that is not wholly known: in TIMEX3 an X stands for each digit that is open. Zero is
// not known.
type Open struct {
	Year, Month, Day, Weekday, Quarter, Half int
	Season                                   SeasonOf
	Unit                                     Grain // where nothing but the unit is known
}

// TIMEX3 is the value with its open digits.
func (o Open) TIMEX3() string {
	year := "XXXX"
	if o.Year > 0 {
		year = fmt.Sprintf("%04d", o.Year)
	}
	switch {
	case o.Day > 0 && o.Month > 0:
		return fmt.Sprintf("%s-%02d-%02d", year, o.Month, o.Day)
	case o.Day > 0:
		return fmt.Sprintf("%s-XX-%02d", year, o.Day)
	case o.Weekday > 0:
		return fmt.Sprintf("%s-WXX-%d", year, o.Weekday)
	case o.Month > 0 && o.Unit == Day:
		return fmt.Sprintf("%s-%02d-XX", year, o.Month)
	case o.Month > 0:
		return fmt.Sprintf("%s-%02d", year, o.Month)
	case o.Quarter > 0:
		return fmt.Sprintf("%s-Q%d", year, o.Quarter)
	case o.Half > 0:
		return fmt.Sprintf("%s-H%d", year, o.Half)
	case o.Season != "":
		return year + "-" + string(o.Season)
	}
	switch o.Unit {
	case Day, Hour, Minute, Second:
		return year + "-XX-XX"
	case Week, Fortnight:
		return year + "-WXX"
	case Weekend:
		return year + "-WXX-WE"
	case Month:
		return year + "-XX"
	case Quarter:
		return year + "-QX"
	case Half:
		return year + "-HX"
	case Decade:
		return "XXX"
	case Century:
		return "XX"
	}
	return year
}

// Clock is a time of day, as T14:30; Daypart one of its parts by its TIMEX3 code, as TMO.
func Clock(hour, minute int) string { return fmt.Sprintf("T%02d:%02d", hour, minute) }

// Daypart is a part of a day by its code, MO, MI, AF, EV, NI or DT, as TIMEX3 appends it to a day.
func Daypart(code string) string { return "T" + code }
