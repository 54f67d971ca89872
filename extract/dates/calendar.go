package dates

import (
	"fmt"
	"slices"
	"time"

	"sayso/extract/value"
)

// A calendar resolves dates and remembers the last one that the text told.
type calendar struct {
	*reading
	press   string // ISO 3166, or empty
	last    *Timex
	lastDay *Timex // the last one that told a whole day
}

func (c *calendar) resolve(m *Timex) {
	d := m.Said
	switch {
	case d.Ref != "":
		m.Value = d.Ref
	case d.Type == "SET":
		m.Value = set(d)
	case d.Type == "DURATION":
		m.Value = duration(d.Count, d.Unit)
	default:
		c.point(m)
	}
	m.Period = value.Interval(m.Value)
	if d.Season != "" {
		m.Period = c.hemisphere(m.Period)
	}
	if d.Mod != "" {
		m.Period = value.Narrow(m.Period, d.Mod)
	}
	if d.Until && !c.Published.IsZero() && !m.Period.IsZero() {
		m.Period.To = c.Published
	}
	if m.Period.IsZero() || c.Quotation(m.At.Start) != nil {
		return
	}
	if d.Type != "TIME" {
		c.last = m
	}
	if c.wholeDay(m.Value) {
		c.lastDay = m
	}
}

// hemisphere is a season's period where the article is published in a country: elsewhere it is open.
func (c *calendar) hemisphere(p value.Period) value.Period {
	switch {
	case c.press == "" || p.IsZero():
		return value.Period{}
	case slices.Contains(southern, c.press):
		return value.Southern(p)
	}
	return p
}

// southern are the countries of the southern hemisphere, ISO 3166.
var southern = []string{"AO", "AR", "AU", "BO", "BR", "BW", "CL", "FJ", "LS", "MG", "MU", "MW", "MZ", "NA", "NC", "NZ", "PE", "PF", "PG", "PY", "RE", "SZ", "TL", "UY", "ZA", "ZM", "ZW"}

// point gives a date or time its value.
func (c *calendar) point(m *Timex) {
	d := m.Said
	day := c.date(m)
	switch {
	case d.Clock:
		if !c.wholeDay(day) {
			day = c.day(m)
		}
		m.Value = fmt.Sprintf("%sT%02d:%02d", day, d.Hour, d.Minute)
	case d.Part != "" && day != "":
		m.Value = day + "T" + d.Part
	default:
		m.Value = day
	}
	if m.Value == "" {
		m.Value = "XXXX"
	}
}

// wholeDay reports whether a value begins with a calendar day.
func (c *calendar) wholeDay(v string) bool {
	p := value.Interval(v)
	return !p.IsZero() && p.From.Equal(p.To)
}

// maxDayGap is how many paragraphs after a day a clock time still falls on it.
const maxDayGap = 2

// day is the day that a clock time falls on: that of its sentence, else of the text so far, else of publication.
func (c *calendar) day(m *Timex) string {
	if d := c.lastDay; d != nil && c.Paragraph(m.At.Start)-c.Paragraph(d.At.Start) <= maxDayGap {
		m.Anchor = d.ID
		return d.Period.From.Format(time.DateOnly)
	}
	if c.Published.IsZero() {
		return "XXXX-XX-XX"
	}
	m.Anchor = "published"
	return c.Published.Format(time.DateOnly)
}

// date gives the value of a date without its time of day.
func (c *calendar) date(m *Timex) string {
	d := m.Said
	switch {
	case d.Century > 0:
		return fmt.Sprintf("%02d", d.Century-1)
	case d.Decade > 0:
		return decade(d.Decade)
	case d.Shifted && d.Weekday == 0 && d.Month == 0 && d.Season == "" && d.Holiday == "" && d.Quarter == 0 && d.Half == 0:
		return c.shifted(m)
	case d.Quarter > 0:
		return c.fraction(m, "Q", d.Quarter, 3)
	case d.Half > 0:
		return c.fraction(m, "H", d.Half, 6)
	case d.Season != "":
		return c.season(m)
	case d.Holiday != "":
		return c.holiday(m)
	case d.Month > 0:
		return c.month(m)
	case d.Weekday > 0:
		return c.weekday(m)
	case d.Day > 0:
		return c.dayOfMonth(m)
	case d.Year > 0:
		return fmt.Sprintf("%04d", d.Year)
	}
	return ""
}

