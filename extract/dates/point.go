package dates

import (
	"strconv"
	"time"

	"sayso/extract/timex"
	"sayso/extract/value"
)

// A basis is what a date leans on where its words do not tell all.
type basis struct {
	day     time.Time    // of publication, or on which a quotation was said; zero where unknown
	said    string       // the id of the date that tells the day of a quotation, else empty
	told    timex.Period // the date before that an anaphoric one leans on, zero where there is none
	carried timex.Period // the date before that lends its year or month, zero where none does
	to      direction
	surety
	southern bool
}

// What a point was resolved from.
type leaning int

const (
	onNothing leaning = iota
	onPublication
	onTold
	onCarried
)

// point is the period that a date means, zero where that stays open, and what it leans on.
func (b basis) point(d value.Date) (timex.Period, leaning) {
	switch {
	case d.ToYear > 0:
		return timex.YearsOf(d.Year, d.ToYear), onNothing
	case d.Same:
		return b.same(d)
	}
	whole, on, known := b.container(d)
	switch {
	case known && !finer(d):
		return within(d, whole), on
	case known:
		return b.part(d, whole), on
	}
	return b.occurrence(d)
}

// container is the period in which the rest is said: a year, decade or century, or one that is counted from a day.
func (b basis) container(d value.Date) (p timex.Period, on leaning, known bool) {
	switch {
	case d.Year > 0:
		return timex.YearOf(d.Year), onNothing, true
	case d.Decade > 0:
		return timex.DecadeOf(fullDecade(d.Decade)), onNothing, true
	case d.Century > 0:
		return timex.CenturyOf(d.Century), onNothing, true
	case d.Unit != timex.NoGrain && (d.Shifted || d.Nth != 0): // the first months of the year are those of this one
		p, on = b.relative(d)
		return p, on, true
	}
	return timex.Period{}, onNothing, false
}

// fullDecade is the first year of a decade: the twenties to nineties are those of the last century.
func fullDecade(n int) int {
	switch {
	case n >= 100:
		return n
	case n < 20:
		return 2000 + n
	}
	return 1900 + n
}

// part is what is said of a known container.
func (b basis) part(d value.Date, whole timex.Period) timex.Period {
	switch {
	case whole.IsZero():
		return whole
	case whole.Grain == timex.Year && yearly(d):
		return inYear(d, whole.From.Year(), b.southern)
	case d.Half > 0 && whole.Grain > timex.Year:
		return halfOf(whole, d.Half)
	case whole.Grain == timex.Weekend && d.Holiday != "":
		return whole
	}
	return within(d, whole)
}

// halfOf is one half of a decade or century.
func halfOf(p timex.Period, n int) timex.Period {
	cut := p.From.AddDate(5, 0, 0)
	if p.Grain == timex.Century {
		cut = p.From.AddDate(50, 0, 0)
	}
	if n == 1 {
		return timex.SpanOf(p.From, cut.AddDate(0, 0, -1))
	}
	return timex.SpanOf(cut, p.To)
}

// relative counts units from the day of publication, or from the date before.
func (b basis) relative(d value.Date) (timex.Period, leaning) {
	if d.Anaphoric && !d.Told && d.Unit == timex.Day && d.Shift == 0 && b.told.IsZero() && d.Part != "" && !b.day.IsZero() {
		return timex.DayOf(b.day), onPublication // of no day told: of that of the article
	}
	if d.Anaphoric {
		p := b.anaphoric(d)
		if b.to != future && !b.day.IsZero() && !b.told.IsZero() && b.told.From.Before(b.day) && p.From.After(b.day) {
			return timex.Period{}, onNothing // what is told has been: it is counted from another day
		}
		return p, onTold
	}
	if b.day.IsZero() || d.Count == open {
		return timex.Period{}, onNothing
	}
	switch {
	case d.PlusHalf && d.Unit == timex.Year:
		sign := 1
		if d.Shift < 0 {
			sign = -1
		}
		return timex.Containing(timex.Month, timex.Add(b.day, 12*d.Shift+6*sign, timex.Month)), onPublication
	case d.Unit < timex.Day:
		return timex.DayOf(b.day), onPublication
	}
	if d.Nearing {
		d = nearing(d, b.day)
	}
	if d.Unit == timex.Weekend && d.Shift == 0 && b.to == past && timex.Weekday(b.day) <= 4 {
		d.Shift = -1 // early in the week, this weekend is over where the past is told
	}
	if d.Unit == timex.Week && d.Shift == 0 && d.Mod == "START" && b.to != past && timex.Weekday(b.day) >= 6 {
		d.Shift = 1 // at the end of a week, the start of the week is that of the next
	}
	return timex.Containing(d.Unit, b.day).Shift(d.Shift), onPublication
}

