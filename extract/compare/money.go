package compare

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"sayso/extract/document"
)

// A sum is what a figure of money means: the figure itself and, where the article converts it, the same in another currency.
type sum struct {
	own, stated amount
	qualifier   string
	per         string
}

// An amount is a number of a currency, or a range of them.
type amount struct{ number, low, high, currency string }

// figures are the sums of an article. One whose amount the text leaves open is none.
func figures(d *document.Document) []group[sum] {
	var all gathering[sum]
	for _, m := range d.Money {
		if m.Vague {
			continue
		}
		v := sum{own: amountOf(m.Figure), per: m.Per}
		if m.Stated != nil {
			v.stated = amountOf(m.Stated.Figure)
		}
		if m.Qualifier != nil {
			v.qualifier = *m.Qualifier
		}
		all.add(sum{own: v.own, per: v.per}, v, Side{m.ID, v.own.String(), m.Place})
	}
	return all.groups
}

func amountOf(f document.Figure) amount {
	return amount{f.Amount.String(), f.Low.String(), f.High.String(), f.Currency}
}

// String is the currency and the number.
func (a amount) String() string {
	number := a.number
	if number == "" {
		number = a.low + ".." + a.high
	}
	return strings.TrimSpace(a.currency + " " + number)
}

// sameFigure reports whether two sums are the same, with notes on how.
func sameFigure(a, b sum) ([]string, bool) {
	var notes []string
	switch {
	case a.own == b.own:
	case a.own == b.stated, a.stated == b.own, a.stated.currency != "" && a.stated == b.stated:
		notes = append(notes, NoteConverted)
	case isRounded(a.own, b.own) || isRounded(b.own, a.own):
		notes = append(notes, NoteRounded)
	default:
		return nil, false
	}
	if a.per != b.per {
		notes = append(notes, NotePer)
	}
	if a.qualifier != b.qualifier {
		notes = append(notes, NoteQualifier)
	}
	return notes, true
}

// isRounded reports whether b is a to fewer digits, two or more.
func isRounded(a, b amount) bool {
	if a.currency != b.currency || a.number == "" || b.number == "" {
		return false
	}
	x, errX := decimal.NewFromString(a.number)
	y, errY := decimal.NewFromString(b.number)
	if errX != nil || errY != nil || x.Equal(y) || x.Sign() != y.Sign() {
		return false
	}
	unit := int32(0) // the place of the last digit of b that is not 0, as a power of ten
	coefficient := y
	for coefficient.Exponent() < 0 && !coefficient.IsInteger() {
		coefficient = coefficient.Shift(1)
		unit--
	}
	for coefficient.Mod(decimal.NewFromInt(10)).IsZero() && !coefficient.IsZero() {
		coefficient = coefficient.Shift(-1)
		unit++
	}
	return coefficient.Abs().GreaterThanOrEqual(decimal.NewFromInt(10)) && x.Round(-unit).Equal(y)
}

// likeFigure reports whether one sum may have taken the place of another: in its currency, or in another with its number.
func likeFigure(a, b sum) ([]string, bool) {
	currencies := func(s sum) []string { return []string{s.own.currency, s.stated.currency} }
	return nil, slices.Contains(currencies(b), a.own.currency) || slices.Contains(currencies(a), b.own.currency) || a.own.number == b.own.number
}
