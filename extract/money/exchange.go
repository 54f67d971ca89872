package money

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/shopspring/decimal"

	"sayso/extract/currency"
	"sayso/extract/document"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/token"
)

const (
	tolerance = 0.02         // what banks and newsrooms take for the same rate
	unlikely  = 0.25         // deviation from which two figures are no conversion if only "or" or a dash joins them
	oldest    = "1999-01-04" // the euro's first day: older rates are too few to search
	searched  = 20           // dates of an article whose rates are looked at, the first ones
	places    = 6            // significant digits of a rate in a record
)

// check holds a conversion against the rate of the day that the figure is published on, and where it does not fit, against
// those of the dates that the article names.
func (r *reading) check(from, to *figure) *document.Check {
	c := &document.Check{Verdict: document.NoRate}
	if from.value.Vague {
		c.Reason = "the amount is left open"
		return c
	}
	rate, err := r.rate(from.value.Currency, to.value.Currency, r.Published)
	if err != nil {
		c.Reason = err.Error()
		return c
	}
	rounding := roundingOf(from.value) + roundingOf(to.value)
	deviation := currency.Deviation(quotient(from.value, to.value), rate.Value)
	c.Rate, c.On, c.Source = json.Number(rate.Short()), rate.On.Format(time.DateOnly), rate.Source
	c.Method, c.DaysOff, c.Bound = string(rate.Method), rate.DaysOff, bound(rate)
	c.Deviation, c.Rounding = shortened(deviation), shortened(rounding)
	if math.Abs(deviation) <= rounding+tolerance+rate.Bound/2 {
		c.Verdict = document.Consistent
		return c
	}
	r.otherDate(c, from, to, rounding+tolerance)
	return c
}

// bound is the share by which a rate may be off, or empty where it is that of the day.
func bound(rate currency.Rate) json.Number {
	if rate.Bound == 0 {
		return ""
	}
	return shortened(rate.Bound)
}

// otherDate looks for the days whose rate fits a conversion that the day's does not, among those that the article speaks
// of: what its sentence says of the rate, then its other past dates. No other day speaks for it.
func (r *reading) otherDate(c *document.Check, from, to *figure, share float64) {
	c.Verdict = document.AtOdds
	for _, clue := range r.clues(from) {
		fit, ok := r.path(from.value.Currency, to.value.Currency, clue.meant).Fitting(quotient(from.value, to.value), share)
		if ok {
			p := r.Place(clue.at)
			c.Verdict, c.From, c.To, c.Clue = document.OtherDate, fit.First.Format(time.DateOnly), fit.Last.Format(time.DateOnly), &p
			return
		}
	}
}

// A stretch is two currencies over a span of days.
type stretch struct {
	from, to string
	over     currency.Span
}

// path is the rates of a stretch, which is followed once.
func (r *reading) path(from, to string, over currency.Span) currency.Path {
	key := stretch{from, to, over}
	p, ok := r.paths[key]
	if !ok {
		p = r.Rates.Path(from, to, over)
		if r.paths == nil {
			r.paths = map[stretch]currency.Path{}
		}
		r.paths[key] = p
	}
	return p
}

// A clue is words that speak of another day's rate, and the days that they may mean.
type clue struct {
	at    token.Range
	meant currency.Span
}

// clues are what may tell at which day's rate a figure was converted: the date that it is of, words in its sentence that
// tie the rate to another time, the other past dates of the article.
func (r *reading) clues(f *figure) []clue {
	var all []clue
	if m := r.dateOf(f); m != nil {
		all = append(all, clue{m.At, currency.Span{First: m.Period.From, Last: m.Period.To}})
	}
	for _, m := range r.Within(value.TypeModality, r.Sentence(f.at.Start)) {
		if m.Value("kind") == "then" {
			first, _ := time.Parse(time.DateOnly, oldest)
			all = append(all, clue{view.Span(m), currency.Span{First: first, Last: r.Published}})
		}
	}
	told := r.dates()
	for _, m := range told[:min(len(told), searched)] {
		if r.isPast(m) {
			all = append(all, clue{m.At, currency.Span{First: m.Period.From, Last: m.Period.To}})
		}
	}
	return all
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
	c := document.Conversion{Currency: to}
	rate, err := r.rate(f.value.Currency, to, r.dayOf(f))
	if err != nil {
		c.Reason = err.Error()
		return c
	}
	c.Amount, c.Low, c.High = times(f.value.Amount, rate.Value), times(f.value.Low, rate.Value), times(f.value.High, rate.Value)
	c.Rate, c.On, c.Source = json.Number(rate.Short()), rate.On.Format(time.DateOnly), rate.Source
	c.Method, c.DaysOff, c.Bound = string(rate.Method), rate.DaysOff, bound(rate)
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

// times is an amount at a rate: in whole units where it is large, in hundredths where it is not, and with three digits that
// tell where it is less than one.
func times(amount *decimal.Decimal, rate decimal.Decimal) json.Number {
	if amount == nil {
		return ""
	}
	v := amount.Mul(rate)
	switch size := v.Abs(); {
	case size.GreaterThanOrEqual(decimal.NewFromInt(1000)):
		v = v.Round(0)
	case size.GreaterThanOrEqual(decimal.NewFromInt(1)) || size.IsZero():
		v = v.Round(2)
	default:
		v = v.Round(max(2, 3-int32(len(v.Coefficient().String()))-v.Exponent()))
	}
	return json.Number(v.String())
}

func shortened(f float64) json.Number { return json.Number(fmt.Sprintf("%.4f", f)) }
