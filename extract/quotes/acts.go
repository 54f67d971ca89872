package quotes

import (
	"sayso/rules/match"
	"sayso/rules/token"
)

// attribute makes a statement of the quotations before an attribution in its sentence, and of those that go on behind it.
func (s *statements) attribute(q *match.Quotation, in attribution) {
	st := &Quote{kind: "direct", cue: in.cue, subject: in.subject, match: in.match, frame: "parenthetical", over: in.end}
	s.nameBehind(st)
	sentence := s.clauses.Sentence(q.Tokens.Start)
	start := max(sentence.Start, s.told0(sentence.Start, q.Tokens.Start))
	for _, other := range s.quotationsIn(token.Range{Start: start, End: q.Tokens.Start}) {
		if !s.isTitle(other) {
			s.claim(st, other)
		}
	}
	if !s.claim(st, q) {
		return
	}
	if s.clauses.Words(token.Range{Start: start, End: q.Tokens.End}) > 0 {
		st.kind, st.clause = "mixed", s.tidy(token.Range{Start: start, End: q.Tokens.End})
	}
	if st.match == nil {
		st.match = s.standing(q)
	}
	if st.match == nil {
		return
	}
	s.use(in.cue)
	s.continued(st, in)
	s.keep(st)
}

// told0 is where the last verb of saying before a token ends what it introduces, in a sentence: what stands behind belongs to
// the next verb.
func (s *statements) told0(start, end int) int {
	from := start
	for i := start; i < end; i++ {
		if q := s.Quotation(i); q != nil {
			i = q.Tokens.End - 1
			continue
		}
		if v := s.clauses.Verb(i); v != nil && v.Kind != "other" && v.Kind != "past" {
			from = v.Tokens.End
		}
		if s.Is(i, ":", ";") || s.owner[i] != nil {
			from = i + 1
		}
	}
	return from
}

// continued joins the quotations that go on behind an attribution, where no verb of saying stands before or behind them.
func (s *statements) continued(st *Quote, in attribution) {
	at := in.end
	for {
		next := s.nextQuotation(at)
		if next == nil || s.Paragraph(next.Tokens.Start) != s.Paragraph(in.cue.Start) || s.claimed[next.Tokens.Start] != nil || s.isTitle(next) && next.Inner.Len() < 2 {
			return
		}
		between := token.Range{Start: at, End: next.Tokens.Start}
		if s.Is(next.Tokens.Start-1, ":") && s.clauses.Words(between) > 0 {
			return
		}
		rest := s.alone(next) && s.Sentence(at-1).End == next.Tokens.Start // of the sentence of the verb
		if s.clauses.Words(between) > 0 && !rest && (s.Text.Tokens[next.Tokens.Start].Sentence != s.Text.Tokens[at-1].Sentence && !s.alone(next) || s.clauses.Verbs0(between) > 0 || !s.Is(next.Tokens.Start-1, ",", ".", ":", ";", "!", "?")) {
			return
		}
		if _, ok := s.inside(next); ok {
			return
		}
		if _, ok := s.after(next); ok {
			return
		}
		s.claim(st, next)
		at = next.Tokens.End
	}
}

// alone reports whether a quotation begins a sentence right behind the one before it.
func (s *statements) alone(q *match.Quotation) bool {
	return s.Sentence(q.Tokens.Start).Start == q.Tokens.Start
}

// nextQuotation is the first quotation from a token on.
func (s *statements) nextQuotation(i int) *match.Quotation {
	for ; i < len(s.Text.Tokens); i++ {
		if q := s.starts[i]; q != nil {
			return q
		}
	}
	return nil
}
