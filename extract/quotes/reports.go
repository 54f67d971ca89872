package quotes

import (
	"sayso/extract/clause"
	"sayso/rules/token"
)

// reports reports whether a verb with its subject tells what somebody said: the writer and the reader say nothing, a verb of
// thinking reports with a name or words in marks alone, one of showing with whom or what
// can speak, and mere figures and texts show without a word.
func (s *statements) reports(st *Quote, v *clause.Verb) bool {
	at := st.subject.Tokens
	switch {
	case s.isReader(at) || at.Len() == 1 && s.Listed(at.Start, "writer"):
		return false
	case s.isNorm(at):
		return false
	case s.Listed(v.Tokens.End-1, "showing") && s.isText(at):
		return false
	case s.Listed(v.Tokens.End-1, "weak"):
		return s.canSpeak(at)
	case s.thinks(v):
		return s.head(at) != nil || s.appositive(st.subject) != nil || len(s.quotationsIn(token.Range{Start: v.Tokens.End, End: min(v.Tokens.End+maxNear, s.clauses.Sentence(v.Tokens.Start).End)})) > 0
	}
	return true
}

// isReader reports whether a subject is the reader, or anybody.
func (s *statements) isReader(at token.Range) bool {
	return at.Len() == 1 && s.Listed(at.Start, "reader")
}

// isNorm reports whether a noun phrase means a law, an agreement or the like: what that demands nobody says.
func (s *statements) isNorm(at token.Range) bool {
	for i := at.Start; i < at.End && (i == at.Start || !s.Listed(i, "oblique")); i++ {
		if s.Listed(i, "norm-noun") {
			return s.head(at) == nil
		}
	}
	return false
}

// isText reports whether a noun phrase means a text or figures.
func (s *statements) isText(at token.Range) bool {
	for i := at.Start; i < at.End && (i == at.Start || !s.Listed(i, "oblique")); i++ {
		if s.Listed(i, "text-noun", "document", "figures") {
			return true
		}
	}
	return false
}

// thinks reports whether a verb tells what somebody thinks rather than says.
func (s *statements) thinks(v *clause.Verb) bool {
	act, _ := s.Lookup("act", lemma(v.Match))
	return act == "thought"
}
