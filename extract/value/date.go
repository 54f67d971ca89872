package value

import (
	"strconv"

	"sayso/rules/match"
	"sayso/rules/token"
)

// A Date is what the words of a date say by themselves, before the article tells the rest. Zero means not said; a
// shift is said where Shifted is set.
type Date struct {
	Type      string // DATE, TIME, DURATION or SET
	Year      int
	Month     int // 1 to 12
	Day       int // 1 to 31
	Weekday   int // 1 Monday to 7 Sunday
	Quarter   int
	Half      int
	Season    string // SP, SU, FA or WI
	Holiday   string // as Holiday reads it
	Decade    int    // its first year, as 1990; 90 where the century is not said
	Century   int    // 19 for 1800 to 1899
	Unit      string // second, minute, hour, day, week, weekend, month, quarter, half, year, decade, century
	Shifted   bool
	Shift     int    // units from the anchor, negative into the past
	Count     string // units of a duration: digits, or X for an open number
	Anaphoric bool   // it leans on the date before it in the text, not on the day of publication
	Part      string // MO, MI, AF, EV, NI or DT
	Clock     bool
	Hour      int
	Minute    int
	Zone      string // an offset from UTC or a name of the IANA database
	Mod       string // TIMEX3: START, MID, END, APPROX, …
	Ref       string // PRESENT_REF, PAST_REF or FUTURE_REF
	Each      bool   // a set: every such unit
	Times     string // of a set: how often in each unit, digits or X; empty is once
	Tense     string // past or future where the words themselves tell
	Until     bool   // it runs from there to the day of publication
}

// ReadDate gives the partial date that a match means.
func ReadDate(m *match.Match) Date {
	d := Date{
		Type: m.Value("type"), Year: year(m.Value("year")), Month: integer(m.Value("month")), Day: integer(m.Value("day")),
		Weekday: integer(m.Value("weekday")), Quarter: integer(m.Value("quarter")), Half: integer(m.Value("half")),
		Season: m.Value("season"), Holiday: m.Value("holiday"), Decade: integer(m.Value("decade")), Century: century(m.Value("century")),
		Unit: m.Value("unit"), Count: m.Value("count"), Anaphoric: m.Value("anchor") == "text", Part: m.Value("part"),
		Hour: integer(m.Value("hour")), Minute: integer(m.Value("minute")), Zone: m.Value("zone"), Mod: m.Value("mod"),
		Ref: m.Value("ref"), Each: m.Value("each") != "", Times: m.Value("times"), Tense: m.Value("tense"), Until: m.Value("until") != "",
	}
	_, d.Clock = m.Field("hour")
	if m.Value("meridiem") == "pm" && d.Hour < 12 {
		d.Hour += 12
	}
	if s := m.Value("shift"); s != "" {
		d.Shifted, d.Shift = true, integer(s)
	}
	switch m.Value("direction") {
	case "past":
		d.Shifted, d.Shift, d.Tense = true, -integer(d.Count), "past"
	case "future":
		d.Shifted, d.Shift, d.Tense = true, integer(d.Count), "future"
	}
	if d.Type == "" {
		d.Type = d.kind()
	}
	return d
}

// OnDay reports whether the words say on which day it is.
func (d Date) OnDay() bool {
	return d.Day > 0 || d.Weekday > 0 || d.Shifted && d.Unit == "day"
}

// Possible reports whether the calendar has such a day and the clock such a time.
func (d Date) Possible() bool {
	if d.Month > 12 || d.Day > 31 || d.Hour > 24 || d.Minute > 59 {
		return false
	}
	if d.Month == 0 || d.Day == 0 {
		return true
	}
	year := d.Year
	if year == 0 {
		year = 2000 // a leap year: the day may be
	}
	return Day(year, d.Month, d.Day).Day() == d.Day
}

// kind is the TIMEX3 type where the rule does not set one.
func (d Date) kind() string {
	switch {
	case d.Each:
		return "SET"
	case d.Clock || d.Part != "":
		return "TIME"
	}
	return "DATE"
}

func integer(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// year reads a year of four digits, or of two after an apostrophe.
func year(s string) int {
	n := integer(s)
	switch {
	case len(s) == 2 && n < 50:
		return 2000 + n
	case len(s) == 2:
		return 1900 + n
	}
	return n
}

// century reads 19 or XIX.
func century(s string) int {
	if n := integer(s); n > 0 {
		return n
	}
	return roman(s)
}

func roman(s string) int {
	digits := map[rune]int{'I': 1, 'V': 5, 'X': 10, 'i': 1, 'v': 5, 'x': 10}
	sum, last := 0, 0
	for _, r := range s {
		d := digits[r]
		if d > last {
			sum -= 2 * last
		}
		sum += d
		last = d
	}
	return sum
}

func dateProperties(t *token.Text, m *match.Match) map[string]string {
	all := properties(t, m)
	d := ReadDate(m)
	all["type"] = d.Type
	for name, n := range map[string]int{"year": d.Year, "month": d.Month, "day": d.Day, "weekday": d.Weekday, "century": d.Century} {
		if n != 0 {
			all[name] = strconv.Itoa(n)
		}
	}
	if d.Shifted {
		all["shift"] = strconv.Itoa(d.Shift)
	}
	return all
}
