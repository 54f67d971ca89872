package quotes

import "sayso/rules/token"

// infinitive gives a statement the infinitive that a rule finds behind its verb, whatever tells of when, where and to whom
// stands between: « il a nié jeudi avoir signé », "negou na terça ter assinado".
func (s *statements) infinitive(q *Quote) {
	v := s.clauses.Verb(q.cue.End - 1)
	if v == nil || s.clauses.Denied(v.Tokens.Start) || s.thinks(v) {
		return
	}
	if !s.subjectOf(q, v, s.clauses.Sentence(v.Tokens.Start)) && !s.subjectless() {
		return
	}
	if s.isNorm(q.subject.Tokens) {
		return
	}
	s.clause(q)
}

// subjectless reports whether verbs of the language do without a subject.
func (s *statements) subjectless() bool {
	_, ok := s.Lookup("null-subject", "any")
	return ok
}

// heading reports whether a verb that opens its sentence without a speaker, right before a colon, is no verb: "Note: …".
func (s *statements) heading(at token.Range) bool {
	return at.Start == s.Sentence(at.Start).Start && s.Is(at.End, ":") && !(s.subjectless() && s.past(at))
}
