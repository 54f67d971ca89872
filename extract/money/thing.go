package money

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"sayso/extract/currency"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/match"
)

// isThing gives the test whether a figure counts things, pounds of flour, and no money: its word also names a thing, and
// neither its size nor anything around it speaks for the currency.
func (r *reading) isThing(named map[string]int) func(f *figure) bool {
	return func(f *figure) bool {
		code := f.value.Currency
		return r.mayBeThing(f) && named[code] == 0 && r.mentionsOf(code, f, true) == 0 && currency.OfCountry(r.press()) != code &&
			!r.converted(f) && !r.priced(f)
	}
}

// mayBeThing reports whether the word of a figure also names a thing, and its size does not tell.
func (r *reading) mayBeThing(f *figure) bool {
	least, thing := r.Lookup("thing", strings.ToLower(r.Text.Word(f.at.End-1)))
	if !thing || inCents(f) || f.value.Per != "" || f.value.Vague {
		return false
	}
	if scale, ok := f.match.Field("scale"); ok && scale.Tokens.Len() > 0 {
		return scale.Tokens.Start == f.at.End-1 && scale.Tokens.Start == f.at.Start+1 // the thing is the scale: 3 contos
	}
	enough, err := decimal.NewFromString(least)
	return err != nil || middle(f.value).LessThan(enough)
}

// converted reports whether the article gives the same figure in another currency.
func (r *reading) converted(f *figure) bool {
	return slices.ContainsFunc(r.Found(value.TypeConversion), func(m *match.Match) bool { return f.at.Overlaps(view.Span(m)) })
}

// priced reports whether words of paying lead to a figure.
func (r *reading) priced(f *figure) bool {
	return slices.ContainsFunc(r.Found(value.TypeModality), func(m *match.Match) bool {
		return m.Value("kind") == "price" && f.at.Overlaps(m.Tokens)
	})
}
