package quotes

import (
	"fmt"

	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/token"
)

// Clause is the told clause that holds the words of a mixed statement, as tokens; empty for others, and where it is unknown.
func (q *Quote) Clause() token.Range {
	if q.kind != "mixed" {
		return token.Range{}
	}
	return q.clause
}

// Cue is the words that report the statement, as tokens; empty where none do.
func (q *Quote) Cue() token.Range { return q.cue }

// Records are the statements as the record has them.
func Records(v *view.View, named *entities.Set, all []*Quote) []document.Quote {
	r := newReading(v, named)
	records := []document.Quote{}
	for i, q := range all {
		h := r.Place(q.outer())
		rec := document.Quote{ID: fmt.Sprintf("q%d", i+1), Kind: q.kind, Start: h.Start, End: h.End, Speaker: r.speakerRecord(q.speaker), Rule: r.Rule(q.match), Confidence: r.Confidence(q.match)}
		for _, c := range q.Content {
			rec.Content = append(rec.Content, r.Place(c))
		}
		if clause := q.Clause(); clause.Len() > 0 {
			told := r.Place(clause)
			rec.Clause = &told
		}
		if q.cue.Len() > 0 {
			rec.Cue = r.cueRecord(q)
		}
		rec.Medium = r.medium(q)
		rec.Addressee, rec.Relay = r.party(value.TypeAddressee, q), r.party(value.TypeRelay, q)
		records = append(records, rec)
	}
	return records
}

// maxMedium is how many tokens stand at most between a verb or its speaker and the medium that they speak in.
const maxMedium = 4

// medium is the words for the medium in which a statement was made, beside its verb or speaker, or nil.
func (r *reading) medium(q *Quote) *string {
	if q.cue.Len() == 0 {
		return nil
	}
	near := token.Range{Start: max(q.cue.Start-maxMedium, 0), End: max(q.cue.End, q.subject.Tokens.End) + maxMedium}
	for _, m := range r.Within(value.TypeChannel, near) {
		if r.Text.Tokens[m.Tokens.Start].Sentence == r.Text.Tokens[q.cue.Start].Sentence && r.Quotation(m.Tokens.Start) == nil {
			text := r.Text.Slice(m.Tokens)
			return &text
		}
	}
	return nil
}

// outer is the whole statement: the words said, the cue and the speaker.
func (q *Quote) outer() token.Range {
	h := q.Hull()
	for _, part := range []token.Range{q.cue, q.speaker.at} {
		if part.Len() > 0 {
			h.Start, h.End = min(h.Start, part.Start), max(h.End, part.End)
		}
	}
	return h
}

// cueRecord is the reporting word, with the lemma and stance that the pack's lists give it.
func (r *reading) cueRecord(q *Quote) *document.Cue {
	c := &document.Cue{Place: r.Place(q.cue), Stance: "neutral", Lemma: lemma(q.match), Hedged: q.match.Value("hedge") != ""}
	if stance, ok := r.Lookup("stance", c.Lemma); ok && stance != "" {
		c.Stance = stance
	}
	return c
}

// Subject is the words for the speaker beside those that report the statement, as tokens; empty where there are none.
func (q *Quote) Subject() token.Range { return q.subject.Tokens }

// Partial reports whether marks hold only a part of what the writer tells: no word begins a clause that holds them.
func (q *Quote) Partial() bool {
	return q.kind == "mixed" && (q.frame == "partial" || q.frame == "floating")
}
