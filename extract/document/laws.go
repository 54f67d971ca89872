package document

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// A Breach is a law of the record that an annotation broke, for which it was left out.
type Breach struct {
	ID  string // of the annotation
	Law string // what it broke
}

// String names both.
func (b Breach) String() string { return b.ID + ": " + b.Law }

// Enforce holds the document to the laws of its record, in the text that its places count in, and says what broke one:
//
//   - every place holds at least one code point, lies in the text, and its words are those that stand there;
//   - ids are not given twice, and every reference names something that is there;
//   - entities, in the order of their first mentions, their mentions, figures, dates, quantities, statements, the parts of
//     each, and claims are in the order of the text, no part overlaps another of its statement, and none lies outside it;
//   - the told clause of a statement is that of a mixed one and holds the first of its parts; the others lie in it or behind it;
//   - low is not above high, and the first day of an interval not behind its last.
//
// What breaks a law is left out of the document; a reference, the words of a speaker or what else an annotation can do
// without is emptied alone. Time is linear in the text and the annotations.
func (d *Document) Enforce(text string) []Breach {
	k := &keeper{text: text, marks: marksOf(text), ids: map[string]bool{}}
	d.Entities = obeying(k, d.Entities, entityID, k.entity)
	k.last = 0
	d.Money = obeying(k, d.Money, func(m *Money) string { return m.ID }, k.money)
	k.last = 0
	d.Dates = obeying(k, d.Dates, func(t *Date) string { return t.ID }, k.date)
	k.last = 0
	d.Quantities = obeying(k, d.Quantities, func(n *Quantity) string { return n.ID }, k.quantity)
	k.last = 0
	d.Quotes = obeying(k, d.Quotes, func(q *Quote) string { return q.ID }, k.quote)
	k.last = 0
	d.Claims = obeying(k, d.Claims, func(c *Claim) string { return c.ID }, k.claim)
	k.references(d)
	return k.breaches
}

func entityID(e *Entity) string { return e.ID }

// obeying are the annotations that break no law; the law is the one that is broken, or empty.
func obeying[T any](k *keeper, all []T, id func(*T) string, law func(*T) string) []T {
	kept := all[:0]
	for i := range all {
		name := id(&all[i])
		broken := law(&all[i])
		if broken == "" && k.ids[name] {
			broken = "its id is given twice"
		}
		if broken != "" {
			k.broke(name, broken)
			continue
		}
		k.ids[name] = true
		kept = append(kept, all[i])
	}
	return kept
}

// A keeper holds one document to the laws.
type keeper struct {
	text     string
	marks    []int           // the byte of every 64th code point
	ids      map[string]bool // those kept
	last     int             // where the last annotation of the kind began
	breaches []Breach
}

func (k *keeper) broke(id, law string) { k.breaches = append(k.breaches, Breach{id, law}) }

const (
	markStride  = 64
	notThere    = "its words do not stand at its place"
	notInOrder  = "it is not in the order of the text"
	notInside   = "a part of it lies outside it"
	notUpwards  = "its range runs downwards"
	notDays     = "its interval runs backwards"
	notHolding  = "its clause does not hold its words"
	noReference = "it names something that is not there"
)

// mixed is the kind of a statement that is told and holds words said.
const mixed = "mixed"

// marksOf are the bytes at which every 64th code point of a text begins, and its end.
func marksOf(text string) []int {
	marks := make([]int, 0, len(text)/markStride+2) // at most one for so many bytes
	n := 0
	for i := range text {
		if n%markStride == 0 {
			marks = append(marks, i)
		}
		n++
	}
	return append(marks, len(text))
}

// stands reports whether a place is where its words are.
func (k *keeper) stands(p Place) bool {
	if p.Start < 0 || p.Start >= p.End || p.Start/markStride >= len(k.marks) || utf8.RuneCountInString(p.Text) != p.End-p.Start {
		return false
	}
	at := k.marks[p.Start/markStride]
	for range p.Start % markStride {
		_, size := utf8.DecodeRuneInString(k.text[at:])
		at += size
	}
	return len(k.text)-at >= len(p.Text) && k.text[at:at+len(p.Text)] == p.Text
}

// inOrder reports whether an annotation begins no earlier than the one of its kind before it.
func (k *keeper) inOrder(start int) bool {
	if start < k.last {
		return false
	}
	k.last = start
	return true
}

// entity drops the mentions that break a law; an entity without any breaks one itself.
func (k *keeper) entity(e *Entity) string {
	kept, last := e.Mentions[:0], -1
	for _, m := range e.Mentions {
		switch {
		case !k.stands(m.Place):
			k.broke(e.ID, notThere)
		case m.Start <= last:
			k.broke(e.ID, notInOrder)
		default:
			last = m.Start
			kept = append(kept, m)
		}
	}
	e.Mentions = kept
	roles := e.Roles[:0]
	for _, r := range e.Roles {
		if !k.stands(r.Place) {
			k.broke(e.ID, notThere)
			continue
		}
		roles = append(roles, r)
	}
	e.Roles = roles
	switch {
	case len(kept) == 0:
		return "no mention of it is left"
	case !k.inOrder(kept[0].Start):
		return notInOrder
	}
	return ""
}

