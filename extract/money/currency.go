package money

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"sayso/extract/currency"
	"sayso/extract/value"
	"sayso/rules/token"
)

// worldCurrency is what a shared word means in the press of countries that do not use the word for their own money,
// whatever country an article speaks of.
const worldCurrency = "USD"

// settle decides which currency a word means that several share: that of the country where the article is published, one
// that it names in full, that of the places it speaks of, on the day that the figure is of. What stays open keeps its
// candidates. It gives the currencies that are named beyond doubt, with their number.
func (r *reading) settle(figures []*figure) map[string]int {
	named := map[string]int{}
	for _, f := range figures {
		if len(f.value.Candidates) == 0 && !r.mayBeThing(f) {
			named[f.value.Currency]++
		}
	}
	r.settleConversions(figures, named)
	beside := maps.Clone(named) // with what is told of the others: cents are of the same money
	for _, f := range figures {
		if !inCents(f) {
			r.tell(f, named)
			beside[f.value.Currency]++
		}
	}
	for _, f := range figures {
		if inCents(f) {
			r.tell(f, beside)
		}
	}
	return named
}

// tell decides which of its candidates a figure is in, as far as that can be told.
func (r *reading) tell(f *figure, named map[string]int) {
	if len(f.value.Candidates) == 0 {
		return
	}
	r.ofItsDay(f)
	if code := r.meant(f, named); code != "" {
		f.value.Currency, f.value.Candidates = code, nil
	} else if code := r.ofPlaces(f.value.Candidates, f); code != "" {
		f.value.Currency, f.value.Candidates = code, kept(f.value.Candidates[0], code)
	} else if f.value.Currency == worldCurrency || !r.inWords(f) && f.value.Currency != openCurrency {
		f.value.Candidates = nil
	}
}

// inCents reports whether a figure stands in cents alone.
func inCents(f *figure) bool { return f.match.Value("minor") != "" && f.match.Value("cents") == "" }

// kept are the candidates of a figure whose currency places alone tell, where the word has another likeliest one.
func kept(likeliest, code string) []string {
	if likeliest == worldCurrency && code != worldCurrency {
		return []string{code, likeliest}
	}
	return nil
}

// settleConversions reads the shared word of a conversion whose other figure is in a currency that the word may mean: it
// means another one. "US$5 million ($7 million)" stands in the press of another dollar, and the dollars of "300 million
// Taiwan dollars ($9 million)" are none of Taiwan's.
func (r *reading) settleConversions(figures []*figure, named map[string]int) {
	for _, m := range r.Found(value.TypeConversion) {
		a, b := ends(m, figures)
		if a == nil || (len(a.value.Candidates) == 0) == (len(b.value.Candidates) == 0) {
			continue
		}
		if len(b.value.Candidates) == 0 {
			a, b = b, a
		}
		if !slices.Contains(b.value.Candidates, a.value.Currency) {
			continue
		}
		rest := slices.DeleteFunc(slices.Clone(b.value.Candidates), func(code string) bool { return code == a.value.Currency })
		switch home := currency.OfCountry(r.press()); {
		case slices.Contains(rest, home):
			b.value.Currency, b.value.Candidates = home, nil
		case rest[0] == worldCurrency:
			b.value.Currency, b.value.Candidates = worldCurrency, nil
			named[worldCurrency]++
		case r.ofPlaces(rest, b) != "":
			b.value.Currency, b.value.Candidates = r.ofPlaces(rest, b), nil
		case b.value.Candidates[0] == rest[0] && rest[0] != openCurrency: // the likeliest is another one anyway
			b.value.Currency, b.value.Candidates = rest[0], nil
			named[rest[0]]++
		default:
			b.value.Currency, b.value.Candidates = openCurrency, append([]string{openCurrency}, rest...)
		}
	}
}

// ofItsDay leaves those candidates of a dated figure that were money on its day: cruzeiros by their period.
func (r *reading) ofItsDay(f *figure) {
	likeliest, others := f.value.Candidates[0], f.value.Candidates[1:]
	if !slices.ContainsFunc(others, func(code string) bool { return currency.SameCountry(code, likeliest) }) {
		return
	}
	m := r.dateOf(f)
	if m == nil {
		return
	}
	then := slices.DeleteFunc(slices.Clone(f.value.Candidates), func(code string) bool { return !currency.InForce(code, m.Period.To) })
	if len(then) > 0 && f.value.Candidates[0] != openCurrency && then[0] != f.value.Candidates[0] && currency.SameCountry(then[0], f.value.Candidates[0]) {
		f.value.Currency, f.value.Candidates = then[0], then
	}
}

// atHome are the candidates of a figure that the country of the press paid in on its day.
func (r *reading) atHome(f *figure) []string {
	if r.press() == "" {
		return nil
	}
	own := currency.OfCountryOn(r.press(), r.dayOf(f))
	return slices.DeleteFunc(own, func(code string) bool { return !slices.Contains(f.value.Candidates, code) })
}

