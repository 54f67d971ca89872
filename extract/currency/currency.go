// Package currency knows what one currency was worth in another on a day. Its rates come from the table that ships with
// the program, from the European Central Bank's own file where the user has fetched it, and from the law where a rate is
// fixed. Amounts and rates are exact decimals; days are calendar days without a zone.
package currency

import (
	"errors"
	"fmt"
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

// Why there is no rate.
var (
	ErrUnknown = errors.New("no rates of this currency are known")
	ErrNoDay   = errors.New("no rate is known for that day")
)

// Rates are several books of rates, asked one after the other. They are immutable and safe to share.
type Rates struct{ books []*Book }

// New makes Rates of books; those that come first win.
func New(books ...*Book) *Rates { return &Rates{books} }

// Books are what the rates come from, the first asked first.
func (r *Rates) Books() []*Book { return r.books }

// On is the rate of a day. Where none was set on it, that of the last day before it that had one counts, at most seven
// days back. Units of account that the law ties to the euro go through it at their exact rate. The error wraps
// ErrUnknown or ErrNoDay.
func (r *Rates) On(from, to string, day time.Time) (Rate, error) {
	out := Rate{From: from, To: to}
	a, b := tied(from, day), tied(to, day)
	if a.unit == b.unit {
		out.Value, out.On, out.Source = b.per.DivRound(a.per, digits), day, lawSource
		return out, nil
	}
	err := error(ErrUnknown)
	for _, book := range r.books {
		rate, wrong := book.on(a.unit, b.unit, day)
		if wrong == nil {
			out.Value, out.On, out.Source = rate.Value.Mul(b.per).DivRound(a.per, digits), rate.On, rate.Source
			return out, nil
		}
		if errors.Is(wrong, ErrNoDay) {
			err = wrong
		}
	}
	return out, fmt.Errorf("%s in %s on %s: %w", from, to, day.Format(time.DateOnly), err)
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
