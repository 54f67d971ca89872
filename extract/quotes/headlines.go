package quotes

import (
	"sayso/extract/names"
	"sayso/extract/value"
	"sayso/rules/token"
)

// A headline or crosshead often quotes what the article quotes again with its speaker: « « J'ai eu peur » », then « « J'ai eu
// peur ce jour-là », raconte Anne Blanc. »

// nameHeads gives the statements of headlines and crossheads that name nobody the speaker of the statement that has their
// words, else the person whom the paragraph behind a crosshead tells of first.
func (s *statements) nameHeads() {
	for i, q := range s.all {
		if !q.heads || q.subject.Tokens.Len() > 0 {
			continue
		}
		if other := s.repeated(i); other != nil && other.speaker.name != "" {
			q.speaker = speaker{entity: other.speaker.entity, name: other.speaker.name, how: "previous"}
		} else if who := s.namedNext(q); who.name != "" {
			q.speaker = who
		}
	}
}

// repeated is the statement nearest behind one that has its words, or nil.
func (s *statements) repeated(i int) *Quote {
	words := s.keys(s.all[i].Content)
	if len(words) == 0 {
		return nil
	}
	for _, other := range s.all[i+1 : min(len(s.all), i+maxRepeat)] {
		shared, has := 0, s.keys(other.Content)
		for w := range words {
			if has[w] {
				shared++
			}
		}
		if float64(shared) >= minRepeated*float64(len(words)) && len(words) >= minSentence {
			return other
		}
	}
	return nil
}

// minRepeated is the share of its words that another statement must have to be the same one, maxRepeat how many are looked at.
const (
	minRepeated = 0.75
	maxRepeat   = 64
)

// keys are the words of some ranges as names are compared, without those of the closed classes.
func (s *statements) keys(content []token.Range) map[string]bool {
	all := map[string]bool{}
	for _, c := range content {
		for i := c.Start; i < c.End; i++ {
			if s.Text.Tokens[i].Kind != token.Mark && !s.FunctionWord(i) {
				all[names.Key(s.Text.Word(i))] = true
			}
		}
	}
	return all
}

// namedNext is the person whose name begins the paragraph behind a crosshead.
func (s *statements) namedNext(q *Quote) speaker {
	next := s.ParagraphAt(q.Hull().Start).End
	if q.Hull().Start == 0 || next >= len(s.Text.Tokens) || s.Quotation(next) != nil {
		return speaker{}
	}
	if m := s.named.At(token.Range{Start: next, End: next + 1}); m == nil || m.Kind != value.TypePerson {
		return speaker{}
	}
	return s.topic(s.Sentence(next))
}
