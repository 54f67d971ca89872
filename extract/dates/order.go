package dates

import (
	"slices"

	"sayso/extract/timex"
)

// An order is which of day and month comes first where both are told in figures.
type order int

const (
	anyOrder order = iota
	monthFirst
	dayFirst
)

// orderOf is the order of a country's press, any where the country, ISO 3166 or empty, is not known.
func orderOf(country string) order {
	switch {
	case country == "":
		return anyOrder
	case slices.Contains(monthFirstCountries, country):
		return monthFirst
	}
	return dayFirst
}

// monthFirstCountries are those that write 12/25 for Christmas, ISO 3166, after CLDR's short dates.
var monthFirstCountries = []string{"AS", "GU", "MH", "MP", "PH", "PR", "PW", "UM", "US", "VI"}

// order is that of the other dates in figures of an article, else of its press, else of the one country that it names.
func (r *reading) order(all []*Timex) order {
	for _, m := range all {
		month, ok := m.Match.Field("month")
		day, both := m.Match.Field("day")
		if ok && both && !m.Said.Ambiguous && m.Said.Day > 12 && digit(r.Text.Slice(month.Tokens)) {
			if month.Tokens.Start < day.Tokens.Start {
				return monthFirst
			}
			return dayFirst
		}
	}
	if o := orderOf(r.press()); o != anyOrder {
		return o
	}
	found := anyOrder
	for _, m := range r.named.Weighed().Join().Mentions {
		switch o := orderOf(m.Entity.Country); {
		case o == anyOrder || o == found:
		case found != anyOrder:
			return anyOrder
		default:
			found = o
		}
	}
	return found
}

// settle puts the day and the month of a date that could be read either way into the order of the article, and keeps the
// other reading where that is not known.
func settle(m *Timex, of func() order) {
	if !m.Said.Ambiguous {
		return
	}
	swapped := m.Said
	swapped.Day, swapped.Month = m.Said.Month, m.Said.Day
	switch of() {
	case dayFirst:
		m.Said = swapped
	case anyOrder:
		if m.Said.Day != m.Said.Month {
			m.Other = write(swapped, timex.DayIn(swapped.Year, swapped.Month, swapped.Day))
		}
	}
}

// digit reports whether a word begins with one.
func digit(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }
