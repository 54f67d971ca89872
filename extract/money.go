package extract

import (
	"encoding/json"
	"fmt"
	"sort"

	"github.com/shopspring/decimal"

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
}

// readMoney gives the figures of the article, each with the conversion that the article states.
func (r *reading) readMoney() []Money {
	figures := r.figures()
	r.pairConversions(figures)
	records := []Money{}
	for _, f := range figures {
		if !f.part {
			records = append(records, r.moneyRecord(f, fmt.Sprintf("m%d", len(records)+1)))
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
		v.Currency = value.ReadMoney(to.Of).Currency
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
	find := func(m *match.Match) *figure {
		for _, f := range figures {
			if m != nil && f.at.Overlaps(span(m)) {
				return f
			}
		}
		return nil
	}
	for _, m := range r.found[value.TypeConversion] {
		from, _ := m.Field("from")
		to, _ := m.Field("to")
		a, b := find(from.Of), find(to.Of)
		if a == nil || b == nil || a == b || a.stated != nil || a.part || a.value.Currency == b.value.Currency {
			continue
		}
		a.stated, b.part = b, true
	}
}

func (r *reading) moneyRecord(f *figure, id string) Money {
	m := Money{ID: id, Figure: r.figureRecord(f), Qualifier: optional(f.value.Bound), Vague: f.value.Vague, Per: f.value.Per, Rule: r.rule(f.match)}
	if f.stated != nil {
		m.Stated = &Stated{Figure: r.figureRecord(f.stated), Rate: impliedRate(f.value, f.stated.value), Rule: r.rule(f.stated.match)}
	}
	return m
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

// impliedRate is how many units of the second currency the article takes for one of the first, or 0.
func impliedRate(a, b value.Money) float64 {
	from, to := middle(a), middle(b)
	if from.IsZero() {
		return 0
	}
	rate, _ := to.DivRound(from, 10).Round(6).Float64()
	return rate
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
