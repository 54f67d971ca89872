package quotes

import (
	"sayso/extract/clause"
	"sayso/extract/value"
	"sayso/rules/token"
)

// maxQuoted is how many tokens stand at most between a verb and the first words in marks that it reports.
const maxQuoted = 13

// introduced makes statements of what the verbs of saying introduce: a clause, words in marks, words behind a colon; and of
// what is told before a verb and its speaker.
func (s *statements) introduces() {
	verbs := s.clauses.Verbs()
	for i := range verbs {
		v := &verbs[i]
		if v.Kind == "other" || v.Kind == "past" || s.used[v.Tokens.Start] || s.Quotation(v.Tokens.Start) != nil || s.clauses.Denied(v.Tokens.Start) || s.Listed(v.Tokens.Start-1, "infinitive-mark") || v.Pronoun.Len() == 0 && s.heading(v.Tokens) || s.clauses.Passive(s.clauses.Behind(v.Tokens.Start, 0)) {
			continue
		}
		st := &Quote{cue: v.Tokens, match: v.Match}
		sentence := s.clauses.Sentence(v.Tokens.Start)
		if v.Kind != "impersonal" && s.complement(st, v, sentence) || (v.Kind == "said" || v.Kind == "impersonal") && s.toldBefore(st, v, sentence) {
			s.use(v.Tokens)
			s.keep(st)
		}
	}
}

// complement gives a statement what its verb introduces, and reports whether there is something.
func (s *statements) complement(st *Quote, v *clause.Verb, sentence token.Range) bool {
	ceil := sentence.End
	what, at := s.clauses.Complement(v.Tokens.End, max(ceil, min(v.Tokens.End+1, len(s.Text.Tokens))), s.Listed(v.Tokens.End-1, "addressee-object"))
	if what == clause.None && at == ceil && s.Is(ceil-1, ":") {
		what = clause.Colon
	}
	st.frame = "clause"
	clausal := v.Kind == "said" || v.Kind == "gerund"
	switch {
	case what == clause.That && clausal:
		dropped := s.clauses.Drops(at-1) && !s.clauses.Finite(token.Range{Start: sentence.Start, End: v.Tokens.Start})
		if !s.subjectOf(st, v, sentence) && !dropped || s.Listed(v.Tokens.End-1, "weak") && !s.canSpeak(st.subject.Tokens) {
			return false
		}
		s.told(st, token.Range{Start: at, End: s.clauses.End(at, ceil)})
	case what == clause.Colon && v.Kind != "label":
		known := s.subjectOf(st, v, sentence) && !s.Is(v.Tokens.Start-1, ",")
		if q := s.starts[at]; q != nil {
			st.kind, st.frame = "direct", "quoted"
			s.claim(st, q)
		} else if known && at < ceil && s.clauses.Finite(token.Range{Start: at, End: ceil}) && v.Kind == "said" {
			s.told(st, token.Range{Start: at, End: ceil})
		}
	case what == clause.Quoted && (v.Kind != "beside" || at <= v.Tokens.End+1):
		s.quotedBehind(st, v, at, sentence)
	default:
		s.bare(st, v, sentence)
		if len(st.Content) == 0 && v.Kind != "beside" {
			s.furtherQuoted(st, v, sentence)
		}
	}
	return len(st.Content) > 0
}

// bare gives a statement the clause behind its verb that no word begins.
func (s *statements) bare(st *Quote, v *clause.Verb, sentence token.Range) {
	last := v.Tokens.End - 1
	if v.Kind != "said" && v.Kind != "gerund" || !s.Listed(last, "bare", "question-form", "promising") {
		return
	}
	start := v.Tokens.End
	if behind := s.clauses.Behind(v.Tokens.Start, sentence.Start); v.Kind == "said" && s.Is(behind-1, ",", "–", "—") {
		if _, ok := s.clauses.Left(v.Tokens.Start, sentence.Start); !ok {
			return
		}
	}
	if s.Listed(last, "addressee-object", "question-form") {
		if p, _, ok := s.clauses.Right(start, sentence.End); ok && p.Tokens.Start == start {
			start = p.Tokens.End
		}
	}
	start = s.clauses.Forward(start, sentence.End)
	if s.Listed(last, "promising") && s.Listed(start, "infinitive-mark") && s.clauses.Open(start+1) && s.subjectOf(st, v, sentence) {
		s.told(st, token.Range{Start: start, End: s.clauses.End(start, sentence.End)})
		return
	}
	if s.Listed(last, "gerund-taking") && s.clauses.Gerund(start) && s.subjectOf(st, v, sentence) {
		s.told(st, token.Range{Start: start, End: s.clauses.End(start, sentence.End)})
		return
	}
	question := s.Listed(last, "question-form") && s.Listed(start, "if")
	if question {
		start++
	}
	if !question && !s.clauses.Clause(start, sentence.End, s.Listed(last, "plain-forms", "addressee-object")) && !(s.Listed(last, "plain-forms") && s.clauses.Phrase(start) && s.clauses.Words(token.Range{Start: start, End: sentence.End}) > minBare) || !s.subjectOf(st, v, sentence) || s.Listed(last, "weak") && !s.canSpeak(st.subject.Tokens) {
		return
	}
	s.told(st, token.Range{Start: start, End: s.clauses.End(start, sentence.End)})
}

