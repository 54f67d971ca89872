package quotes

import (
	"sort"

	"sayso/extract/clause"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// minSentence is how many tokens a quotation that begins like a sentence must have to be one.
const minSentence = 2

// minUnattributed is how many tokens a quotation must have to be a statement where no speaker is near.
const minUnattributed = 10

// minSaid is how many tokens a quotation within a told sentence must have to be words said though no verb reports it.
const minSaid = 8

// maxFreestanding is how many paragraphs after a statement a quotation may still be its speaker's.
const maxFreestanding = 2

// freestanding takes in the quotations that no verb reports: those that make up whole sentences go on with the statement before
// them, or are statements of the same speaker; a headline or crosshead is one where it is a sentence; many words within
// a told sentence are said by the speaker before.
func (s *statements) freestanding() {
	var last *Quote
	next, framed := 0, s.all
	for _, m := range s.Found(value.TypeStanding) {
		in := s.starts[m.Tokens.Start]
		if in == nil {
			continue
		}
		for ; next < len(framed) && framed[next].Content[0].Start < in.Tokens.Start; next++ {
			last = framed[next]
		}
		if s.claimed[in.Tokens.Start] != nil {
			continue
		}
		if last != nil && s.goesOnWith(last, in) {
			s.claim(last, in)
			continue
		}
		if q := s.unreported(m, in, last); q != nil {
			s.claim(q, in)
			s.keep(q)
			last = q
		}
	}
}

// unreported is the statement that a quotation is which no verb reports, or nil: it is none, or goes on with the last one.
func (s *statements) unreported(m *match.Match, in *match.Quotation, last *Quote) *Quote {
	near := last != nil && s.Paragraph(in.Tokens.Start)-s.Paragraph(last.end()-1) <= maxFreestanding
	q := &Quote{kind: "direct", match: m, frame: "floating"}
	if near {
		q.speaker.previous = last
	}
	switch {
	case s.heads(in):
		if !s.clauses.Tensed(in.Inner) {
			return nil
		}
		if p, ok := s.clauses.Headed(in.Tokens.End + 1); ok && s.Is(in.Tokens.End, ":") && (s.canSpeak(p.Tokens) || s.tells(p.Tokens.End)) {
			q.subject, q.frame = p, "headline"
		}
		q.heads = true
		return q
	case s.standsAlone(in):
		if near && last.kind == "direct" && last.frame != "floating" && s.adjacent(last, in) {
			s.claim(last, in)
			return nil
		}
		if near {
			return q
		}
		if p, ok := s.personBefore(in); ok {
			q.subject, q.frame = p, "standing"
		} else if in.Inner.Len() < minUnattributed && !(s.Is(in.Inner.End-1, ".", "!", "?") && s.clauses.Tensed(in.Inner)) {
			return nil
		} else if p, ok := s.signed(in); ok {
			q.subject, q.frame = p, "headline"
		}
		return q
	case in.Inner.Len() >= minSaid && !s.isTitle(in) && near && !in.Open && !s.exemplifies(in) && !s.Listed(in.Inner.Start, "likening", "as") && !s.ofNorm(in):
		q.kind = "mixed"
		return q
	}
	return nil
}

// ofNorm reports whether the sentence of a quotation speaks of a law, an agreement or the like before it: its words are marked.
func (s *statements) ofNorm(in *match.Quotation) bool {
	sentence := s.clauses.Sentence(in.Tokens.Start)
	first := sort.Search(len(s.topics), func(k int) bool { return s.topics[k].at >= sentence.Start })
	if first == len(s.topics) || s.topics[first].at >= in.Tokens.Start {
		return false
	}
	p, ok := s.clauses.Headed(s.topics[first].at)
	return ok && s.isNorm(p.Tokens)
}

// exemplifies reports whether a quotation is one of many: a word for that stands before it, brackets hold it, or it goes on a
// list that one of them begins.
func (s *statements) exemplifies(in *match.Quotation) bool {
	before := in.Tokens.Start - 1
	if s.Listed(before, "likening", "as") || s.Is(before, "(") && s.Is(in.Tokens.End, ")") {
		return true
	}
	if !s.Is(before, ",") && !s.Listed(before, "conjunction") && !s.Is(before, "(") {
		return false
	}
	for s.Is(before, ",") || s.Listed(before, "conjunction") {
		before--
	}
	first := s.ends[before+1]
	return first != nil && s.claimed[first.Tokens.Start] == nil
}

// goesOnWith reports whether a quotation goes on with the last statement, in its sentence and behind no other verb of saying:
// the parts of one act.
func (s *statements) goesOnWith(last *Quote, in *match.Quotation) bool {
	between := token.Range{Start: last.Hull().End, End: in.Tokens.Start}
	return last.kind != "indirect" && in.Inner.Len() > maxLabel && !s.isTitle(in) && !s.exemplifies(in) && between.Len() > 0 && between.Len() <= maxNear &&
		s.clauses.Sentence(last.Content[0].Start) == s.clauses.Sentence(in.Tokens.Start) && !s.reportsWithin(between)
}

// reportsWithin reports whether a verb of saying stands in a range.
func (s *statements) reportsWithin(at token.Range) bool {
	for i := at.Start; i < at.End; i++ {
		if v := s.clauses.Verb(i); v != nil && v.Kind != "other" && v.Kind != "past" {
			return true
		}
	}
	return false
}

// tells reports whether a verb of saying begins at a token.
func (s *statements) tells(i int) bool {
	v := s.clauses.Verb(i)
	return v != nil && v.Tokens.Start == i && (v.Kind == "said" || v.Kind == "beside")
}

// personBefore is the person whom the sentence before a quotation is about, in its paragraph.
func (s *statements) personBefore(in *match.Quotation) (clause.Phrase, bool) {
	last := in.Tokens.Start - 1
	if last < 0 || s.Paragraph(last) != s.Paragraph(in.Tokens.Start) || s.Quotation(last) != nil {
		return clause.Phrase{}, false
	}
	sentence := s.Sentence(last)
	for i := sentence.Start; i < sentence.End; i++ {
		if m := s.named.At(token.Range{Start: i, End: i + 1}); m != nil {
			p := clause.Phrase{Tokens: m.At}
			return p, m.Kind == value.TypePerson && !s.oblique(m) && s.clauses.First(m.At.Start, sentence.Start)
		}
	}
	return clause.Phrase{}, false
}

// signed is whose name a dash brings in behind a quotation that makes up a paragraph: a message and who sent it.
func (s *statements) signed(in *match.Quotation) (clause.Phrase, bool) {
	dash := in.Tokens.End
	if !s.Is(dash, "—", "–", "-") || s.ParagraphAt(in.Tokens.Start).Start != in.Tokens.Start {
		return clause.Phrase{}, false
	}
	p, ok := s.clauses.Headed(dash + 1)
	return p, ok && s.Capitalised(p.Tokens.Start)
}

// heads reports whether a quotation is a headline or crosshead, or begins one: it makes up a paragraph without a full stop,
// or a colon stands behind it there.
func (s *statements) heads(in *match.Quotation) bool {
	p := s.ParagraphAt(in.Tokens.Start)
	if p.Start != in.Tokens.Start || in.Open {
		return false
	}
	whole := (p.End == in.Tokens.End || p.End == in.Tokens.End+1 && s.Is(in.Tokens.End, ".")) && !s.Is(in.Inner.End-1, ".", ",", "!", "?", "…") && in.Inner.Len() <= maxHead
	return whole || s.Is(in.Tokens.End, ":")
}

// maxHead is how many tokens a crosshead has at most.
const maxHead = 16

// adjacent reports whether nothing but marks and the rest of the statement's own sentence stands between a statement and
// a quotation.
func (s *statements) adjacent(q *Quote, in *match.Quotation) bool {
	for i := max(q.end(), s.Sentence(q.end()-1).End); i < in.Tokens.Start; i++ {
		if s.Text.Tokens[i].Kind != token.Mark {
			return false
		}
	}
	return true
}

// standsAlone reports whether a quotation makes up whole sentences.
func (s *statements) standsAlone(in *match.Quotation) bool {
	start := in.Tokens.Start
	begins := start == s.Sentence(start).Start
	after := in.Tokens.End
	ends := s.Is(after, "—", "–") || after >= len(s.Text.Tokens) || after == s.Sentence(after).Start || s.Is(after, ".") && after+1 == s.Sentence(after).End
	return begins && ends && in.Inner.Len() >= 4
}
