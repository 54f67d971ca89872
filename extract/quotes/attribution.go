package quotes

import (
	"slices"

	"sayso/extract/clause"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/match"
	"sayso/rules/token"
)

// clauses is a reader of the clauses of the article.
func (r *reading) clauses() *clause.Reader {
	parts := clause.Parts{Quotations: r.Quotations, Verbs: r.Found(value.TypePredicate)}
	parts.Names = make([]token.Range, 0, len(r.named.Mentions))
	for i := range r.named.Mentions {
		if at := r.named.Mentions[i].At; len(parts.Names) == 0 || parts.Names[len(parts.Names)-1].End <= at.Start {
			parts.Names = append(parts.Names, at)
		}
	}
	for _, kind := range []string{value.TypeDate, value.TypeChannel, value.TypeManner} {
		for _, m := range r.Found(kind) {
			parts.Asides = append(parts.Asides, view.Span(m))
		}
	}
	for _, b := range r.Found(value.TypeBoundary) {
		parts.Boundaries = append(parts.Boundaries, b.Tokens)
	}
	return clause.New(r.View, r.Text, parts)
}

// An attribution is a verb with its speaker, beside the words said or between them.
type attribution struct {
	cue     token.Range
	subject clause.Phrase
	match   *match.Match
	end     int
}

// beside gives quotations to the verbs and speakers that stand behind or between them.
func (s *statements) beside() {
	for i := range s.Quotations {
		q := &s.Quotations[i]
		if _, ok := s.claimed[q.Tokens.Start]; ok {
			continue
		}
		if in, ok := s.inside(q); ok {
			s.split(q, in)
		} else if in, ok := s.after(q); ok {
			s.attribute(q, in)
		}
	}
}

// inside is the attribution between the words of a quotation.
func (s *statements) inside(q *match.Quotation) (attribution, bool) {
	for i := q.Inner.Start + 1; i < q.Inner.End; i++ {
		if !s.Is(i-1, ",", "?", "!", "…", "–", "—", "”", "\"", "’") {
			continue
		}
		in, ok := s.verbSubject(i, q.Inner.End)
		if !ok || in.end < q.Inner.End && !s.Is(in.end, ",", ".", "!", "?", "…", "–", "—", ":", ";") && in.cue.Len() > 0 && !s.clauses.Circumstance(in.end) {
			continue
		}
		if in.match == nil && in.inverted() && !s.Is(in.end, ",", ".", "!", "…", "–", "—", ":", ";") {
			continue // it asks: « Pour être juste, suffit-il d'obéir ? »
		}
		if (in.match == nil || in.match.Value("kind") != "said") && !in.inverted() && (s.head(in.subject.Tokens) == nil || !s.broken()) {
			continue
		}
		if in.subject.Tokens.Len() > 0 && (s.pronoun(in.subject.Tokens) != "" || s.canSpeak(in.subject.Tokens)) {
			return in, true
		}
	}
	return attribution{}, false
}

// broken reports whether the language breaks words said within their marks by any verb and its subject: « …, tonne Luc
// Aubert. … » Others close the marks first.
func (s *statements) broken() bool {
	_, ok := s.Lookup("inner-attribution", "any")
	return ok
}

// split makes a statement of the words before and behind an attribution.
func (s *statements) split(q *match.Quotation, in attribution) {
	end := in.end
	if left := (token.Range{Start: q.Inner.Start, End: in.cue.Start}); left.Len() <= maxBroken && !s.clauses.Tensed(left) {
		end = in.subject.Tokens.End // what follows goes on with the words said, and tells nothing of their speaker
	}
	if !s.Is(end, ",", ".", "!", "?", "…", "–", "—", ":", ";") {
		end = s.nextMark(end)
	}
	if s.Is(end, ",") && s.Listed(end+1, "relative") {
		end = s.nextMark(end + 1) // a clause about the speaker
	}
	st := &Quote{kind: "direct", cue: in.cue, subject: in.subject, match: in.match, frame: "parenthetical", over: end}
	for _, part := range []token.Range{{Start: q.Inner.Start, End: in.cue.Start}, {Start: min(end, q.Inner.End), End: q.Inner.End}} {
		if part = s.tidy(part); part.Len() > 0 {
			st.Content = append(st.Content, part)
		}
	}
	if st.match == nil {
		st.match = s.standing(q)
	}
	if len(st.Content) == 0 || st.match == nil {
		return
	}
	s.claimed[q.Tokens.Start] = st
	s.use(in.cue)
	s.keep(st)
}

// maxBroken is how many tokens stand at most before an attribution that breaks a clause off before its verb.
const maxBroken = 6

// after is the attribution that follows a quotation.
func (s *statements) after(q *match.Quotation) (attribution, bool) {
	if q.Open {
		return attribution{}, false
	}
	k := q.Tokens.End
	pause := s.Is(q.Inner.End-1, ",", "!", "?", "…") || s.Is(q.Inner.End-2, ",", "!", "?") && s.Text.Tokens[q.Inner.End-1].Kind == token.Mark
	for s.Is(k, ",", "–", "—", "…", "!", "?") || s.Is(k, ".") && s.lower(k+1) {
		pause, k = true, k+1
	}
	pause = pause || s.Is(q.Inner.End-1, ".") && s.lower(k)
	if k >= len(s.Text.Tokens) || s.Paragraph(k) != s.Paragraph(q.Tokens.Start) {
		return attribution{}, false
	}
	end := s.clauses.Stop(k)
	if in, ok := s.verbSubject(k, end); ok && (in.match != nil || q.Inner.Len() > maxLabel) && (pause || in.inverted() || (q.Inner.Len() > maxLabel+1 || s.clauses.Finite(q.Inner)) && s.canSpeak(in.subject.Tokens)) && (q.Inner.Len() == 1 || !s.isTitle(q) || s.canSpeak(in.subject.Tokens)) {
		return in, true
	}
	if !pause || s.isTitle(q) {
		return attribution{}, false
	}
	in, ok := s.subjectVerb(k, end)
	if ok && in.match != nil && in.match.Value("kind") == "beside" && !s.clauses.Alone(in.end) && s.clauses.Words(token.Range{Start: s.clauses.Sentence(k).Start, End: q.Tokens.Start}) > 0 {
		return attribution{}, false // behind “it”, the band has snapped up a rival: a deed of its own
	}
	return in, ok
}

func (in attribution) inverted() bool {
	return in.cue.Contains(in.subject.Tokens) && in.subject.Tokens.Len() > 0
}

// verbSubject is a verb at a token with the speaker behind it.
func (s *statements) verbSubject(i, end int) (attribution, bool) {
	i = s.overManner(i, end)
	v := s.clauses.Verb(i)
	if v != nil && v.Kind == "impersonal" && v.Tokens.Start == i {
		return s.readIn(attribution{cue: v.Tokens, match: v.Match, end: v.Tokens.End}, end), true
	}
	if v == nil || v.Kind != "said" && v.Kind != "beside" && v.Kind != "label" || v.Tokens.Start != i {
		return s.unknownVerb(i, end)
	}
	in := attribution{cue: v.Tokens, match: v.Match, end: v.Tokens.End}
	if v.Pronoun.Len() > 0 {
		in.subject.Tokens = v.Pronoun
		return in, true
	}
	if s.Listed(in.end, "that") || in.cue.Len() == 1 && s.Listed(in.end, "agent") {
		return in, false
	}
	if p, after, ok := s.clauses.Right(in.end, end); ok && (v.Kind != "label" || s.canSpeak(p.Tokens)) {
		in.subject, in.end = p, after
		return in, true
	}
	return in, s.clauses.Circumstance(in.end)
}

// overManner goes over adverbs and the words for as with their object: « comme l'a dit ».
func (s *statements) overManner(i, end int) int {
	start := i
	for i < end && s.Listed(i, "as") {
		i++
	}
	if i > start && i < end && s.clauses.Verb(i) == nil && s.clauses.Verb(i+1) != nil {
		i++
	}
	for i < end && s.clauses.Adverb(i) {
		i++
	}
	if v := s.clauses.Verb(i + 1); v != nil && v.Pronoun.Len() > 0 && i+1 < end && s.clauses.Clitic(i) {
		i++
	}
	return i
}

// unknownVerb is a word that no list knows, where a verb of saying stands: right before a speaker.
func (s *statements) unknownVerb(i, end int) (attribution, bool) {
	cue := s.clauses.Unknown(i, end)
	if cue.Verb.Len() == 0 || s.ofSelf(cue.Verb.Start) {
		return attribution{}, false
	}
	in := attribution{cue: cue.Verb, end: cue.Verb.End}
	if cue.Pronoun.Len() > 0 {
		in.subject.Tokens = cue.Pronoun
		if s.clauses.Impersonal(cue.Pronoun.Start) {
			in = s.readIn(in, end)
		}
		return in, true
	}
	p, after, ok := s.clauses.Right(in.end, end)
	if !ok || s.title(i) || !s.clauses.First(p.Tokens.Start, in.end) || !s.canSpeak(p.Tokens) && (p.Tokens.Start > in.end+1 || !s.clauses.Circumstance(p.Tokens.End)) {
		return in, false
	}
	in.subject, in.end = p, after
	return in, true
}

// ofSelf reports whether a verb tells by its form that its subject is who speaks: nobody else can stand behind it.
func (s *statements) ofSelf(i int) bool {
	forms := s.Readings(i, "verbs")
	return slices.ContainsFunc(forms, func(x match.Reading) bool { return x.Has("finite") && x.Has("1p") }) &&
		!slices.ContainsFunc(forms, func(x match.Reading) bool { return x.Has("3s") || x.Has("3p") || x.Has("participle") })
}

