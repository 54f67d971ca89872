package value

import (
	"strconv"
	"strings"
	"unicode"

	"sayso/extract/timex"
	"sayso/rules/match"
	"sayso/rules/token"
)

// A Date is what the words of a date say by themselves, before the article tells the rest: the parts of a calendar, from
// the coarse to the fine, each in the one before. Zero means not said; a shift is said where Shifted is set.
type Date struct {
	Type      string // DATE, TIME, DURATION or SET
	Century   int    // 19 for 1800 to 1899
	Decade    int    // its first year, as 1990; 90 where the century is not said
	Year      int
	ToYear    int  // the second year that a season or financial year is named by
	Before    bool // before Christ
	Half      int
	Quarter   int
	Season    timex.SeasonOf
	Holiday   string // as timex.Holiday reads it
	Month     int    // 1 to 12
	Day       int    // 1 to 31
	Weekday   int    // 1 Monday to 7 Sunday
	Nth       int    // which of the parts or weekdays of what else is said: 1 the first, -1 the last
	NthUnit   timex.Grain
	Whole     timex.Grain // the unit about the day that is meant: the week of 10 April
	Part      string      // MO, MI, AF, EV, NI or DT
	Clock     bool
	Hour      int
	Minute    int
	Zone      string // an offset from UTC or a name of the IANA database
	Unit      timex.Grain
	Shifted   bool
	Shift     int    // units from the anchor, negative into the past; without a unit, last, this or next
	Count     string // units of a length: digits, or X for an open number
	PlusHalf  bool   // and half a unit more
	More      string // units on top, of a finer unit
	MoreUnit  timex.Grain
	Least     string // units on top of those, of a still finer unit
	LeastUnit timex.Grain
	Anaphoric bool   // it leans on the date before it in the text, not on the day of publication
	Told      bool   // on that date alone: where none was told it is open
	Event     bool   // on something that took place, told beside it: open
	Same      bool   // the same part as that of the date before, in what is said here
	Mod       string // TIMEX3: START, MID, END, APPROX, …
	Ref       string // PRESENT_REF, PAST_REF or FUTURE_REF
	Each      bool   // a set: every such unit
	Times     string // of a set: how often in each unit, digits or X; empty is once
	Tense     string // past or future where the words themselves tell
	Until     bool   // it runs from there to the day of publication
	Aside     bool   // it says when something else was: nothing told later leans on it
	Ambiguous bool   // day and month may be the other way round
	Nearing   bool   // as the unit ends or begins it may be this one: this past year, told in December
	Loose     string // it may stand for these days, or for every such season, instead: told, by anybody, or said, in a quotation alone
}

// decade is the first year of a decade: of 00 the first of this century.
func decade(s string) int {
	if n := integer(s); n > 0 || strings.Trim(s, "0") != "" || s == "" {
		return n
	}
	return 2000
}

// ReadDate gives the partial date that a match means.
func ReadDate(m *match.Match) Date {
	d := Date{
		Type: m.Value("type"), Year: year(m.Value("year")), Month: integer(m.Value("month")), Day: integer(m.Value("day")),
		Weekday: integer(m.Value("weekday")), Quarter: integer(m.Value("quarter")), Half: integer(m.Value("half")),
		Season: timex.SeasonOf(m.Value("season")), Holiday: m.Value("holiday"), Decade: decade(m.Value("decade")), Century: century(m.Value("century")),
		Unit: timex.GrainOf(m.Value("unit")), Count: m.Value("count"), Anaphoric: m.Value("anchor") != "", Part: m.Value("part"),
		Hour: integer(m.Value("hour")), Minute: integer(m.Value("minute")), Zone: m.Value("zone"), Mod: m.Value("mod"),
		Ref: m.Value("ref"), Each: said(m, "each"), Times: m.Value("times"), Tense: m.Value("tense"), Until: said(m, "until"),
		Nth: integer(m.Value("nth")), NthUnit: timex.GrainOf(m.Value("nthunit")), Whole: timex.GrainOf(m.Value("whole")),
		PlusHalf: said(m, "plushalf"), More: m.Value("more"), MoreUnit: timex.GrainOf(m.Value("moreunit")),
		Least: m.Value("least"), LeastUnit: timex.GrainOf(m.Value("leastunit")), Same: said(m, "same"),
		Aside: said(m, "aside"), Before: m.Value("era") == "bc", Ambiguous: said(m, "ambiguous"), Loose: m.Value("loose"), Nearing: said(m, "nearing"),
		Told: m.Value("anchor") == "told", Event: m.Value("anchor") == "event",
	}
	if d.Year == 0 && m.Value("year") != "" {
		d.code(strings.TrimPrefix(m.Value("year"), "FY"))
	}
	if d.Before {
		d.Year = integer(m.Value("year"))
	}
	if month, y, ok := strings.Cut(m.Value("month"), "."); ok { // 25.11.2024, where a point is the decimal sign
		d.Month = integer(month)
		if len(y) == 4 {
			d.Year = integer(y)
		} else { // 2024.11.25
			d.Day = integer(y)
		}
	}
	if to := ToYear(d.Year, m.Value("toyear")); d.Year > 0 && to == d.Year+1 {
		d.ToYear = to
	}
	d.clock(m)
	d.shift(m)
	if d.Shifted && d.Unit == timex.NoGrain && d.Clock && d.Weekday == 0 && d.Month == 0 && d.Holiday == "" {
		d.Unit = timex.Day // tomorrow at noon
	}
	if d.Type == "" {
		d.Type = d.kind()
	}
	return d
}

