// Package learn fits the weights of evidence to annotated articles: those under which the annotated names are the
// likeliest of all sets of spans that do not overlap, drawn towards zero. It is deterministic.
package learn

import (
	"math"
	"sync"

	"sayso/extract/evidence"
	"sayso/rules/token"
)

// An Example is the spans of an article that may be names, what speaks for each, and what they are.
type Example struct {
	Tokens int
	Spans  []token.Range
	Pieces [][]int32            // by span, the numbers of its evidence
	Base   []evidence.Score     // by span, what its score begins with; nil is nothing
	Gold   []int8               // by span, its kind, or -1
	Kinds  [evidence.Kinds]bool // those that were annotated
	Share  float64              // what it counts
}

// A Model is weights by the numbers of evidence, those of the kinds in a row.
type Model []float64

// candidates are the spans of an example with their scores; a kind that was not annotated is out of the question.
func (m Model) candidates(e *Example, into []evidence.Candidate) []evidence.Candidate {
	into = into[:0]
	for i, at := range e.Spans {
		c := evidence.Candidate{Range: at}
		if e.Base != nil {
			c.Score = e.Base[i]
		}
		for _, n := range e.Pieces[i] {
			by := m[int(n)*evidence.Kinds : int(n+1)*evidence.Kinds]
			for k := range c.Score {
				c.Score[k] += by[k]
			}
		}
		for k := range c.Score {
			if !e.Kinds[k] {
				c.Score[k] = math.Inf(-1)
			}
		}
		into = append(into, c)
	}
	return into
}

// A room is the memory of one who reads examples.
type room struct {
	candidates []evidence.Candidate
	marginals  []evidence.Score
	gradient   []float64
}

// sure is a probability below which an error tells nothing.
const sure = 1e-9

// loss is the logarithm of how unlikely an example is, whose gradient is added to the room's.
func (m Model) loss(e *Example, r *room) float64 {
	r.candidates = m.candidates(e, r.candidates)
	for len(r.marginals) < len(r.candidates) {
		r.marginals = append(r.marginals, evidence.Score{})
	}
	loss := evidence.Marginals(e.Tokens, r.candidates, r.marginals)
	for i := range r.candidates {
		p := r.marginals[i]
		if g := e.Gold[i]; g >= 0 && e.Kinds[g] {
			loss -= r.candidates[i].Score[g]
			p[g]--
		}
		for k := range p {
			p[k] *= e.Share
		}
		if math.Abs(p[0])+math.Abs(p[1])+math.Abs(p[2])+math.Abs(p[3]) < sure {
			continue
		}
		for _, n := range e.Pieces[i] {
			g := r.gradient[int(n)*evidence.Kinds : int(n+1)*evidence.Kinds]
			for k := range p {
				g[k] += p[k]
			}
		}
	}
	return loss * e.Share
}

// parts is how many read examples at once. It is the same on every machine, for sums depend on their order.
const parts = 4

// objective is the loss over all examples and the penalty for large weights, with its gradient.
func objective(all []Example, m Model, penalty float64, gradient []float64) float64 {
	var losses [parts]float64
	var rooms [parts]room
	var wait sync.WaitGroup
	for p := range parts {
		wait.Go(func() {
			rooms[p].gradient = make([]float64, len(m))
			for i := p; i < len(all); i += parts {
				losses[p] += m.loss(&all[i], &rooms[p])
			}
		})
	}
	wait.Wait()
	total := 0.0
	for i, w := range m {
		gradient[i] = penalty * w
		total += penalty * w * w / 2
	}
	for p := range parts {
		total += losses[p]
		add(gradient, rooms[p].gradient, 1)
	}
	return total
}

// Fit is the model of that many pieces of evidence with the least loss.
func Fit(all []Example, pieces int, penalty float64, steps int) Model {
	m := make(Model, pieces*evidence.Kinds)
	descend(m, steps, func(x, g []float64) float64 { return objective(all, x, penalty, g) })
	return m
}
