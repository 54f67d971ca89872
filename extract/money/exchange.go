package money

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/shopspring/decimal"

	"sayso/extract/currency"
	"sayso/extract/dates"
	"sayso/extract/document"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/token"
)

const (
	tolerance = 0.02         // what banks and newsrooms take for the same rate
	nearby    = 31           // days from which a rate still tells something of a day without one
	drift     = 0.1          // what a rate may have moved by in these days
	recent    = 2 * 365      // days for which a rate may have been kept in use
	longest   = 366          // days of the longest period that a figure takes the rate of
	unlikely  = 0.5          // deviation from which two figures are no conversion if only "or" joins them
	oldest    = "1999-01-04" // the euro's first day: older rates are too few to search
	places    = 6            // significant digits of a rate in a record
)

// check holds a conversion against the rate of the day of publication, and where it does not fit, against those of the
// dates that the text may mean. Where that day has no rate, the nearest one can tell that a conversion holds, and that it
// is far off, but nothing between.
func (r *reading) check(from, to *figure) *document.Check {
	c := &document.Check{Verdict: document.NoRate}
	rate, err := r.rate(from.value.Currency, to.value.Currency, r.Published)
	near := false
	if missing := (*currency.NoRateError)(nil); errors.As(err, &missing) {
		c.Reason, near = err.Error(), true
		rate, err = r.Rates.Near(missing.From, missing.To, missing.Day, nearby)
	}
	if err != nil {
		c.Reason = err.Error()
		return c
	}
	stated := quotient(from.value, to.value)
	rounding := roundingOf(from.value) + roundingOf(to.value)
	deviation := currency.Deviation(stated, rate.Value)
	c.Rate, c.On, c.Source = json.Number(rate.Short()), rate.On.Format(time.DateOnly), rate.Source
	c.Deviation, c.Rounding = shortened(deviation), shortened(rounding)
	switch off := math.Abs(deviation); {
	case off <= rounding+tolerance:
		c.Verdict, c.Reason = document.Consistent, ""
	case near && off <= rounding+drift:
	default:
		c.Reason = ""
		r.otherDate(c, from, to, rounding+tolerance)
	}
	return c
}

// otherDate looks for the days whose rate fits a conversion that the day's does not.
func (r *reading) otherDate(c *document.Check, from, to *figure, share float64) {
	c.Verdict = document.AtOdds
	last := r.Published
	spans := []currency.Span{{First: last.AddDate(0, 0, -recent), Last: last}}
	if clue, meant := r.clue(from); clue.Len() > 0 {
		p := r.Place(clue)
		c.Clue, spans = &p, append([]currency.Span{meant}, spans...)
	}
	for _, within := range spans {
		fit, ok := r.Rates.Fitting(from.value.Currency, to.value.Currency, quotient(from.value, to.value), share, within)
		if ok {
			c.Verdict, c.From, c.To = document.OtherDate, fit.First.Format(time.DateOnly), fit.Last.Format(time.DateOnly)
			return
		}
	}
}

// clue is what in the sentence speaks of another day's rate, and the days that it may mean.
func (r *reading) clue(f *figure) (at token.Range, meant currency.Span) {
	if m := r.dateOf(f); m != nil {
		return m.At, currency.Span{First: m.Period.From, Last: m.Period.To}
	}
	for _, m := range r.Within(value.TypeModality, r.Sentence(f.at.Start)) {
		if m.Value("kind") == "then" {
			meant.First, _ = time.Parse(time.DateOnly, oldest)
			meant.Last = r.Published
			return view.Span(m), meant
		}
	}
	return at, meant
}

// conversions are a figure in the currencies that the user asked for.
func (r *reading) conversions(f *figure) []document.Conversion {
	var all []document.Conversion
	for _, to := range r.To {
		if to == f.value.Currency || f.value.Vague {
			continue
		}
		all = append(all, r.conversion(f, to))
	}
	return all
}

func (r *reading) conversion(f *figure, to string) document.Conversion {
	day := r.Published
	if m := r.dateOf(f); m != nil {
		day = m.Period.To
	}
	c := document.Conversion{Currency: to}
	rate, err := r.rate(f.value.Currency, to, day)
	if err != nil {
		c.Reason = err.Error()
		return c
	}
	c.Amount, c.Low, c.High = times(f.value.Amount, rate.Value), times(f.value.Low, rate.Value), times(f.value.High, rate.Value)
	c.Rate, c.On, c.Source = json.Number(rate.Short()), rate.On.Format(time.DateOnly), rate.Source
	return c
}

// rate is the rate of a day, or the reason why there is none.
func (r *reading) rate(from, to string, day time.Time) (currency.Rate, error) {
	switch {
	case from == "" || from == openCurrency || to == openCurrency:
		return currency.Rate{}, errors.New("the currency is open")
	case day.IsZero():
		return currency.Rate{}, errors.New("the day of publication is unknown")
	}
	return r.Rates.On(from, to, day)
}

// openCurrency is ISO 4217's code where no currency is known.
const openCurrency = "XXX"

// dateOf is the past date that the sentence ties a figure to: the only one in it.
func (r *reading) dateOf(f *figure) *dates.Timex {
	s := r.Sentence(f.at.Start)
	var tied *dates.Timex
	for _, m := range r.dates {
		if m.At.Start < s.Start || m.At.Start >= s.End || m.Said.Type != "DATE" || m.Period.IsZero() {
			continue
		}
		if tied != nil && tied.Period != m.Period {
			return nil
		}
		tied = m
	}
	if tied == nil || tied.Period.To.Sub(tied.Period.From) > longest*24*time.Hour {
		return nil
	}
	if p := r.Published; !p.IsZero() && !tied.Period.To.Before(p) {
		return nil
	}
	return tied
}

// quotient is how many units of the second figure's currency are taken for one of the first's.
func quotient(a, b value.Money) decimal.Decimal {
	from, to := middle(a), middle(b)
	if from.IsZero() {
		return decimal.Decimal{}
	}
	return to.DivRound(from, 16)
}

// roundingOf is the share by which a figure may be off because it is rounded: half a unit of its last digit that is not
// zero, where two digits are always taken to be meant.
func roundingOf(m value.Money) float64 {
	v := middle(m).Abs()
	if v.IsZero() {
		return 0
	}
	digits, ten, zero := v.Coefficient(), decimal.NewFromInt(10).BigInt(), decimal.Zero.BigInt()
	count := len(digits.String())
	for count > 2 {
		q, rest := decimal.Zero.BigInt(), decimal.Zero.BigInt()
		if q.QuoRem(digits, ten, rest); rest.Cmp(zero) != 0 {
			break
		}
		digits, count = q, count-1
	}
	f, _ := decimal.NewFromBigInt(digits, 0).Float64()
	if count == 1 {
		f *= 10
	}
	return 0.5 / f
}

// times is an amount at a rate: in whole units where it is large, else in hundredths.
func times(amount *decimal.Decimal, rate decimal.Decimal) json.Number {
	if amount == nil {
		return ""
	}
	v := amount.Mul(rate)
	if v.Abs().GreaterThanOrEqual(decimal.NewFromInt(1000)) {
		v = v.Round(0)
	}
	return json.Number(v.Round(2).String())
}

func shortened(f float64) json.Number { return json.Number(fmt.Sprintf("%.4f", f)) }
