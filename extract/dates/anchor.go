package dates

import (
	"slices"
	"time"

	"sayso/extract/timex"
	"sayso/extract/value"
)

// How many paragraphs after a date another one may lean on it, and a clock time fall on its day.
const (
	anchorReach = 3
	clockReach  = 2
)

// leantOn is the date before that an anaphoric one leans on: the last one that is fine enough to count from.
func (c *calendar) leantOn(m *Timex) *Timex {
	d := m.Said
	if !d.Anaphoric && !d.Same || d.Event {
		return nil
	}
	for _, a := range slices.Backward(c.leanable(m)) {
		g := a.Whole.Grain
		switch {
		case !c.audible(a, m) || d.Same && a.Said.Same && a.Said.Anaphoric: // two in a row lean on one date
		case c.Paragraph(m.At.Start)-c.Paragraph(a.At.Start) > anchorReach:
			return nil
		case d.Unit == timex.Day && d.Shift == 0 && c.Paragraph(m.At.Start) > c.Paragraph(a.At.Start)+1:
			return nil
		case d.Same && timex.Month <= g && g < timex.Year:
			return a
		case !d.Same && g <= max(d.Unit, timex.Day):
			return a
		}
	}
	return nil
}

// coarsely is what is said of a day that leans on a date before it, with the year and month that the paragraph told before it: "that
// day" after 1984 alone is some day of 1984.
func (c *calendar) coarsely(m *Timex) value.Date {
	d := m.Said
	if !d.Anaphoric || d.Event || d.Unit != timex.Day || d.Shift != 0 || d.Count != "" || d.Part != "" || d.Clock {
		return d
	}
	for _, a := range slices.Backward(c.lately()) {
		g := a.Whole.Grain
		switch {
		case c.Paragraph(a.At.Start) != c.Paragraph(m.At.Start):
			return d
		case !c.audible(a, m):
			continue
		case g == timex.Month:
			d.Month = int(a.Whole.From.Month())
			d.Year = a.Whole.From.Year()
		case g == timex.Year:
			d.Year = a.Whole.From.Year()
		}
		return d
	}
	return d
}

// lender is the date before that lends its year to one without, or its month to a day: its neighbour in a list or range,
// or one in the same paragraph that told another year than that of publication.
func (c *calendar) lender(m *Timex) *Timex {
	d := m.Said
	if c.nextWeekday(m) {
		return c.prior
	}
	if d.Shifted || d.Year > 0 || !yearly(d) && d.Day == 0 {
		return nil
	}
	if a := c.sameDay(m); a != nil {
		return a
	}
	a := c.lastAnchor(m)
	if c.chronicled(a, m) {
		return a
	}
	switch {
	case a == nil:
		return nil
	case a.Whole.Grain > timex.Year || c.Paragraph(a.At.Start) != c.Paragraph(m.At.Start):
		return nil
	case !yearly(d):
		if d.Weekday == 0 && a.Whole.Grain <= timex.Month {
			return a
		}
		return nil
	case m.Tense == "future" && a.Tense == "past": // signed in June, it takes effect in March
		return nil
	case a == c.prior && c.neighbours(a, m) && a.Whole.Grain < timex.Year && a.Whole.Grain != timex.Week:
		return a
	case m.Tense == "future" || d.Tense != "" || !c.frames(a, m):
		return nil
	}
	if a.framing && (c.Published.IsZero() || a.Whole.From.Year() < c.Published.Year()) {
		m.framing = true
		return a
	}
	return nil
}

// nextWeekday reports whether a weekday is the next member of a list or range of weekdays.
func (c *calendar) nextWeekday(m *Timex) bool {
	a, d := c.prior, m.Said
	return a != nil && c.neighbours(a, m) && bareWeekday(d) && bareWeekday(a.Said) && !a.Whole.IsZero() && a.Said.Type == d.Type
}

// bareWeekday reports whether a weekday is all that is said of a day.
func bareWeekday(d value.Date) bool {
	return d.Weekday > 0 && d.Day == 0 && d.Nth == 0 && d.Unit == timex.NoGrain && !d.Shifted && !d.Each && !d.Clock
}

