package dates

import (
	"sort"
	"time"

	"sayso/extract/timex"
	"sayso/rules/token"
)

// saidOn is the day on which words were said that count a day from it, as "yesterday" does, and the id of the date that tells
// it: the one day gone by that the sentence about the quotation tells outside of its marks. The id is empty where none does.
func (c *calendar) saidOn(m *Timex) (time.Time, string) {
	q, d := c.Quotation(m.At.Start), m.Said
	if q == nil || !d.Shifted || d.Anaphoric || d.Unit != timex.Day || c.Published.IsZero() {
		return time.Time{}, ""
	}
	var tells *Timex
	for _, about := range c.around(q.Tokens) {
		for _, a := range c.within(about) {
			if tells != nil {
				return time.Time{}, ""
			}
			tells = a
		}
	}
	if tells == nil {
		return time.Time{}, ""
	}
	day := c.alone(*tells)
	if day.Grain != timex.Day || !day.To.Before(c.Published) || away(day, c.Published) > saidReach {
		return time.Time{}, ""
	}
	return day.From, tells.ID
}

// saidReach is how many days before that of publication words are looked for that were said on one.
const saidReach = 7

// around are the parts of a sentence before and behind a quotation in it.
func (c *calendar) around(q token.Range) []token.Range {
	var all []token.Range
	if start := c.Sentence(q.Start).Start; start < q.Start {
		all = append(all, token.Range{Start: start, End: q.Start})
	}
	if s := c.Sentence(q.End - 1); s.End > q.End {
		all = append(all, token.Range{Start: q.End, End: s.End})
	}
	return all
}

// within are the dates of a range that name a day by its weekday or its day of the month.
func (c *calendar) within(at token.Range) []*Timex {
	var found []*Timex
	first := sort.Search(len(c.all), func(i int) bool { return c.all[i].At.Start >= at.Start })
	for _, a := range c.all[first:] {
		if a.At.End > at.End {
			break
		}
		if bareWeekday(a.Said) || a.Said.Day > 0 && !a.Said.Clock {
			found = append(found, a)
		}
	}
	return found
}

// alone is the day that a date of the article means by itself, whatever was told before it.
func (c *calendar) alone(a Timex) timex.Period {
	a.Tense, a.Cue, a.surety = c.tense(&a)
	b, _ := c.basis(&a)
	whole, _ := b.point(a.Said)
	return whole
}
