package quotes

import (
	"sayso/extract/document"
	"sayso/extract/value"
	"sayso/rules/token"
)

// reach is how many tokens may stand between the words that report a statement and those that name a party to it.
const reach = 2

// party is whoever a rule of that type names right behind the words that report a statement: its verb, its speaker, or
// what belongs to them. It is nil where there is none, and never its speaker.
func (r *reading) party(kind string, q *Quote) *document.Party {
	if q.cue.Len() == 0 {
		return nil
	}
	for _, end := range []int{q.cue.End, q.speaker.at.End, q.over} {
		for _, m := range r.Within(kind, token.Range{Start: end, End: end + reach}) {
			at := value.Span(m)
			if r.Sentence(at.Start) != r.Sentence(q.cue.Start) || at.Overlaps(q.speaker.at) || r.Quotation(at.Start) != nil || r.owns(q, at) {
				continue
			}
			p := &document.Party{Place: r.Place(at), Rule: r.Rule(m)}
			p.Name = p.Text
			if e := r.named.At(at); e != nil && e.Entity != q.speaker.entity {
				p.Entity, p.Name = &e.Entity.ID, e.Entity.Name
			}
			return p
		}
	}
	return nil
}

// owns reports whether a range is among the words of a statement.
func (r *reading) owns(q *Quote, at token.Range) bool {
	for _, c := range q.Content {
		if c.Overlaps(at) {
			return true
		}
	}
	return false
}
