package evidence

import (
	"math"
	"slices"
	"sort"

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
	a.token(a.beside(at.Start-2, at.Start), before2, emit)
	a.token(a.beside(at.Start-1, at.Start), before, emit)
	a.each(at, func(i int, r role) { a.token(i, r, emit) })
	a.token(a.beside(at.End, at.End-1), after, emit)
	a.token(a.beside(at.End+1, at.End-1), after2, emit)
	a.whole(at, emit)
}

// Best is the set of names, of spans that do not overlap, whose scores have the greatest sum; candidates are in the
// order of their starts.
func Best(tokens int, all []Candidate) []Name {
	sum := make([]float64, tokens+1) // of what begins with a token or later
	choice := make([]int, tokens)
	kinds := make([]Kind, len(all))
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

// Marginals are the probabilities of each candidate being a name of each kind, and the logarithm of the sum over all sets.
func Marginals(tokens int, all []Candidate, into []Score) float64 {
	forward, backward := make([]float64, tokens+1), make([]float64, tokens+1)
	for i := 1; i <= tokens; i++ {
		forward[i] = math.Inf(-1)
	}
	next := 0
	for i := 0; i < tokens; i++ {
		forward[i+1] = logSum(forward[i+1], forward[i])
		for ; next < len(all) && all[next].Start == i; next++ {
			c := &all[next]
			for _, s := range c.Score {
				forward[c.End] = logSum(forward[c.End], forward[i]+s)
			}
		}
	}
	last := len(all)
	for i := tokens - 1; i >= 0; i-- {
		backward[i] = backward[i+1]
		for ; last > 0 && all[last-1].Start == i; last-- {
			c := &all[last-1]
			for _, s := range c.Score {
				backward[i] = logSum(backward[i], s+backward[c.End])
			}
		}
	}
	total := forward[tokens]
	for n := range all {
		c := &all[n]
		for k, s := range c.Score {
			into[n][k] = math.Exp(forward[c.Start] + s + backward[c.End] - total)
		}
	}
	return total
}

// Names are the names of an article by some weights: its candidates are weighed each by itself, then by what the other
// places of their forms are taken for.
func (a *Article) Names(w Weights) []Name {
	return a.Decide(a.Score(w))
}

// Decide is the names among weighed candidates.
func (a *Article) Decide(all []Candidate) []Name {
	all = slices.DeleteFunc(all, func(c Candidate) bool { return hopeless(c.Score) })
	p := make([]Score, len(all))
	Marginals(len(a.words), all, p)
	a.Agree(all, p)
	names := Best(len(a.words), all)
	a.unify(names)
	return names
}

// Around calls do for each match that overlaps a span, with the span of its name.
func (a *Article) Around(at token.Range, do func(m *match.Match, span token.Range)) {
	from := sort.Search(len(a.matches), func(i int) bool { return a.matches[i].at.Start > at.Start-a.longest })
	for i := from; i < len(a.matches) && a.matches[i].at.Start < at.End; i++ {
		if m := &a.matches[i]; m.at.Overlaps(at) {
			do(m.Match, m.at)
		}
	}
}
