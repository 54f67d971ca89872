package dates

import (
	"slices"
	"sort"
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
	for i := c.reached(m.At.Start); i < m.At.Start; i++ {
		if year := c.yearAt(i); year == 0 || year > c.Published.Year() { // a plan's year is its goal
			continue
		}
		n := c.named.Over(token.Range{Start: i, End: i + 1}, true)
		if n == nil || n.Kind != value.TypeMisc || n.At.End > m.At.Start || c.Paragraph(m.At.Start)-c.Paragraph(n.At.Start) > anchorReach {
			continue
		}
		if at, year := c.yearOf(n.At); at == i {
			all = append(all, &Timex{At: n.At, Whole: timex.YearOf(year)})
		}
	}
	slices.SortStableFunc(all, func(a, b *Timex) int { return a.At.Start - b.At.Start })
	return all
}

// reached is the first token of the paragraphs in which a date at a token may lean on a name.
func (c *calendar) reached(at int) int {
	n := c.Paragraph(at) - anchorReach
	return sort.Search(at, func(i int) bool { return c.Paragraph(i) >= n })
}

// yearOf is the year with which a name of several tokens begins or ends, and where; the year is zero where it has none.
func (c *calendar) yearOf(name token.Range) (at, year int) {
	for _, at = range []int{name.Start, name.End - 1} {
		if year = c.yearAt(at); year > 0 && name.Len() > 1 {
			return at, year
		}
	}
	return -1, 0
}

// yearAt is the year that a token is, or zero.
func (c *calendar) yearAt(i int) int {
	word := c.Text.Word(i)
	if len(word) != yearDigits || !digit(word) {
		return 0
	}
	if year, err := strconv.Atoi(word); err == nil && year >= firstYear {
		return year
	}
	return 0
}

const (
	yearDigits = 4
	firstYear  = 1800 // of events that carry theirs
)
