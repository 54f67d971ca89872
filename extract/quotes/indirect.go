package quotes

import (
	"sayso/extract/clause"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
	"slices"
)

// indirectBefore gives a statement what its sentence tells before its verb and speaker, or around them.
func (s *statements) indirectBefore(st *Quote, v *clause.Verb, sentence token.Range) bool {
	start := s.clauses.Behind(v.Tokens.Start, sentence.Start)
	as := s.manner(start, sentence.Start)
	comma := as - 1
	if as < start && as == sentence.Start {
		return s.indirectBehind(st, v, sentence)
	}
	if !s.Is(comma, ",", "–", "—") || s.Quotation(comma-1) != nil || s.ends[comma] != nil {
		return s.subjectThenVerb(st, v, sentence)
	}
	first := s.segment(comma, sentence)
	left := token.Range{Start: first, End: comma}
	if as == start && v.Pronoun.Len() == 0 {
		p, ok := s.clauses.Left(v.Tokens.Start, sentence.Start)
		if ok && !(s.Is(p.Tokens.Start-1, ",") && s.clauses.Finite(token.Range{Start: sentence.Start, End: p.Tokens.Start - 1})) {
			return s.lists(p, left) && s.listBefore(st, v, left, sentence) // else the words between the commas are set beside its subject
		}
		if ok && s.clauses.Alone(v.Tokens.End) && s.canSpeak(p.Tokens) {
			return s.subjectThenVerb(st, v, sentence)
		}
	}
	in, ok := s.verbSubject(v.Tokens.Start, sentence.End)
	if !ok || as == start && v.Pronoun.Len() == 0 && s.setBeside(v) || in.subject.Tokens.Len() == 0 && in.end < sentence.End-1 || in.subject.Tokens.Len() > 0 && !s.nominal(in.subject.Tokens) || v.Pronoun.Len() == 0 && !s.canSpeak(in.subject.Tokens) && (as < start || in.subject.Tokens.Len() > 0 && !s.tellsOrMade(v, in.subject.Tokens)) {
		return false
	}
	if as == start && !s.clauses.Opening(left.Start) && s.clauses.Verbs0(left) > 0 && s.listBefore(st, v, left, sentence) {
		return true
	}
	return s.around(st, in, left, sentence)
}

// tellsOrMade reports whether a verb tells of nothing but saying, or whoever stands behind it has a name or is what somebody made:
// « indique un index établi par l'université ».
func (s *statements) tellsOrMade(v *clause.Verb, at token.Range) bool {
	if s.Listed(v.Tokens.End-1, "plain-forms") || s.head(at) != nil {
		return true
	}
	whole := s.clauses.Restricted(at)
	for i := at.Start + 1; i < whole.End; i++ {
		if s.Listed(i, "agent") && s.clauses.LikeParticiple(i-1) {
			return true
		}
	}
	return false
}

// lists reports whether a noun phrase with what seems to be set beside it is a list that a verb before it has: "those who bid are A, B and C".
func (s *statements) lists(p clause.Phrase, left token.Range) bool {
	if s.clauses.Verbs0(token.Range{Start: left.Start, End: p.Tokens.Start}) == 0 {
		return false
	}
	for i := p.Apposed.Start; i < p.Apposed.End; i++ {
		if s.Listed(i, "conjunction") {
			return true
		}
	}
	return false
}

// listBefore gives a statement what stands before its verb, where somebody who can speak stands right behind that, with whom the
// sentence ends but for where it was said.
func (s *statements) listBefore(st *Quote, v *clause.Verb, left, sentence token.Range) bool {
	in, ok := s.verbSubject(v.Tokens.Start, sentence.End)
	behind := in.subject.Tokens
	if !ok || behind.Start != v.Tokens.End || !s.canSpeak(behind) || !s.clauses.Circumstance(behind.End) || s.nextMark(behind.End) < sentence.End-1 {
		return false
	}
	st.subject, st.frame = in.subject, "parenthetical"
	s.told(st, left)
	return len(st.Content) > 0
}

// setBeside reports whether a verb of thinking behind a comma is a participle that tells of the noun before it: "Alan Turing,
// considered the father of computing".
func (s *statements) setBeside(v *clause.Verb) bool {
	return v.Tokens.Len() == 1 && s.Is(v.Tokens.Start-1, ",") && s.thinks(v) && s.clauses.LikeParticiple(v.Tokens.Start)
}

// indirectBehind is indirectBefore where the words for as open the sentence: "As the mayor said, it may fail."
func (s *statements) indirectBehind(st *Quote, v *clause.Verb, sentence token.Range) bool {
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
	st.subject, st.frame = in.subject, "parenthetical"
	s.told(st, token.Range{Start: comma + 1, End: s.clauses.End(comma+1, sentence.End)})
	return len(st.Content) > 0
}

