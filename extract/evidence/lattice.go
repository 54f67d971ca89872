package evidence

import (
	"slices"

	"sayso/rules/match"
	"sayso/rules/token"
)

// Candidates calls do for each span that may be a name, in the order of the text.
func (a *Article) Candidates(do func(at token.Range)) {
	for _, at := range a.spans {
		do(at)
	}
}

// Evidence calls emit for each piece of evidence on a span.
func (a *Article) Evidence(at token.Range, emit func(what, value string)) {
	alone := at.Len() == 1
	a.token(a.beside(at.Start-2, at.Start), before2, emit)
	a.token(a.beside(at.Start-1, at.Start), before, emit)
	a.token(at.Start, a.firstRole(at.Start, alone), emit)
	if !alone {
		for i := at.Start; i < at.End; i++ {
			a.token(i, inner, emit)
		}
		a.token(at.End-1, last, emit)
	}
	a.token(a.beside(at.End, at.End-1), after, emit)
	a.token(a.beside(at.End+1, at.End-1), after2, emit)
	a.begins(at.Start, emit)
	x := a.extentOf(at)
	a.whole(&x, emit)
	m := a.mixtureOf(&x)
	m.tell(emit)
	emit("pattern", a.pattern(at))
	for i := at.Start + 1; i < at.End-1; i++ {
		a.between(i, emit)
	}
	a.rules(at, func(m *held, by relation) { m.tell(by, emit) })
	a.first(at.Start, alone, emit)
	a.ends(at.End, emit)
}

// A lattice is the working memory of what is found by going over all sets of spans that do not overlap.
type lattice struct {
	forward, backward []float64 // by token
	choice            []int     // by token
	kinds             []Kind    // by candidate
	whole             []float64 // by candidate, the sum over its kinds, or the logarithm of it
}

// Best is the set of names, of spans that do not overlap, whose scores have the greatest sum; candidates are in the
// order of their starts.
func Best(tokens int, all []Candidate) []Name { return new(lattice).best(tokens, all) }

func (l *lattice) best(tokens int, all []Candidate) []Name {
	l.backward, l.choice, l.kinds = sized(l.backward, tokens+1), sized(l.choice, tokens), sized(l.kinds, len(all))
	sum, choice, kinds := l.backward, l.choice, l.kinds // the sum of what begins with a token or later
	sum[tokens] = 0
	last := len(all)
	for i := tokens - 1; i >= 0; i-- {
		sum[i], choice[i] = sum[i+1], -1
		for ; last > 0 && all[last-1].Start == i; last-- {
			c := &all[last-1]
			for k, s := range c.Score {
				if total := s + sum[c.End]; total > sum[i] {
					sum[i], choice[i], kinds[last-1] = total, last-1, Kind(k)
				}
			}
		}
	}
	var names []Name
	for i := 0; i < tokens; {
		c := choice[i]
		if c < 0 {
			i++
			continue
		}
		names = append(names, Name{all[c].Range, kinds[c], all[c].Score})
		i = all[c].End
	}
	return names
}

// Names are the names of an article by some weights: its candidates are weighed each by itself, then by what the other
// places of their forms are taken for.
func (a *Article) Names(w Weights) []Name {
	return a.Decide(a.Score(w))
}

// Decide is the names among weighed candidates.
func (a *Article) Decide(all []Candidate) []Name {
	all = slices.DeleteFunc(all, func(c Candidate) bool { return hopeless(c.Score) })
	a.probability = sized(a.probability, len(all))
	a.lattice.probabilities(all, a.probability)
	a.Agree(all, a.probability)
	names := a.lattice.best(len(a.words), all)
	a.unify(names)
	return names
}

// Around calls do for each match that overlaps a span, with the span of its name.
func (a *Article) Around(at token.Range, do func(m *match.Match, span token.Range)) {
	for i := a.heldFrom(at.Start - a.longest + 1); i < len(a.matches) && a.matches[i].at.Start < at.End; i++ {
		if m := &a.matches[i]; m.at.Overlaps(at) {
			do(m.Match, m.at)
		}
	}
}
