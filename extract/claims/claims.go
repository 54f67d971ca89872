// Package claims draws what an article claims from its sentences and statements, and says of each claim whether it can be
// checked.
package claims

import (
	"fmt"
	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/quotes"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/match"
	"sayso/rules/token"
	"slices"
	"sort"
)

// A Basis is what claims are drawn from: what the rooms before have made of the article.
type Basis struct {
	Named  *entities.Set
	Money  []document.Money
	Dates  []document.Date
	Said   []*quotes.Quote
	Quotes []document.Quote // the record of each of those said
}

// A reading is an article with its basis.
type reading struct {
	*view.View
	Basis
}

// Read draws the claims from an article's sentences: each statement is one, and each other sentence that gives a figure
// or ties a name to a date.
func Read(v *view.View, b Basis) []document.Claim {
	r := &reading{v, b}
	claims := []document.Claim{}
	for _, s := range r.Text.Sentences {
		if r.Done() {
			return nil
		}
		from, to := r.saidIn(s)
		for i := from; i < to; i++ {
			claims = append(claims, r.claim(r.Said[i].Hull(), r.Said[i].Content, &r.Quotes[i]))
		}
		if to > from {
			continue
		}
		c := r.claim(s, []token.Range{s}, nil)
		if len(c.Money) > 0 || len(c.Dates) > 0 && len(c.Entities) > 0 {
			claims = append(claims, c)
		}
	}
	for i := range claims {
		claims[i].ID = fmt.Sprintf("c%d", i+1)
	}
	return claims
}

// saidIn are the statements whose words begin in the sentence, by their numbers, end exclusive.
func (r *reading) saidIn(s token.Range) (from, to int) {
	from = sort.Search(len(r.Said), func(i int) bool { return r.Said[i].Hull().Start >= s.Start })
	to = sort.Search(len(r.Said), func(i int) bool { return r.Said[i].Hull().Start >= s.End })
	return from, max(from, to)
}

// claim gathers what stands in a range, of which only some parts are the claim's own words.
func (r *reading) claim(at token.Range, words []token.Range, q *document.Quote) document.Claim {
	p := r.Place(at)
	c := document.Claim{Place: p, Money: []string{}, Dates: []string{}, Entities: r.namesIn(at)}
	for _, m := range inside(r.Money, p, func(m document.Money) document.Place { return m.Place }) {
		c.Money = append(c.Money, m.ID)
	}
	for _, t := range inside(r.Dates, p, func(t document.Date) document.Place { return t.Place }) {
		c.Dates = append(c.Dates, t.ID)
	}
	if q != nil {
		c.Quote = &q.ID
		if q.Speaker != nil {
			c.Speaker = q.Speaker.Entity
		}
		c.Hedged = q.Cue != nil && q.Cue.Hedged
	}
	c.Hedged = c.Hedged || r.modal(at, "hedged")
	c.Negated = r.modal(at, "negated")
	r.judge(&c, words)
	return c
}

// inside are the annotations that begin in a place; all are in the order of the text.
func inside[T any](all []T, p document.Place, place func(T) document.Place) []T {
	from := sort.Search(len(all), func(i int) bool { return place(all[i]).Start >= p.Start })
	to := sort.Search(len(all), func(i int) bool { return place(all[i]).Start >= p.End })
	return all[from:max(from, to)]
}

// namesIn are the ids of the entities named in a range, each once.
func (r *reading) namesIn(at token.Range) []string {
	ids := []string{}
	for _, m := range r.Named.From(at.Start) {
		if m.At.Start >= at.End {
			break
		}
		if id := m.Entity.ID; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// modal reports whether words of that kind stand in the range.
func (r *reading) modal(at token.Range, kind string) bool {
	return slices.ContainsFunc(r.Within(value.TypeModality, at), func(m *match.Match) bool { return m.Value("kind") == kind })
}
