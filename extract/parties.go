package extract

import (
	"sayso/extract/value"
	"sayso/rules/token"
)

// reach is how many tokens may stand between the words that report a statement and those that name a party to it.
const reach = 2

// party is whoever a rule of that type names right behind the words that report a statement: its verb, its speaker, or
// what belongs to them. It is nil where there is none, and never its speaker.
func (r *reading) party(kind string, q *quote) *Party {
	if q.cue.Len() == 0 {
		return nil
	}
	for _, end := range []int{q.cue.End, q.speaker.at.End, q.match.Tokens.End} {
		for _, m := range r.within(kind, token.Range{Start: end, End: end + reach}) {
			at := value.Span(m)
			if r.sentence(at.Start) != r.sentence(q.cue.Start) || at.Overlaps(q.speaker.at) || r.quotation(at.Start) != nil || r.owns(q, at) {
				continue
			}
			p := &Party{Place: r.place(at), Rule: r.rule(m)}
			p.Name = p.Text
			if e := r.mentionAt(at); e != nil && e.entity != q.speaker.entity {
				p.Entity, p.Name = &e.entity.id, e.entity.name
			}
			return p
		}
	}
	return nil
}

// owns reports whether a range is among the words of a statement.
func (r *reading) owns(q *quote, at token.Range) bool {
	for _, c := range q.content {
		if c.Overlaps(at) {
			return true
		}
	}
	return false
}
