package extract

import (
	"fmt"
	"slices"
	"sort"

	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// readClaims draws the claims from the sentences: each statement is one, and each other sentence that gives a figure
// or ties a name to a date.
func (r *reading) readClaims(d *Document, quotes []*quote) []Claim {
	claims := []Claim{}
	for _, s := range r.text.Sentences {
		said := saidIn(s, quotes)
		for _, q := range said {
			claims = append(claims, r.claim(q.hull(), q.content, d, &d.Quotes[q.number]))
		}
		if len(said) > 0 {
			continue
		}
		c := r.claim(s, []token.Range{s}, d, nil)
		if len(c.Money) > 0 || len(c.Dates) > 0 && len(c.Entities) > 0 {
			claims = append(claims, c)
		}
	}
	for i := range claims {
		claims[i].ID = fmt.Sprintf("c%d", i+1)
	}
	return claims
}

// saidIn are the statements whose words begin in the sentence.
func saidIn(s token.Range, quotes []*quote) []*quote {
	from := sort.Search(len(quotes), func(i int) bool { return quotes[i].hull().Start >= s.Start })
	to := sort.Search(len(quotes), func(i int) bool { return quotes[i].hull().Start >= s.End })
	return quotes[from:max(from, to)]
}

// claim gathers what stands in a range, of which only some parts are the claim's own words.
func (r *reading) claim(at token.Range, words []token.Range, d *Document, q *Quote) Claim {
	p := r.place(at)
	c := Claim{Place: p, Money: []string{}, Dates: []string{}, Entities: r.namesIn(at)}
	for _, m := range inside(d.Money, p, func(m Money) Place { return m.Place }) {
		c.Money = append(c.Money, m.ID)
	}
	for _, t := range inside(d.Dates, p, func(t Date) Place { return t.Place }) {
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
func inside[T any](all []T, p Place, place func(T) Place) []T {
	from := sort.Search(len(all), func(i int) bool { return place(all[i]).Start >= p.Start })
	to := sort.Search(len(all), func(i int) bool { return place(all[i]).Start >= p.End })
	return all[from:max(from, to)]
}

// namesIn are the ids of the entities named in a range, each once.
func (r *reading) namesIn(at token.Range) []string {
	ids := []string{}
	first := sort.Search(len(r.mentions), func(i int) bool { return r.mentions[i].at.Start >= at.Start })
	for i := first; i < len(r.mentions) && r.mentions[i].at.Start < at.End; i++ {
		if id := r.mentions[i].entity.id; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// modal reports whether words of that kind stand in the range.
func (r *reading) modal(at token.Range, kind string) bool {
	return slices.ContainsFunc(r.within(value.TypeModality, at), func(m *match.Match) bool { return m.Value("kind") == kind })
}