// subjectThenVerb is indirectBefore where the speaker stands before the verb: "It may fail, the mayor said."
func (s *statements) subjectThenVerb(st *Quote, v *clause.Verb, sentence token.Range) bool {
	p, ok := s.clauses.Left(v.Tokens.Start, s.floor(v.Tokens.Start, sentence))
	after := v.Tokens.End
	next := s.clauses.Verb(after + 1)
	goesOn := s.Is(after, ",") && (s.goesOnFinite(token.Range{Start: after + 1, End: sentence.End}) || s.clauses.GoesOn(after+1) || s.Listed(after+1, "infinitive-mark"))
	if !ok || !s.clauses.Alone(after) || !s.Listed(after-1, "plain-forms") && s.Listed(after, "oblique") && !s.clauses.Dated(after) || s.Is(after, ",") && !goesOn && (next == nil || next.Kind != "gerund") || !s.canSpeak(p.Tokens) && !s.Listed(after-1, "plain-forms") {
		return false
	}
	comma := s.manner(p.Tokens.Start, sentence.Start) - 1
	if !s.Is(comma, ",") || s.ends[comma] != nil || s.ends[comma+1] != nil {
		return false
	}
	return s.around(st, attribution{cue: v.Tokens, subject: p, end: v.Tokens.End}, token.Range{Start: s.segment(comma, sentence), End: comma}, sentence)
}

// around gives a statement what is told before an attribution and, where the sentence goes on behind it, there.
func (s *statements) around(st *Quote, in attribution, left, sentence token.Range) bool {
	st.subject, st.frame = in.subject, "parenthetical"
	whole := s.clauses.Finite(left)
	right := token.Range{Start: sentence.End, End: sentence.End}
	if at := s.clauses.Governed(in.end, sentence.End); s.Listed(in.end, "dative") && s.Is(at.End, ",") {
		in.end = at.End // whom it was told
	}
	if s.Is(in.end, ",") && in.end+1 < sentence.End {
		right.Start = in.end + 1
		right.End = s.clauses.End(right.Start, sentence.End)
	}
	further := s.clauses.GoesOn(right.Start) || s.Listed(right.Start, "infinitive-mark")
	if right.Len() > 0 && further && s.reportsWithin(right) {
		right.End = right.Start // although he noted that …
	}
	if right.Len() == 0 && s.clauses.Unfinished(left) {
		return false
	}
	switch {
	case s.clauses.Begun(left) == left.End && s.clauses.Phrase(right.Start) && s.clauses.Finite(right):
		s.told(st, right) // it failed because, as the mayor said, the money was spent
	case whole && right.Len() > 0 && s.clauses.Lacks(left, right.Start):
		s.interrupted(st, left, right)
	case whole && right.Len() > 0 && len(s.quotationsIn(right)) > 0 && len(s.quotationsIn(left)) == 0 && s.clauses.Circumstance(right.Start):
		s.told(st, token.Range{Start: left.Start, End: right.End}) // it contrasts, they say in Paris, with “signs of hope”
	case !whole && right.Len() > 0 && len(s.quotationsIn(right)) > 0 && len(s.quotationsIn(left)) == 0 && s.goesOnFinite(right):
		s.told(st, token.Range{Start: left.Start, End: right.End}) // the idea, says Anna Berg, is “to close the bridge”
	case !whole && !s.goesOnFinite(right) && s.clauses.Words(left) > minIndirect && (s.clauses.Opening(left.Start) && s.canSpeak(in.subject.Tokens) || in.subject.Tokens.Len() == 0), whole && (right.Len() == 0 || !further):
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

// nominal reports whether a noun phrase begins as one does, or has a noun that can speak: an infinitive or a participle does
// neither.
func (s *statements) nominal(at token.Range) bool {
	return s.clauses.Phrase(at.Start) || s.canSpeak(at)
}

// goesOnFinite reports whether a range begins with a verb that tells a tense, a few words on at most.
func (s *statements) goesOnFinite(at token.Range) bool {
	return at.Len() > 0 && s.clauses.Finite(token.Range{Start: at.Start, End: min(at.Start+4, at.End)})
}

// minIndirect is how many words what is told before a verb and its speaker has more than, where no list knows its verb.
const minIndirect = 2

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

// leadsBack is where a told clause ends: before the verb of a deed that is the speaker's own, for what is told is no past:
// "that the bridge will close and left the room"; and, within a clause that a word begins, before the main one.
func (s *statements) leadsBack(q *Quote, region token.Range) int {
	if at := q.subject.Tokens.Start; region.Contains(q.subject.Tokens) {
		region.End = at - 1
	}
	if len(s.quotationsIn(region)) > 0 {
		return region.End
	}
	begun := q.subject.Tokens.Len() > 0 && s.clauses.Below(q.subject.Tokens.Start, s.Sentence(q.subject.Tokens.Start).Start) && s.clauses.Opens(q.subject.Tokens.Start)
	for i := region.Start + 2; i < region.End-1; i++ {
		v := s.clauses.Verb(i + 1)
		switch {
		case begun && s.Is(i, ",") && s.clauses.Clause(i+1, region.End, true):
			return i
		case v != nil && v.Kind != "gerund" && s.clauses.Joins(i) && !s.Is(i, ",") && s.past(v.Tokens) && !s.past(token.Range{Start: region.Start, End: i}) && s.clauses.Finite(token.Range{Start: region.Start, End: i}) && s.past(q.cue):
			return i
		}
	}
	return region.End
}

// past reports whether a verb in a range tells the past.
func (s *statements) past(at token.Range) bool {
	return slices.ContainsFunc(s.Within(value.TypeTense, at), func(m *match.Match) bool { return m.Value("tense") == "past" })
}