func said(m *match.Match, field string) bool { return m.Value(field) != "" }

// code reads a year with its quarter, 2024Q3, and a financial year, FY2024.
func (d *Date) code(s string) {
	before, after, _ := strings.Cut(s, "Q")
	d.Year, d.Quarter = year(before), integer(after)
}

// clock reads the time of day; "before" is so many minutes before the hour.
func (d *Date) clock(m *match.Match) {
	_, d.Clock = m.Field("hour")
	if hour, minute, ok := strings.Cut(m.Value("hour"), "."); ok { // 5.30 p.m.
		d.Hour, d.Minute = integer(hour), integer(minute)
	}
	switch evening := m.Value("meridiem") == "pm" || d.Part == "AF" || d.Part == "EV"; {
	case !d.Clock:
		return
	case evening && d.Hour > 0 && d.Hour < 12:
		d.Hour += 12
	case m.Value("meridiem") == "am" && d.Hour == 12, d.Part == "NI" && d.Hour == 12:
		d.Hour = 0
	case d.Part == "NI" && d.Hour >= 6 && d.Hour < 12:
		d.Hour += 12
	}
	if to := integer(m.Value("to")); to > 0 {
		d.Hour, d.Minute = (d.Hour+23)%24, 60-to
	}
	d.Part = ""
}

// shift reads how far from the anchor a date is, and on which side.
func (d *Date) shift(m *match.Match) {
	if s := m.Value("shift"); s != "" {
		d.Shifted, d.Shift = true, integer(s)
	}
	switch m.Value("direction") {
	case "past":
		d.Shifted, d.Shift, d.Tense = true, -integer(d.Count), "past"
	case "future":
		d.Shifted, d.Shift, d.Tense = true, integer(d.Count), "future"
	}
}

// OnDay reports whether the words say on which day it is.
func (d Date) OnDay() bool {
	return d.Day > 0 || d.Weekday > 0 || d.Holiday != "" || d.Shifted && d.Unit == timex.Day
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
	return !timex.DayIn(year, d.Month, d.Day).IsZero()
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
	if s == "" {
		return 0
	}
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

// ToYear is the second year of a pair, which may be told by its last two digits alone.
func ToYear(first int, s string) int {
	n := integer(s)
	if len(s) == 2 && n < first%100 {
		n += 100
	}
	if len(s) == 2 {
		n += first - first%100
	}
	return n
}

// century reads 19, 19e or XIXe.
func century(s string) int {
	if n := integer(strings.TrimRightFunc(s, unicode.IsLetter)); n > 0 {
		return n
	}
	return roman(strings.ToUpper(s))
}

func roman(s string) int {
	digits := map[rune]int{'I': 1, 'V': 5, 'X': 10}
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
	for name, n := range map[string]int{"year": d.Year, "toyear": d.ToYear, "month": d.Month, "day": d.Day, "weekday": d.Weekday, "century": d.Century} {
		if n != 0 {
			all[name] = strconv.Itoa(n)
		}
	}
	if d.Shifted {
		all["shift"] = strconv.Itoa(d.Shift)
	}
	return all
}
