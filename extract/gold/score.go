package gold

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"sayso/extract/document"
	"sayso/rules"
)

// A Score counts over many documents.
type Score struct {
	Rules map[string]rules.Count // by rule: its annotations that are right, of those in annotated layers
	Found map[string]rules.Count // by layer: the gold that some annotation is right for
	Named rules.Count            // the mentions found whose entity has the gold's name
	Said  map[string]rules.Count // by how a speaker was found: the statements found whose speaker has the gold's name
}

// NewScore is a score of nothing yet.
func NewScore() *Score {
	return &Score{Rules: map[string]rules.Count{}, Found: map[string]rules.Count{}, Said: map[string]rules.Count{}}
}

// TypeNames are how gold calls the types of entities.
var TypeNames = map[string]string{"person": "PER", "organization": "ORG", "location": "LOC", "misc": "MISC"}

// Add holds what was extracted from a document against its gold.
func (s *Score) Add(g *Document, d *document.Document) {
	if g.Entities != nil {
		s.entities(g, d)
	}
	if g.Money != nil {
		found := make([]bool, len(g.Money))
		for _, m := range d.Money {
			at := Span{m.Start, m.End}
			i := slices.IndexFunc(g.Money, func(w Money) bool { return w.overlaps(at) && sameSum(w, m) })
			s.count(g, m.Rule, at, i, found)
		}
		s.recall("money", found)
	}
	if g.Dates != nil {
		found := make([]bool, len(g.Dates))
		for _, m := range d.Dates {
			at := Span{m.Start, m.End}
			i := slices.IndexFunc(g.Dates, func(w Date) bool { return w.overlaps(at) && w.Type == m.Type && w.Value == m.Value })
			s.count(g, m.Rule, at, i, found)
		}
		s.recall("dates", found)
	}
	if g.Quotes != nil {
		found := make([]bool, len(g.Quotes))
		for _, q := range d.Quotes {
			i := slices.IndexFunc(g.Quotes, func(w Quote) bool { return alike(w.Content, q.Content) })
			s.count(g, q.Rule, Span{q.Start, q.End}, i, found)
			if i >= 0 {
				s.speaker(g.Quotes[i].Speaker, q.Speaker)
			}
		}
		s.recall("quotes", found)
	}
}

func (s *Score) entities(g *Document, d *document.Document) {
	found := make([]bool, len(g.Entities))
	for _, e := range d.Entities {
		if len(g.Types) > 0 && !slices.Contains(g.Types, TypeNames[e.Type]) {
			continue
		}
		for _, m := range e.Mentions {
			at := Span{m.Start, m.End}
			i := slices.IndexFunc(g.Entities, func(w Entity) bool { return w.Span == at && w.Type == TypeNames[e.Type] })
			s.count(g, m.Rule, at, i, found)
			if i >= 0 && g.Entities[i].Name != "" {
				s.Named.Of++
				if g.Entities[i].Name == e.Name {
					s.Named.Right++
				}
			}
		}
	}
	s.recall("entities", found)
}

// speaker notes whether the speaker of a statement found has the gold's name.
func (s *Score) speaker(want string, got *document.Speaker) {
	if want == "" || got == nil {
		return
	}
	c := s.Said[got.How]
	c.Of++
	if strings.EqualFold(want, got.Name) {
		c.Right++
	}
	s.Said[got.How] = c
}

// count notes one annotation, which is right for the i-th of the gold, or wrong where i is negative.
func (s *Score) count(g *Document, rule string, at Span, i int, found []bool) {
	if i < 0 && g.Ignored(at) {
		return
	}
	c := s.Rules[rule]
	c.Of++
	if i >= 0 {
		c.Right++
		found[i] = true
	}
	s.Rules[rule] = c
}

func (s *Score) recall(layer string, found []bool) {
	c := s.Found[layer]
	for _, ok := range found {
		c.Of++
		if ok {
			c.Right++
		}
	}
	s.Found[layer] = c
}

// sameSum reports whether a figure has the gold's amounts and currency.
func sameSum(w Money, m document.Money) bool {
	return equal(w.Amount, m.Amount.String()) && equal(w.Low, m.Low.String()) && equal(w.High, m.High.String()) &&
		(w.Currency == "" || w.Currency == m.Currency)
}

func equal(a, b string) bool {
	x, err := decimal.NewFromString(a)
	y, wrong := decimal.NewFromString(b)
	if err != nil || wrong != nil {
		return a == b
	}
	return x.Equal(y)
}

// enough is the share of code points that two contents must have in common.
const enough = 0.8

// alike reports whether two contents are the same words but for little.
func alike(a []Span, b []document.Place) bool {
	in := map[int]int{}
	for _, s := range a {
		for i := s.Start; i < s.End; i++ {
			in[i] |= 1
		}
	}
	for _, p := range b {
		for i := p.Start; i < p.End; i++ {
			in[i] |= 2
		}
	}
	both := 0
	for _, v := range in {
		if v == 3 {
			both++
		}
	}
	return len(in) > 0 && float64(both) >= enough*float64(len(in))
}
