// Package currency knows what one currency was worth in another on a day. Its rates come from the table that ships with
// the program, from the European Central Bank's own file where the user has fetched it, and from the law where a rate is
// fixed. Amounts and rates are exact decimals; days are calendar days without a zone.
package currency

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"sync"
	"time"

	"github.com/shopspring/decimal"
)

// digits are the decimal places that a quotient of two rates keeps.
const digits = 16

// A Rate is how many units of To one unit of From is worth.
type Rate struct {
	From, To string // ISO 4217
	Value    decimal.Decimal
	On       time.Time // the day it was set; of one that lies between two, the nearer of them
	DaysOff  int       // days between it and the day asked for
	Method   Method
	Bound    float64 // the share by which it may be off from the rate of the day asked for; 0 where it is that
	Source   string  // ecb, fed, imf, currency-api or law; two joined by + where each gave one side
}

// A NoRateError says of which currencies there is no rate, on which day, why, and what would bring one.
type NoRateError struct {
	From, To string
	Day      time.Time
	Why      string
}

// Error is the sentence that says so.
func (e *NoRateError) Error() string {
	s := fmt.Sprintf("no rate of %s in %s is known for %s", e.From, e.To, e.Day.Format(time.DateOnly))
	if e.Why != "" {
		s += ": " + e.Why
	}
	return s
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

// has reports whether there are rates of a currency.
func (r *Rates) has(code string) bool {
	_, fixed := parities[code]
	return fixed || slices.ContainsFunc(r.books(), func(b *Book) bool { return b.base == code || b.series[code] != nil })
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

// On is the rate of a day, with the method by which it was come by: set on that day, or on the business day before it;
// else between those of the days around it, at most 45 days apart; else of the nearest day, at most 31 away. Of several
// books the first one whose method is the surest counts. Units of account that the law ties to the euro go through it at
// their exact rate. The error is a *NoRateError.
func (r *Rates) On(from, to string, day time.Time) (Rate, error) {
	out := Rate{From: from, To: to}
	a, b := tied(from, day), tied(to, day)
	switch {
	case a.unit == b.unit:
		out.Value, out.On, out.Source, out.Method = b.per.DivRound(a.per, digits), day, lawSource, Fixed
		return out, nil
	case beforeEuro(a.unit, b.unit, day):
		return r.later(out, a, b, day)
	}
	best, ok := r.best(a.unit, b.unit, day)
	if !ok {
		return out, &NoRateError{from, to, day, r.why(a.unit, b.unit, day)}
	}
	best.From, best.To, best.Value = from, to, best.Value.Mul(b.per).DivRound(a.per, digits)
	return best, nil
}

// best is the quote of the book whose method is the surest, the first of several.
func (r *Rates) best(from, to string, day time.Time) (best Rate, ok bool) {
	for _, book := range r.books() {
		rate, found := book.quote(from, to, day)
		if found && rate.Method.rank() == 0 {
			return rate, true
		}
		if found && (!ok || rate.Method.rank() < best.Method.rank()) {
			best, ok = rate, true
		}
	}
	return best, ok
}

// later is the rate between the euro and a currency that it was to replace, before it did, where that had one in dollars.
func (r *Rates) later(out Rate, a, b tie, day time.Time) (Rate, error) {
	old := a.unit
	if old == euro {
		old = b.unit
	}
	p, replaced := parities[old]
	_, known := r.best(old, "USD", day)
	if !replaced || p.since != euroSince || !known {
		return out, &NoRateError{out.From, out.To, day, "the euro began on " + euroSince}
	}
	out.Value, out.On, out.Source, out.Method = decimal.RequireFromString(p.per), day, lawSource, Later
	if b.unit == euro {
		out.Value = decimal.NewFromInt(1).DivRound(out.Value, digits)
	}
	return out, nil
}

// why says why there is no rate, and names the cure where there is one.
func (r *Rates) why(from, to string, day time.Time) string {
	for _, code := range []string{from, to} {
		if !r.has(code) {
			return code + " has no rates"
		}
	}
	if last := r.Last(); day.After(last) {
		s := "the last rates are of " + last.Format(time.DateOnly)
		if published(from) && published(to) {
			s += "; sayso rates update fetches later ones"
		}
		return s
	}
	if published(from) && published(to) && day.Format(time.DateOnly) >= euroSince {
		return "sayso rates update fetches those of every business day"
	}
	return ""
}

// A Span is a run of days, both inclusive.
type Span struct{ First, Last time.Time }

// A Path is the rates of the business days of a span, the latest first.
type Path struct {
	days  []time.Time
	rates []float64
}

// Path gives the rates between two currencies on the business days of a span, as far as there are any.
func (r *Rates) Path(from, to string, within Span) Path {
	var p Path
	for day := within.Last; !day.Before(within.First); day = day.AddDate(0, 0, -1) {
		if w := day.Weekday(); w == time.Saturday || w == time.Sunday {
			continue
		}
		value := 0.0
		if rate, err := r.On(from, to, day); err == nil {
			value, _ = rate.Value.Float64()
		}
		p.days, p.rates = append(p.days, day), append(p.rates, value)
	}
	return p
}

// Fitting is the last run of days on which a rate was within a share of the value: what day an article's own conversion
// may have been made at.
func (p Path) Fitting(value decimal.Decimal, share float64) (Span, bool) {
	var fit Span
	v, _ := value.Float64()
	for i, rate := range p.rates {
		fits := rate != 0 && math.Abs(v-rate) <= share*rate
		switch {
		case fits && fit.Last.IsZero():
			fit = Span{p.days[i], p.days[i]}
		case fits:
			fit.First = p.days[i]
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
