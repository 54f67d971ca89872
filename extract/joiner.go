package extract

import (
	"fmt"
	"slices"
	"strings"

	"sayso/extract/document"
	"sayso/extract/names"
)

// A joiner puts the records of a text's windows together: places count from the text's start, ids go on, and what one window
// names is what an earlier one has named so.
type joiner struct {
	to          *document.Document
	offset      int // code points before the window
	annotations int

	named  map[string]int // by type and name, entities by their index
	family map[string]int // people by the last word of their names; -1 where several share it
	ids    map[string]string
}

func newJoiner(d *document.Document) *joiner {
	return &joiner{to: d, named: map[string]int{}, family: map[string]int{}}
}

// join adds a window's record, which is of no use afterwards.
func (j *joiner) join(d *document.Document) {
	j.ids = map[string]string{document.AnchorPublished: document.AnchorPublished}
	at := j.numbered(d)
	for i := range d.Entities {
		j.entity(&d.Entities[i], at[i])
	}
	each(d.Claims, j.claim) // before the statements, to whose ids they point
	each(d.Quotes, j.quote)
	each(d.Money, j.money)
	each(d.Dates, func(t *document.Date) {
		j.move(&t.Place)
		t.ID, t.Anchor, t.Cue = j.ids[t.ID], j.ids[t.Anchor], j.moved(t.Cue)
	})
	each(d.Quantities, func(n *document.Quantity) {
		j.move(&n.Place)
		n.ID, n.What = j.ids[n.ID], j.moved(n.What)
	})
	j.to.Money, j.to.Dates, j.to.Quantities = append(j.to.Money, d.Money...), append(j.to.Dates, d.Dates...), append(j.to.Quantities, d.Quantities...)
	j.to.Quotes, j.to.Claims = append(j.to.Quotes, d.Quotes...), append(j.to.Claims, d.Claims...)
	for _, s := range d.Sentences {
		j.to.Sentences = append(j.to.Sentences, document.Span{Start: s.Start + j.offset, End: s.End + j.offset})
	}
	for _, w := range d.Warnings {
		if !slices.Contains(j.to.Warnings, w) {
			j.to.Warnings = append(j.to.Warnings, w)
		}
	}
	j.annotations += len(d.Money) + len(d.Dates) + len(d.Quantities) + len(d.Quotes) + len(d.Claims)
}

func each[T any](all []T, do func(*T)) {
	for i := range all {
		do(&all[i])
	}
}

// numbered finds the ids that a window's annotations have in the whole record, and the indexes of its entities there.
func (j *joiner) numbered(d *document.Document) (at []int) {
	number := func(id, kind string, index int) { j.ids[id] = fmt.Sprintf("%s%d", kind, index+1) }
	for i := range d.Money {
		number(d.Money[i].ID, "m", len(j.to.Money)+i)
	}
	for i := range d.Dates {
		number(d.Dates[i].ID, "d", len(j.to.Dates)+i)
	}
	for i := range d.Quantities {
		number(d.Quantities[i].ID, "n", len(j.to.Quantities)+i)
	}
	for i := range d.Quotes {
		number(d.Quotes[i].ID, "q", len(j.to.Quotes)+i)
	}
	for i := range d.Claims {
		number(d.Claims[i].ID, "c", len(j.to.Claims)+i)
	}
	added := len(j.to.Entities)
	for i := range d.Entities {
		k, ok := j.known(&d.Entities[i])
		if !ok {
			k = added
			added++
		}
		number(d.Entities[i].ID, "e", k)
		at = append(at, k)
	}
	for i, k := range at { // not before: what a window holds apart stays apart
		if k >= len(j.to.Entities) {
			j.learn(&d.Entities[i], k)
		}
	}
	return at
}

const person = "person"