// minBare is how many words a clause has more than, of which only its noun phrase is known.
const minBare = 3

// furtherQuoted gives a statement words in marks that stand among what its verb tells, a few words behind it.
func (s *statements) furtherQuoted(st *Quote, v *clause.Verb, sentence token.Range) {
	for i, n := v.Tokens.End, 0; i < sentence.End && n < maxQuoted; i, n = i+1, n+1 {
		if s.Is(i, ",") && s.starts[i+1] == nil {
			if end := s.clauses.Aside(i, sentence.End); end > i {
				i = end
				continue
			}
		}
		if s.starts[i] != nil {
			s.quotedBehind(st, v, i, sentence)
			return
		}
		if other := s.clauses.Verb(i); other != nil && other.Kind != "other" && other.Kind != "past" || s.Is(i, ";", ":", "?", "!") {
			return
		}
	}
}

// quotedBehind gives a statement the words in marks behind its verb.
func (s *statements) quotedBehind(st *Quote, v *clause.Verb, at int, sentence token.Range) {
	first := s.starts[at]
	if first == nil || s.claimed[at] != nil || !s.subjectOf(st, v, sentence) || at == v.Tokens.End && s.names(v) {
		return
	}
	st.frame, st.kind = "partial", "mixed"
	if at == v.Tokens.End || at == v.Tokens.End+1 && s.Is(v.Tokens.End, ",", ":") || s.Is(at-1, ",", ":") && s.Capitalised(first.Inner.Start) && first.Inner.Len() > maxLabel {
		st.frame, st.kind = "quoted", "direct"
	}
	if st.frame == "partial" && (s.isTitle(first) || s.Listed(at-1, "charge")) {
		return
	}
	s.claim(st, first)
	end := s.clauses.End(first.Tokens.End, sentence.End)
	st.clause = s.tidy(token.Range{Start: v.Tokens.End, End: end})
	for i := first.Tokens.End; i < end; i++ {
		if q := s.starts[i]; q != nil {
			if s.claimed[i] == nil && !s.isTitle(q) {
				s.claim(st, q)
				st.kind = "mixed"
			}
			i = q.Tokens.End - 1
			continue
		}
		if other := s.clauses.Verb(i); other != nil && other.Kind != "other" && other.Kind != "past" {
			return
		}
	}
}

// names reports whether a verb gives a thing the name in marks behind it.
func (s *statements) names(v *clause.Verb) bool {
	stance, _ := s.Program.Lookup("stance", lemma(v.Match))
	return stance == "label"
}

// subjectOf finds the speaker of a verb, and reports whether it has one or goes on with that of the verb before it.
func (s *statements) subjectOf(st *Quote, v *clause.Verb, sentence token.Range) bool {
	if v.Pronoun.Len() > 0 {
		st.subject.Tokens = v.Pronoun
		return true
	}
	if v.Kind != "gerund" {
		if p, ok := s.clauses.Left(v.Tokens.Start, s.floor(v.Tokens.Start, sentence)); ok {
			st.subject = p
			return true
		}
	}
	behind := s.clauses.Behind(v.Tokens.Start, sentence.Start)
	if v.Kind != "gerund" && behind > sentence.Start && !s.clauses.Joins(behind-1) {
		return false
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
		if st := s.all[i]; sentence.Contains(st.cue) && st.cue.End <= v.Tokens.Start && st.subject.Tokens.Len() > 0 {
			return st.subject, true
		}
	}
	for i := v.Tokens.Start - 1; i > sentence.Start; i-- {
		before := s.clauses.Verb(i)
		if before == nil || s.Quotation(i) != nil {
			continue
		}
		i = before.Tokens.Start
		if before.Kind == "gerund" {
			continue
		}
		if p, ok := s.clauses.Left(i, s.floor(i, sentence)); ok {
			return p, true
		}
	}
	return clause.Phrase{}, false
}

// maxChained is how many statements before one are looked at for one of its sentence.
const maxChained = 12
