// Package currency knows what one currency was worth in another on a day. Its rates come from the table that ships with
// the program, from the European Central Bank's own file where the user has fetched it, and from the law where a rate is
// fixed. Amounts and rates are exact decimals; days are calendar days without a zone.
package currency

import (
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/shopspring/decimal"
)

// maxAge is how many days a rate stands in for the days after it on which none was set: weekends and holidays.
const maxAge = 7

// digits are the decimal places that a quotient of two rates keeps.
const digits = 16

// A Rate is how many units of To one unit of From is worth.
type Rate struct {
	From, To string // ISO 4217
	Value    decimal.Decimal
	On       time.Time // the day it was set: the day asked for, or the last business day before it
	Source   string    // ecb, fed, imf, currency-api or law; two joined by + where each gave one side
}

// A NoRateError says of which currencies there is no rate, and on which day.
type NoRateError struct {
	From, To string
	Day      time.Time
}

// Error is the sentence that says so.
func (e *NoRateError) Error() string {
	return fmt.Sprintf("no rate of %s in %s is known for %s", e.From, e.To, e.Day.Format(time.DateOnly))
}

// Rates are several books of rates, asked one after the other. They are immutable and safe to share.
type Rates struct{ books func() []*Book }

// New makes Rates of books; those that come first win.
func New(books ...*Book) *Rates { return &Rates{func() []*Book { return books }} }

// WithEmbedded makes Rates of books and, after them, the table that ships with the program. That one is unpacked when
// the first rate is asked for.
func WithEmbedded(books ...*Book) *Rates {
	return &Rates{sync.OnceValue(func() []*Book { return append(slices.Clone(books), embedded()) })}
}

// Books are what the rates come from, the first asked first.
func (r *Rates) Books() []*Book { return r.books() }

// Codes are the currencies that there are rates of, sorted.
func (r *Rates) Codes() []string {
	all := slices.Collect(maps.Keys(parities))
	for _, b := range r.books() {
		all = append(all, b.Codes()...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Last is the last day that any book has a rate of.
func (r *Rates) Last() time.Time {
	var last time.Time
	for _, b := range r.books() {
		if day := b.Last(); day.After(last) {
			last = day
		}
	}
	return last
}

// shown is how many significant digits of a rate are shown.
const shown = 6

// Short is the value with six significant digits.
func (r Rate) Short() string { return Significant(r.Value) }

// Significant writes a number with six significant digits, never with an exponent.
func Significant(v decimal.Decimal) string {
	magnitude := int32(len(v.Coefficient().String())) + v.Exponent() // of the first digit
	return v.Round(shown - magnitude).String()
}

// On is the rate of a day. Where none was set on it, that of the last day before it that had one counts, at most seven
// days back. Units of account that the law ties to the euro go through it at their exact rate. The error is a
// *NoRateError.
func (r *Rates) On(from, to string, day time.Time) (Rate, error) {
	out := Rate{From: from, To: to}
	a, b := tied(from, day), tied(to, day)
	if a.unit == b.unit {
		out.Value, out.On, out.Source = b.per.DivRound(a.per, digits), day, lawSource
		return out, nil
	}
	for _, book := range r.books() {
		if rate, ok := book.on(a.unit, b.unit, day); ok {
			out.Value, out.On, out.Source = rate.Value.Mul(b.per).DivRound(a.per, digits), rate.On, rate.Source
			return out, nil
		}
	}
	return out, &NoRateError{from, to, day}
}

// Near is the rate of the day nearest to one that has none, within some days of it on either side.
func (r *Rates) Near(from, to string, day time.Time, within int) (Rate, error) {
	for n := range within + 1 {
		for _, d := range []int{-n, n} {
			if rate, err := r.On(from, to, day.AddDate(0, 0, d)); err == nil {
				return rate, nil
			}
		}
	}
	return Rate{}, &NoRateError{from, to, day}
}

// A Span is a run of days, both inclusive.
type Span struct{ First, Last time.Time }

// Fitting is the last run of days within a span on which a rate was within a share of the value: what day an article's
// own conversion may have been made at. Business days alone are looked at.
func (r *Rates) Fitting(from, to string, value decimal.Decimal, share float64, within Span) (Span, bool) {
	var fit Span
	for day := within.Last; !day.Before(within.First); day = day.AddDate(0, 0, -1) {
		if w := day.Weekday(); w == time.Saturday || w == time.Sunday {
			continue
		}
		rate, err := r.On(from, to, day)
		fits := err == nil && Deviation(value, rate.Value) <= share && Deviation(value, rate.Value) >= -share
		switch {
		case fits && fit.Last.IsZero():
			fit.First, fit.Last = day, day
		case fits:
			fit.First = day
		case !fit.Last.IsZero():
			return fit, true
		}
	}
	return fit, !fit.Last.IsZero()
}

// Deviation is by what share a value is over a rate, negative where it is under it.
func Deviation(value, rate decimal.Decimal) float64 {
	if rate.IsZero() {
		return 0
	}
	d, _ := value.Sub(rate).DivRound(rate, digits).Float64()
	return d
}