// settledSide is on which side of the day of publication a weekday lies of which no verb beside it tells: where the
// article told it before, as one gone by or one to come.
func (c *calendar) settledSide(m *Timex) direction {
	d := m.Said
	if !bareWeekday(d) || m.Tense != "" {
		return nearest
	}
	for _, a := range slices.Backward(c.lately()) {
		if a.Said.Weekday != d.Weekday || a.Whole.Grain != timex.Day {
			continue
		}
		switch near := away(a.Whole, c.Published); {
		case a.Tense == "past" && a.Whole.To.Before(c.Published) && near <= halfWeek:
			return past
		case a.Tense == "future" && a.Whole.From.After(c.Published) && near < 7:
			return future
		}
		return nearest
	}
	return nearest
}

// halfWeek is how many days ago a weekday is still nearer than the next one, or hardly farther.
const halfWeek = 4

// chronicled reports whether a date that no verb puts into the past or the future goes on from the one told before it: a
// chronicle in the present tense, all of it over for long.
func (c *calendar) chronicled(a, m *Timex) bool {
	if a == nil || m.Tense != "" || c.Published.IsZero() || !yearly(m.Said) || a.Whole.Grain > timex.Month ||
		c.Paragraph(m.At.Start)-c.Paragraph(a.At.Start) > anchorReach {
		return false
	}
	south := c.southern(m.Said)
	about := choose(occurrences(m.Said, c.Published, south), c.Published, nearest)
	next := choose(occurrences(m.Said, a.Whole.From, south), a.Whole.From, nearest)
	return a.Whole.To.Before(c.Published) && away(about, c.Published) > nearby &&
		!next.IsZero() && next.To.Before(c.Published) && away(next, a.Whole.From) <= nearby
}

// audible reports whether a date may lean on one before it: on the writer's own, or on one of the same quotation.
func (c *calendar) audible(a, m *Timex) bool {
	q := c.Quotation(a.At.Start)
	return q == nil || q == c.Quotation(m.At.Start)
}

// lastAnchor is the last date that one may lean on, or nil.
func (c *calendar) lastAnchor(m *Timex) *Timex {
	for _, a := range slices.Backward(c.lately()) {
		if c.audible(a, m) && !historic(a) {
			return a
		}
	}
	return nil
}

// historic reports whether a date is a day of history by its name alone: D-Day tells nothing of the year of the days after it.
func historic(a *Timex) bool { return a.Said.Year == 0 && len(a.Said.Holiday) == len(time.DateOnly) }

// sameDay is a date before that names the same day of the year, and its year, or was meant as one close to publication: the article goes
// on telling of that day, whatever verb stands beside it.
func (c *calendar) sameDay(m *Timex) *Timex {
	d := m.Said
	if d.Day == 0 || m.Tense == "future" && d.Month > 0 {
		return nil
	}
	for _, a := range slices.Backward(c.lately()) {
		day := a.Whole.From
		if historic(a) && day.Day() == d.Day && int(day.Month()) == d.Month {
			return a // D-Day, June 6
		}
		if a.Said.Day != d.Day || a.Said.Month == 0 || a.Whole.Grain != timex.Day {
			continue
		}
		if close := !c.Published.IsZero() && away(a.Whole, c.Published) <= nearby; a.Said.Month == d.Month && (a.Said.Year > 0 || a.Tense == "past" || close) || d.Month == 0 && close {
			return a
		}
	}
	return nil
}

// frames reports whether a date may be told in the year of the one before: both stand in one sentence, or what is told
// goes on in the next ones from a day or month, or from a year with which a sentence begins.
func (c *calendar) frames(a, m *Timex) bool {
	if c.bracketed(a, m) {
		return false
	}
	apart := c.Text.Tokens[m.At.Start].Sentence - c.Text.Tokens[a.At.Start].Sentence
	return apart == 0 || apart <= frameReach && (a.Whole.Grain <= timex.Month || a.At.Start-c.Sentence(a.At.Start).Start <= 2)
}

// bracketed reports whether a date stands in brackets that are closed before another: "(born in 1965)" tells of nothing else.
func (c *calendar) bracketed(a, m *Timex) bool {
	for i := a.At.End; i < min(m.At.Start, a.At.End+bracketReach); i++ {
		switch {
		case c.Is(i, "("):
			return false
		case c.Is(i, ")"):
			return true
		}
	}
	return false
}

// bracketReach is how many tokens behind a date its bracket is looked for.
const bracketReach = 12

// frameReach is how many sentences later what is told may go on.
const frameReach = 2

// maxLeant is how many dates back one may lean on, whatever the paragraphs.
const maxLeant = 32

// lately are the last dates told.
func (c *calendar) lately() []*Timex { return c.told[max(0, len(c.told)-maxLeant):] }
