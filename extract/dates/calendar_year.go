package dates

import (
	"fmt"
	"time"

	"sayso/extract/value"
)

// year chooses the year of a date that has none. Starts gives the date's first day in a year; in the past it is
// the latest that has begun, in the future the first still to come.
func (c *calendar) year(m *Timex, starts func(year int) value.Period) (int, bool) {
	d := m.Said
	if d.Year > 0 {
		return d.Year, true
	}
	if y, ok := c.carried(m); ok {
		m.Anchor = c.last.ID
		return y, true
	}
	if c.Published.IsZero() {
		return 0, false
	}
	m.Anchor = "published"
	y := c.Published.Year()
	p := starts(y)
	switch {
	case d.Shifted && d.Shift == 0:
	case d.Shifted && d.Shift > 0 || m.Tense == "future" && !d.Shifted:
		if p.To.Before(c.Published) && (d.Shifted || !c.justPast(d, p)) {
			y++
		}
	case p.From.After(c.Published.AddDate(0, 0, c.leeway(d))):
		y--
	}
	return y, true
}

// justPast reports whether a day or quarter has just passed: though its clause tells of the future, one almost a year
// ahead would be given its year.
func (c *calendar) justPast(d value.Date, p value.Period) bool {
	passed := int(c.Published.Sub(p.To).Hours() / 24)
	return d.Day > 0 && passed <= recentDay || d.Quarter > 0 && passed <= recentQuarter
}

// For how many days a day and a quarter have just passed.
const (
	recentDay     = 31
	recentQuarter = 60
)

// leeway is how many days ahead of publication a day of a month may lie though nothing tells of the future: a day
// soon to come is likelier meant than one almost a year ago, which would be given its year.
func (c *calendar) leeway(d value.Date) int {
	if d.Day > 0 && d.Month > 0 && !d.Shifted {
		return 45
	}
	return 0
}

// carried is the year of the date before in the same paragraph, where that date told another year than that of
// publication.
func (c *calendar) carried(m *Timex) (int, bool) {
	if c.last == nil || m.Said.Shifted || c.Paragraph(c.last.At.Start) != c.Paragraph(m.At.Start) {
		return 0, false
	}
	if c.Text.Tokens[m.At.Start].Sentence-c.Text.Tokens[c.last.At.Start].Sentence > 0 {
		return 0, false
	}
	y := value.Interval(c.last.Value).From.Year()
	if c.Published.IsZero() && c.last.Said.Year > 0 {
		return y, true
	}
	told := c.last.Said.Year > 0 || c.last.Anchor != "" && c.last.Anchor != "published"
	return y, told && y < c.Published.Year()
}

func (c *calendar) month(m *Timex) string {
	d := m.Said
	y, ok := c.year(m, func(y int) value.Period { return c.monthPeriod(d, y) })
	if d.Weekday > 0 && d.Day > 0 && d.Year == 0 {
		y = c.matchingYear(d, y)
	}
	prefix := "XXXX"
	if ok {
		prefix = fmt.Sprintf("%04d", y)
	}
	if d.Day == 0 {
		return fmt.Sprintf("%s-%02d", prefix, d.Month)
	}
	return fmt.Sprintf("%s-%02d-%02d", prefix, d.Month, d.Day)
}

func (c *calendar) monthPeriod(d value.Date, y int) value.Period {
	if d.Day > 0 {
		t := value.Day(y, d.Month, d.Day)
		return value.Period{From: t, To: t}
	}
	return value.Interval(fmt.Sprintf("%04d-%02d", y, d.Month))
}

// matchingYear is the year nearest to y in which the day falls on the weekday.
func (c *calendar) matchingYear(d value.Date, y int) int {
	for _, off := range []int{0, -1, 1, -2, 2} {
		if isoWeekday(value.Day(y+off, d.Month, d.Day)) == d.Weekday {
			return y + off
		}
	}
	return y
}

func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// weekday is the nearest such day on the side that the tense tells, the day of publication counted; a day of the month
// beside it decides.
func (c *calendar) weekday(m *Timex) string {
	d := m.Said
	if c.Published.IsZero() {
		return fmt.Sprintf("XXXX-WXX-%d", d.Weekday)
	}
	m.Anchor = "published"
	if d.Day > 0 {
		return c.checked(m)
	}
	back := (isoWeekday(c.Published) - d.Weekday + 7) % 7
	switch {
	case d.Shifted && d.Shift < 0 && back == 0:
		back = 7
	case d.Shifted && d.Shift > 0 || m.Tense == "future" && !d.Shifted && back > 0:
		back -= 7
	case m.Tense == "" && !d.Shifted && back > 3 && c.announces("weekday"): // the nearest
		back -= 7
	}
	return c.Published.AddDate(0, 0, -back).Format(time.DateOnly)
}

