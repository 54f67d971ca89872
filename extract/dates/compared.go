package dates

import (
	"slices"

	"sayso/extract/timex"
)

// compared is the period that the same one of another year is set beside: the quarter, half or month about the date before, where the
// words name one, else that date, or the quarter or half whose first and last month it ends: "between January and March".
func (c *calendar) compared(a *Timex, g timex.Grain) timex.Period {
	switch {
	case g > a.Whole.Grain:
		return timex.Containing(g, a.Whole.From)
	case g != timex.NoGrain || a.Whole.Grain != timex.Month:
		return a.Whole
	}
	i := slices.Index(c.told, a)
	if i <= 0 || c.told[i-1].Whole.Grain != timex.Month || !c.neighbours(c.told[i-1], a) {
		return a.Whole
	}
	run := timex.SpanOf(c.told[i-1].Whole.From, a.Whole.To)
	for _, unit := range []timex.Grain{timex.Quarter, timex.Half} {
		if p := timex.Containing(unit, run.From); p.From.Equal(run.From) && p.To.Equal(run.To) {
			return p
		}
	}
	return a.Whole
}
