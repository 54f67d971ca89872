package dates

import (
	"time"

	"sayso/extract/timex"
	"sayso/extract/value"
)

// verge is how small a part of a unit is left, or gone, where the past or the coming one may be that of the day: an eighth.
const verge = 8

// onVerge reports whether the unit about the day of publication is all but over or has hardly begun.
func (c *calendar) onVerge(unit timex.Grain) bool {
	ending, begun := onVerge(unit, c.Published)
	return !c.Published.IsZero() && (ending || begun)
}

// nearing is the past or the coming unit as it is told on a day: the past year is this one when hardly anything of it is left,
// the coming one when hardly anything of it is gone.
func nearing(d value.Date, day time.Time) value.Date {
	ending, begun := onVerge(d.Unit, day)
	switch {
	case d.Shift < 0 && ending:
		d.Shift++
	case d.Shift > 0 && begun:
		d.Shift--
	}
	return d
}

// onVerge reports whether the unit about a day is all but over, and whether it has hardly begun.
func onVerge(unit timex.Grain, day time.Time) (ending, begun bool) {
	p := timex.Containing(unit, day)
	if p.IsZero() {
		return false, false
	}
	left, gone := timex.SpanOf(day, p.To).Days()-1, timex.SpanOf(p.From, day).Days()-1
	return verge*left < p.Days(), verge*gone < p.Days()
}
