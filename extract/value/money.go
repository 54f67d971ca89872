package value

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"sayso/extract/currency"
	"sayso/rules/match"
	"sayso/rules/token"
)

// Money is a figure: exact amounts in the currency's unit. A range has Low and High, Low not above High, and no Amount; a
// vague figure has none of them.
type Money struct {
	Amount, Low, High *decimal.Decimal
	Currency          string   // ISO 4217
	Candidates        []string // where several currencies share the word, all of them; Currency is the likeliest
	Bound             string   // about, over, under, at_least, up_to or empty
	Per               string   // the unit that the amount is for, or empty
	Vague             bool
}

// A Sum is a figure with its place.
type Sum struct {
	At token.Range
	Money
}

var (
	hundred  = decimal.NewFromInt(100)
	ten      = decimal.NewFromInt(10)
	thousand = decimal.NewFromInt(1000)
)

// ReadMoney gives the figure that a match of type money or change means; of what joins two currencies, the second.
func ReadMoney(m *match.Match) Money {
	all := ReadSums(m)
	return all[len(all)-1].Money
}

// ReadSums gives the figures that a match of type money or change means: one, or two where it joins two currencies, or a
// figure to a far smaller one, which is no range.
func ReadSums(m *match.Match) []Sum {
	v := Money{Bound: m.Value("bound"), Per: m.Value("per")}
	units := currenciesOf(m)
	if len(units) > 0 {
		v.setCurrency(units[0])
	}
	v.Vague = m.Value("vague") != ""
	at := Span(m)
	switch {
	case v.Vague:
	case m.Value("low") != "":
		low, high := ends(m)
		if len(units) > 1 || low.GreaterThan(high.Mul(decimal.NewFromInt(10))) {
			return apart(m, v, units, low, high)
		}
		if low.GreaterThan(high) {
			low, high = high, low
		}
		v.Low, v.High = ref(low), ref(high)
	default:
		v.Amount = ref(amount(m))
	}
	return []Sum{{at, v}}
}

// apart are the two figures of what looks like a range and is none.
func apart(m *match.Match, v Money, units [][]string, low, high decimal.Decimal) []Sum {
	at, end := Span(m), 0
	for _, name := range []string{"low", "lowscale"} {
		if f, ok := m.Field(name); ok {
			end = max(end, f.Tokens.End)
		}
	}
	first, second := v, v
	if len(units) > 1 {
		second.setCurrency(units[1])
	}
	if f, ok := m.Field("currency"); ok && (len(units) > 1 || f.Tokens.Start == end) && f.Tokens.End < at.End {
		end = max(end, f.Tokens.End)
	}
	start := at.End
	for _, f := range m.Fields {
		if f.Name != Text && f.Tokens.Start > end && f.Tokens.Len() > 0 {
			start = min(start, f.Tokens.Start)
		}
	}
	first.Amount, second.Amount = ref(low), ref(high)
	return []Sum{{token.Range{Start: at.Start, End: end}, first}, {token.Range{Start: start, End: at.End}, second}}
}

// currenciesOf are the currencies that a match names, each as its candidates: what is said twice is one, narrowed to what
// both may be. Cents tell it where nothing else does.
func currenciesOf(m *match.Match) [][]string {
	all := named(m, "currency")
	if len(all) == 0 {
		all = named(m, "minor")
	}
	return all
}

// named are the currencies that a match names in one field.
func named(m *match.Match, field string) [][]string {
	var all [][]string
	country := m.Value("country")
	for _, f := range m.Fields {
		codes := strings.Fields(f.Value)
		if f.Name != field || len(codes) == 0 {
			continue
		}
		if own := currency.Within(codes, country); len(own) > 0 {
			codes = own
		} else if own := currency.OfCountry(country); own != "" && field == "minor" {
			codes = []string{own} // cents are called so in any country
		}
		n := len(all)
		if n == 0 {
			all = append(all, codes)
			continue
		}
		both := slices.DeleteFunc(slices.Clone(all[n-1]), func(code string) bool { return !slices.Contains(codes, code) })
		if len(both) > 0 {
			all[n-1] = both
		} else {
			all = append(all, codes)
		}
	}
	return all
}

