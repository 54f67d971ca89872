package extract

import (
	"fmt"
	"time"

	"sayso/extract/value"
)

// year chooses the year of a date that has none. Starts gives the date's first day in a year; in the past it is
// the latest that has begun, in the future the first still to come.
func (c *calendar) year(m *moment, starts func(year int) value.Period) (int, bool) {
	d := m.said
	if d.Year > 0 {
		return d.Year, true
	}
	if y, ok := c.carried(m); ok {
		m.anchor = c.last.id
		return y, true
	}
	if c.published.IsZero() {
		return 0, false
	}
	m.anchor = "published"
	y := c.published.Year()
	p := starts(y)
	switch {
	case d.Shifted && d.Shift == 0:
	case d.Shifted && d.Shift > 0 || m.tense == "future" && !d.Shifted:
		if p.To.Before(c.published) && (d.Shifted || !c.justPast(d, p)) {
			y++
		}
	case p.From.After(c.published.AddDate(0, 0, c.leeway(d))):
		y--
	}
	return y, true
}

// justPast reports whether a day or quarter has just passed: though its clause tells of the future, one almost a year
// ahead would be given its year.
func (c *calendar) justPast(d value.Date, p value.Period) bool {
	passed := int(c.published.Sub(p.To).Hours() / 24)
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
func (c *calendar) carried(m *moment) (int, bool) {
	if c.last == nil || m.said.Shifted || c.paragraph(c.last.at.Start) != c.paragraph(m.at.Start) {
		return 0, false
	}
	if c.text.Tokens[m.at.Start].Sentence-c.text.Tokens[c.last.at.Start].Sentence > 0 {
		return 0, false
	}
	y := value.Interval(c.last.value).From.Year()
	if c.published.IsZero() && c.last.said.Year > 0 {
		return y, true
	}
	told := c.last.said.Year > 0 || c.last.anchor != "" && c.last.anchor != "published"
	return y, told && y < c.published.Year()
}

func (c *calendar) month(m *moment) string {
	d := m.said
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
func (c *calendar) weekday(m *moment) string {
	d := m.said
	if c.published.IsZero() {
		return fmt.Sprintf("XXXX-WXX-%d", d.Weekday)
	}
	m.anchor = "published"
	if d.Day > 0 {
		return c.checked(m)
	}
	back := (isoWeekday(c.published) - d.Weekday + 7) % 7
	switch {
	case d.Shifted && d.Shift < 0 && back == 0:
		back = 7
	case d.Shifted && d.Shift > 0 || m.tense == "future" && !d.Shifted && back > 0:
		back -= 7
	case m.tense == "" && !d.Shifted && back > 3 && c.announces("weekday"): // the nearest
		back -= 7
	}
	return c.published.AddDate(0, 0, -back).Format(time.DateOnly)
}

// announces reports whether lines without a verb tell, in this language, of what is to come.
func (c *calendar) announces(what string) bool {
	_, ok := c.program.Lookup("verbless", what)
	return ok
}

// checked is the nearest day with that weekday and that day of the month, on the side that words or the verb tell;
// without any, the day in the month of publication.
func (c *calendar) checked(m *moment) string {
	d := m.said
	past := d.Shifted && d.Shift < 0 || !d.Shifted && m.tense == "past"
	future := d.Shifted && d.Shift > 0 || !d.Shifted && m.tense == "future"
	for off := 0; off <= 200; off++ {
		for _, back := range []bool{true, false} {
			if off > 0 && (back && future || !back && past) {
				continue
			}
			t := c.published.AddDate(0, 0, off)
			if back {
				t = c.published.AddDate(0, 0, -off)
			}
			if t.Day() == d.Day && isoWeekday(t) == d.Weekday {
				return t.Format(time.DateOnly)
			}
		}
	}
	return c.published.Format("2006-01") + fmt.Sprintf("-%02d", d.Day)
}

// dayOfMonth takes month and year from the date before, else from the day of publication.
func (c *calendar) dayOfMonth(m *moment) string {
	d := m.said
	base := c.published
	if c.last != nil && len(c.last.value) >= 7 && c.paragraph(c.last.at.Start) == c.paragraph(m.at.Start) {
		base, m.anchor = value.Interval(c.last.value).From, c.last.id
	} else {
		m.anchor = "published"
	}
	if base.IsZero() {
		m.anchor = ""
		return fmt.Sprintf("XXXX-XX-%02d", d.Day)
	}
	t := value.Day(base.Year(), int(base.Month()), d.Day)
	if m.anchor == "published" && t.After(base) && m.tense != "future" {
		t = value.Day(base.Year(), int(base.Month())-1, d.Day)
	}
	return t.Format(time.DateOnly)
}

// fraction is a quarter or half of a year: in the past the last one completed.
func (c *calendar) fraction(m *moment, letter string, n, size int) string {
	y, ok := c.year(m, func(y int) value.Period {
		p := value.Interval(fmt.Sprintf("%04d-%s%d", y, letter, n))
		if m.tense != "future" {
			p.From = p.To
		}
		return p
	})
	if !ok {
		return fmt.Sprintf("XXXX-%s%d", letter, n)
	}
	return fmt.Sprintf("%04d-%s%d", y, letter, n)
}

func (c *calendar) season(m *moment) string {
	s := m.said.Season
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
func (c *calendar) holiday(m *moment) string {
	code := m.said.Holiday
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
