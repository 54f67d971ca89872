package extract

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"sort"

	"github.com/shopspring/decimal"

	"sayso/extract/currency"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// A figure is one amount of money found in the text.
type figure struct {
	at     token.Range
	value  value.Money
	match  *match.Match
	stated *figure // the article's own conversion of it
	part   bool    // it is the conversion of another figure
	check  *Check
	parts  []*figure // in brackets behind it, where they add up to it
	id     string
}

// readMoney gives the figures of the article, each with the conversion that the article states.
func (r *reading) readMoney() []Money {
	figures := r.figures()
	figures = slices.DeleteFunc(figures, r.settle(figures).isThing)
	r.pairConversions(figures)
	r.breakDown(figures)
	records := []Money{}
	n := 0
	for _, f := range figures {
		if !f.part {
			n++
			f.id = fmt.Sprintf("m%d", n)
		}
	}
	for _, f := range figures {
		if !f.part {
			records = append(records, r.moneyRecord(f))
		}
	}
	return records
}

// figures are all amounts, those of changes with the currency of the figure they lead to.
func (r *reading) figures() []*figure {
	var all []*figure
	for _, m := range r.found[value.TypeMoney] {
		all = append(all, &figure{at: span(m), value: value.ReadMoney(m), match: m})
	}
	for _, m := range r.found[value.TypeChange] {
		to, ok := m.Field("to")
		at := span(m)
		if !ok || to.Of == nil || overlapsFigure(all, at) {
			continue
		}
		v := value.ReadMoney(m)
		later := value.ReadMoney(to.Of)
		v.Currency, v.Candidates = later.Currency, later.Candidates
		all = append(all, &figure{at: at, value: v, match: m})
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].at.Start < all[j].at.Start })
	return all
}

func overlapsFigure(all []*figure, at token.Range) bool {
	for _, f := range all {
		if f.at.Overlaps(at) {
			return true
		}
	}
	return false
}

// pairConversions joins the two figures of each conversion where they are in different currencies.
func (r *reading) pairConversions(figures []*figure) {
	for _, m := range r.found[value.TypeConversion] {
		a, b := ends(m, figures)
		if a == nil || a.stated != nil || a.part || a.value.Currency == b.value.Currency {
			continue
		}
		if m.Value("weak") != "" && !r.plausible(a, b) {
			continue
		}
		a.stated, a.check, b.part = b, r.check(a, b), true
	}
}

// ends are the two figures of a conversion, or nil.
func ends(m *match.Match, figures []*figure) (from, to *figure) {
	find := func(name string) *figure {
		field, _ := m.Field(name)
		if field.Of == nil {
			return nil
		}
		at := span(field.Of)
		i := sort.Search(len(figures), func(i int) bool { return figures[i].at.End > at.Start })
		if i < len(figures) && figures[i].at.Overlaps(at) {
			return figures[i]
		}
		return nil
	}
	if from, to = find("from"), find("to"); from == nil || to == nil || from == to {
		return nil, nil
	}
	return from, to
}

// plausible reports whether one figure may be the other in another currency: by the rate of the day, else by the last
// one known.
func (r *reading) plausible(a, b *figure) bool {
	from, to := a.value.Currency, b.value.Currency
	rate, err := r.rate(from, to, r.exchange.published)
	if err != nil {
		rate, err = r.exchange.rates.On(from, to, r.exchange.rates.Last())
	}
	return err != nil || math.Abs(currency.Deviation(quotient(a.value, b.value), rate.Value)) <= unlikely
}

// breakDown finds the figures whose brackets hold their parts in several currencies: these are no conversions.
func (r *reading) breakDown(figures []*figure) {
	for i, whole := range figures {
		if whole.part && whole.stated == nil || !r.is(whole.at.End, "(") {
			continue
		}
		end := i + 1
		for end < len(figures) && r.sameBracket(whole.at.End, figures[end].at.Start) {
			end++
		}
		if parts := figures[i+1 : end]; len(parts) > 1 && r.addUp(whole, parts) {
			whole.parts, whole.stated, whole.check = parts, nil, nil
			for _, p := range parts {
				p.part = false
			}
		}
	}
}

// sameBracket reports whether no bracket closes between an opening one and a later token of its sentence.
func (r *reading) sameBracket(open, at int) bool {
	if at >= r.sentence(open).End {
		return false
	}
	for i := open; i < at; i++ {
		if r.is(i, ")") {
			return false
		}
	}
	return true
}

// addUp reports whether the parts make up the whole at the rates of the day, and none does so alone.
func (r *reading) addUp(whole *figure, parts []*figure) bool {
	sum, slack := decimal.Zero, roundingOf(whole.value)+tolerance
	for _, p := range parts {
		rate, err := r.rate(p.value.Currency, whole.value.Currency, r.exchange.published)
		if err != nil {
			return false
		}
		part := middle(p.value).Mul(rate.Value)
		if math.Abs(currency.Deviation(part, middle(whole.value))) <= slack {
			return false
		}
		sum = sum.Add(part)
		slack = max(slack, roundingOf(p.value)+tolerance)
	}
	return math.Abs(currency.Deviation(sum, middle(whole.value))) <= 2*slack
}

func (r *reading) moneyRecord(f *figure) Money {
	m := Money{ID: f.id, Figure: r.figureRecord(f), Qualifier: optional(f.value.Bound), Vague: f.value.Vague, Per: f.value.Per, Candidates: candidates(f.value), Rule: r.rule(f.match), Confidence: r.confidence(f.match)}
	if f.stated != nil {
		m.Stated = &Stated{Figure: r.figureRecord(f.stated), Rate: json.Number(currency.Significant(quotient(f.value, f.stated.value))), Check: f.check, Rule: r.rule(f.stated.match)}
	}
	for _, p := range f.parts {
		m.Breakdown = append(m.Breakdown, p.id)
	}
	m.Converted = r.conversions(f)
	return m
}

// candidates are the currencies that a figure may be in, where the article leaves it open.
func candidates(m value.Money) []string {
	return slices.DeleteFunc(slices.Clone(m.Candidates), func(code string) bool { return code == openCurrency })
}

func (r *reading) figureRecord(f *figure) Figure {
	return Figure{Place: r.place(f.at), Amount: plain(f.value.Amount), Low: plain(f.value.Low), High: plain(f.value.High), Currency: f.value.Currency}
}

// plain writes an exact amount as a JSON number without exponent.
func plain(d *decimal.Decimal) json.Number {
	if d == nil {
		return ""
	}
	return json.Number(d.String())
}

// middle is the amount, or the middle of a range.
func middle(m value.Money) decimal.Decimal {
	if m.Amount != nil {
		return *m.Amount
	}
	if m.Low != nil && m.High != nil {
		return m.Low.Add(*m.High).Div(decimal.NewFromInt(2))
	}
	return decimal.Decimal{}
}
