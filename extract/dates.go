package extract

import (
	"fmt"
	"time"

	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// A moment is one date of the text, resolved as far as the article allows.
type moment struct {
	at     token.Range
	said   value.Date
	match  *match.Match
	value  string // TIMEX3
	period value.Period
	tense  string
	anchor string // published, or the id of the date leant on
	id     string
}

// readDates resolves the dates in the order of the text, for each may lean on those before it.
func (r *reading) readDates() []*moment {
	var all []*moment
	for _, m := range r.found[value.TypeDate] {
		at, d := span(m), value.ReadDate(m)
		if r.inName(at) || !d.Possible() {
			continue
		}
		all = append(all, &moment{at: at, said: d, match: m})
	}
	for i, m := range all {
		m.id = fmt.Sprintf("d%d", i+1)
		r.borrow(all, i)
	}
	c := calendar{reading: r}
	for _, m := range all {
		m.tense = r.tense(m)
		c.resolve(m)
	}
	return all
}

// inName reports whether the words are part of a longer name, as the month in Rio de Janeiro.
func (r *reading) inName(at token.Range) bool {
	m := r.mentionAt(at)
	return m != nil && m.at.Contains(at) && m.at.Len() > at.Len()
}

// borrow takes month and year from the date that follows: "from 3 to 8 June 2019".
func (r *reading) borrow(all []*moment, i int) {
	if i+1 >= len(all) {
		return
	}
	d, next := &all[i].said, all[i+1]
	if gap := next.at.Start - all[i].at.End; gap > 4 || r.sentence(next.at.Start) != r.sentence(all[i].at.Start) {
		return
	}
	n := next.said
	if d.Day > 0 && d.Month == 0 && d.Weekday == 0 && n.Day > 0 && n.Month > 0 {
		d.Month, d.Year = n.Month, n.Year
	} else if d.Month > 0 && d.Year == 0 && n.Month >= d.Month && n.Year > 0 && n.Month > 0 {
		d.Year = n.Year
	}
}

// tense is what the words of the date or the nearest verb of its sentence tell.
func (r *reading) tense(m *moment) string {
	if m.said.Tense != "" {
		return m.said.Tense
	}
	s, within := r.sentence(m.at.Start), r.quotation(m.at.Start)
	best, tense := 1<<30, ""
	for _, t := range r.within(value.TypeTense, s) {
		if t.Tokens.Overlaps(m.at) || r.quotation(t.Tokens.Start) != within {
			continue
		}
		gap := max(t.Tokens.Start-m.at.End, m.at.Start-t.Tokens.End)
		if gap < best {
			best, tense = gap, t.Value("tense")
		}
	}
	return tense
}

// A calendar resolves dates and remembers the last one that the text told.
type calendar struct {
	*reading
	last    *moment
	lastDay *moment // the last one that told a whole day
}

func (c *calendar) resolve(m *moment) {
	d := m.said
	switch {
	case d.Ref != "":
		m.value = d.Ref
	case d.Type == "SET":
		m.value = set(d)
	case d.Type == "DURATION":
		m.value = duration(d.Count, d.Unit)
	default:
		c.point(m)
	}
	m.period = value.Interval(m.value)
	if d.Mod != "" {
		m.period = value.Narrow(m.period, d.Mod)
	}
	if d.Until && !c.published.IsZero() && !m.period.IsZero() {
		m.period.To = c.published
	}
	if m.period.IsZero() || c.quotation(m.at.Start) != nil {
		return
	}
	if d.Type != "TIME" {
		c.last = m
	}
	if c.wholeDay(m.value) {
		c.lastDay = m
	}
}

// point gives a date or time its value.
func (c *calendar) point(m *moment) {
	d := m.said
	day := c.date(m)
	switch {
	case d.Clock:
		if !c.wholeDay(day) {
			day = c.day(m)
		}
		m.value = fmt.Sprintf("%sT%02d:%02d", day, d.Hour, d.Minute)
	case d.Part != "" && day != "":
		m.value = day + "T" + d.Part
	default:
		m.value = day
	}
	if m.value == "" {
		m.value = "XXXX"
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
func (c *calendar) day(m *moment) string {
	if d := c.lastDay; d != nil && c.paragraph(m.at.Start)-c.paragraph(d.at.Start) <= maxDayGap {
		m.anchor = d.id
		return d.period.From.Format(time.DateOnly)
	}
	if c.published.IsZero() {
		return "XXXX-XX-XX"
	}
	m.anchor = "published"
	return c.published.Format(time.DateOnly)
}

// date gives the value of a date without its time of day.
func (c *calendar) date(m *moment) string {
	d := m.said
	switch {
	case d.Century > 0:
		return fmt.Sprintf("%02d", d.Century-1)
	case d.Decade > 0:
		return decade(d.Decade)
	case d.Shifted && d.Weekday == 0 && d.Month == 0 && d.Season == "" && d.Quarter == 0 && d.Half == 0:
		return c.shifted(m)
	case d.Quarter > 0:
		return c.fraction(m, "Q", d.Quarter, 3)
	case d.Half > 0:
		return c.fraction(m, "H", d.Half, 6)
	case d.Season != "":
		return c.season(m)
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
func (c *calendar) base(m *moment) (time.Time, bool) {
	if m.said.Anaphoric && c.last != nil {
		m.anchor = c.last.id
		return value.Interval(c.last.value).From, true
	}
	m.anchor = "published"
	return c.published, !c.published.IsZero()
}

// shifted counts units from the day of publication or from the date before.
func (c *calendar) shifted(m *moment) string {
	d := m.said
	base, ok := c.base(m)
	if !ok {
		m.anchor = ""
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
	return unitValue(step(base, d.Unit, d.Shift), d.Unit)
}

// unanchored are the values of shifts without a day to count from.
var unanchored = map[string]string{"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX", "quarter": "XXXX-QX", "half": "XXXX-HX"}

// keepGrain shifts the date before and keeps its grain: a year before a month is a month.
func (c *calendar) keepGrain(d value.Date, base time.Time) string {
	n := d.Shift * max(1, atoi(d.Count))
	to := step(base, d.Unit, n)
	switch v := c.last.value; {
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

// year chooses the year of a date that has none. Starts gives the date's first day in a year; in the past it is
// the latest that has begun, in the future the first still to come.
func (c *calendar) year(m *moment, starts func(year int) value.Period) (int, bool) {
	d := m.said
	if d.Year > 0 {
		return d.Year, true
	}
	if y, ok := c.carried(m); ok {
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
	if c.text.Tokens[m.at.Start].Sentence-c.text.Tokens[c.last.at.Start].Sentence > 1 {
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
		return c.checked(d)
	}
	back := (isoWeekday(c.published) - d.Weekday + 7) % 7
	switch {
	case d.Shifted && d.Shift < 0 && back == 0:
		back = 7
	case d.Shifted && d.Shift > 0 || m.tense == "future" && !d.Shifted && back > 0:
		back -= 7
	case m.tense == "" && !d.Shifted && back > 3: // no verb tells: the nearest
		back -= 7
	}
	return c.published.AddDate(0, 0, -back).Format(time.DateOnly)
}

// checked is the nearest day with that weekday and that day of the month; without any, the nearest with the day of the
// month.
func (c *calendar) checked(d value.Date) string {
	for off := 0; off <= 200; off++ {
		for _, t := range []time.Time{c.published.AddDate(0, 0, -off), c.published.AddDate(0, 0, off)} {
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

// dateRecords are the dates as the record has them.
func (r *reading) dateRecords(all []*moment) []Date {
	records := []Date{}
	for _, m := range all {
		d := Date{ID: m.id, Place: r.place(m.at), Type: m.said.Type, Value: m.value, EDTF: value.EDTF(m.value, m.said.Mod),
			Mod: optional(m.said.Mod), Anchor: m.anchor, Tense: m.tense, Rule: r.rule(m.match)}
		if !m.period.IsZero() {
			d.From, d.To = optional(m.period.From.Format(time.DateOnly)), optional(m.period.To.Format(time.DateOnly))
		}
		records = append(records, d)
	}
	return records
}