// known is the entity of earlier windows that one is: of its name, or the only person of that family name.
func (j *joiner) known(e *document.Entity) (int, bool) {
	if k, ok := j.named[e.Type+" "+names.Key(e.Name)]; ok {
		return k, true
	}
	if e.Type != person || strings.Contains(e.Name, " ") {
		return 0, false
	}
	k, ok := j.family[names.Key(e.Name)]
	return k, ok && k >= 0
}

// learn notes an entity under its names.
func (j *joiner) learn(e *document.Entity, k int) {
	key := names.Key(e.Name)
	j.named[e.Type+" "+key] = k
	if e.Type != person {
		return
	}
	last := key[strings.LastIndexByte(key, ' ')+1:]
	if _, ok := j.family[last]; ok {
		k = -1
	}
	j.family[last] = k
}

// entity adds an entity, or its mentions and offices to those of the one that it is.
func (j *joiner) entity(e *document.Entity, at int) {
	e.ID = j.ids[e.ID]
	each(e.Mentions, func(m *document.Mention) { j.move(&m.Place) })
	each(e.Roles, func(r *document.Role) {
		j.move(&r.Place)
		r.Of = j.id(r.Of)
	})
	j.annotations += len(e.Mentions)
	if at == len(j.to.Entities) {
		j.to.Entities = append(j.to.Entities, *e)
		return
	}
	known := &j.to.Entities[at]
	known.Mentions = append(known.Mentions, e.Mentions...)
	for _, r := range e.Roles {
		if !slices.ContainsFunc(known.Roles, func(has document.Role) bool { return has.Office == r.Office && has.When == r.When }) {
			known.Roles = append(known.Roles, r)
		}
	}
	if known.Country == nil {
		known.Country = e.Country
	}
}

func (j *joiner) money(m *document.Money) {
	stated := func(s *document.Stated) {
		j.move(&s.Place)
		if s.Check != nil {
			s.Check.Clue = j.moved(s.Check.Clue)
		}
	}
	m.ID = j.ids[m.ID]
	j.move(&m.Place)
	if m.Stated != nil {
		stated(m.Stated)
	}
	each(m.AlsoStated, stated)
	j.all(m.Breakdown)
}

func (j *joiner) quote(q *document.Quote) {
	q.ID = j.ids[q.ID]
	q.Start, q.End = q.Start+j.offset, q.End+j.offset
	each(q.Content, j.move)
	q.Clause = j.moved(q.Clause)
	if q.Cue != nil {
		j.move(&q.Cue.Place)
	}
	if s := q.Speaker; s != nil {
		for _, at := range []**int{&s.Start, &s.End} {
			if *at != nil {
				moved := **at + j.offset
				*at = &moved
			}
		}
		s.Entity = j.id(s.Entity)
	}
	for _, p := range []*document.Party{q.Addressee, q.Relay} {
		if p != nil {
			j.move(&p.Place)
			p.Entity = j.id(p.Entity)
		}
	}
}

func (j *joiner) claim(c *document.Claim) {
	c.ID = j.ids[c.ID]
	j.move(&c.Place)
	each(c.Also, j.move)
	c.Context = j.moved(c.Context)
	each(c.Refers, func(r *document.Referent) {
		j.move(&r.Place)
		r.Entity = j.id(r.Entity)
	})
	c.Quote, c.Speaker = j.id(c.Quote), j.id(c.Speaker)
	j.all(c.Money)
	j.all(c.Dates)
	j.all(c.Quantities)
	j.all(c.Entities)
}

// move counts a place from the text's start.
func (j *joiner) move(p *document.Place) { p.Start, p.End = p.Start+j.offset, p.End+j.offset }

// moved is a place that others may share, counted so; nil where there is none.
func (j *joiner) moved(p *document.Place) *document.Place {
	if p == nil {
		return nil
	}
	at := *p
	j.move(&at)
	return &at
}

// id is the id in the whole record.
func (j *joiner) id(id *string) *string {
	if id == nil {
		return nil
	}
	now := j.ids[*id]
	return &now
}

func (j *joiner) all(ids []string) {
	for i := range ids {
		ids[i] = j.ids[ids[i]]
	}
}