// upwards reports whether low is not above high, where both are given.
func upwards(low, high string) bool {
	if low == "" || high == "" {
		return true
	}
	l, err := decimal.NewFromString(low)
	h, bad := decimal.NewFromString(high)
	return err == nil && bad == nil && l.LessThanOrEqual(h)
}

func (k *keeper) figure(f *Figure) string {
	switch {
	case !k.stands(f.Place):
		return notThere
	case !upwards(f.Low.String(), f.High.String()):
		return notUpwards
	}
	return ""
}

// money also drops the conversions that break a law, the article's own and ours.
func (k *keeper) money(m *Money) string {
	if law := k.figure(&m.Figure); law != "" {
		return law
	}
	if !k.inOrder(m.Start) {
		return notInOrder
	}
	if m.Stated != nil && !k.stated(m.ID, m.Stated) {
		m.Stated = nil
	}
	also := m.AlsoStated[:0]
	for i := range m.AlsoStated {
		if k.stated(m.ID, &m.AlsoStated[i]) {
			also = append(also, m.AlsoStated[i])
		}
	}
	m.AlsoStated = also
	made := m.Converted[:0]
	for _, c := range m.Converted {
		if !upwards(c.Low.String(), c.High.String()) {
			k.broke(m.ID, notUpwards)
			continue
		}
		made = append(made, c)
	}
	m.Converted = made
	return ""
}

func (k *keeper) stated(id string, s *Stated) bool {
	law := k.figure(&s.Figure)
	if law != "" {
		k.broke(id, law)
	}
	if s.Check != nil {
		s.Check.Clue = k.optional(id, s.Check.Clue)
	}
	return law == ""
}

// optional is a place that an annotation may do without: nil where its words do not stand there.
func (k *keeper) optional(id string, p *Place) *Place {
	if p == nil || k.stands(*p) {
		return p
	}
	k.broke(id, notThere)
	return nil
}

func (k *keeper) date(t *Date) string {
	t.Cue = k.optional(t.ID, t.Cue)
	switch {
	case !k.stands(t.Place):
		return notThere
	case t.From != nil && t.To != nil && *t.From > *t.To:
		return notDays
	case !k.inOrder(t.Start):
		return notInOrder
	}
	return ""
}

func (k *keeper) quantity(n *Quantity) string {
	n.What = k.optional(n.ID, n.What)
	switch {
	case !k.stands(n.Place):
		return notThere
	case !upwards(n.Low.String(), n.High.String()):
		return notUpwards
	case !k.inOrder(n.Start):
		return notInOrder
	}
	return ""
}

// quote holds a statement to the laws; statements are in the order of their first words said.
func (k *keeper) quote(q *Quote) string {
	last := q.Start
	for _, c := range q.Content {
		switch {
		case !k.stands(c):
			return notThere
		case c.Start < last || c.End > q.End:
			return notInside
		}
		last = c.End
	}
	k.clause(q)
	if q.Cue != nil && !k.stands(q.Cue.Place) {
		return notThere
	}
	k.speaker(q)
	q.Addressee, q.Relay = k.party(q.ID, q.Addressee), k.party(q.ID, q.Relay)
	switch {
	case len(q.Content) == 0:
		return "it has no words"
	case !k.inOrder(q.Content[0].Start):
		return notInOrder
	}
	return ""
}

// clause empties one whose words do not stand at its place, or that is not the clause of the words said.
func (k *keeper) clause(q *Quote) {
	q.Clause = k.optional(q.ID, q.Clause)
	if q.Clause == nil || len(q.Content) == 0 {
		return
	}
	at, first := q.Clause, q.Content[0]
	holds := q.Kind == mixed && at.Start <= first.Start && first.End <= at.End
	for _, c := range q.Content {
		holds = holds && (c.End <= at.End || c.Start >= at.End)
	}
	if !holds {
		k.broke(q.ID, notHolding)
		q.Clause = nil
	}
}

// speaker empties one whose words do not stand where they are said to.
func (k *keeper) speaker(q *Quote) {
	s := q.Speaker
	if s == nil || s.Start == nil && s.End == nil && s.Text == nil {
		return
	}
	if s.Start == nil || s.End == nil || s.Text == nil || !k.stands(Place{*s.Start, *s.End, *s.Text}) {
		k.broke(q.ID, notThere)
		q.Speaker = nil
	}
}

func (k *keeper) party(id string, p *Party) *Party {
	if p != nil && k.optional(id, &p.Place) == nil {
		return nil
	}
	return p
}

func (k *keeper) claim(c *Claim) string {
	also := c.Also[:0]
	for _, p := range c.Also {
		if k.optional(c.ID, &p) != nil {
			also = append(also, p)
		}
	}
	c.Also = also
	c.Context = k.optional(c.ID, c.Context)
	c.Refers = slices.DeleteFunc(c.Refers, func(r Referent) bool { return k.optional(c.ID, &r.Place) == nil })
	switch {
	case !k.stands(c.Place):
		return notThere
	case !k.inOrder(c.Start):
		return notInOrder
	case c.Quote != nil && !k.ids[*c.Quote]:
		return fmt.Sprintf("its statement %s is not there", *c.Quote)
	}
	return ""
}