func decade(n int) string {
	if n < 100 {
		n += 1900
	}
	return fmt.Sprintf("%03d", n/10)
}

// base is the day that a shift counts from, and whether there is one.
func (c *calendar) base(m *Timex) (time.Time, bool) {
	last := c.last
	if d := c.lastDay; m.Said.Unit == "day" && d != nil && (last == nil || d.At.Start > last.At.Start) {
		last = d
	}
	if m.Said.Anaphoric && last != nil {
		m.Anchor = last.ID
		return value.Interval(last.Value).From, true
	}
	m.Anchor = "published"
	return c.Published, !c.Published.IsZero()
}

// shifted counts units from the day of publication or from the date before.
func (c *calendar) shifted(m *Timex) string {
	d := m.Said
	base, ok := c.base(m)
	if !ok {
		m.Anchor = ""
		return unanchored[d.Unit]
	}
	if d.Anaphoric && d.Count != "" && c.last != nil {
		return c.keepGrain(d, base)
	}
	if d.Count == "X" {
		if d.Shift < 0 || d.Tense == "past" {
			return "PAST_REF"
		}
		return "FUTURE_REF"
	}
	shift := d.Shift
	if d.Unit == "weekend" && shift == 0 && m.Tense == "past" && isoWeekday(base) <= 4 {
		shift = -1 // early in the week, this weekend is over where the past is told
	}
	return unitValue(step(base, d.Unit, shift), d.Unit)
}

// unanchored are the values of shifts without a day to count from.
var unanchored = map[string]string{"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX", "quarter": "XXXX-QX", "half": "XXXX-HX"}

// keepGrain shifts the date before and keeps its grain: a year before a month is a month.
func (c *calendar) keepGrain(d value.Date, base time.Time) string {
	n := d.Shift * max(1, atoi(d.Count))
	to := step(base, d.Unit, n)
	switch v := c.last.Value; {
	case len(v) == 4 && d.Unit != "day" && d.Unit != "month" && d.Unit != "week":
		return to.Format("2006")
	case len(v) == 7 && v[5] == 'Q':
		return unitValue(to, "quarter")
	case len(v) == 7 && d.Unit != "day" && d.Unit != "week":
		return to.Format("2006-01")
	}
	return to.Format(time.DateOnly)
}

func atoi(s string) int {
	var n int
	fmt.Sscanf(s, "%d", &n)
	return n
}

// step moves a day by n units.
func step(t time.Time, unit string, n int) time.Time {
	switch unit {
	case "week", "weekend":
		return t.AddDate(0, 0, 7*n)
	case "month":
		return firstOfMonth(t).AddDate(0, n, 0)
	case "quarter":
		return firstOfMonth(t).AddDate(0, 3*n, 0)
	case "half":
		return firstOfMonth(t).AddDate(0, 6*n, 0)
	case "year":
		return t.AddDate(n, 0, 0)
	case "decade":
		return t.AddDate(10*n, 0, 0)
	case "century":
		return t.AddDate(100*n, 0, 0)
	case "hour", "minute", "second":
		return t
	}
	return t.AddDate(0, 0, n)
}

func firstOfMonth(t time.Time) time.Time { return value.Day(t.Year(), int(t.Month()), 1) }

// unitValue is the unit that a day falls in.
func unitValue(t time.Time, unit string) string {
	switch unit {
	case "week":
		return value.Week(t)
	case "weekend":
		return value.Week(t) + "-WE"
	case "month":
		return t.Format("2006-01")
	case "quarter":
		return fmt.Sprintf("%04d-Q%d", t.Year(), (int(t.Month())+2)/3)
	case "half":
		return fmt.Sprintf("%04d-H%d", t.Year(), (int(t.Month())+5)/6)
	case "year":
		return t.Format("2006")
	case "decade":
		return fmt.Sprintf("%03d", t.Year()/10)
	case "century":
		return fmt.Sprintf("%02d", t.Year()/100)
	}
	return t.Format(time.DateOnly)
}
