package value

import (
	"strings"

	"github.com/shopspring/decimal"

	"sayso/rules/match"
	"sayso/rules/token"
)

// Money is a figure: exact amounts in the currency's unit. A range has Low and High and no Amount; a vague figure has
// none of them.
type Money struct {
	Amount, Low, High *decimal.Decimal
	Currency          string   // ISO 4217
	Candidates        []string // where several currencies share the word, all of them; Currency is the likeliest
	Bound             string   // about, over, under, at_least, up_to or empty
	Per               string   // the unit that the amount is for, or empty
	Vague             bool
}

var hundred = decimal.NewFromInt(100)

// ReadMoney gives the figure that a match of type money or change means.
func ReadMoney(m *match.Match) Money {
	v := Money{Bound: m.Value("bound"), Per: m.Value("per")}
	v.setCurrency(m.Value("currency"))
	divisor := decimal.NewFromInt(1)
	if minor := m.Value("minor"); minor != "" {
		divisor = hundred
		if v.Currency == "" {
			v.setCurrency(minor)
		}
	}
	if m.Value("vague") != "" {
		v.Vague = true
		return v
	}
	scale := factor(m.Value("scale"))
	if low, ok := number(m.Value("low")); ok {
		lowScale := scale
		if s := m.Value("lowscale"); s != "" {
			lowScale = factor(s)
		}
		high, _ := number(m.Value("high"))
		v.Low, v.High = ref(low.Mul(lowScale).Div(divisor)), ref(high.Mul(scale).Div(divisor))
		return v
	}
	amount, ok := number(m.Value("amount"))
	if !ok {
		amount = decimal.NewFromInt(1)
	}
	if f, ok := number(m.Value("fraction")); ok {
		amount = amount.Mul(f)
	}
	if h, ok := number(m.Value("half")); ok {
		amount = amount.Add(h)
	}
	amount = amount.Mul(scale)
	if more, ok := number(m.Value("more")); ok {
		amount = amount.Add(more.Mul(factor(m.Value("morescale"))))
	}
	if m.Value("sign") != "" {
		amount = amount.Neg()
	}
	v.Amount = ref(amount.Div(divisor))
	return v
}

// setCurrency takes one code, or those of all currencies that share a word.
func (v *Money) setCurrency(codes string) {
	v.Candidates = strings.Fields(codes)
	if len(v.Candidates) > 0 {
		v.Currency = v.Candidates[0]
	}
	if len(v.Candidates) == 1 {
		v.Candidates = nil
	}
}

// factor is what a scale word multiplies by; no word is one.
func factor(s string) decimal.Decimal {
	if d, ok := number(s); ok {
		return d
	}
	return decimal.NewFromInt(1)
}

// number reads plain digits, also "1e9".
func number(s string) (decimal.Decimal, bool) {
	if s == "" || len(s) > 40 {
		return decimal.Decimal{}, false
	}
	d, err := decimal.NewFromString(s)
	return d, err == nil && d.Exponent() < 100
}

func ref(d decimal.Decimal) *decimal.Decimal { return &d }

func moneyProperties(t *token.Text, m *match.Match) map[string]string {
	v := ReadMoney(m)
	all := map[string]string{Text: t.Slice(Span(m)), "currency": v.Currency, "bound": v.Bound, "per": v.Per}
	for name, d := range map[string]*decimal.Decimal{"amount": v.Amount, "low": v.Low, "high": v.High} {
		if d != nil {
			all[name] = d.String()
		}
	}
	if v.Vague {
		all["vague"] = "yes"
	}
	return all
}

func conversionProperties(t *token.Text, m *match.Match) map[string]string {
	all := map[string]string{Text: t.Slice(Span(m)), "weak": m.Value("weak")}
	for _, f := range m.Fields {
		if f.Of != nil {
			nested(all, f.Name, moneyProperties(t, f.Of))
		}
	}
	return all
}

func changeProperties(t *token.Text, m *match.Match) map[string]string {
	all := moneyProperties(t, m)
	if f, ok := m.Field("to"); ok && f.Of != nil {
		nested(all, "to", moneyProperties(t, f.Of))
		all["currency"] = all["to.currency"]
	}
	return all
}
