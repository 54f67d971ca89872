package quotes

import (
	"sayso/extract/entities"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// minQuestions is how many questions make an interview, maxQuestion how many tokens one has at most, and maxAnswer how many
// paragraphs stand between two.
const (
	minQuestions = 2
	maxQuestion  = 70
	maxPrompt    = 40 // one without a question mark
	maxAnswer    = 6
)

// An answer is what somebody said and the match that a rule makes of the end of the question before it, or nil.
type answer struct {
	at token.Range
	by *match.Match
}

// answers gives the answers of an interview without labels: the paragraphs behind those that ask, up to the next one that
// does. Half of them at least, and both of two, must be told by somebody who speaks of himself while the lead is not: the
// questions of a service page and of a column are their writer's, and so are the answers. Whoever is asked is the person whom the headline and the lead name; where they name none
// or several alike, nobody.
func (s *statements) answers() {
	var found []answer
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
			for _, part := range s.parts(at) {
				found = append(found, answer{part, s.answering(at)})
			}
			if s.ofOneself(at) {
				own++
			}
		}
	}
	if asked < minQuestions || len(found) < minQuestions || own*2 < len(found) || own < minQuestions || s.ofOneself(token.Range{Start: 0, End: paragraphs[first].Start}) || len(s.opened()) >= minTurns {
		return
	}
	who := s.interviewed(paragraphs[first].Start)
	for _, a := range found {
		if a.by == nil {
			continue
		}
		q := &Quote{kind: "direct", frame: "turn", match: a.by, cue: token.Range{Start: a.at.Start, End: a.at.Start}, Content: []token.Range{a.at}}
		if who != nil {
			q.speaker = speaker{entity: who, name: who.Name, how: "previous"}
		}
		s.keep(q)
		s.shut(a.at)
	}
}

// asks reports whether a paragraph is a question.
func (s *statements) asks(p token.Range) bool {
	return p.Len() > 1 && p.Len() <= maxQuestion && s.Is(p.End-1, "?") && s.Quotation(p.Start) == nil && s.Quotation(p.End-1) == nil
}

// parts are the answers in what stands between two questions: a paragraph of one sentence that speaks to whoever is asked, or
// breaks off, asks without a question mark.
func (s *statements) parts(at token.Range) []token.Range {
	var all []token.Range
	start := at.Start
	for p := s.ParagraphAt(start); p.Start < at.End; p = s.ParagraphAt(min(p.End, len(s.Text.Tokens)-1)) {
		if p.Start > at.Start && p.End < at.End && s.prompts(p) {
			if p.Start > start {
				all = append(all, token.Range{Start: start, End: p.Start})
			}
			start = p.End
		}
		if p.End >= len(s.Text.Tokens) {
			break
		}
	}
	return append(all, token.Range{Start: start, End: at.End})
}

// prompts reports whether a paragraph asks without a question mark.
func (s *statements) prompts(p token.Range) bool {
	if p.Len() > maxPrompt || s.Sentence(p.Start).End < p.End || s.ofOneself(p) || s.Quotation(p.Start) != nil {
		return false
	}
	if s.Is(p.End-1, "…", "...") || p.Len() > 3 && s.Is(p.End-1, ".") && s.Is(p.End-2, ".") {
		return true
	}
	for i := p.Start; i < p.End; i++ {
		if s.Listed(i, "addressed-person") {
			return true
		}
	}
	return false
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
