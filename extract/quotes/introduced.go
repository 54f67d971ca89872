package quotes

import (
	"sayso/extract/clause"
	"sayso/extract/value"
	"sayso/rules/match"
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
		if v.Kind == "other" || v.Kind == "past" || s.used[v.Tokens.Start] || s.Quotation(v.Tokens.Start) != nil || s.clauses.Denied(v.Tokens.Start) || s.Listed(v.Tokens.Start-1, "infinitive-mark") || s.clauses.Passive(s.clauses.Behind(v.Tokens.Start, 0)) {
			continue
		}
		st := &Quote{cue: v.Tokens, match: v.Match}
		sentence := s.clauses.Sentence(v.Tokens.Start)
		if s.complement(st, v, sentence) || v.Kind == "said" && s.toldBefore(st, v, sentence) {
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
	question := s.Listed(last, "question-form") && s.Listed(start, "if")
	if question {
		start++
	}
	if !question && !s.clauses.Clause(start, sentence.End) && !(s.Listed(last, "plain-forms") && s.clauses.Phrase(start) && s.clauses.Words(token.Range{Start: start, End: sentence.End}) > minBare) || !s.subjectOf(st, v, sentence) || s.Listed(last, "weak") && !s.canSpeak(st.subject.Tokens) {
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

// toldBefore gives a statement what its sentence tells before its verb and speaker, or around them.
func (s *statements) toldBefore(st *Quote, v *clause.Verb, sentence token.Range) bool {
	start := s.clauses.Behind(v.Tokens.Start, sentence.Start)
	as := s.manner(start, sentence.Start)
	comma := as - 1
	if as < start && as == sentence.Start {
		return s.toldBehind(st, v, sentence)
	}
	if !s.Is(comma, ",", "–", "—") || s.Quotation(comma-1) != nil || s.ends[comma] != nil {
		return s.subjectThenVerb(st, v, sentence)
	}
	first := s.segment(comma, sentence)
	left := token.Range{Start: first, End: comma}
	if as == start && v.Pronoun.Len() == 0 {
		p, ok := s.clauses.Left(v.Tokens.Start, sentence.Start)
		if ok && !(s.Is(p.Tokens.Start-1, ",") && s.clauses.Finite(token.Range{Start: sentence.Start, End: p.Tokens.Start - 1})) {
			return false // the words between the commas are set beside its subject
		}
		if ok && s.clauses.Alone(v.Tokens.End) && s.canSpeak(p.Tokens) {
			return s.subjectThenVerb(st, v, sentence)
		}
	}
	in, ok := s.verbSubject(v.Tokens.Start, sentence.End)
	if !ok || in.subject.Tokens.Len() == 0 && in.end < sentence.End-1 {
		return false
	}
	return s.around(st, in, left, sentence)
}

// toldBehind is toldBefore where the words for as open the sentence: "As the mayor said, it may fail."
func (s *statements) toldBehind(st *Quote, v *clause.Verb, sentence token.Range) bool {
	in, ok := s.verbSubject(v.Tokens.Start, sentence.End)
	if !ok || in.subject.Tokens.Len() == 0 {
		return false
	}
	comma := in.subject.Tokens.End
	if !s.Is(comma, ",") {
		comma = in.end
	}
	if !s.Is(comma, ",") {
		return false
	}
	st.subject, st.frame = in.subject, "incise"
	s.told(st, token.Range{Start: comma + 1, End: s.clauses.End(comma+1, sentence.End)})
	return len(st.Content) > 0
}

// subjectThenVerb is toldBefore where the speaker stands before the verb: "It may fail, the mayor said."
func (s *statements) subjectThenVerb(st *Quote, v *clause.Verb, sentence token.Range) bool {
	p, ok := s.clauses.Left(v.Tokens.Start, s.floor(v.Tokens.Start, sentence))
	after := v.Tokens.End
	next := s.clauses.Verb(after + 1)
	goesOn := s.Is(after, ",") && s.goesOnFinite(token.Range{Start: after + 1, End: sentence.End})
	if !ok || !s.clauses.Alone(after) || !s.Listed(after-1, "plain-forms") && s.Listed(after, "oblique") && !s.clauses.Dated(after) || s.Is(after, ",") && !goesOn && (next == nil || next.Kind != "gerund") || !s.canSpeak(p.Tokens) && !s.Listed(after-1, "plain-forms") {
		return false
	}
	comma := s.manner(p.Tokens.Start, sentence.Start) - 1
	if !s.Is(comma, ",") || s.ends[comma] != nil || s.ends[comma+1] != nil {
		return false
	}
	return s.around(st, incise{cue: v.Tokens, subject: p, end: v.Tokens.End}, token.Range{Start: s.segment(comma, sentence), End: comma}, sentence)
}

// around gives a statement what is told before an incise and, where the sentence goes on behind it, there.
func (s *statements) around(st *Quote, in incise, left, sentence token.Range) bool {
	st.subject, st.frame = in.subject, "incise"
	whole := s.clauses.Finite(left)
	right := token.Range{Start: sentence.End, End: sentence.End}
	if s.Is(in.end, ",") && in.end+1 < sentence.End {
		right.Start = in.end + 1
		right.End = s.clauses.End(right.Start, sentence.End)
	}
	switch {
	case !whole && !s.goesOnFinite(right) && s.clauses.Words(left) > minTold && (s.clauses.Opening(left.Start) && s.canSpeak(in.subject.Tokens) || in.subject.Tokens.Len() == 0), whole && (right.Len() == 0 || !s.clauses.GoesOn(right.Start)):
		s.told(st, left)
	case whole || right.Len() > 0 && s.clauses.Single(left) && s.goesOnFinite(right):
		s.told(st, left)
		if len(st.Content) == 1 && st.kind == "indirect" {
			if part := s.tidy(right); part.Len() > 0 {
				st.Content = append(st.Content, part)
			}
		}
	}
	return len(st.Content) > 0
}

// goesOnFinite reports whether a range begins with a verb that tells a tense, a few words on at most.
func (s *statements) goesOnFinite(at token.Range) bool {
	return at.Len() > 0 && s.clauses.Finite(token.Range{Start: at.Start, End: min(at.Start+4, at.End)})
}

// minTold is how many words what is told before a verb and its speaker has more than, where no list knows its verb.
const minTold = 2

// segment is where what a sentence tells before a token begins: behind the last colon or statement.
func (s *statements) segment(i int, sentence token.Range) int {
	for k := i - 1; k >= sentence.Start; k-- {
		if s.Quotation(k) != nil {
			continue
		}
		if s.Is(k, ":") || s.Is(k, ";") && s.clauses.Finite(token.Range{Start: sentence.Start, End: k}) {
			return k + 1
		}
	}
	return sentence.Start
}

// manner is where the words for as begin that end before a token, or the token.
func (s *statements) manner(i, floor int) int {
	for k := i - 1; k >= floor && k >= i-2; k-- {
		if s.Listed(k, "as") {
			return k
		}
	}
	return i
}

// lemma is the lemma that the lists give the verb of a match.
func lemma(m *match.Match) string {
	if m == nil {
		return ""
	}
	for _, field := range []string{"lemma", "said", "said-participle", "saying", "source"} {
		if v := m.Value(field); v != "" {
			return v
		}
	}
	return ""
}
