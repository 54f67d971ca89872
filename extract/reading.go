package extract

import (
	"slices"
	"sort"
	"time"

	"sayso/extract/article"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// A reading is one article under the eyes of the extractor: its text, what the rules found in it, and what the
// reasoning over the document has made of that so far.
type reading struct {
	program    *match.Program
	rules      []match.Rule
	text       *token.Text
	offsets    offsets
	found      map[string][]*match.Match // by type, in the order of the text
	quotations []match.Quotation         // in no other quotation
	published  time.Time                 // zero where unknown
	entities   []*entity
	mentions   []mention // in the order of the text
	exchange   exchange
	home       string         // the country of the press it stands in, ISO 3166, or empty
	spoken     map[string]int // mentions of countries by their currency
}

// newReading begins to read an article. It is good as long as the reader reads no other text.
func newReading(p *match.Program, reader *match.Reader, a article.Article, x exchange) *reading {
	r := &reading{program: p, rules: p.Rules(), text: reader.Tokenise(a.Text), offsets: newOffsets(a.Text), found: map[string][]*match.Match{}}
	r.published, _ = time.Parse(time.DateOnly, a.Published.Date[:min(len(a.Published.Date), len(time.DateOnly))])
	r.exchange, r.home = x, homeOf(a.URL)
	r.exchange.published = r.published
	for _, m := range reader.Find(r.text) {
		makes := r.rules[m.Rule].Makes
		r.found[makes] = append(r.found[makes], m)
	}
	for _, q := range p.Quotations(r.text) {
		if q.Depth == 0 {
			r.quotations = append(r.quotations, q)
		}
	}
	return r
}

// fill reads the article into the document: names first, for dates, speakers and claims lean on them;
// dates before figures, for these take the rates of their days.
func (r *reading) fill(d *Document) {
	r.joinEntities()
	dates := r.readDates()
	d.Dates = r.dateRecords(dates)
	r.exchange.dates = dates
	if r.published.IsZero() && slices.ContainsFunc(dates, (*moment).open) {
		d.Warnings = append(d.Warnings, undated)
	}
	d.Money = r.readMoney()
	quotes := r.readQuotes()
	d.Quotes = r.quoteRecords(quotes)
	d.Entities = r.entityRecords()
	d.Claims = r.readClaims(d, quotes)
}

// undated is the warning of an article whose day nothing tells, where dates lean on it.
const undated = "the day of publication is unknown: dates that lean on it stay open; --date names it"

// place is where the tokens of a range stand, in code points.
func (r *reading) place(t token.Range) Place {
	s := r.text.Span(t)
	return Place{Start: r.offsets.at(s.Start), End: r.offsets.at(s.End), Text: r.text.Source[s.Start:s.End]}
}

func (r *reading) rule(m *match.Match) string { return r.rules[m.Rule].Name }

// confidence is how often the rule of a match was right where that was measured, else 0.
func (r *reading) confidence(m *match.Match) float64 { return r.rules[m.Rule].Confidence }

// sentence is the sentence that a token stands in.
func (r *reading) sentence(i int) token.Range {
	return r.text.Sentences[r.text.Tokens[i].Sentence]
}

// paragraph is the number of the paragraph that a token stands in.
func (r *reading) paragraph(i int) int {
	p := r.text.Paragraphs
	return sort.Search(len(p), func(k int) bool { return p[k].End > i })
}

// quotation is the quotation that a token stands in, marks not counted, or nil.
func (r *reading) quotation(i int) *match.Quotation {
	k := sort.Search(len(r.quotations), func(k int) bool { return r.quotations[k].Tokens.End > i })
	if k < len(r.quotations) && r.quotations[k].Inner.Start <= i && i < r.quotations[k].Inner.End {
		return &r.quotations[k]
	}
	return nil
}

// within are the matches of one type that begin in a range of tokens.
func (r *reading) within(kind string, at token.Range) []*match.Match {
	all := r.found[kind]
	from := sort.Search(len(all), func(k int) bool { return all[k].Tokens.Start >= at.Start })
	to := sort.Search(len(all), func(k int) bool { return all[k].Tokens.Start >= at.End })
	return all[from:max(from, to)]
}

// is reports whether a token is one of the marks.
func (r *reading) is(i int, marks ...string) bool {
	if i < 0 || i >= len(r.text.Tokens) {
		return false
	}
	w := r.text.Word(i)
	for _, m := range marks {
		if w == m {
			return true
		}
	}
	return false
}

// span is the annotation's tokens.
func span(m *match.Match) token.Range { return value.Span(m) }
