package dates

import (
	"slices"
	"strconv"

	"sayso/extract/timex"
	"sayso/extract/value"
	"sayso/rules/token"
)

// leanable are the dates that one may lean on, in the order of the text: those told lately and, for what is counted in years, the
// years that belong to names, "the 2006 Marlow Cup": they are no dates of the text, yet "that year" means one.
func (c *calendar) leanable(m *Timex) []*Timex {
	if m.Said.Unit != timex.Year {
		return c.lately()
	}
	all := slices.Clone(c.lately())
	for _, n := range c.named.Weighed().Mentions {
		if n.Kind != value.TypeMisc || n.At.End > m.At.Start || c.Paragraph(m.At.Start)-c.Paragraph(n.At.Start) > anchorReach {
			continue
		}
		if year := c.yearOf(n.At); year > 0 && year <= c.Published.Year() { // a plan's year is its goal
			all = append(all, &Timex{At: n.At, Whole: timex.YearOf(year)})
		}
	}
	slices.SortStableFunc(all, func(a, b *Timex) int { return a.At.Start - b.At.Start })
	return all
}

// yearOf is the year with which a name begins or ends, or zero.
func (c *calendar) yearOf(at token.Range) int {
	for _, i := range []int{at.Start, at.End - 1} {
		word := c.Text.Word(i)
		if year, err := strconv.Atoi(word); err == nil && len(word) == yearDigits && at.Len() > 1 && year >= firstYear {
			return year
		}
	}
	return 0
}

const (
	yearDigits = 4
	firstYear  = 1800 // of events that carry theirs
)
