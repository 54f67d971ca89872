package quotes

import (
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// sourcesBeside handles the sources right behind quotation marks: nothing is surer than they.
func (s *statements) sourcesBeside() {
	for _, m := range s.Found(value.TypeQuote) {
		if q := s.quotedBefore(m.Tokens.Start); m.Value("frame") == "source" && q != nil && s.claimed[q.Tokens.Start] == nil {
			s.frame(m, "source")
		}
	}
}

// source handles a source that words like « selon » name: the rest of the sentence is what it says — behind it where it
// opens the sentence, before it where it ends what is told, on both sides where it interrupts a clause.
func (s *statements) source(q *Quote) {
	at, sentence := q.match.Tokens, s.clauses.Sentence(q.match.Tokens.Start)
	over := s.overApposed(q, sentence.End)
	if quoted := s.quotedBefore(at.Start); quoted != nil {
		q.kind = "direct"
		if s.clauses.Words(token.Range{Start: sentence.Start, End: at.Start}) > 0 {
			q.kind = "mixed"
		}
		s.told(q, token.Range{Start: s.tellingStart(sentence.Start, at.Start), End: at.Start})
		return
	}
	over = s.overSource(q, over, sentence.End)
	if colon := at.Start - 1; colon > sentence.Start && s.Is(colon, ":") && s.clauses.Finite(token.Range{Start: sentence.Start, End: colon}) {
		sentence.Start = at.Start // what stands before the colon is the writer's
	}
	if s.clauses.Words(token.Range{Start: sentence.Start, End: at.Start}) <= maxOpening && !s.clauses.Finite(token.Range{Start: sentence.Start, End: at.Start}) && (s.Is(over, ",") || s.starts[over] != nil) && s.opens(sentence.Start, at.Start) {
		s.told(q, token.Range{Start: over, End: s.clauses.End(over+1, sentence.End)})
		return
	}
	if s.measures(q) {
		return
	}
	end := at.Start
	if s.Is(end-1, ",") {
		end--
	}
	left := token.Range{Start: s.tellingStart(sentence.Start, end), End: end}
	begun := s.clauses.Begun(left)
	if behind := q.subject.Tokens.End; begun == left.End && s.Is(behind, ",") && s.clauses.Finite(token.Range{Start: behind, End: sentence.End}) {
		over = behind // the clause that was begun must follow: nothing is set beside the source
	}
	if end == at.Start && q.cue.Len() > 1 && s.rests(q, left) {
		return // the plan, which rests on the words of the mayor, who said …
	}
	if behind := q.subject.Tokens.End; begun == left.End && left.Len() > 0 && q.subject.Tokens.Len() > 0 && s.clauses.Clause(behind, sentence.End, true) {
		s.told(q, token.Range{Start: behind, End: s.clauses.End(behind, sentence.End)}) // mas segundo o jornal a ponte fechou
		return
	}
	if behind := max(at.End, q.subject.Tokens.End); end == at.Start && s.lower(behind) && !s.clauses.Joins(behind) && s.clauses.Finite(left) {
		s.interrupted(q, left, token.Range{Start: behind, End: s.clauses.End(behind, sentence.End)}) // it is due according to them to the rain
		return
	}
	if begun == left.End && end == at.Start && left.Len() > 0 { // it is slow, but according to Anna Berg, …
		comma := over
		for comma < sentence.End && comma < over+maxBehind && !s.Is(comma, ",") {
			comma++
		}
		if right := (token.Range{Start: comma + 1, End: sentence.End}); s.Is(comma, ",") && s.clauses.Finite(right) {
			s.told(q, token.Range{Start: right.Start, End: s.clauses.End(right.Start, right.End)})
			return
		}
	}
	if end == at.Start || !s.Is(over, ",") {
		s.told(q, left)
		return
	}
	right := token.Range{Start: over + 1, End: s.clauses.End(over+1, sentence.End)}
	whole := s.clauses.Finite(left)
	switch {
	case begun > left.Start:
		s.told(q, right) // "a truck that, according to Anna Berg, was speeding"
	case s.goesOnFinite(right) && !whole, whole && (s.clauses.GoesOn(right.Start) || s.clauses.Lacks(left, right.Start)):
		s.interrupted(q, left, right)
	case !whole && s.clauses.Words(left) <= maxJoining && s.clauses.Finite(right):
		s.told(q, right) // besides, according to Anna Berg, …
	default:
		s.told(q, left)
	}
}

// overSource is where a source ends if what seems to be set beside it is the subject of what it says, with an apposition of its own
// right before the verb: « Selon la police, les deux victimes, un homme et une femme, étaient … »
func (s *statements) overSource(q *Quote, over, end int) int {
	comma := q.subject.Tokens.End
	if over <= comma || !s.Is(comma, ",") || !s.Is(over, ",") || !s.clauses.Phrase(comma+1) {
		return over
	}
	next := over + 1
	for next < end && !s.Is(next, ",") && s.Quotation(next) == nil {
		next++
	}
	if s.Is(next, ",") && s.clauses.FiniteAt(next+1) && !s.clauses.Finite(token.Range{Start: over + 1, End: next}) {
		return comma
	}
	return over
}

// rests reports whether a source of several words belongs to the verb right before it, in a clause about a noun, and a clause about whoever
// speaks follows: "the plan, which rests on the words of the mayor, who said …".
func (s *statements) rests(q *Quote, left token.Range) bool {
	if next := q.subject.Tokens.End; !s.Is(next, ",") || !s.Listed(next+1, "relative") {
		return false
	}
	for i := left.End - 2; i > left.Start && i >= left.End-maxResting; i-- {
		if s.Listed(i, "relative") && s.Is(i-1, ",") {
			return true
		}
	}
	return false
}

// maxResting is how many tokens the clause about a noun has at most whose verb a source belongs to.
const maxResting = 5

// measures reports whether what looks like a source tells how something varies or goes: it stands right behind its clause, and
// is nobody and no text that is known to say anything: "Fees vary according to the size of the flat."
func (s *statements) measures(q *Quote) bool {
	at := q.subject.Tokens
	return !s.Is(q.match.Tokens.Start-1, ",") && at.Len() > 0 && s.named.At(at) == nil && !s.canSpeak(at)
}

// quotedBefore is the quotation that ends right before a token, or nil.
func (s *statements) quotedBefore(i int) *match.Quotation {
	if s.Is(i-1, ",") {
		i--
	}
	if q := s.ends[i]; q != nil && s.Paragraph(q.Tokens.Start) == s.Paragraph(i) {
		return q
	}
	return nil
}

// maxJoining is how many words stand at most before a source that opens its sentence, where they join that to the last one.
const maxJoining = 4

// maxOpening is how many words stand at most before a source that opens its sentence.
const maxOpening = 3

// opens reports whether what stands before a source that opens its sentence leaves the sentence to come: nothing, or a
// word or two that join it to the last one.
func (s *statements) opens(start, at int) bool {
	return at-start <= 2 || s.Is(at-1, ",") && s.clauses.Words(token.Range{Start: start, End: at}) <= 2 && !s.clauses.Phrase(start)
}

// overApposed is where a source ends with what is set beside it and the clause that tells of it.
func (s *statements) overApposed(q *Quote, end int) int {
	over := max(q.match.Tokens.End, q.subject.Apposed.End)
	if over >= end-1 || !s.Is(over, ",") || !s.clauses.Phrase(over+1) && s.clauses.Phrase(q.subject.Apposed.Start) {
		over = q.match.Tokens.End // what stands behind the comma is the clause
	}
	if s.Is(over, "(", "[") {
		for over < end && !s.Is(over, ")", "]") {
			over++
		}
		over++
	}
	if s.Is(over, ",") && s.Listed(over+1, "relative") || s.Listed(over, "relative") {
		over++
		for depth := 0; over < end && (depth > 0 || !s.Is(over, ",")); over++ {
			if s.Is(over, "(") {
				depth++
			} else if s.Is(over, ")") {
				depth--
			}
		}
	}
	over = max(over, s.clauses.Restricted(q.subject.Tokens).End)
	for over < end && over < q.match.Tokens.End+maxBehind && !s.Is(over, ",") && s.Quotation(over) == nil && s.clauses.Verb(over) == nil && s.Text.Tokens[over].Kind != token.Mark {
		over++
	}
	return over
}

// maxBehind is how many words may still belong to a source behind what its rule knows of it.
const maxBehind = 12

// interrupted gives a statement the words on both sides of what interrupts it.
func (s *statements) interrupted(q *Quote, left, right token.Range) {
	s.told(q, token.Range{Start: left.Start, End: right.End})
	if len(q.Content) != 1 || q.kind != "indirect" {
		return
	}
	q.Content = q.Content[:0]
	for _, part := range []token.Range{left, right} {
		if part = s.tidy(part); part.Len() > 0 {
			q.Content = append(q.Content, part)
		}
	}
}

// tellingStart is where the statement before a source begins: after the last frame that ends before it.
func (s *statements) tellingStart(start, end int) int {
	for _, b := range s.Within(value.TypeBoundary, token.Range{Start: start + 1, End: end - 2}) {
		if b.Tokens.End < end-2 && s.Quotation(b.Tokens.Start) == nil && b.Value("kind") == "turn" {
			start = b.Tokens.End
		}
	}
	return start
}
