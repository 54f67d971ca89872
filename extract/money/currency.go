package money

import (
	"slices"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

	"sayso/extract/currency"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/token"
)

// worldCurrency is what a shared word means in the press of countries that do not use the word for their own money,
// whatever country an article speaks of.
const worldCurrency = "USD"

// settle decides which currency a word means that several share: one that the article names in full, that of the
// country where it is published, that of the country it speaks of. What stays open keeps its candidates.
func (r *reading) settle(figures []*figure) currencies {
	named := currencies{r, map[string]int{}}
	for _, f := range figures {
		if len(f.value.Candidates) == 0 && !r.mayBeThing(f) {
			named.count[f.value.Currency]++
		}
	}
	r.settleConversions(figures)
	for _, f := range figures {
		if len(f.value.Candidates) == 0 {
			continue
		}
		if code := r.meant(f, named.count); code != "" {
			f.value.Currency, f.value.Candidates = code, nil
		} else if f.value.Currency == worldCurrency || !r.inWords(f) && f.value.Currency != openCurrency {
			f.value.Candidates = nil
		}
	}
	return named
}

// settleConversions reads the shared word of a conversion whose other figure is in the currency that the word would
// mean: "US$5 million ($7 million)" stands in the press of another dollar.
func (r *reading) settleConversions(figures []*figure) {
	for _, m := range r.Found(value.TypeConversion) {
		a, b := ends(m, figures)
		if a == nil || a.value.Currency != b.value.Currency || (len(a.value.Candidates) == 0) == (len(b.value.Candidates) == 0) {
			continue
		}
		if len(b.value.Candidates) == 0 {
			a, b = b, a
		}
		rest := slices.DeleteFunc(slices.Clone(b.value.Candidates), func(code string) bool { return code == a.value.Currency })
		switch home := currency.OfCountry(r.press); {
		case slices.Contains(rest, home):
			b.value.Currency, b.value.Candidates = home, nil
		case r.ofCountries(rest) != "":
			b.value.Currency, b.value.Candidates = r.ofCountries(rest), nil
		default:
			b.value.Currency, b.value.Candidates = openCurrency, append([]string{openCurrency}, rest...)
		}
	}
}

// Currencies are those that the article names beyond doubt, with their number.
type currencies struct {
	*reading
	count map[string]int
}

// smallest is the figure from which a word that also names a thing means money.
const smallest = 1000

// isThing reports whether a figure counts things, pounds of flour, and no money: its word also names a thing, and neither
// its size nor anything around it speaks for the currency.
func (c currencies) isThing(f *figure) bool {
	if !c.mayBeThing(f) {
		return false
	}
	code := f.value.Currency
	return c.count[code] == 0 && c.spokenOf()[code] == 0 && currency.OfCountry(c.press) != code && !c.converted(f)
}

// mayBeThing reports whether the word of a figure also names a thing, and its size does not tell.
func (r *reading) mayBeThing(f *figure) bool {
	if _, thing := r.Program.Lookup("thing", strings.ToLower(r.Text.Word(f.at.End-1))); !thing || f.value.Per != "" || f.value.Vague {
		return false
	}
	if scale, ok := f.match.Field("scale"); ok && scale.Tokens.Len() > 0 {
		return scale.Tokens.Start == f.at.End-1 && scale.Tokens.Start == f.at.Start+1 // the thing is the scale: 3 contos
	}
	return middle(f.value).LessThan(decimal.NewFromInt(smallest))
}

// converted reports whether the article gives the same figure in another currency.
func (r *reading) converted(f *figure) bool {
	for _, m := range r.Found(value.TypeConversion) {
		if f.at.Overlaps(view.Span(m)) {
			return true
		}
	}
	return false
}

// meant is the currency that the article's context speaks for, or empty.
func (r *reading) meant(f *figure, named map[string]int) string {
	candidates := f.value.Candidates
	home := currency.OfCountry(r.press)
	switch {
	case slices.Contains(candidates, home) && f.match.Value("minor") == "":
		return home
	case f.match.Value("minor") != "":
		return r.ofMinor(candidates, named, home)
	case candidates[0] == worldCurrency && (named[worldCurrency] > 0 || !r.inWords(f)):
		return ""
	}
	if code := onlyOne(candidates, named); code != "" {
		return code
	}
	if candidates[0] == worldCurrency {
		return ""
	}
	return r.ofCountries(candidates)
}

// inWords reports whether a figure's currency is a word: a sign is read as the press of the world reads it.
func (r *reading) inWords(f *figure) bool {
	field, _ := f.match.Field("currency")
	return strings.ContainsFunc(r.Text.Slice(field.Tokens), unicode.IsLetter)
}

// ofMinor is the currency of cents: that of the other figures, else that of the press.
func (r *reading) ofMinor(candidates []string, named map[string]int, home string) string {
	best, most := "", 0
	for _, code := range candidates {
		if named[code] > most {
			best, most = code, named[code]
		}
	}
	if best == "" && slices.Contains(candidates, home) {
		best = home
	}
	return best
}

// onlyOne is the only candidate that the article names in full.
func onlyOne(candidates []string, named map[string]int) string {
	found := ""
	for _, code := range candidates {
		if named[code] > 0 && found != "" {
			return ""
		}
		if named[code] > 0 {
			found = code
		}
	}
	return found
}

// ofCountries is the candidate whose countries the article speaks of most; of two, neither.
func (r *reading) ofCountries(candidates []string) string {
	best, most, tie := "", 0, false
	spoken := r.spokenOf()
	for _, code := range candidates {
		n := spoken[code]
		switch {
		case n > most:
			best, most, tie = code, n, false
		case n == most:
			tie = true
		}
	}
	if tie {
		return ""
	}
	return best
}

// spokenOf counts the mentions of countries and their peoples, by currency.
func (r *reading) spokenOf() map[string]int {
	if r.spoken != nil {
		return r.spoken
	}
	r.spoken = map[string]int{}
	for _, m := range r.named.Mentions {
		if m.Kind == value.TypeLocation && m.Entity.Country != "" {
			r.spoken[currency.OfCountry(m.Entity.Country)]++
		}
	}
	for i, t := range r.Text.Tokens {
		if t.Kind != token.Word {
			continue
		}
		if country := r.PeopleOf(i); len(country) == 2 {
			r.spoken[currency.OfCountry(country)]++
		}
	}
	delete(r.spoken, "")
	return r.spoken
}
