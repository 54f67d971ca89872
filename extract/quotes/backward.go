package quotes

import (
	"sayso/extract/clause"
	"sayso/extract/entities"
	"sayso/rules/token"
)

// backward gives a statement what stands before words that say who said it: « C'est ce qu'a indiqué le maire. » That is the
// sentence's own beginning, else the sentence before it in its paragraph.
func (s *statements) backward(q *Quote) {
	sentence := s.clauses.Sentence(q.match.Tokens.Start)
	if !s.saysBehind(q, sentence.End) {
		return
	}
	told := token.Range{Start: sentence.Start, End: q.match.Tokens.Start}
	if s.clauses.Words(told) == 0 {
		if told.End == 0 || s.Paragraph(told.End-1) != s.Paragraph(q.match.Tokens.Start) {
			return
		}
		told = s.clauses.Sentence(sentence.Start - 1)
	} else if !s.Is(told.End-1, ",", ";", "–", "—", ":") {
		return
	}
	if s.clauses.Finite(told) {
		s.told(q, told)
		s.use(q.cue)
	}
}

// saysBehind finds the verb of saying behind the words of a statement's match, and its speaker, before or behind it.
func (s *statements) saysBehind(q *Quote, end int) bool {
	for i := q.match.Tokens.End; i < end; i++ {
		v := s.clauses.Verb(i)
		if v == nil {
			continue
		}
		if v.Kind != "said" || s.clauses.Denied(v.Tokens.Start) {
			return false
		}
		q.cue, q.over = v.Tokens, v.Tokens.End
		if p, ok := s.clauses.Left(v.Tokens.Start, q.match.Tokens.End); ok {
			q.subject = p
		} else if p, after, ok := s.clauses.Right(v.Tokens.End, end); ok {
			q.subject, q.over = p, after
		}
		return q.subject.Tokens.Len() > 0
	}
	return false
}

// nameBehind sets beside an office the name that a comma brings in behind what the office is of: « le directeur de l'usine
// pour le Sud, Marc Roux, ».
func (s *statements) nameBehind(q *Quote) {
	if q.subject.Tokens.Len() < 2 || q.subject.Apposed.Len() > 0 || s.head(q.subject.Tokens) != nil || !s.canSpeak(q.subject.Tokens) {
		return
	}
	comma := q.subject.Tokens.End
	for n := 0; n < maxOf && comma < len(s.Text.Tokens) && s.clauses.Within(comma); n++ {
		comma++
	}
	if m := s.nextNamed(comma + 1); s.Is(comma, ",") && !s.setsApart(comma+1) && m != nil && m.At.Start <= comma+maxTitle && speaks(m.Kind) && (s.Is(m.At.End, ",", ".", ":") || m.At.End == s.Sentence(comma).End) {
		q.subject = clause.Phrase{Tokens: q.subject.Tokens, Apposed: m.At}
		q.over = max(q.over, m.At.End)
	}
}

// nextNamed is the first name from a token on, or nil.
func (s *statements) nextNamed(i int) *entities.Mention {
	if all := s.named.From(i); len(all) > 0 {
		return &all[0]
	}
	return nil
}

// maxOf is how many tokens may stand between an office and the name behind it.
const maxOf = 8
