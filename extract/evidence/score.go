package evidence

import (
	"cmp"

	"sayso/rules/token"
)

// A scorer weighs the candidates of an article. What words are to spans is weighed once for each word.
type scorer struct {
	*Article
	weights Weights
	emit    emitter
	sum     Score

	standing map[token.Range]Score
}

// Score is the candidates of an article with their scores, in the order of the text. They are good until Close.
func (a *Article) Score(w Weights) []Candidate {
	s := scorer{Article: a, weights: w}
	a.memo.of(w)
	s.stand()
	s.emit = func(what, value string) { s.sum.weigh(a.memo.weight(what, value)) }
	a.scored = a.scored[:0]
	for _, at := range a.spans {
		a.scored = append(a.scored, Candidate{Range: at, Score: s.span(at)})
	}
	return a.scored
}

// stand notes the rules of packs without weights: they stand as they are.
func (s *scorer) stand() {
	for i := range s.matches {
		m := &s.matches[i]
		if s.memo.weight("pack", m.pack)[0] != 0 {
			continue
		}
		if s.standing == nil {
			s.standing = map[token.Range]Score{}
		}
		kind, by := m.kind, standing*float64(m.at.Len())
		if m.name {
			var ok bool
			if kind, ok = KindOf(cmp.Or(m.Value("kind"), m.Value("alone"))); !ok {
				continue
			}
			by = guessed
		}
		sum := s.standing[m.at]
		sum[kind] = max(sum[kind], by)
		s.standing[m.at] = sum
	}
}

const (
	standing = 20.0 // what a rule that stands as it is weighs for each token
	guessed  = 2.0  // the same of one that has a guess alone
)

// span is the score of one span.
func (s *scorer) span(at token.Range) Score {
	s.sum = Score{}
	s.whole(at, s.emit)
	sum := s.sum
	sum.add(s.sureOf(at))
	if s.standing != nil {
		sum.add(s.standing[at])
	}
	sum.add(s.role(s.beside(at.Start-2, at.Start), before2))
	sum.add(s.role(s.beside(at.Start-1, at.Start), before))
	s.each(at, func(i int, r role) { sum.add(s.role(i, r)) })
	sum.add(s.role(s.beside(at.End, at.End-1), after))
	sum.add(s.role(s.beside(at.End+1, at.End-1), after2))
	return sum
}

// role is what a token weighs in a role, -1 being none.
func (s *scorer) role(i int, r role) Score {
	if i < 0 {
		return s.none(r)
	}
	w := s.words[i]
	if !w.known[r] {
		s.sum = Score{}
		w.tell(r, s.emit)
		w.known[r], w.scores[r] = true, s.sum
	}
	if len(s.long) == 0 {
		return w.scores[r]
	}
	s.sum = w.scores[r]
	s.tellLong(i, r, s.emit)
	return s.sum
}

// none is what it weighs that the sentence has no token there.
func (s *scorer) none(r role) Score {
	s.sum = Score{}
	s.token(-1, r, s.emit)
	return s.sum
}
