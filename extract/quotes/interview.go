package quotes

import (
	"sayso/extract/entities"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// minTurns is how many turns make an interview.
const minTurns = 2

// interviewOf is the one person whom words without a verb name behind the noun for an interview: "The first interview of Anna
// Berg: …".
func (s *statements) interviewOf(words token.Range) (token.Range, bool) {
	noun := words.Start
	for noun < words.End && !s.Listed(noun, "interview-noun") {
		noun++
	}
	if noun == words.End || s.clauses.Finite(words) {
		return token.Range{}, false
	}
	var who token.Range
	for _, m := range s.named.From(noun) {
		if m.At.Start >= words.End {
			break
		}
		if m.Kind != value.TypePerson || who.Len() > 0 {
			return token.Range{}, false
		}
		who = m.At
	}
	return who, who.Len() > 0
}

// turns gives the answers of an interview: paragraphs that the name of a person, or a word for an answer, opens with a
// colon. What a word opens is said by the person that the text has spoken of most. Questions are no statements.
func (s *statements) turns() {
	opened := s.opened()
	if len(opened) < minTurns {
		return
	}
	for _, p := range s.Text.Paragraphs {
		m := opened[p.Start]
		if m == nil || m.Value("kind") == "question" || s.starts[m.Tokens.End] != nil {
			continue
		}
		who := s.turn(m)
		if who == nil {
			continue
		}
		q := &Quote{kind: "direct", match: m, frame: "turn", cue: token.Range{Start: m.Tokens.Start, End: m.Tokens.Start}}
		q.speaker = speaker{entity: who, name: who.Name, how: "previous"}
		if f, ok := m.Field("person"); ok {
			q.speaker.at, q.speaker.how = f.Tokens, "name"
		}
		q.Content = []token.Range{{Start: m.Tokens.End, End: p.End}}
		s.keep(q)
	}
}

// opened are the labels that open paragraphs, by where those begin.
func (s *statements) opened() map[int]*match.Match {
	opened := map[int]*match.Match{}
	for _, m := range s.Found(value.TypeTurn) {
		if p := s.ParagraphAt(m.Tokens.Start); m.Value("kind") != asking && p.Start == m.Tokens.Start && p.End > m.Tokens.End+1 && s.owner[m.Tokens.End] == nil {
			opened[p.Start] = m
		}
	}
	return opened
}

// turn is who speaks in a turn, or nil: an outlet that asks is none.
func (s *statements) turn(m *match.Match) *entities.Entity {
	f, ok := m.Field("person")
	if !ok {
		return s.named.MostNamed(m.Tokens.Start, func(e *entities.Entity) bool { return e.Kind == value.TypePerson })
	}
	if at := s.named.At(f.Tokens); at != nil && at.Kind == value.TypePerson {
		return at.Entity
	}
	return nil
}