// readIn is an attribution whose verb is nobody's: the text or body that a preposition brings in behind it speaks, « lit-on dans la
// lettre », else whom the verb's pronoun stands for.
func (s *statements) readIn(in attribution, end int) attribution {
	at := s.clauses.Governed(s.clauses.Forward(in.end, end), end)
	if at.Len() == 0 {
		at = s.clauses.Governed(in.end, end)
	}
	if at.Len() > 0 && (s.head(at) != nil || s.canSpeak(at)) {
		in.subject, in.end = clause.Phrase{Tokens: at}, at.End
	} else if last := in.cue.End - 1; in.subject.Tokens.Len() == 0 && s.pronoun(token.Range{Start: last, End: in.cue.End}) != "" {
		in.subject.Tokens = token.Range{Start: last, End: in.cue.End}
	}
	return in
}

// subjectVerb is a speaker at a token with the verb behind it.
func (s *statements) subjectVerb(i, end int) (attribution, bool) {
	for k := i + 1; k < end && k < i+maxSubject; k++ {
		if s.Quotation(k) != nil || s.Is(k, ";", ":") {
			break
		}
		v := s.clauses.Verb(k)
		if v == nil {
			if s.unknownBehind(i, k) {
				return attribution{cue: token.Range{Start: k, End: k + 1}, subject: clause.Phrase{Tokens: token.Range{Start: i, End: k}}, end: k + 1}, true
			}
			continue
		}
		p, ok := s.clauses.Left(v.Tokens.Start, i)
		if ok && (v.Kind == "said" || v.Kind == "beside" || v.Kind == "label" && s.clauses.Alone(v.Tokens.End)) && s.clauses.First(p.Tokens.Start, i) && !s.tellsClause(v) {
			return attribution{cue: v.Tokens, subject: p, match: v.Match, end: v.Tokens.End}, true
		}
		if ok && (v.Kind == "other" || v.Kind == "past") && p.Tokens.Start == i && p.Apposed.Len() == 0 && s.canSpeak(p.Tokens) && s.clauses.Alone(v.Tokens.End) && !s.Listed(v.Tokens.End-1, "tensed") {
			return attribution{cue: v.Tokens, subject: p, match: v.Match, end: v.Tokens.End}, true
		}
		k = v.Tokens.End - 1
	}
	return attribution{}, false
}

// tellsClause reports whether a clause follows a verb, behind adverbs and dates at most: that is what it tells.
func (s *statements) tellsClause(v *clause.Verb) bool {
	i := v.Tokens.End
	for i < len(s.Text.Tokens) && s.clauses.Adverb(i) {
		i++
	}
	return s.Listed(i, "that")
}

// maxSubject is how many tokens a speaker has at most, with all that is set beside it.
const maxSubject = 40

// unknownBehind reports whether a word that no list knows stands alone behind a speaker.
func (s *statements) unknownBehind(start, i int) bool {
	at := token.Range{Start: start, End: i}
	m := s.named.At(at)
	named := m != nil && m.Kind == value.TypePerson && m.At.End == i && m.At.Start == start
	return (named || s.pronoun(at) != "") && s.clauses.Open(i) && s.clauses.Alone(i+1)
}

// isTitle reports whether a quotation is a name: few words, and all with a capital that are not of the closed classes.
func (s *statements) isTitle(q *match.Quotation) bool {
	if !s.Capitalised(q.Inner.Start) {
		return false
	}
	capitals, common := 0, 0
	for i := q.Inner.Start; i < q.Inner.End; i++ {
		if s.clauses.Open(i) || s.clauses.Verb(i) != nil && !s.Capitalised(i) {
			common++
		}
		if s.Capitalised(i) {
			capitals++
		}
	}
	if q.Inner.Len() > maxTitled {
		return capitals > maxTitled/2 && common == 0
	}
	return capitals > 1 && common*2 < capitals || capitals > 0 && q.Inner.Len() == 1
}

// maxTitled is how many tokens a name in quotation marks has at most.
const maxTitled = 7

// standing is the match that a rule makes of the quotation itself, or nil.
func (s *statements) standing(q *match.Quotation) *match.Match {
	for _, m := range s.Within(value.TypeStanding, token.Range{Start: q.Tokens.Start, End: q.Tokens.Start + 1}) {
		return m
	}
	return nil
}

// use marks a verb as one that has its statement.
func (s *statements) use(cue token.Range) {
	for i := cue.Start; i < cue.End; i++ {
		s.used[i] = true
	}
}

// lower reports whether a word in lower case stands at a token.
func (s *statements) lower(i int) bool {
	return i < len(s.Text.Tokens) && s.Text.Tokens[i].Kind == token.Word && !s.Capitalised(i)
}
