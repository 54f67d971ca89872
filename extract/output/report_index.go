package output

import (
	"cmp"
	"maps"
	"math/big"
	"slices"
	"strings"

	"sayso/extract/document"
)

// A reportIndex gathers who is quoted and which sums there are, over any number of articles. The zero value is empty.
type reportIndex struct {
	speakers []reportSpeaker
	at       map[string]int // by name, the place among the speakers
	sums     map[string][]reportSum
}

// What an index shows at most.
const (
	maxSpeakers = 300
	maxLinks    = 20 // of a speaker or a sum; all are counted
	maxFigures  = 5  // the largest of a currency
	longestLink = 60 // characters of the words at a place
)

// A reportSpeaker is somebody quoted, with the statements.
type reportSpeaker struct {
	Name   string
	Count  int
	Direct int    // of these, those with the speaker's own words
	Said   string // both in words
	Links  []reportLink
}

// A reportLink leads to a place: the words there, their language, and the article that they stand in.
type reportLink struct{ Href, Label, Language, Article string }

// A reportCurrency is the largest sums of a currency: sums of two currencies are not compared.
type reportCurrency struct {
	Currency string
	Sums     []reportSum
}

// A reportSum is a figure with the places where it stands.
type reportSum struct {
	Value  string
	Links  []reportLink
	amount *big.Float
}

// A reportIndexed is an index as it is shown.
type reportIndexed struct {
	Speakers []reportSpeaker
	Figures  []reportCurrency
}

// add takes in an article that stands in that file, or on the page itself where it is empty.
func (x *reportIndex) add(d *document.Document, a reportArticle, file string, w words) {
	link := func(id, words string) reportLink {
		return reportLink{file + "#" + a.anchor(id), shortened(clean(words)), a.Language, a.Title}
	}
	for _, q := range d.Quotes { // one article's "she" is not another's
		if q.Speaker != nil && q.Speaker.Entity != nil {
			x.quoted(q, link(q.ID, q.Said()))
		}
	}
	for _, m := range d.Money {
		n, _, err := big.ParseFloat(cmp.Or(m.Amount, m.High).String(), 10, 128, big.ToNearestEven)
		if err == nil && m.Currency != "" {
			x.sum(m.Currency, reportSum{w.value(m), []reportLink{link(m.ID, m.Text)}, n})
		}
	}
}

// quoted counts a statement of a speaker.
func (x *reportIndex) quoted(q document.Quote, link reportLink) {
	k, ok := x.at[q.Speaker.Name]
	if !ok {
		if x.at == nil {
			x.at = map[string]int{}
		}
		k = len(x.speakers)
		x.at[q.Speaker.Name] = k
		x.speakers = append(x.speakers, reportSpeaker{Name: q.Speaker.Name})
	}
	s := &x.speakers[k]
	s.Count++
	if q.Kind != "indirect" {
		s.Direct++
	}
	if len(s.Links) < maxLinks {
		s.Links = append(s.Links, link)
	}
}

// sum adds a sum, or its place to the same one. Of many only the largest are kept.
func (x *reportIndex) sum(currency string, s reportSum) {
	if x.sums == nil {
		x.sums = map[string][]reportSum{}
	}
	list := x.sums[currency]
	if i := slices.IndexFunc(list, func(o reportSum) bool { return o.Value == s.Value }); i >= 0 {
		if len(list[i].Links) < maxLinks {
			list[i].Links = append(list[i].Links, s.Links...)
		}
		return
	}
	if list = append(list, s); len(list) > 8*maxFigures {
		list = largest(list)
	}
	x.sums[currency] = list
}

// largest are the largest sums of a list.
func largest(list []reportSum) []reportSum {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b reportSum) int { return b.amount.Cmp(a.amount) })
	return list[:min(len(list), maxFigures)]
}

// shown is the speakers, the most quoted first, and the largest sums of each currency.
func (x *reportIndex) shown(w words) reportIndexed {
	speakers := slices.Clone(x.speakers)
	slices.SortStableFunc(speakers, func(a, b reportSpeaker) int { return cmp.Compare(b.Count, a.Count) })
	speakers = speakers[:min(len(speakers), maxSpeakers)]
	for i, s := range speakers {
		speakers[i].Said = s.said(w)
	}
	var figures []reportCurrency
	for _, code := range slices.Sorted(maps.Keys(x.sums)) {
		figures = append(figures, reportCurrency{code, largest(x.sums[code])})
	}
	return reportIndexed{speakers, figures}
}

// said is how often somebody is quoted, and how.
func (s reportSpeaker) said(w words) string {
	var parts []string
	for _, kind := range []struct {
		n    int
		word string
	}{{s.Direct, "direct"}, {s.Count - s.Direct, "reported"}} {
		if kind.n > 0 {
			parts = append(parts, w.counted(kind.n, kind.word))
		}
	}
	return w.counted(s.Count, "times") + " · " + join(parts, ", ")
}

// shortened is a text cut behind a word.
func shortened(s string) string {
	runes := []rune(s)
	if len(runes) <= longestLink {
		return s
	}
	cut := string(runes[:longestLink])
	if at := strings.LastIndex(cut, " "); at > longestLink/2 {
		cut = cut[:at]
	}
	return cut + " …"
}
