package currency

import (
	"math"
	"sort"
	"time"

	"github.com/shopspring/decimal"
)

// A Method says how the rate of a day was come by.
type Method string

// The methods, from the surest on.
const (
	Fixed    Method = "fixed parity"          // by the law
	Exact    Method = "exact"                 // it was set on the day
	Previous Method = "previous business day" // it was set last before a weekend or holidays
	Between  Method = "between"               // it lies between those of the days around it
	Nearest  Method = "nearest"               // of the nearest day that has one
	Later    Method = "later parity"          // of a currency before the euro, by the parity at which the euro replaced it
)

// rank orders the methods: those of one rank are as good as each other.
func (m Method) rank() int {
	switch m {
	case Between:
		return 1
	case Nearest:
		return 2
	}
	return 0
}

const (
	closed    = 5   // days between two rates of a source that sets one each business day: Easter
	widest    = 45  // days between two rates that the rate of a day is taken from
	farthest  = 31  // days from which a rate still tells something of a day without one
	deviates  = 3.6 // standard deviations of a rate's path that the bound allows for
	surely    = 0.0005
	usual     = 0.007 // the standard deviation of a day's change where a series is too short to tell
	telling   = 8     // changes that tell it
	window    = 40    // changes on either side that are looked at
	snapshots = "currency-api"
)

// A leg is a rate of a currency against a book's base.
type leg struct {
	value    decimal.Decimal
	on       int32 // the day of the rate, or the nearer one of the two that it lies between
	off      int   // days from the day asked for
	method   Method
	source   string
	variance float64 // of its logarithm
}

// A point is a rate of a series.
type point struct {
	series *Series
	index  int
}

func (p point) day() int32 { return p.series.Days[p.index] }

func (p point) value() decimal.Decimal {
	v := decimal.New(p.series.Rates[p.index], -p.series.Scale)
	if p.series.Inverse {
		v = decimal.NewFromInt(1).DivRound(v, digits)
	}
	return v
}

// leg is the rate of a currency against the base on a day.
func (b *Book) leg(code string, day int32) (leg, bool) {
	if code == b.base {
		return leg{value: decimal.NewFromInt(1), on: day, method: Exact}, true
	}
	before, after := b.around(code, day)
	if before == nil && after == nil {
		return leg{}, false
	}
	switch {
	case before != nil && before.day() == day:
		return before.leg(day, Exact), true
	case before != nil && before.standsFor(day, after):
		return before.leg(day, Previous), true
	case before != nil && after != nil && after.day()-before.day() <= widest:
		return interpolated(before, after, day), true
	}
	near := before
	if before == nil || after != nil && after.day()-day < day-before.day() {
		near = after
	}
	if l := near.leg(day, Nearest); l.off <= farthest {
		v := near.volatility()
		l.variance = v * v * float64(l.off)
		return l, true
	}
	return leg{}, false
}

// around are the last rate of a currency up to a day and the first after it; of two series that both have the day, the
// first one's.
func (b *Book) around(code string, day int32) (before, after *point) {
	all := b.Series(code)
	for k := range all {
		s := &all[k]
		i := sort.Search(len(s.Days), func(i int) bool { return s.Days[i] > day })
		if i > 0 && s.Rates[i-1] != 0 && (before == nil || s.Days[i-1] > before.day()) {
			before = &point{s, i - 1}
		}
		if i < len(s.Days) && s.Rates[i] != 0 && (after == nil || s.Days[i] < after.day()) {
			after = &point{s, i}
		}
	}
	return before, after
}

func (p point) leg(day int32, m Method) leg {
	off := int(day - p.day())
	return leg{value: p.value(), on: p.day(), off: max(off, -off), method: m, source: p.series.Source}
}

// standsFor reports whether a rate is that of a later day on which none was set: of the weekend, or of holidays where a
// source sets one each business day.
func (p point) standsFor(day int32, after *point) bool {
	if p.series.Source == snapshots {
		for d := p.day() + 1; d <= day; d++ {
			if w := dayOf(d).Weekday(); w != time.Saturday && w != time.Sunday {
				return false
			}
		}
		return true
	}
	if after == nil {
		return day-p.day() <= closed
	}
	return after.day()-p.day() <= closed
}

// interpolated is the rate of a day on the way from one to the next, in equal shares a day.
func interpolated(before, after *point, day int32) leg {
	gone, left := float64(day-before.day()), float64(after.day()-day)
	a, _ := before.value().Float64()
	z, _ := after.value().Float64()
	v := math.Exp((math.Log(a)*left + math.Log(z)*gone) / (gone + left))
	l := before.leg(day, Between)
	if left < gone {
		l = after.leg(day, Between)
	}
	if before.series.Source != after.series.Source {
		l.source = before.series.Source + "+" + after.series.Source
	}
	l.value = decimal.NewFromFloat(v).Round(digits)
	daily := max(before.volatility(), after.volatility())
	l.variance = daily * daily * gone * left / (gone + left)
	return l
}

// volatility is the standard deviation of a day's change around a rate, by the series.
func (p point) volatility() float64 {
	s := p.series
	sum, n := 0.0, 0
	for i := max(p.index-window, 1); i < min(p.index+window, len(s.Days)); i++ {
		if s.Rates[i] == 0 || s.Rates[i-1] == 0 {
			continue
		}
		change := math.Log(float64(s.Rates[i]) / float64(s.Rates[i-1]))
		sum += change * change / float64(s.Days[i]-s.Days[i-1])
		n++
	}
	if n < telling {
		return usual
	}
	return math.Sqrt(sum / float64(n))
}

// quote is the rate of a day between two currencies of the book, if it has one.
func (b *Book) quote(from, to string, day time.Time) (Rate, bool) {
	a, ok := b.leg(from, number(day))
	if !ok {
		return Rate{}, false
	}
	z, ok := b.leg(to, number(day))
	if !ok {
		return Rate{}, false
	}
	worse := a
	if from == b.base || to != b.base && (z.method.rank() > a.method.rank() || z.method.rank() == a.method.rank() && z.off > a.off) {
		worse = z
	}
	r := Rate{Value: z.value.DivRound(a.value, digits), On: dayOf(worse.on), DaysOff: worse.off, Method: worse.method, Source: worse.source}
	if a.source != "" && z.source != "" && a.source != z.source {
		r.Source = a.source + "+" + z.source
	}
	if v := a.variance + z.variance; v > 0 {
		r.Bound = deviates*math.Sqrt(v) + surely
	}
	return r, true
}
