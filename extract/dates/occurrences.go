package dates

import (
	"time"

	"sayso/extract/timex"
	"sayso/extract/value"
)

// yearly reports whether what is said comes back once a year.
func yearly(d value.Date) bool {
	return d.Holiday != "" || d.Half > 0 || d.Quarter > 0 || d.Season != "" || d.Month > 0
}

// finer reports whether something is said that is a part of a year, a month or a week.
func finer(d value.Date) bool { return yearly(d) || d.Day > 0 || d.Weekday > 0 || d.Nth != 0 }

// inYear is what is said in a year, zero where the year has none: no 29 February, no such weekday on that day.
func inYear(d value.Date, year int, southern bool) timex.Period {
	p := timex.YearOf(year)
	switch {
	case d.Holiday != "":
		p = timex.Holiday(d.Holiday, year)
	case d.Half > 0:
		p = timex.HalfOf(year, d.Half)
	case d.Quarter > 0:
		p = timex.QuarterOf(year, d.Quarter)
	case d.Season != "":
		p = timex.SeasonIn(year, d.Season, southern)
	}
	if d.Month > 0 {
		p = timex.MonthOf(year, d.Month)
	}
	return within(d, p)
}

// within is the day or part that is said of a period; the period where no more is said.
func within(d value.Date, p timex.Period) timex.Period {
	switch {
	case p.IsZero():
		return p
	case d.Day > 0:
		p = dayWithin(d, p)
	case d.Nth != 0 && d.Weekday > 0:
		p = p.NthWeekday(d.Nth, d.Weekday)
	case d.Nth != 0:
		p = parts(d, p)
	case d.Weekday > 0 && p.Grain <= timex.Week:
		p = p.NthWeekday(1, d.Weekday)
	}
	if d.Whole != timex.NoGrain && !p.IsZero() {
		p = unitAbout(p.From, d.Whole)
	}
	return p
}

// dayWithin is a day of a month, where its weekday is the one that is told.
func dayWithin(d value.Date, p timex.Period) timex.Period {
	if p.Grain > timex.Month { // of a month that is not told
		return timex.Period{}
	}
	day := timex.DayIn(p.From.Year(), int(p.From.Month()), d.Day)
	if p.Grain == timex.Day { // a holiday, with its date beside it
		day = p
	}
	if d.Weekday > 0 && !day.IsZero() && timex.Weekday(day.From) != d.Weekday {
		return timex.Period{}
	}
	return day
}

// parts are the nth part of a period, or the run of as many of the first or last ones as are counted.
func parts(d value.Date, p timex.Period) timex.Period {
	n := count(d.Count)
	switch {
	case d.Count == "":
		return p.Nth(d.Nth, d.NthUnit)
	case n == 0:
		return timex.Period{}
	case d.Nth < 0:
		return p.Last(n, d.NthUnit)
	}
	return p.First(n, d.NthUnit)
}

// occurrences are the periods about a day that fit what is said, in order.
func occurrences(d value.Date, about time.Time, southern bool) []timex.Period {
	var all []timex.Period
	add := func(p timex.Period) {
		if !p.IsZero() {
			all = append(all, p)
		}
	}
	reach := reachOf(d)
	for n := -reach; n <= reach; n++ {
		switch {
		case yearly(d):
			add(inYear(d, about.Year()+n, southern))
		case d.Day > 0 || d.Nth != 0:
			add(within(d, timex.Containing(timex.Month, about).Shift(n)))
		case d.Weekday > 0:
			add(within(d, timex.Containing(timex.Week, about).Shift(n)))
		}
	}
	return all
}

// reachOf is how many years, months or weeks about a day are looked at: more where not all of them have such a day.
func reachOf(d value.Date) int {
	switch {
	case d.Day > 0 && d.Weekday > 0 && d.Month == 0:
		return 11
	case d.Day > 0 && d.Weekday > 0:
		return 1
	case d.Month == 2 && d.Day == 29:
		return 8
	}
	return 2
}

// unitAbout is the unit that is meant by one of a day: the weekend of a Monday to Wednesday is the one before it.
func unitAbout(day time.Time, g timex.Grain) timex.Period {
	if g == timex.Weekend && timex.Weekday(day) <= 3 {
		day = day.AddDate(0, 0, -7)
	}
	return timex.Containing(g, day)
}
