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
	sum     Score // of what is emitted
	heed    func(m *held, by relation)
	ruled   Score // of what is heeded
	certain Score // of the rules among that which are sure of their kind

	at    extent  // that is looked at
	start Score   // what all spans have that begin with it
	inner Score   // what its tokens weigh within it
	heads [2]part // what its beginning weighs, of several words and alone

	standing map[token.Range]Score
}

// newScorer weighs the candidates of an article by some weights.
func (a *Article) newScorer(w Weights) *scorer {
	s := &scorer{Article: a, weights: w}
	a.memo.of(w)
	s.emit = func(what, value string) { s.sum.weigh(a.memo.weight(what, value)) }
	s.heed = s.take
	a.tails, a.tailAt = a.tails[:0], sized(a.tailAt, len(a.words)+1)
	clear(a.tailAt)
	s.stand()
	return s
}

// Score is the candidates of an article with their scores, in the order of the text. They are good until Close.
func (a *Article) Score(w Weights) []Candidate {
	s := a.newScorer(w)
	a.scored = a.scored[:0]
	for _, at := range a.spans {
		a.scored = append(a.scored, Candidate{Range: at, Score: s.span(at), form: a.formAt(&s.at) + 1})
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
	if at.Start != s.at.Start || at.End < s.at.End || s.at.End == s.at.Start {
		s.begin(at.Start)
	}
	for s.at.End < at.End {
		s.grow()
	}
	alone := at.Len() == 1
	s.sum = Score{}
	s.whole(&s.at, s.emit)
	sum := s.sum
	m := s.mixtureOf(&s.at)
	sum.add(s.memo.mixture(&m))
	sum.weigh(s.memo.pattern(s.Article, &s.at))
	s.ruled, s.certain = Score{}, Score{}
	s.rules(at, s.heed)
	sum.add(s.ruled)
	sum.add(s.certain)
	if s.standing != nil {
		sum.add(s.standing[at])
	}
	sum.add(s.headed(alone))
	if !alone {
		sum.add(s.inner)
	}
	sum.add(s.tailed(at.End, alone))
	return sum
}

// begin goes over to the spans that begin with a token.
func (s *scorer) begin(i int) {
	s.at, s.inner, s.heads = s.extentAt(i), Score{}, [2]part{}
	s.sum = Score{}
	s.begins(i, s.emit)
	s.start = s.sum
	s.start.add(s.role(s.beside(i-2, i), before2))
	s.start.add(s.role(s.beside(i-1, i), before))
}

// grow goes over to the spans that end behind one more token.
func (s *scorer) grow() {
	i := s.at.End
	s.Article.grow(&s.at)
	switch s.at.Len() {
	case 1: // it may stay alone
		return
	case 2:
		s.inner.add(s.role(i-1, inner))
	default:
		s.sum = Score{}
		s.between(i-1, s.emit)
		s.inner.add(s.sum)
	}
	s.inner.add(s.role(i, inner))
}

// A part is a part of a score, once it is known.
type part struct {
	known bool
	score Score
}

// headed is what the beginning of the span weighs, alone or with more words.
func (s *scorer) headed(alone bool) Score {
	p := &s.heads[0]
	if alone {
		p = &s.heads[1]
	}
	if !p.known {
		i := s.at.Start
		s.sum = Score{}
		s.first(i, alone, s.emit)
		*p = part{true, s.sum}
		p.score.add(s.start)
		p.score.add(s.role(i, s.firstRole(i, alone)))
	}
	return p.score
}

// tailed is what the end of a span before a token weighs, alone or with more words.
func (s *scorer) tailed(end int, alone bool) Score {
	if s.tailAt[end] == 0 {
		s.sum = Score{}
		s.ends(end, s.emit)
		sum := s.sum
		sum.add(s.role(s.beside(end, end-1), after))
		sum.add(s.role(s.beside(end+1, end-1), after2))
		s.tails = append(s.tails, sum)
		s.tailAt[end] = int32(len(s.tails))
	}
	sum := s.tails[s.tailAt[end]-1]
	if !alone {
		sum.add(s.role(end-1, last))
	}
	return sum
}

// take adds what a rule weighs that holds in a relation to the span.
func (s *scorer) take(m *held, by relation) {
	s.ruled.add(s.memo.rule(m, by))
	if by <= sameCommon && m.sure {
		s.certain[m.kind] = sure
	}
}

// role is what a token weighs in a role, -1 being none.
func (s *scorer) role(i int, r role) Score {
	if i < 0 {
		return s.none(r)
	}
	w := s.words[i]
	if w.known&(1<<r) == 0 {
		s.sum = Score{}
		w.tell(r, s.emit)
		w.known, w.scores[r] = w.known|1<<r, s.sum
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
