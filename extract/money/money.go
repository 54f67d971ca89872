// Package money gives an article's figures: the currency that each is in, the article's own conversions held against the
// rates of their day, and the conversions that the user asks for.
package money

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"sort"
	"sync"
	"time"

	"github.com/shopspring/decimal"

	"sayso/extract/currency"
	"sayso/extract/dates"
	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/match"
)

// An Exchange is what figures are checked and converted with.
type Exchange struct {
	Rates *currency.Rates
	To    []string // ISO 4217: the currencies that every figure is converted to
}

// A reading is an article with what the rooms before have made of it.
type reading struct {
	*view.View
	Exchange
	named  func() *entities.Set
	dates  func() []*dates.Timex // in the order of the text
	press  func() string         // the country of the press it stands in, ISO 3166, or empty
	all    []*figure
	paths  map[stretch]currency.Path
	tied   map[*figure]*dates.Timex // the date that a figure is of, as far as it was asked for
	spoken map[string]int           // mentions of countries; made when it is first asked for
	people map[string]int           // mentions of their peoples, likewise
}

// Read gives the figures of an article, each with the conversion that the article states and those that are asked for. It
// asks for the names and the country of the press where a currency is open, for the dates where a rate is.
func Read(v *view.View, named func() *entities.Set, told func() []*dates.Timex, press func() string, x Exchange) []document.Money {
	r := &reading{View: v, Exchange: x, named: named, press: press}
	r.dates = sync.OnceValue(func() []*dates.Timex {
		all := slices.Clone(told())
		slices.SortStableFunc(all, func(a, b *dates.Timex) int { return a.At.Start - b.At.Start })
		return all
	})
	figures := r.figures()
	r.all = figures
	figures = slices.DeleteFunc(figures, r.isThing(r.settle(figures)))
	r.all = figures
	r.pairConversions(figures)
	r.breakDown(figures)
	r.alsoStated(figures)
	records := []document.Money{}
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

// pairConversions joins the two figures of each conversion where they are in different currencies.
func (r *reading) pairConversions(figures []*figure) {
	for _, m := range r.Found(value.TypeConversion) {
		a, b := ends(m, figures)
		if a == nil || a.stated != nil || a.part || a.value.Currency == b.value.Currency || b.value.Vague {
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
		at := view.Span(field.Of)
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

// plausible reports whether one figure may be the other in another currency: at the rate of its day, of that of the
// article, or, where that is not known, at the last one.
func (r *reading) plausible(a, b *figure) bool {
	from, to := a.value.Currency, b.value.Currency
	known := false
	for _, day := range []time.Time{r.dayOf(a), r.Published, r.Rates.Last()} {
		rate, err := r.rate(from, to, day)
		if err != nil {
			continue
		}
		if math.Abs(currency.Deviation(quotient(a.value, b.value), rate.Value)) <= unlikely {
			return true
		}
		known = true
		if day.Equal(r.Published) {
			break
		}
	}
	return !known
}

// alsoStated adds to a figure's conversion those into further currencies that its bracket holds: £30m ($38m; €36m).
func (r *reading) alsoStated(figures []*figure) {
	for i, whole := range figures {
		if whole.stated == nil {
			continue
		}
		opens, closes := r.bracket(whole.at.End)
		for k := i + 1; k < len(figures) && k <= i+maxParts && figures[k].at.Start <= closes && opens < figures[k].at.Start; k++ {
			if f := figures[k]; !f.part && f.stated == nil && f.value.Currency != whole.value.Currency && r.plausible(whole, f) {
				whole.also, f.part = append(whole.also, f), true
			}
		}
	}
}

// maxParts is how many figures a bracket holds at most that are one sum in other currencies, or its parts.
const maxParts = 12

// breakDown finds the figures whose brackets hold their parts in several currencies: these are no conversions.
func (r *reading) breakDown(figures []*figure) {
	for i, whole := range figures {
		if whole.part && whole.stated == nil || !r.Is(whole.at.End, "(") {
			continue
		}
		_, closes := r.bracket(whole.at.End)
		end := i + 1
		for end < len(figures) && end <= i+maxParts+1 && figures[end].at.Start <= closes {
			end++
		}
		if parts := figures[i+1 : end]; len(parts) > 1 && len(parts) <= maxParts && r.addUp(whole, parts) {
			whole.parts, whole.stated, whole.check = parts, nil, nil
			for _, p := range parts {
				p.part = false
			}
		}
	}
}

// bracket is where the first bracket opens at a token or behind it, and where one closes, both within the sentence; its last
// token stands for one that does not close, its end for one that does not open. Behind the text's last token there is none.
func (r *reading) bracket(at int) (opens, closes int) {
	if at >= len(r.Text.Tokens) {
		return at, at - 1
	}
	end := r.Sentence(at).End
	opens = end
	for closes = at; closes < end-1 && !r.Is(closes, ")"); closes++ {
		if opens == end && r.Is(closes, "(", "[") {
			opens = closes
		}
	}
	return opens, closes
}

// addUp reports whether the parts make up the whole at the rates of the day, and none does so alone.
func (r *reading) addUp(whole *figure, parts []*figure) bool {
	sum, slack := decimal.Zero, roundingOf(whole.value)+tolerance
	for _, p := range parts {
		rate, err := r.rate(p.value.Currency, whole.value.Currency, r.Published)
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

func (r *reading) moneyRecord(f *figure) document.Money {
	m := document.Money{ID: f.id, Figure: r.figureRecord(f), Qualifier: document.Optional(f.value.Bound), Vague: f.value.Vague, Per: f.value.Per, Candidates: candidates(f.value), Rule: r.Rule(f.match), Confidence: r.Confidence(f.match)}
	if f.stated != nil {
		m.Stated = r.statedRecord(f, f.stated, f.check)
	}
	for _, other := range f.also {
		m.AlsoStated = append(m.AlsoStated, *r.statedRecord(f, other, r.check(f, other)))
	}
	for _, p := range f.parts {
		m.Breakdown = append(m.Breakdown, p.id)
	}
	m.Converted = r.conversions(f)
	return m
}

func (r *reading) statedRecord(f, in *figure, c *document.Check) *document.Stated {
	return &document.Stated{Figure: r.figureRecord(in), Rate: json.Number(currency.Significant(quotient(f.value, in.value))), Check: c, Rule: r.Rule(in.match)}
}

// candidates are the currencies that a figure may be in, where the article leaves it open.
func candidates(m value.Money) []string {
	return slices.DeleteFunc(slices.Clone(m.Candidates), func(code string) bool { return code == openCurrency })
}

func (r *reading) figureRecord(f *figure) document.Figure {
	return document.Figure{Place: r.Place(f.at), Amount: plain(f.value.Amount), Low: plain(f.value.Low), High: plain(f.value.High), Currency: f.value.Currency}
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