// announces reports whether lines without a verb tell, in this language, of what is to come.
func (c *calendar) announces(what string) bool {
	_, ok := c.Program.Lookup("verbless", what)
	return ok
}

// checked is the nearest day with that weekday and that day of the month, on the side that words or the verb tell;
// without any, the day in the month of publication.
func (c *calendar) checked(m *Timex) string {
	d := m.Said
	past := d.Shifted && d.Shift < 0 || !d.Shifted && m.Tense == "past"
	future := d.Shifted && d.Shift > 0 || !d.Shifted && m.Tense == "future"
	for off := 0; off <= 200; off++ {
		for _, back := range []bool{true, false} {
			if off > 0 && (back && future || !back && past) {
				continue
			}
			t := c.Published.AddDate(0, 0, off)
			if back {
				t = c.Published.AddDate(0, 0, -off)
			}
			if t.Day() == d.Day && isoWeekday(t) == d.Weekday {
				return t.Format(time.DateOnly)
			}
		}
	}
	return c.Published.Format("2006-01") + fmt.Sprintf("-%02d", d.Day)
}

// dayOfMonth takes month and year from the date before, else from the day of publication.
func (c *calendar) dayOfMonth(m *Timex) string {
	d := m.Said
	base := c.Published
	if c.last != nil && len(c.last.Value) >= 7 && c.Paragraph(c.last.At.Start) == c.Paragraph(m.At.Start) {
		base, m.Anchor = value.Interval(c.last.Value).From, c.last.ID
	} else {
		m.Anchor = "published"
	}
	if base.IsZero() {
		m.Anchor = ""
		return fmt.Sprintf("XXXX-XX-%02d", d.Day)
	}
	t := value.Day(base.Year(), int(base.Month()), d.Day)
	if m.Anchor == "published" && t.After(base) && m.Tense != "future" {
		t = value.Day(base.Year(), int(base.Month())-1, d.Day)
	}
	return t.Format(time.DateOnly)
}

// fraction is a quarter or half of a year: in the past the last one completed.
func (c *calendar) fraction(m *Timex, letter string, n, size int) string {
	y, ok := c.year(m, func(y int) value.Period {
		p := value.Interval(fmt.Sprintf("%04d-%s%d", y, letter, n))
		if m.Tense != "future" {
			p.From = p.To
		}
		return p
	})
	if !ok {
		return fmt.Sprintf("XXXX-%s%d", letter, n)
	}
	return fmt.Sprintf("%04d-%s%d", y, letter, n)
}

func (c *calendar) season(m *Timex) string {
	s := m.Said.Season
	y, ok := c.year(m, func(y int) value.Period { return value.Interval(fmt.Sprintf("%04d-%s", y, s)) })
	if !ok {
		return "XXXX-" + s
	}
	return fmt.Sprintf("%04d-%s", y, s)
}

// set is the value of something that comes back.
func set(d value.Date) string {
	if d.Weekday > 0 {
		return fmt.Sprintf("XXXX-WXX-%d", d.Weekday)
	}
	if d.Count == "" {
		d.Count = "1"
	}
	return duration(d.Count, d.Unit)
}

// duration is the value of a length of time.
func duration(count, unit string) string {
	n := atoi(count)
	switch unit {
	case "hour":
		return "PT" + count + "H"
	case "minute":
		return "PT" + count + "M"
	case "second":
		return "PT" + count + "S"
	case "weekend":
		return "P" + count + "WE"
	case "half":
		return fmt.Sprintf("P%dM", 6*max(n, 1))
	case "decade":
		if count == "X" {
			return "PXDE"
		}
		return fmt.Sprintf("P%dY", 10*max(n, 1))
	case "century":
		if count == "X" {
			return "PXCE"
		}
		return fmt.Sprintf("P%dY", 100*max(n, 1))
	}
	letters := map[string]string{"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}
	return "P" + count + letters[unit]
}

// holiday is the day that a holiday falls on in its year.
func (c *calendar) holiday(m *Timex) string {
	code := m.Said.Holiday
	y, ok := c.year(m, func(y int) value.Period {
		t := value.Holiday(code, y)
		return value.Period{From: t, To: t}
	})
	switch {
	case ok:
		return value.Holiday(code, y).Format(time.DateOnly)
	case len(code) == len("12-25"):
		return "XXXX-" + code
	}
	return "XXXX"
}
