package dates

import (
	"sayso/extract/timex"
	"sayso/extract/value"
)

// maxGap is how many tokens may stand between the members of a list or range.
const maxGap = 4

// neighbours reports whether two dates are members of one list or range, as far as their places tell.
func (r *reading) neighbours(a, b *Timex) bool {
	gap := b.At.Start - a.At.End
	return gap >= 0 && gap <= maxGap && r.Sentence(a.At.Start) == r.Sentence(b.At.Start)
}

// borrow takes from the date that follows what a date leaves out: "from 3 to 8 June 2019", "between 3 and 4 p.m. on
// Friday". It is called from the last date to the first, so that a list hands on what its last member says.
func (r *reading) borrow(all []*Timex, i int) {
	if i+1 >= len(all) || !r.neighbours(all[i], all[i+1]) {
		return
	}
	d, n := &all[i].Said, all[i+1].Said
	switch {
	case d.Type == "DURATION" && d.Unit == timex.NoGrain && n.Type == "DURATION": // two to three weeks
		d.Unit = n.Unit
	case d.Clock && n.Type == "SET" && !d.OnDay(): // at nine on Saturdays
		d.Event = true
	case d.Type == "DURATION" || d.Type == "SET" || n.Type == "DURATION" || n.Type == "SET":
		return
	case d.Day > 0 && d.Month == 0 && !d.Shifted && n.Day > 0 && n.Unit == timex.Month && n.Shifted: // from 3 to 8 of last month
		d.Unit, d.Shifted, d.Shift = n.Unit, n.Shifted, n.Shift
	case d.Day > 0 && d.Month == 0 && d.Year == 0 && !d.Shifted && n.Day > 0 && n.Month == 0: // June 5, 6 and 9, 2021
		d.Year = n.Year
	case d.Day > 0 && d.Month > 0 && d.Year == 0 && !d.Shifted && n.Day > 0 && n.Month == 0:
		d.Year = n.Year
	case d.Clock:
		borrowDay(d, n, all[i].Match.Value("meridiem") == "" && all[i+1].Match.Value("meridiem") != "")
	case d.Day > 0 && d.Month == 0 && !d.Shifted && n.Day > 0 && n.Month > 0:
		d.Month, d.Year = n.Month, n.Year
	case d.Month > 0 && d.Year == 0 && !d.Shifted && n.Month >= d.Month && (n.Year > 0 || n.Unit != 0):
		d.Year, d.Unit, d.Shifted, d.Shift = n.Year, n.Unit, n.Shifted, n.Shift
	}
}

// lend gives a day with its year the month that the date before it tells: "April 14-15, 1912". It is called from the first
// date to the last.
func (r *reading) lend(all []*Timex, i int) {
	if i == 0 || !r.neighbours(all[i-1], all[i]) {
		return
	}
	before, d := all[i-1].Said, &all[i].Said
	if d.Day > 0 && d.Month == 0 && d.Year > 0 && before.Day > 0 {
		d.Month = before.Month
	}
}

// borrowDay gives a clock time the day, and where half tells so the half of the day, of the one after it.
func borrowDay(d *value.Date, n value.Date, half bool) {
	if half && n.Clock && n.Hour >= 12 && d.Hour < 12 && d.Hour < n.Hour-12 {
		d.Hour += 12
	}
	if !d.OnDay() && n.OnDay() {
		d.Year, d.Month, d.Day, d.Weekday = n.Year, n.Month, n.Day, n.Weekday
		d.Shifted, d.Shift, d.Unit, d.Tense, d.Anaphoric = n.Shifted, n.Shift, n.Unit, n.Tense, n.Anaphoric
	}
}
