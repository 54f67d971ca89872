package output

import (
	"strconv"
	"strings"
	"time"

	"sayso/extract/document"
	"sayso/extract/pattern"
)

// day is a day of the calendar in words, "15 July 2025"; what is none stays as it is.
func (w words) day(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return w.form("day-form", t.Day(), int(t.Month()), strconv.Itoa(t.Year()))
}

// form is a day, a month and a year in one of the language's forms, which has a place for each that it shows.
func (w words) form(key string, day, month int, year string) string {
	number := strconv.Itoa(day)
	if day == 1 {
		number = w["first-day"]
	}
	return strings.NewReplacer("{day}", number, "{month}", w.nth("months", month-1), "{year}", year).Replace(w[key])
}

// nth is one of a list of words.
func (w words) nth(key string, i int) string {
	list := strings.Split(w[key], "|")
	if i < 0 || i >= len(list) {
		return ""
	}
	return list[i]
}

// The values that are told in words, as TIMEX3 has them.
var (
	openMonth     = pattern.Lazy(`^XXXX-(\d{2})(?:-(\d{2}))?$`)
	openSeason    = pattern.Lazy(`^XXXX-(SP|SU|FA|WI)$`)
	monthValue    = pattern.Lazy(`^\d{4}-(\d{2})$`)
	weekdayValue  = pattern.Lazy(`^XXXX-WXX-([1-7])`)
	seasonValue   = pattern.Lazy(`^(\d{4})-(SP|SU|FA|WI)$`)
	timeValue     = pattern.Lazy(`^(\d{4}-\d{2}-\d{2})T(MO|MI|AF|EV|NI|DT|\d{2}:\d{2})`)
	durationValue = pattern.Lazy(`^P(\d+(?:\.\d+)?)([YMWD])$|^PT(\d+(?:\.\d+)?)([HMS])$`)
)

// date is what a date means, in words; the days that it stands for where it is no day, month or year. A value that there are
// no words for is shown as it is.
func (w words) date(d document.Date) string {
	from, to := text(d.From), text(d.To)
	switch m := timeValue().FindStringSubmatch(d.Value); {
	case d.Type == "SET":
		return w.often(d)
	case m != nil && from != "":
		return w.weekday(m[1]) + ", " + w.or(m[2])
	case d.Type == "DURATION":
		return join([]string{w.lasting(d.Value), w.days(from, to)}, " · ")
	case from == "":
		return w.open(d.Value)
	case from == to:
		return w.weekday(from)
	}
	return w.period(d, from, to)
}

// open is what is known of a date whose days are not.
func (w words) open(value string) string {
	if known := w[value]; known != "" { // now, in the past, in the future
		return known
	}
	if m := openMonth().FindStringSubmatch(value); m != nil {
		month, _ := strconv.Atoi(m[1])
		if day, err := strconv.Atoi(m[2]); err == nil {
			return w.form("day-of-month", day, month, "") + ", " + w["year-unknown"]
		}
		return w.nth("months", month-1) + ", " + w["year-unknown"]
	}
	if m := openSeason().FindStringSubmatch(value); m != nil {
		return w[m[1]] + ", " + w["year-unknown"]
	}
	if m := weekdayValue().FindStringSubmatch(value); m != nil {
		n, _ := strconv.Atoi(m[1])
		return strings.Replace(w["a-weekday"], "{weekday}", w.nth("long-weekdays", n%7), 1)
	}
	return w["undated"]
}

// weekday is a day with its day of the week.
func (w words) weekday(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return w.nth("weekdays", int(t.Weekday())) + " " + w.day(date)
}

// period is a time of more days than one.
func (w words) period(d document.Date, from, to string) string {
	year := from[:min(4, len(from))]
	if d.Mod == nil {
		switch m := monthValue().FindStringSubmatch(d.Value); {
		case m != nil:
			n, _ := strconv.Atoi(m[1])
			if n >= 1 && n <= 12 {
				return w.form("month-form", 0, n, year)
			}
		case d.Value == year:
			return year
		}
	}
	if m := seasonValue().FindStringSubmatch(d.Value); m != nil {
		return w[m[2]] + " " + m[1] + " · " + w.days(from, to)
	}
	return w.days(from, to)
}

// lasting is a length of time.
func (w words) lasting(value string) string {
	m := durationValue().FindStringSubmatch(value)
	if m == nil {
		return value
	}
	number, unit := m[1]+m[3], m[2]
	if m[4] != "" {
		unit = m[4]
		if unit == "M" {
			unit = "TM"
		}
	}
	return number + " " + w.nth(unit, many(number))
}

// many is 0 for one, 1 for more.
func many(number string) int {
	if number == "1" {
		return 0
	}
	return 1
}

// often is how often something comes back.
func (w words) often(d document.Date) string {
	if m := weekdayValue().FindStringSubmatch(d.Value); m != nil {
		n, _ := strconv.Atoi(m[1])
		return w["every"] + " " + w.nth("long-weekdays", n%7)
	}
	m := durationValue().FindStringSubmatch(d.Value)
	if m == nil {
		return w.days(text(d.From), text(d.To)) // what comes back has no words for how often
	}
	unit := w.lasting(d.Value)
	if m[1]+m[3] == "1" {
		unit = strings.TrimPrefix(unit, "1 ")
	}
	if n, ok := strings.CutSuffix(d.Freq, "X"); ok && n != "1" && n != "" {
		return n + " " + w["in-each"] + " " + unit
	}
	return w["every"] + " " + unit
}

// days is a day, or the first and the last one.
func (w words) days(from, to string) string {
	if from == to || to == "" {
		return w.day(from)
	}
	return w.day(from) + " " + w["until"] + " " + w.day(to)
}
