// Package quantities gives the numbers of an article that are neither money nor dates: shares, counts of something, measures.
package quantities

import (
	"encoding/json"
	"fmt"
	"slices"
	"sort"

	"github.com/shopspring/decimal"

	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/match"
	"sayso/rules/token"
)

// Read gives the quantities of an article, in the order of the text. A number that is part of a figure of money, of a date
// or of a name is none.
func Read(v *view.View, named *entities.Set, money []document.Money, dates []document.Date) []document.Quantity {
	taken := takenBy(money, dates)
	all := []document.Quantity{}
	for _, m := range v.Found(value.TypeQuantity) {
		if v.Done() {
			break
		}
		at, q := view.Span(m), value.ReadQuantity(m)
		if q.Low != nil && q.Low.GreaterThan(*q.High) { // from 6.1 to 5.8: no range, but the level that it fell to
			q.Amount, q.Low, q.High, q.Direction = q.High, nil, nil, "down"
		}
		place := v.Place(at)
		if taken.overlaps(place) || named.At(at) != nil || !possible(v, m, q) {
			continue
		}
		all = append(all, document.Quantity{
			ID: fmt.Sprintf("n%d", len(all)+1), Place: place,
			Amount: plain(q.Amount), Low: plain(q.Low), High: plain(q.High), Unit: q.Unit, What: counted(v, m),
			Of: q.Of, Direction: q.Direction, Qualifier: document.Optional(q.Bound), Per: q.Per,
			Rule: v.Rule(m), Confidence: v.Confidence(m),
		})
	}
	return all
}

// possible reports whether a match gives a number at all, in the right order where it is a range, and, of a count, whether
// the word behind it can be counted and the number stands alone: no score of a game, no number of a model or a page.
func possible(v *view.View, m *match.Match, q value.Quantity) bool {
	if q.Amount == nil && (q.Low == nil || q.High == nil) {
		return false
	}
	if q.Unit != value.UnitCount {
		return true
	}
	what, ok := m.Field("what")
	if !ok || v.FunctionWord(what.Tokens.Start) || v.Listed(what.Tokens.Start, listScale) || foretells(v, what.Tokens) {
		return false
	}
	number := numberOf(m)
	return !v.Is(number.Start-1, "-", "–", "/", ".", ":", "#") && !v.Is(number.End, "-", "–", "/", ":") && !isYear(v.Text.Slice(number)) &&
		(number.Start == v.Sentence(number.Start).Start || !modelled(v, number.Start-1) && !v.Listed(number.Start-1, listNumbered))
}

// listScale is the packs' list of words that multiply a number.
const listScale = "scale"

// foretells reports whether a word is a verb of what is to come, and so nothing that is counted: line 9 will close.
func foretells(v *view.View, at token.Range) bool {
	return slices.ContainsFunc(v.Within(value.TypeTense, at), func(m *match.Match) bool { return m.Value("tense") == "future" })
}

// listNumbered is the packs' list of nouns that a number behind them only tells apart: chapter 7.
const listNumbered = "numbered-noun"

// modelled reports whether a token is a name right before a number, so that the number is part of it: Falcon 9.
func modelled(v *view.View, i int) bool {
	return v.Text.Tokens[i].Kind == token.Word && v.Capitalised(i) && !v.AfterMark(i) && !v.FunctionWord(i)
}

// numberOf is the place of the number of a count.
func numberOf(m *match.Match) token.Range {
	for _, field := range []string{"amount", "low"} {
		if f, ok := m.Field(field); ok && f.Tokens.Len() > 0 {
			return f.Tokens
		}
	}
	return m.Tokens
}

// isYear reports whether digits are those of a year of the modern age: a number before a noun that is mostly no count.
func isYear(digits string) bool {
	return len(digits) == 4 && digits >= "1900" && digits < "2100"
}

// counted is what a match counts, or nil.
func counted(v *view.View, m *match.Match) *document.Place {
	what, ok := m.Field("what")
	if !ok || what.Tokens.Len() == 0 {
		return nil
	}
	p := v.Place(what.Tokens)
	return &p
}

// plain writes an exact amount as a JSON number without exponent.
func plain(d *decimal.Decimal) json.Number {
	if d == nil {
		return ""
	}
	return json.Number(d.String())
}

// spans are places in the order of the text, none of which overlaps another.
type spans []document.Place

// takenBy are the places of figures and dates.
func takenBy(money []document.Money, dates []document.Date) spans {
	var all spans
	for _, m := range money {
		all = append(all, m.Place)
		if m.Stated != nil {
			all = append(all, m.Stated.Place)
		}
	}
	for _, d := range dates {
		all = append(all, d.Place)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Start < all[j].Start })
	var apart spans
	for _, p := range all {
		if last := len(apart) - 1; last >= 0 && p.Start < apart[last].End {
			apart[last].End = max(apart[last].End, p.End)
			continue
		}
		apart = append(apart, p)
	}
	return apart
}

func (s spans) overlaps(p document.Place) bool {
	i := sort.Search(len(s), func(i int) bool { return s[i].End > p.Start })
	return i < len(s) && s[i].Start < p.End
}
