// Package quantities gives the numbers of an article that are neither money nor dates: shares, counts of something, measures.
package quantities

import (
	"encoding/json"
	"slices"
	"sort"
	"strconv"

	"github.com/shopspring/decimal"

	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/token"
)

// Read gives the quantities of an article, in the order of the text. A number that is part of a figure of money, of a date
// or of a name is none.
func Read(v *view.View, named *entities.Set, money []document.Money, dates []document.Date) []document.Quantity {
	all := []document.Quantity{}
	found := v.Found(value.TypeQuantity)
	if len(found) == 0 {
		return all
	}
	taken := takenBy(money, dates)
	for _, m := range found {
		if v.Done() {
			break
		}
		at, q := view.Span(m), value.ReadQuantity(m)
		what := counted(v, m)
		if what.Len() > 0 && at.End == whatOf(m).End {
			at.End = what.End
		}
		if q.Low != nil && q.Low.GreaterThan(*q.High) { // from 6.1 to 5.8: no range, but the level that it fell to
			q.Amount, q.Low, q.High, q.Direction = q.High, nil, nil, "down"
		}
		place := v.Place(at)
		if taken.overlaps(place) || named.At(at) != nil || !possible(v, m, q, what) {
			continue
		}
		all = append(all, document.Quantity{
			ID: "n" + strconv.Itoa(len(all)+1), Place: place,
			Amount: plain(q.Amount), Low: plain(q.Low), High: plain(q.High), Unit: q.Unit, What: optional(v, what),
			Of: q.Of, Direction: q.Direction, Qualifier: document.Optional(q.Bound), Per: q.Per,
			Rule: v.Rule(m), Confidence: v.Confidence(m),
		})
	}
	return all
}

// optional is a place, or nil for an empty range.
func optional(v *view.View, at token.Range) *document.Place {
	if at.Len() <= 0 {
		return nil
	}
	p := v.Place(at)
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
	all := make(spans, 0, len(dates)+2*len(money))
	for _, m := range money {
		all = append(all, m.Place)
		if m.Stated != nil {
			all = append(all, m.Stated.Place)
		}
	}
	for _, d := range dates {
		all = append(all, d.Place)
	}
	slices.SortFunc(all, func(a, b document.Place) int { return a.Start - b.Start })
	apart := all[:0]
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