// ends are the two ends of a range, with the scale of the second on the first where that has none.
func ends(m *match.Match) (low, high decimal.Decimal) {
	low, _ = number(m.Value("low"))
	high, _ = number(m.Value("high"))
	scale, divisor := factor(m.Value("scale")), unit(m)
	high = high.Mul(scale)
	if own := m.Value("lowscale"); own != "" {
		low = low.Mul(factor(own))
	} else {
		low = carried(low, scale, high)
	}
	return low.Div(divisor), high.Div(divisor)
}

// carried is the low end of a range with what it leaves to the high one: its scale, or the thousands that it has in figures
// (60 to 80,000).
func carried(low, scale, high decimal.Decimal) decimal.Decimal {
	if shares(low, scale, high) {
		low = low.Mul(scale)
	}
	whole := low.Mul(thousand)
	if scale.Equal(decimal.NewFromInt(1)) && low.IsInteger() && high.Mod(thousand).IsZero() && high.GreaterThan(whole) && whole.Mul(ten).GreaterThan(high) {
		return whole
	}
	return low
}

// shares reports whether a number takes the scale of the figure that it leads to: not where it is written in full, nor
// where it would be far greater: from $800,000 to $1.3 million, from 500 to 1 million.
func shares(n, scale, end decimal.Decimal) bool {
	return n.LessThan(thousand) && !n.Mul(scale).GreaterThan(end.Mul(ten))
}

// unit is what an amount is divided by: a hundred where it stands in cents.
func unit(m *match.Match) decimal.Decimal {
	if m.Value("minor") != "" && m.Value("cents") == "" {
		return hundred
	}
	return decimal.NewFromInt(1)
}

// amount is what the fields of a single figure add up to.
func amount(m *match.Match) decimal.Decimal {
	sum, ok := number(m.Value("amount"))
	if !ok {
		sum = decimal.NewFromInt(1)
	}
	if f, ok := number(m.Value("fraction")); ok {
		sum = sum.Mul(f)
	}
	if h, ok := number(m.Value("half")); ok {
		sum = sum.Add(h)
	}
	sum = sum.Mul(factor(m.Value("scale")))
	if more, ok := number(m.Value("more")); ok {
		sum = sum.Add(more.Mul(factor(m.Value("morescale"))))
	}
	sum = sum.Div(unit(m))
	if cents, ok := number(m.Value("cents")); ok {
		sum = sum.Add(cents.Div(hundred))
	}
	if m.Value("sign") != "" {
		sum = sum.Neg()
	}
	return sum
}

// ReadChange gives the figures of a match of type change: those without a currency, with that of the figure which they
// lead to, and with its scale where they have none: from 5 to 7 million euros, 3, 5 and 7 million euros.
func ReadChange(m *match.Match) []Sum {
	first := Sum{Span(m), ReadMoney(m)}
	to, ok := m.Field("to")
	if !ok || to.Of == nil {
		return []Sum{first}
	}
	first.lend(m.Value("scale") != "", to.Of)
	all := []Sum{first}
	for _, f := range m.Fields {
		if n, ok := number(f.Value); ok && f.Name == "also" {
			next := Sum{f.Tokens, Money{Amount: &n}}
			next.lend(false, to.Of)
			all = append(all, next)
		}
	}
	return all
}

// lend gives a figure the currency of the one that it leads to, and its scale.
func (v *Money) lend(scaled bool, to *match.Match) {
	later := ReadMoney(to)
	v.Currency, v.Candidates, v.Per = later.Currency, later.Candidates, later.Per
	if v.Amount == nil || scaled {
		return
	}
	end := later.Amount
	if end == nil {
		end = later.High
	}
	if scale := factor(to.Value("scale")); end != nil && shares(*v.Amount, scale, *end) {
		v.Amount = ref(v.Amount.Mul(scale).Div(unit(to)))
	}
}

// setCurrency takes one code, or those of all currencies that share a word.
func (v *Money) setCurrency(codes []string) {
	v.Currency, v.Candidates = codes[0], codes
	if len(codes) == 1 {
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
	all := ReadMoney(m).properties()
	all[Text] = t.Slice(Span(m))
	return all
}

func (v Money) properties() map[string]string {
	all := map[string]string{"currency": v.Currency, "bound": v.Bound, "per": v.Per}
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
	all := ReadChange(m)[0].properties()
	all[Text] = t.Slice(Span(m))
	if f, ok := m.Field("to"); ok && f.Of != nil {
		nested(all, "to", moneyProperties(t, f.Of))
	}
	return all
}
