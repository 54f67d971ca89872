package quotes

import (
	"sayso/extract/clause"
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
		if v.Kind == "other" || v.Kind == "past" || s.used[v.Tokens.Start] || s.Quotation(v.Tokens.Start) != nil || s.clauses.Denied(v.Tokens.Start) || s.Listed(v.Tokens.Start-1, "infinitive-mark") || v.Pronoun.Len() == 0 && s.heading(v.Tokens) || v.Kind != "gerund" && s.clauses.Passive(s.clauses.Behind(v.Tokens.Start, 0)) {
			continue
		}
		st := &Quote{cue: v.Tokens, match: v.Match}
		sentence := s.clauses.Sentence(v.Tokens.Start)
		if v.Kind == "said" && s.setOff(v, sentence) && s.indirectBefore(st, v, sentence) || v.Kind != "impersonal" && s.complement(st, v, sentence) || (v.Kind == "said" || v.Kind == "impersonal") && s.indirectBefore(st, v, sentence) {
			s.use(v.Tokens)
			s.keep(st)
		}
	}
}

// setOff reports whether a verb stands between two commas with its speaker behind it: "the idea, says Anna Berg, is sound".
func (s *statements) setOff(v *clause.Verb, sentence token.Range) bool {
	if !s.Is(s.clauses.Behind(v.Tokens.Start, sentence.Start)-1, ",") {
		return false
	}
	in, ok := s.verbSubject(v.Tokens.Start, sentence.End)
	return ok && s.canSpeak(in.subject.Tokens) && s.Is(in.end, ",")
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
		if !s.subjectOf(st, v, sentence) && !dropped || !s.reports(st, v) || s.clauses.Relative(v.Tokens.Start, sentence.Start) && !s.canSpeak(st.subject.Tokens) {
			return false
		}
		if told := (token.Range{Start: at, End: s.clauses.End(at, ceil)}); !s.clauses.Determines(at-1) || told.Len() > minBare || s.clauses.Finite(told) {
			s.told(st, told)
		}
	case what == clause.Colon && v.Kind != "label":
		known := s.subjectOf(st, v, sentence) && !s.Is(v.Tokens.Start-1, ",")
		if q := s.starts[at]; q != nil {
			st.kind, st.frame = "direct", "quoted"
			s.claim(st, q)
		} else if known && (s.canSpeak(st.subject.Tokens) || len(s.peoples(st.subject.Tokens)) > 0) && s.reports(st, v) && at < ceil && s.clauses.Finite(token.Range{Start: at, End: ceil}) && v.Kind == "said" && s.clauses.Verbs0(token.Range{Start: v.Tokens.End, End: at}) == 0 && !s.Listed(v.Tokens.End, "infinitive-mark") {
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
	start := v.Tokens.End
	if v.Kind != "said" && v.Kind != "gerund" || !s.Listed(last, "bare", "question-form", "promising") && !s.bareOf(v) {
		return
	}
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
	if s.clauses.AboutNoun(v.Tokens.Start, sentence.Start) && s.clauses.FiniteAt(start) && s.subjectOf(st, v, sentence) && s.canSpeak(st.subject.Tokens) {
		s.told(st, token.Range{Start: start, End: s.clauses.NounClauseEnd(start, s.clauses.End(start, sentence.End))}) // a system that it says is better
		return
	}
	question := s.Listed(last, "question-form") && s.Listed(start, "if")
	if question {
		start++
	}
	if rest := (token.Range{Start: start, End: sentence.End}); s.Listed(last, "question-form") && s.listed(start, "asked") {
		question = question || (s.clauses.Finite(token.Range{Start: start + 1, End: rest.End}) || s.clauses.Finite(token.Range{Start: start + 2, End: rest.End})) && len(s.quotationsIn(rest)) == 0
	}
	if !question && !s.clauses.Clause(start, sentence.End, s.Listed(last, "plain-forms", "addressee-object")) && !(s.Listed(last, "plain-forms") && s.clauses.Phrase(start) && s.clauses.Words(token.Range{Start: start, End: sentence.End}) > minBare) || !s.subjectOf(st, v, sentence) || !s.reports(st, v) || !s.brings(v) {
		return
	}
	if v.Kind == "gerund" && s.Listed(last, "weak") && !s.canSpeak(st.subject.Tokens) {
		return
	}
	s.told(st, token.Range{Start: start, End: s.clauses.End(start, sentence.End)})
}

// bareOf reports whether a clause with a pronoun for its subject stands behind a verb of which lists know only that a word may begin
// its clause, in a language that leaves that word out.
func (s *statements) bareOf(v *clause.Verb) bool {
	return s.headLast() && v.Kind == "said" && !s.thinks(v) && s.lower(v.Tokens.Start) && s.clauses.Pronominal(v.Tokens.End)
}

// brings reports whether a participle brings in a clause without a word that begins it: behind a comma, an auxiliary, or a
// text that says something. Elsewhere it tells of the noun before it: "the player adding strength to the team".
func (s *statements) brings(v *clause.Verb) bool {
	before := v.Tokens.Start - 1
	if v.Kind != "gerund" || before < 0 || s.clauses.Joins(before) || s.clauses.Dated(before) || s.clauses.Below(before+1, 0) {
		return true
	}
	auxiliary := s.clauses.Verb(before)
	return auxiliary != nil && auxiliary.Kind == "other" || s.Listed(before, "text-noun", "words-noun", "document", "people")
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
	if first == nil || s.claimed[at] != nil || !s.subjectOf(st, v, sentence) || s.isReader(st.subject.Tokens) || s.isNorm(st.subject.Tokens) || at == v.Tokens.End && s.names(v) {
		return
	}
	if v.Kind == "said" && at == v.Tokens.End && first.Inner.Len() == 1 && s.lower(first.Inner.Start) && s.clauses.Open(first.Tokens.End) {
		return // an adjective of the noun behind it: reveals ‘legendary’ music
	}
	st.frame, st.kind = "partial", "mixed"
	if at == v.Tokens.End || at == v.Tokens.End+1 && s.Is(v.Tokens.End, ",", ":") || s.Is(at-1, ",", ":") && s.Capitalised(first.Inner.Start) && first.Inner.Len() > maxLabel {
		st.frame, st.kind = "quoted", "direct"
	}
	if st.frame == "partial" && (s.isTitle(first) || s.Is(at-1, "(") && s.Is(first.Tokens.End, ")") || s.Listed(at-1, "charge", "likening")) {
		return
	}
	if s.Is(at-1, ",") && !s.Capitalised(first.Inner.Start) {
		s.before(st, sentence)
	}
	end := s.clauses.End(first.Tokens.End, sentence.End)
	if len(st.Content) == 0 {
		st.clause = s.tidy(token.Range{Start: v.Tokens.End, End: end})
	}
	s.claim(st, first)
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

// before gives a statement the words in marks before its speaker and their clause, where words behind its verb go on with them:
// “It was thin” this year, the mayor said, “and nobody was warned.”
func (s *statements) before(st *Quote, sentence token.Range) {
	comma := st.subject.Tokens.Start - 1
	if !s.Is(comma, ",") {
		return
	}
	for _, q := range s.quotationsIn(token.Range{Start: max(sentence.Start, comma-maxNear), End: comma}) {
		if s.claimed[q.Tokens.Start] == nil && !s.reportsWithin(token.Range{Start: q.Tokens.End, End: comma}) {
			s.claim(st, q)
			st.clause = s.tidy(token.Range{Start: s.segment(comma, sentence), End: comma})
		}
	}
}

// names reports whether a verb gives a thing the name in marks behind it.
func (s *statements) names(v *clause.Verb) bool {
	stance, _ := s.Lookup("stance", lemma(v.Match))
	return stance == "label"
}
