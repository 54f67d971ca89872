package value

import (
	"github.com/shopspring/decimal"

	"sayso/rules/match"
	"sayso/rules/token"
)

// The units of a quantity that are none of measure: a count has what is counted, a share is a part of a whole between 0
// and 1, times is a factor.
const (
	UnitPercent = "percent"
	UnitCount   = "count"
	UnitShare   = "share"
	UnitTimes   = "times"
)

// A Quantity is a number with its unit. A range has Low and High and no Amount.
type Quantity struct {
	Amount, Low, High *decimal.Decimal
	Unit              string // one of those above, or a unit of measure: km, t, MW
	Bound             string // about, over, under, at_least, up_to or empty
	Of                string // level or change
	Direction         string // up or down where a verb tells, or empty
	Per               string // the unit that it is for: year, day, person; or empty
}

// ReadQuantity gives the quantity that a match of type quantity means.
func ReadQuantity(m *match.Match) Quantity {
	q := Quantity{Unit: m.Value("unit"), Bound: m.Value("bound"), Of: m.Value("of"), Direction: m.Value("change"), Per: m.Value("per")}
	if q.Unit == "" {
		q.Unit = UnitCount
	}
	if q.Of == "" {
		q.Of = "level"
	}
	scale := factor(m.Value("scale"))
	if low, ok := number(m.Value("low")); ok {
		if high, ok := number(m.Value("high")); ok {
			q.Low, q.High = ref(carried(low, scale, high.Mul(scale))), ref(high.Mul(scale))
		}
		return q
	}
	if part, ok := number(m.Value("part")); ok {
		if whole, ok := number(m.Value("whole")); ok && !whole.IsZero() {
			q.Amount = ref(part.DivRound(whole, shareDigits))
		}
		return q
	}
	if amount, ok := number(m.Value("amount")); ok {
		amount = amount.Mul(scale)
		if m.Value("minus") != "" && q.Direction == "" { // down −3 % is a fall of 3 %
			amount = amount.Neg()
		}
		q.Amount = ref(amount)
	}
	return q
}

// shareDigits is how many digits a share has behind the point.
const shareDigits = 4

func quantityProperties(t *token.Text, m *match.Match) map[string]string {
	q := ReadQuantity(m)
	all := map[string]string{Text: t.Slice(Span(m)), "unit": q.Unit, "bound": q.Bound, "of": q.Of, "change": q.Direction, "per": q.Per}
	if what, ok := m.Field("what"); ok {
		all["what"] = t.Slice(what.Tokens)
	}
	for name, d := range map[string]*decimal.Decimal{"amount": q.Amount, "low": q.Low, "high": q.High} {
		if d != nil {
			all[name] = d.String()
		}
	}
	return all
}