// meant is the currency that the article's press and its other figures speak for, or empty.
func (r *reading) meant(f *figure, named map[string]int) string {
	candidates := f.value.Candidates
	home := r.atHome(f)
	switch {
	case inCents(f):
		return ofMinor(candidates, named, home)
	case len(home) > 0:
		return home[0]
	case candidates[0] == worldCurrency && named[worldCurrency] > 0:
		return worldCurrency
	case r.inWords(f):
		return onlyOne(candidates, named)
	}
	return ""
}

// inWords reports whether a figure's currency is a word: a sign is read as the press of the world reads it.
func (r *reading) inWords(f *figure) bool {
	field, _ := f.match.Field("currency")
	return strings.ContainsFunc(r.Text.Slice(field.Tokens), unicode.IsLetter)
}

// ofMinor is the currency of cents: that of the other figures, else that of the press, or empty.
func ofMinor(candidates []string, named map[string]int, home []string) string {
	best, most := "", 0
	for _, code := range candidates {
		if named[code] > most {
			best, most = code, named[code]
		}
	}
	if best == "" && len(home) > 0 {
		best = home[0]
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

// mostly is how many mentions of its places a currency needs where the press of the world means another by the same word.
const mostly = 2

// ofPlaces is the candidate whose countries the article speaks of most; of two, neither. Against the dollar that all the
// world means it takes several mentions, more than any country has with other money, and none of the country whose that is.
func (r *reading) ofPlaces(candidates []string, f *figure) string {
	if candidates[0] == worldCurrency && r.surelyWorld(candidates) {
		return worldCurrency
	}
	best, most, tie := "", 0, false
	world := 0
	for _, code := range candidates {
		n := r.mentionsOf(code, f, code == candidates[0] && !currency.InForce(code, r.dayOf(f)))
		if code == worldCurrency {
			world = n
		}
		switch {
		case n > most:
			best, most, tie = code, n, false
		case n == most:
			tie = true
		}
	}
	if tie || candidates[0] == worldCurrency && best != worldCurrency && (world > 0 || most < mostly || !r.ownDollar(best) || r.speaksMoreOf(most, best, f)) {
		return ""
	}
	return best
}

// surelyWorld reports whether places cannot speak for another of some candidates than the dollar that all the world means: no
// papers in the language are written where another is money, or the article speaks of the people whose that dollar is. Then
// nobody needs to read its names and dates.
func (r *reading) surelyWorld(candidates []string) bool {
	return !slices.ContainsFunc(candidates[1:], r.ownDollar) || r.peoples()[worldCurrency[:2]] > 0
}

// speaksMoreOf reports whether a country with other money is mentioned as often as those of a currency are together.
func (r *reading) speaksMoreOf(mentions int, code string, f *figure) bool {
	for country, n := range r.spokenOf() {
		if n >= mentions && !slices.Contains(currency.OfCountryOn(country, r.dayOf(f)), code) {
			return true
		}
	}
	return false
}

// ownDollar reports whether papers in the article's language are written where a dollar is money.
func (r *reading) ownDollar(code string) bool {
	_, own := r.Lookup("own-dollar", code[:2])
	return own
}

// mentionsOf counts the mentions of the countries that paid in a currency on a figure's day, or ever.
func (r *reading) mentionsOf(code string, f *figure, ever bool) int {
	n := 0
	for country, mentions := range r.spokenOf() {
		if ever && len(currency.Within([]string{code}, country)) > 0 || slices.Contains(currency.OfCountryOn(country, r.dayOf(f)), code) {
			n += mentions
		}
	}
	return n
}

// spokenOf counts the mentions of countries, of what lies in them and of their peoples.
func (r *reading) spokenOf() map[string]int {
	if r.spoken != nil {
		return r.spoken
	}
	r.spoken = map[string]int{}
	for _, m := range r.named().Mentions {
		if m.Kind == value.TypeLocation && m.Entity.Country != "" {
			country, _, _ := strings.Cut(m.Entity.Country, "-")
			r.spoken[country]++
		}
	}
	for _, m := range r.Found(value.TypeTown) {
		r.spoken[m.Value("country")]++
	}
	for country, n := range r.peoples() {
		r.spoken[country] += n
	}
	return r.spoken
}

// peoples counts the mentions of peoples, by their countries.
func (r *reading) peoples() map[string]int {
	if r.people != nil {
		return r.people
	}
	r.people = map[string]int{}
	for i, t := range r.Text.Tokens {
		if t.Kind != token.Word {
			continue
		}
		if country := r.PeopleOf(i); len(country) == 2 {
			r.people[country]++
		}
	}
	return r.people
}