// anaphoric counts units from the date before, and keeps its grain: a year before a month is a month. A day counted from
// a month stays open.
func (b basis) anaphoric(d value.Date) timex.Period {
	from := b.told
	n := d.Shift
	if d.Count != "" {
		n *= count(d.Count)
	}
	switch {
	case from.IsZero() || d.Count == open || d.Unit < timex.Day:
		return timex.Period{}
	case from.Grain > d.Unit && !(from.Grain == timex.Season && d.Unit == timex.Month):
		return timex.Period{}
	case d.Count == "":
		return timex.Containing(d.Unit, from.From).Shift(n)
	case from.Grain == timex.Day || from.Grain == timex.Month || from.Grain == timex.Quarter || from.Grain == timex.Half || from.Grain == timex.Year:
		return timex.Containing(from.Grain, timex.Add(from.From, n, d.Unit))
	}
	return timex.Containing(d.Unit, from.From).Shift(n)
}

// same is the part of the date before in the year that is told: the same quarter a year earlier.
func (b basis) same(d value.Date) (timex.Period, leaning) {
	if d.Anaphoric && !b.told.IsZero() && b.told.Grain < timex.Year {
		return b.told.Shift(years(b.told, d.Shift)), onTold
	}
	d.Anaphoric = false
	whole, on, known := b.container(d)
	switch {
	case !known || whole.Grain != timex.Year:
		return timex.Period{}, onNothing
	case b.told.IsZero() || b.told.Grain >= timex.Year:
		return whole, on
	}
	return b.told.Shift(years(b.told, whole.From.Year()-b.told.From.Year())), onTold
}

// years is how many units of a period make so many years.
func years(p timex.Period, n int) int {
	switch p.Grain {
	case timex.Month:
		return 12 * n
	case timex.Quarter:
		return 4 * n
	case timex.Half:
		return 2 * n
	case timex.Season:
		return n
	}
	return 0
}

// occurrence is the one that is meant of those that come back every year, month or week.
func (b basis) occurrence(d value.Date) (timex.Period, leaning) {
	switch {
	case d.Event: // one Sunday, any of them
		return timex.Period{}, onNothing
	case !b.carried.IsZero() && yearly(d) && !b.afterTold(d).IsZero():
		return b.afterTold(d), onCarried
	case !b.carried.IsZero() && d.Weekday > 0 && d.Day == 0:
		return choose(occurrences(d, b.carried.From, b.southern), b.carried.From, next), onCarried
	case !b.carried.IsZero() && b.carried.Grain < timex.Year:
		return choose(occurrences(d, b.carried.From, b.southern), b.carried.From, nearest), onCarried
	case b.day.IsZero():
		return timex.Period{}, onNothing
	}
	to := b.direction(d)
	if d.Day > 0 && d.Weekday > 0 && !d.Shifted { // the weekday tells which, whatever the verb
		to = nearest
	}
	all := occurrences(d, b.day, b.southern)
	if len(all) == 0 { // no such weekday on that day: the article errs
		d.Weekday = 0
		all, to = occurrences(d, b.day, b.southern), b.direction(d)
	}
	if to == nearest && yearly(d) && !d.Shifted {
		to = b.leaning(all)
	}
	return meant(all, b.day, to, b.firm || !yearly(d)), onPublication
}

// leaning is on which side of the day a date lies of which no verb surely tells: behind it where one farther off tells the
// past, and the last one is hardly farther than the next one.
func (b basis) leaning(all []timex.Period) direction {
	close, before := choose(all, b.day, nearest), choose(all, b.day, past)
	if b.behind && away(close, b.day) > nearby && !before.IsZero() && away(before, b.day) < 2*away(close, b.day) {
		return past
	}
	return nearest
}

// afterTold is what is said in the year of the date before, or in the next one where a year's last weeks are told and
// this is one of its first.
func (b basis) afterTold(d value.Date) timex.Period {
	from := b.carried
	p := inYear(d, from.From.Year(), b.southern)
	if from.Grain < timex.Year && from.From.Month() >= 11 && !p.IsZero() && p.To.Month() <= 2 {
		return inYear(d, from.From.Year()+1, b.southern)
	}
	return p
}

// direction is what the words of a date say, else what its verb tells.
func (b basis) direction(d value.Date) direction {
	switch {
	case d.Shifted && d.Shift < 0:
		return last
	case d.Shifted && d.Shift > 0:
		return next
	case d.Shifted && d.Weekday > 0 && away(choose(occurrences(d, b.day, b.southern), b.day, nearest), b.day) <= 1:
		return nearest // this Thursday, told on a Wednesday
	case d.Shifted && b.to == past && d.Weekday == 0: // this summer, of which something is told already
		return nearest
	case (d.Quarter > 0 || d.Half > 0) && b.to == nearest && !d.Shifted:
		return past
	}
	return b.to
}

// open is the count of what is not counted.
const open = "X"

func count(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
