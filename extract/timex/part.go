package timex

import "time"

// Nth is the nth part of a grain in a period: 1 is the first, -1 the last. A week is a part of the
// month or year that has most of its days; zero where the period has no such part.
func (p Period) Nth(n int, g Grain) Period {
	if p.IsZero() || n == 0 || g == NoGrain {
		return Period{}
	}
	part := p.first(g)
	if n < 0 {
		part = p.last(g).Shift(n + 1)
	} else {
		part = part.Shift(n - 1)
	}
	if part.IsZero() || part.Intersect(p).IsZero() || g != Week && (part.From.Before(p.From) || part.To.After(p.To)) {
		return Period{}
	}
	return part
}

// First is the run of the first n parts of a grain, Last of the last n; zero where the period has not as many.
func (p Period) First(n int, g Grain) Period { return p.run(p.Nth(1, g), p.Nth(n, g)) }

// Last is the run of the last n parts of a grain.
func (p Period) Last(n int, g Grain) Period { return p.run(p.Nth(-n, g), p.Nth(-1, g)) }

func (p Period) run(a, b Period) Period {
	switch {
	case a.IsZero() || b.IsZero():
		return Period{}
	case a == b:
		return a
	case a.Grain == Month && Containing(Quarter, a.From).To.Equal(b.To) && Containing(Quarter, a.From).From.Equal(a.From):
		return Containing(Quarter, a.From)
	case (a.Grain == Month || a.Grain == Quarter) && Containing(Half, a.From).To.Equal(b.To) && Containing(Half, a.From).From.Equal(a.From):
		return Containing(Half, a.From)
	}
	return SpanOf(a.From, b.To)
}

// thursday is how many days after its first the day of a week is that tells which month or year it is one of (ISO 8601).
const thursday = 3

// first is the first unit of a grain that begins in the period.
func (p Period) first(g Grain) Period {
	c := Containing(g, p.From)
	begins := c.From
	if g == Week {
		begins = begins.AddDate(0, 0, thursday)
	}
	if !c.IsZero() && begins.Before(p.From) {
		c = c.Shift(1)
	}
	return c
}

// last is the last unit of a grain that ends in the period.
func (p Period) last(g Grain) Period {
	c := Containing(g, p.To)
	ends := c.To
	if g == Week {
		ends = c.From.AddDate(0, 0, thursday)
	}
	if !c.IsZero() && ends.After(p.To) {
		c = c.Shift(-1)
	}
	return c
}

// NthWeekday is the nth such weekday in a period, Monday 1; -1 is the last one. Zero where it has not as many.
func (p Period) NthWeekday(n, weekday int) Period {
	if p.IsZero() || n == 0 {
		return Period{}
	}
	var t time.Time
	if n > 0 {
		t = p.From.AddDate(0, 0, (weekday-Weekday(p.From)+7)%7+7*(n-1))
	} else {
		t = p.To.AddDate(0, 0, -((Weekday(p.To)-weekday+7)%7)+7*(n+1))
	}
	if !p.Contains(t) {
		return Period{}
	}
	return DayOf(t)
}

// Narrow is the part of a period that START, MID or END means: of a month ten days, of a year three, four and three
// months, of a decade four, three and three years, of a century ten, twenty and ten, of a week two, three and two days,
// of any other the first, second or third third. Of two days the first and the second are start and end, and both the middle.
// Of another modifier or a day it is the whole.
func (p Period) Narrow(mod string) Period {
	if p.IsZero() || p.Days() < 2 || mod != "START" && mod != "MID" && mod != "END" || mod == "MID" && p.Days() < 3 {
		return p
	}
	first, second := p.cuts()
	switch mod {
	case "START":
		p.To = first.AddDate(0, 0, -1)
	case "MID":
		p.From, p.To = first, second.AddDate(0, 0, -1)
	default:
		p.From = second
	}
	if mod == "MID" && p.Grain == Year { // the middle of a year is four months
		p.From = p.From.AddDate(0, 1, 0)
		p.To = p.From.AddDate(0, 4, -1)
	}
	if mod == "MID" && p.Grain == Century {
		p.From, p.To = p.From.AddDate(30, 0, 0), p.To.AddDate(-30, 0, 0)
	}
	p.Grain = Span
	return p
}

// cuts are the days on which the middle and the end of a period begin.
func (p Period) cuts() (time.Time, time.Time) {
	from := p.From
	switch p.Grain {
	case Week:
		return from.AddDate(0, 0, 2), from.AddDate(0, 0, 5)
	case Month:
		return from.AddDate(0, 0, 10), from.AddDate(0, 0, 20)
	case Quarter:
		return from.AddDate(0, 1, 0), from.AddDate(0, 2, 0)
	case Half:
		return from.AddDate(0, 2, 0), from.AddDate(0, 4, 0)
	case Season:
		return from.AddDate(0, 1, 0), from.AddDate(0, 2, 0)
	case Year:
		return from.AddDate(0, 3, 0), from.AddDate(0, 9, 0)
	case Decade:
		return from.AddDate(4, 0, 0), from.AddDate(7, 0, 0)
	case Century:
		return from.AddDate(10, 0, 0), from.AddDate(90, 0, 0)
	}
	third := max(1, p.Days()/3)
	return from.AddDate(0, 0, third), p.To.AddDate(0, 0, 1-third)
}
