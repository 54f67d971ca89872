package document

import (
	"encoding/json"
	"sort"
	"strings"
)

// A Span is a part of the article's text, in code points, end exclusive.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// A Claimant is who makes a claim.
type Claimant struct {
	Name   string  `json:"name"`   // the entity's, else the words that name the speaker
	Type   *string `json:"type"`   // of the entity, or null
	Entity *string `json:"entity"` // null where it is none
	How    string  `json:"how"`    // as the statement's speaker has it
}

// Derive fills in what follows from the rest of the record: the sentence of each annotation, the bounds of amounts, and of
// statements and claims who made them and what they hold.
func (d *Document) Derive() {
	for i := range d.Entities {
		for k := range d.Entities[i].Mentions {
			m := &d.Entities[i].Mentions[k]
			m.Sentence = d.sentence(m.Start)
		}
	}
	for i := range d.Money {
		m := &d.Money[i]
		m.Sentence = d.sentence(m.Start)
		m.AmountMin, m.AmountMax = bounds(m.Amount, m.Low, m.High)
	}
	for i := range d.Dates {
		d.Dates[i].Sentence = d.sentence(d.Dates[i].Start)
	}
	for i := range d.Quantities {
		n := &d.Quantities[i]
		n.Sentence = d.sentence(n.Start)
		n.AmountMin, n.AmountMax = bounds(n.Amount, n.Low, n.High)
	}
	quotes := map[string]*Quote{}
	for i := range d.Quotes {
		q := &d.Quotes[i]
		quotes[q.ID] = q
		q.Sentence = d.sentence(q.Start)
		q.Text = q.Said()
	}
	d.fillQuotes()
	types := map[string]*string{}
	for i := range d.Entities {
		types[d.Entities[i].ID] = &d.Entities[i].Type
	}
	for i := range d.Claims {
		c := &d.Claims[i]
		c.Sentence = d.sentence(c.Start)
		if c.Quote == nil || quotes[*c.Quote] == nil || quotes[*c.Quote].Speaker == nil {
			continue
		}
		s := quotes[*c.Quote].Speaker
		c.By = &Claimant{Entity: s.Entity, Name: s.Name, How: s.How}
		if s.Entity != nil {
			c.By.Type = types[*s.Entity]
		}
	}
}

// Said is the words of a statement, parts joined by " … ".
func (q *Quote) Said() string {
	parts := make([]string, len(q.Content))
	for i, c := range q.Content {
		parts[i] = c.Text
	}
	return strings.Join(parts, " … ")
}

// bounds are the least and the greatest amount that a figure means: the amount itself, or the ends of a range.
func bounds(amount, low, high json.Number) (least, most json.Number) {
	if amount != "" {
		return amount, amount
	}
	return low, high
}

// sentence is the sentence that a code point stands in, or nil where none is known.
func (d *Document) sentence(at int) *Span {
	i := sort.Search(len(d.Sentences), func(k int) bool { return d.Sentences[k].End > at })
	if i == len(d.Sentences) || d.Sentences[i].Start > at {
		return nil
	}
	return &d.Sentences[i]
}

// fillQuotes says of each statement which figures, dates, quantities and names stand in its words.
func (d *Document) fillQuotes() {
	if len(d.Quotes) == 0 {
		return
	}
	money := placed(d.Money, func(m *Money) (string, Place) { return m.ID, m.Place })
	dates := placed(d.Dates, func(t *Date) (string, Place) { return t.ID, t.Place })
	quantities := placed(d.Quantities, func(n *Quantity) (string, Place) { return n.ID, n.Place })
	var mentions []idAt
	for i := range d.Entities {
		mentions = append(mentions, placed(d.Entities[i].Mentions, func(m *Mention) (string, Place) { return d.Entities[i].ID, m.Place })...)
	}
	sort.SliceStable(mentions, func(i, k int) bool { return mentions[i].start < mentions[k].start })
	for i := range d.Quotes {
		q := &d.Quotes[i]
		q.Money, q.Dates, q.Quantities, q.Entities = within(q, money), within(q, dates), within(q, quantities), within(q, mentions)
	}
}

// An idAt is the id of an annotation with its place.
type idAt struct {
	id         string
	start, end int
}

// placed are annotations, which come in the order of the text, by their places.
func placed[T any](all []T, of func(*T) (string, Place)) []idAt {
	out := make([]idAt, len(all))
	for i := range all {
		id, p := of(&all[i])
		out[i] = idAt{id, p.Start, p.End}
	}
	return out
}

// within are the ids of those that stand in what a statement says, each once. The told clause of a mixed statement counts.
func within(q *Quote, all []idAt) []string {
	parts := q.Content
	if q.Clause != nil {
		parts = append([]Place{*q.Clause}, parts...)
	}
	ids, seen := []string{}, map[string]bool{}
	for _, p := range parts {
		for i := sort.Search(len(all), func(k int) bool { return all[k].start >= p.Start }); i < len(all) && all[i].start < p.End; i++ {
			if all[i].end <= p.End && !seen[all[i].id] {
				seen[all[i].id] = true
				ids = append(ids, all[i].id)
			}
		}
	}
	return ids
}
