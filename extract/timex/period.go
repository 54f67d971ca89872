package timex

import "time"

// A Period is a run of whole days, both inclusive, and the unit that it is one of. Zero is none.
type Period struct {
	Grain    Grain
	From, To time.Time
	season   SeasonOf
	label    int // the year that a season is named by
}

// IsZero reports whether no period is meant.
func (p Period) IsZero() bool { return p.From.IsZero() }

// Date is a day of the calendar at midnight UTC. Days and months out of range count on, as in time.Date.
func Date(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// DayOf is the period of one day.
func DayOf(t time.Time) Period { return Period{Grain: Day, From: t, To: t} }

// DayIn is a day of a month, zero where the calendar has none.
func DayIn(year, month, day int) Period {
	t := Date(year, month, day)
	if t.Day() != day || int(t.Month()) != month {
		return Period{}
	}
	return DayOf(t)
}

// YearOf is a year, MonthOf a month of it from 1, QuarterOf a quarter from 1, HalfOf a half from 1.
func YearOf(year int) Period           { return run(Year, year, 1, 12) }
func MonthOf(year, month int) Period   { return run(Month, year, month, 1) }
func QuarterOf(year, n int) Period     { return run(Quarter, year, 3*n-2, 3) }
func HalfOf(year, n int) Period        { return run(Half, year, 6*n-5, 6) }
func DecadeOf(first int) Period        { return run(Decade, first, 1, 120) }
func CenturyOf(n int) Period           { return run(Century, 100*(n-1), 1, 1200) }
func SpanOf(from, to time.Time) Period { return Period{Grain: Span, From: from, To: to} }

// YearsOf is the two calendar years that name a season, as 2022/2023.
func YearsOf(first, last int) Period {
	return Period{Grain: Years, From: Date(first, 1, 1), To: Date(last, 12, 31)}
}

func run(g Grain, y, month, n int) Period {
	return Period{Grain: g, From: Date(y, month, 1), To: Date(y, month+n, 0)}
}

// WeekOf is an ISO week of its ISO year.
func WeekOf(year, week int) Period {
	fourth := Date(year, 1, 4) // always in the first week
	return Containing(Week, fourth.AddDate(0, 0, 7*(week-1)))
}

// Containing is the unit of a grain that a day is in; a weekend is that of the day's week, a fortnight the half of a
// month before or after its 16th.
func Containing(g Grain, t time.Time) Period {
	y, m := t.Year(), int(t.Month())
	switch g {
	case Day:
		return DayOf(t)
	case Week:
		monday := t.AddDate(0, 0, 1-Weekday(t))
		return Period{Grain: Week, From: monday, To: monday.AddDate(0, 0, 6)}
	case Weekend:
		saturday := t.AddDate(0, 0, 6-Weekday(t))
		return Period{Grain: Weekend, From: saturday, To: saturday.AddDate(0, 0, 1)}
	case Fortnight:
		if t.Day() <= 15 {
			return Period{Grain: Fortnight, From: Date(y, m, 1), To: Date(y, m, 15)}
		}
		return Period{Grain: Fortnight, From: Date(y, m, 16), To: Date(y, m+1, 0)}
	case Month:
		return MonthOf(y, m)
	case Quarter:
		return QuarterOf(y, (m+2)/3)
	case Half:
		return HalfOf(y, (m+5)/6)
	case Year:
		return YearOf(y)
	case Decade:
		return DecadeOf(y - y%10)
	case Century:
		return CenturyOf(y/100 + 1)
	}
	return Period{}
}

// Weekday is 1 for Monday to 7 for Sunday.
func Weekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// Shift is the period n units of its own grain later, or earlier where n is negative.
func (p Period) Shift(n int) Period {
	switch {
	case p.Grain == Season:
		return SeasonIn(p.label+n, p.season, p.southern())
	case p.Grain == Fortnight:
		for ; n > 0; n-- {
			p = Containing(Fortnight, p.To.AddDate(0, 0, 1))
		}
		for ; n < 0; n++ {
			p = Containing(Fortnight, p.From.AddDate(0, 0, -1))
		}
		return p
	case p.Grain.days() > 0:
		return Containing(p.Grain, p.From.AddDate(0, 0, n*p.Grain.days()))
	case p.Grain.months() > 0:
		return Containing(p.Grain, p.From.AddDate(0, n*p.Grain.months(), 0))
	}
	return p
}

// Contains reports whether a day is in the period.
func (p Period) Contains(t time.Time) bool { return !t.Before(p.From) && !t.After(p.To) }

// Days is how many days the period has.
func (p Period) Days() int { return int(p.To.Sub(p.From).Hours()/24+0.5) + 1 }

// Middle is the day in the middle of the period.
func (p Period) Middle() time.Time { return p.From.AddDate(0, 0, p.Days()/2) }

// Intersect is the days that both periods have, with the grain of the one that is wholly in the other; zero where they
// have none.
func (p Period) Intersect(q Period) Period {
	if p.IsZero() || q.IsZero() || p.To.Before(q.From) || q.To.Before(p.From) {
		return Period{}
	}
	if !p.From.Before(q.From) && !p.To.After(q.To) {
		return p
	}
	if !q.From.Before(p.From) && !q.To.After(p.To) {
		return q
	}
	out := SpanOf(p.From, p.To)
	if q.From.After(out.From) {
		out.From = q.From
	}
	if q.To.Before(out.To) {
		out.To = q.To
	}
	return out
}

// Add is the day that lies n units of a grain after a day; a month that is too short ends it on its last day.
func Add(t time.Time, n int, g Grain) time.Time {
	if m := g.months(); m > 0 {
		first := Date(t.Year(), int(t.Month())+n*m, 1)
		last := first.AddDate(0, 1, -1).Day()
		return first.AddDate(0, 0, min(t.Day(), last)-1)
	}
	return t.AddDate(0, 0, n*g.days())
}
