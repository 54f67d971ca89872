package output

import (
	"bufio"
	"io"

	"sayso/extract/document"
)

// claimLines writes each claim alone, an object a line, with everything that it refers to in it.
type claimLines struct {
	unended
	out *bufio.Writer
}

func newClaims(w io.Writer, _ Terminal) Writer { return &claimLines{out: inPieces(w)} }

// A claimRecord is a claim that stands for itself.
type claimRecord struct {
	Schema  int          `json:"schema"`
	Article articleBrief `json:"article"`
	ID      string       `json:"id"`
	document.Place
	Sentence    *document.Span      `json:"-" record:"sentence"`
	Speaker     *document.Claimant  `json:"speaker"`
	Quote       *document.Quote     `json:"quote"`
	Money       []document.Money    `json:"money"`
	Dates       []document.Date     `json:"dates"`
	Quantities  []document.Quantity `json:"quantities"`
	Entities    []entityBrief       `json:"entities"`
	Hedged      bool                `json:"hedged"`
	Negated     bool                `json:"negated"`
	Proposition string              `json:"proposition"`
	Refers      []document.Referent `json:"refers,omitempty"`  // words of the claim that name nobody, and whom they mean
	Context     *document.Place     `json:"context,omitempty"` // the sentence before it, where it means something told there, or the one that introduces its list
	Stance      string              `json:"stance"`
	Source      string              `json:"source"` // whose claim it is: article, named or unnamed
	Also        []document.Place    `json:"also,omitempty"`
	Key         string              `json:"key" record:"key,null"`
	Checkable   bool                `json:"checkable"`
	Reasons     []string            `json:"reasons"`
}

type articleBrief struct {
	ID        string  `json:"id"`
	URL       *string `json:"url"`
	Title     *string `json:"title"`
	Site      *string `json:"site"`
	Published *string `json:"published"`
	Language  *string `json:"language"`
}

type entityBrief struct {
	ID      string  `json:"id"`
	Type    string  `json:"type"`
	Name    string  `json:"name"`
	Country *string `json:"country"`
}

// Write writes the claims of one document.
func (w *claimLines) Write(d *document.Document) error {
	x := newIndex(d)
	for i := range d.Claims {
		if err := encodeLine(w.out, x.claim(&d.Claims[i]), d.Schema); err != nil {
			return err
		}
	}
	return w.out.Flush()
}

// encodeLine writes a value as one line of JSON.
func encodeLine(b *bufio.Writer, v any, form int) error {
	line, err := document.Marshal(v, form)
	if err != nil {
		return err
	}
	b.Write(oneLine(line))
	return b.WriteByte('\n')
}

// An index finds the annotations of a document by their ids.
type index struct {
	doc        *document.Document
	entities   map[string]*document.Entity
	money      map[string]*document.Money
	dates      map[string]*document.Date
	quotes     map[string]*document.Quote
	quantities map[string]*document.Quantity
}

func newIndex(d *document.Document) index {
	return index{
		d,
		byID(d.Entities, func(e *document.Entity) string { return e.ID }),
		byID(d.Money, func(m *document.Money) string { return m.ID }),
		byID(d.Dates, func(t *document.Date) string { return t.ID }),
		byID(d.Quotes, func(q *document.Quote) string { return q.ID }),
		byID(d.Quantities, func(n *document.Quantity) string { return n.ID }),
	}
}

func byID[T any](all []T, id func(*T) string) map[string]*T {
	found := make(map[string]*T, len(all))
	for i := range all {
		found[id(&all[i])] = &all[i]
	}
	return found
}

// entity is the one of that id, or nil.
func (x index) entity(id *string) *document.Entity {
	if id == nil {
		return nil
	}
	return x.entities[*id]
}

// nameOf is the name of an entity, or empty.
func (x index) nameOf(id *string) string {
	if e := x.entity(id); e != nil {
		return e.Name
	}
	return ""
}

// claim is a claim with what it refers to.
func (x index) claim(c *document.Claim) claimRecord {
	r := claimRecord{
		Schema: x.doc.Schema, Article: x.article(), ID: c.ID, Place: c.Place, Sentence: c.Sentence, Speaker: c.By,
		Money: []document.Money{}, Dates: []document.Date{}, Entities: []entityBrief{},
		Quantities: []document.Quantity{}, Hedged: c.Hedged, Negated: c.Negated,
		Proposition: c.Proposition, Refers: c.Refers, Context: c.Context, Stance: c.Stance, Source: c.Source, Also: c.Also, Key: c.Key, Checkable: c.Checkable, Reasons: c.Reasons,
	}
	if c.Quote != nil {
		r.Quote = x.quotes[*c.Quote]
	}
	for _, id := range c.Money {
		if m := x.money[id]; m != nil {
			r.Money = append(r.Money, *m)
		}
	}
	for _, id := range c.Dates {
		if t := x.dates[id]; t != nil {
			r.Dates = append(r.Dates, *t)
		}
	}
	for _, id := range c.Quantities {
		if n := x.quantities[id]; n != nil {
			r.Quantities = append(r.Quantities, *n)
		}
	}
	for _, id := range c.Entities {
		if e := x.entities[id]; e != nil {
			r.Entities = append(r.Entities, entityBrief{e.ID, e.Type, e.Name, e.Country})
		}
	}
	return r
}

func (x index) article() articleBrief {
	d := x.doc
	return articleBrief{d.ID, d.URL, d.Title, d.Site, d.Published.Date, d.Language.Code}
}
