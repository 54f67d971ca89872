package extract

import (
	"slices"
	"sort"

	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// readDialogue makes quotations of the lines of a dialogue: paragraphs that a dash opens, and in which a verb of saying and
// its speaker stand behind what is said. Other marks make a paragraph what they make it.
func (r *reading) readDialogue() {
	var lines []match.Quotation
	for _, p := range r.text.Paragraphs {
		if p.Len() < 3 || !r.is(p.Start, "—", "–") || r.marked(p) || !r.incised(p) {
			continue
		}
		lines = append(lines, match.Quotation{Tokens: p, Inner: token.Range{Start: p.Start + 1, End: p.End}, Open: true})
	}
	if len(lines) == 0 {
		return
	}
	r.quotations = append(slices.Clone(r.quotations), lines...)
	sort.SliceStable(r.quotations, func(i, j int) bool { return r.quotations[i].Tokens.Start < r.quotations[j].Tokens.Start })
}

// marked reports whether a quotation stands in a range.
func (r *reading) marked(at token.Range) bool {
	k := sort.Search(len(r.quotations), func(k int) bool { return r.quotations[k].Tokens.End > at.Start })
	return k < len(r.quotations) && r.quotations[k].Tokens.Overlaps(at)
}

// incised reports whether a verb of saying with its speaker stands in a range, behind a mark.
func (r *reading) incised(at token.Range) bool {
	return slices.ContainsFunc(r.within(value.TypeQuote, token.Range{Start: at.Start + 2, End: at.End}), func(m *match.Match) bool {
		return m.Value("frame") == "incise"
	})
}

// minTurns is how many turns make an interview.
const minTurns = 2

// turns gives the answers of an interview: paragraphs that the name of a person, or a word for an answer, opens with a
// colon. What a word opens is said by the person that the text has spoken of most. Questions are no statements.
func (s *statements) turns() {
	opened := map[int]*match.Match{}
	for _, m := range s.found[value.TypeTurn] {
		if p := s.paragraphAt(m.Tokens.Start); p.Start == m.Tokens.Start && p.End > m.Tokens.End+1 && s.owner[m.Tokens.End] == nil {
			opened[p.Start] = m
		}
	}
	if len(opened) < minTurns {
		return
	}
	for _, p := range s.text.Paragraphs {
		m := opened[p.Start]
		if m == nil || m.Value("kind") == "question" || s.starts[m.Tokens.End] != nil {
			continue
		}
		who := s.turn(m)
		if who == nil {
			continue
		}
		q := &quote{kind: "direct", match: m, frame: "turn", cue: token.Range{Start: m.Tokens.Start, End: m.Tokens.Start}}
		q.speaker = speaker{entity: who, name: who.name, how: "previous"}
		if f, ok := m.Field("person"); ok {
			q.speaker.at, q.speaker.how = f.Tokens, "name"
		}
		q.content = []token.Range{{Start: m.Tokens.End, End: p.End}}
		s.keep(q)
	}
}

// turn is who speaks in a turn, or nil: an outlet that asks is none.
func (s *statements) turn(m *match.Match) *entity {
	f, ok := m.Field("person")
	if !ok {
		return s.mostNamed(m.Tokens.Start, func(e *entity) bool { return e.kind == value.TypePerson })
	}
	if at := s.mentionAt(f.Tokens); at != nil && at.kind == value.TypePerson {
		return at.entity
	}
	return nil
}

// paragraphAt is the paragraph that a token stands in.
func (r *reading) paragraphAt(i int) token.Range { return r.text.Paragraphs[r.paragraph(i)] }
