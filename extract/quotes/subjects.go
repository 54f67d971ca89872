package quotes

import (
	"sayso/extract/clause"
	"sayso/extract/value"
	"sayso/rules/token"
)

// subjectOf finds the speaker of a verb, and reports whether it has one or goes on with that of the verb before it.
func (s *statements) subjectOf(st *Quote, v *clause.Verb, sentence token.Range) bool {
	if v.Pronoun.Len() > 0 {
		st.subject.Tokens = v.Pronoun
		return true
	}
	if v.Kind != "gerund" {
		if p, ok := s.clauses.Left(v.Tokens.Start, s.floor(v.Tokens.Start, sentence)); ok {
			if v.Kind == "said" && !s.canSpeak(p.Tokens) && s.clauses.Relative(v.Tokens.Start, sentence.Start) {
				p = s.governedSpeaker(p)
			}
			st.subject = p
			return !s.clauses.Participial(p.Tokens.Start)
		}
	}
	behind := s.clauses.Behind(v.Tokens.Start, sentence.Start)
	if v.Kind == "gerund" && behind > sentence.Start && !s.clauses.Joins(behind-1) {
		if at := s.clauses.Noun(behind, s.floor(v.Tokens.Start, sentence)); at.Len() > 0 && (s.isNorm(at) || v.Tokens.Len() == 1 && s.canSpeak(at) && !s.clauses.Object(at.Start, sentence.Start)) {
			st.subject.Tokens = at
			return true // with users reporting that …
		}
	}
	if v.Kind != "gerund" && behind > sentence.Start && !s.clauses.Joins(behind-1) {
		return false
	}
	if p, ok := s.beforeComma(behind-1, sentence); ok && v.Kind == "said" {
		st.subject = p
		return true
	}
	if p, ok := s.mainSubject(v, sentence); ok {
		st.subject = p
		return true
	}
	if p, ok := s.ledTo(v); ok {
		st.subject = p
		return true
	}
	p, ok := s.chained(v, sentence)
	if ok {
		st.subject = p
	}
	if !ok && v.Kind != "gerund" && v.Tokens.Start == sentence.Start && !s.subjectless() {
		return false // it asks the reader for something: "Note that the bridge is closed."
	}
	return ok || v.Kind == "gerund" || v.Tokens.Start <= sentence.Start+1 || s.Is(behind-1, ",") && !s.clauses.Finite(token.Range{Start: sentence.Start, End: behind})
}

// governedSpeaker is the part of a noun phrase behind a preposition that can speak, or the phrase: "the support of the minister, who
// said …".
func (s *statements) governedSpeaker(p clause.Phrase) clause.Phrase {
	for i := p.Tokens.Start + 1; i < p.Tokens.End-1; i++ {
		if at := (token.Range{Start: i + 1, End: p.Tokens.End}); s.Listed(i, "oblique") && s.canSpeak(at) {
			return clause.Phrase{Tokens: at, Apposed: p.Apposed}
		}
	}
	return p
}

// beforeComma is the noun phrase that opens a sentence and that a comma parts from its verb, as a writer should not: "The
// president of the federation, said that …".
func (s *statements) beforeComma(comma int, sentence token.Range) (clause.Phrase, bool) {
	if !s.Is(comma, ",") || comma <= sentence.Start {
		return clause.Phrase{}, false
	}
	p, ok := s.clauses.Left(comma, sentence.Start)
	return p, ok && p.Tokens.Start == sentence.Start && s.canSpeak(p.Tokens)
}

// maxNear is how many tokens lie at most between what belongs together in a sentence: whatever its length, the way is short.
const maxNear = 80

// mainSubject is the subject of the main clause behind a participle that opens its sentence: « Disant que …, le maire … ».
func (s *statements) mainSubject(v *clause.Verb, sentence token.Range) (clause.Phrase, bool) {
	if v.Kind != "gerund" || !s.clauses.First(v.Tokens.Start, sentence.Start) {
		return clause.Phrase{}, false
	}
	for i := v.Tokens.End; i < sentence.End && i < v.Tokens.End+maxNear; i++ {
		if s.Is(i, ",") && s.Quotation(i) == nil && s.clauses.Clause(i+1, sentence.End, true) {
			return s.clauses.Headed(i + 1)
		}
	}
	return clause.Phrase{}, false
}

// ledTo is the speaker whom a rule of a frame names for a verb: one who was led to do something, saying so.
func (s *statements) ledTo(v *clause.Verb) (clause.Phrase, bool) {
	for _, m := range s.Found(value.TypeQuote) {
		if cue, ok := m.Field("cue"); ok && cue.Tokens == v.Tokens && m.Value("frame") == "clause" {
			f, named := m.Field("speaker")
			return clause.Phrase{Tokens: f.Tokens}, named
		}
	}
	return clause.Phrase{}, false
}

// floor is where the clause of a token begins at the earliest: behind a quotation that is no name.
func (s *statements) floor(i int, sentence token.Range) int {
	for k := i - 1; k >= sentence.Start; k-- {
		if q := s.Quotation(k); q != nil && !s.isTitle(q) {
			return q.Tokens.End
		}
	}
	return sentence.Start
}

// chained is the subject of the last verb before one in its sentence: who smiled and said.
func (s *statements) chained(v *clause.Verb, sentence token.Range) (clause.Phrase, bool) {
	for i := len(s.all) - 1; i >= 0 && i >= len(s.all)-maxChained; i-- {
		if st := s.all[i]; sentence.Contains(st.cue) && st.cue.End <= v.Tokens.Start && st.subject.Tokens.Len() > 0 && !s.aside(st.subject.Tokens.Start, sentence) {
			return st.subject, true
		}
	}
	for i := v.Tokens.Start - 1; i > sentence.Start; i-- {
		before := s.clauses.Verb(i)
		if before == nil || s.Quotation(i) != nil {
			continue
		}
		i = before.Tokens.Start
		if before.Kind == "gerund" || s.Listed(s.clauses.Behind(i, sentence.Start)-1, "relative-adverb") {
			continue // what stands before it is where something is done
		}
		if p, ok := s.clauses.Left(i, s.floor(i, sentence)); ok && !s.clauses.Participial(p.Tokens.Start) && !s.aside(p.Tokens.Start, sentence) {
			if first := (token.Range{Start: p.Tokens.Start, End: p.Tokens.Start + 1}); p.Tokens.Len() > 1 && p.Tokens.Start == sentence.Start && s.Listed(first.Start, "pronoun") && s.pronoun(first) != "any" {
				p = clause.Phrase{Tokens: first} // he, a verb that no list knows, and what that has
			}
			return p, true
		}
	}
	return clause.Phrase{}, false
}

// aside reports whether a subject that begins at a token is that of a clause about a noun, from which a sentence comes back to its own:
// "the rhetoric, which the mayor has called …, shows".
func (s *statements) aside(start int, sentence token.Range) bool {
	return start > sentence.Start+1 && s.Is(start-2, ",") && s.clauses.Below(start, sentence.Start)
}

// maxChained is how many statements before one are looked at for one of its sentence.
const maxChained = 12
