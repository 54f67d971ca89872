package quotes

import (
	"sayso/extract/entities"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// minQuestions is how many questions make an interview, maxQuestion how many tokens one has at most, and maxAnswer how many
// paragraphs an answer.
const (
	minQuestions = 2
	maxQuestion  = 70
	maxAnswer    = 6
)

// answers gives the answers of an interview without labels: the paragraphs behind those that ask, up to the next one that
// does. Half of them at least, and both of two, must be told by somebody who speaks of himself while the lead is not: the
// questions of a service page and of a column are their writer's, and so are the answers. Whoever is asked is the person whom the headline and the lead name; where they name none
// or several alike, nobody.
func (s *statements) answers() {
	var found []token.Range
	own, asked, first := 0, 0, -1
	paragraphs := s.Text.Paragraphs
	for k := 1; k < len(paragraphs); k++ {
		if !s.asks(paragraphs[k]) {
			continue
		}
		if s.ofOneself(paragraphs[k]) {
			return // the questions are the reader's: "What do I need?"
		}
		if asked++; first < 0 {
			first = k
		}
		if at := s.answer(paragraphs, k+1); at.Len() > 0 {
			found = append(found, at)
			if s.ofOneself(at) {
				own++
			}
		}
	}
	if asked < minQuestions || len(found) < minQuestions || own*2 < len(found) || own < minQuestions || s.ofOneself(token.Range{Start: 0, End: paragraphs[first].Start}) || len(s.opened()) >= minTurns {
		return
	}
	who := s.interviewed(paragraphs[first].Start)
	for _, at := range found {
		q := &Quote{kind: "direct", frame: "turn", match: s.answering(at), cue: token.Range{Start: at.Start, End: at.Start}, Content: []token.Range{at}}
		if q.match == nil {
			continue
		}
		if who != nil {
			q.speaker = speaker{entity: who, name: who.Name, how: "previous"}
		}
		s.keep(q)
		s.shut(at)
	}
}

// asks reports whether a paragraph is a question.
func (s *statements) asks(p token.Range) bool {
	return p.Len() > 1 && p.Len() <= maxQuestion && s.Is(p.End-1, "?") && s.Quotation(p.Start) == nil && s.Quotation(p.End-1) == nil
}

// answer is the paragraphs from one on up to the next question, empty where that stands right there; behind the last question
// one paragraph alone, for nothing tells where its answer ends.
func (s *statements) answer(paragraphs []token.Range, k int) token.Range {
	for end := k; end < len(paragraphs) && end <= k+maxAnswer; end++ {
		if s.asks(paragraphs[end]) {
			if end == k {
				return token.Range{}
			}
			return token.Range{Start: paragraphs[k].Start, End: paragraphs[end-1].End}
		}
	}
	if k < len(paragraphs) {
		return paragraphs[k]
	}
	return token.Range{}
}

// ofOneself reports whether somebody speaks of himself in a range, outside of quotations.
func (s *statements) ofOneself(at token.Range) bool {
	for i := at.Start; i < at.End; i++ {
		if s.Quotation(i) == nil && s.Listed(i, "first-person") {
			return true
		}
	}
	return false
}

// interviewed is the person named most before a token, or nil where another one is named as often.
func (s *statements) interviewed(before int) *entities.Entity {
	who := s.named.MostNamed(before, func(e *entities.Entity) bool { return e.Kind == value.TypePerson })
	other := s.named.MostNamed(before, func(e *entities.Entity) bool { return e.Kind == value.TypePerson && e != who })
	if who != nil && other != nil && s.timesNamed(other, before) == s.timesNamed(who, before) {
		return nil
	}
	return who
}

// asking is the kind of a mark that ends a question.
const asking = "asking"

// answering is the match that a rule makes of the end of the question before an answer, or nil.
func (s *statements) answering(at token.Range) *match.Match {
	for _, m := range s.Within(value.TypeTurn, token.Range{Start: at.Start - 1, End: at.Start}) {
		if m.Value("kind") == asking {
			return m
		}
	}
	return nil
}

// shut keeps what stands within an answer from being a statement of its own.
func (s *statements) shut(at token.Range) {
	for i := at.Start; i < at.End; i++ {
		s.used[i] = true
		if q := s.starts[i]; q != nil {
			s.claimed[i] = s.owner[i]
		}
	}
}
