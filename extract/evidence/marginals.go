package evidence

import "math"

// Marginals are the probabilities of each candidate being a name of each kind, and the logarithm of the sum over all sets.
func Marginals(tokens int, all []Candidate, into []Score) float64 {
	return new(lattice).marginals(tokens, all, into)
}

func (l *lattice) marginals(tokens int, all []Candidate, into []Score) float64 {
	l.forward, l.backward, l.whole = sized(l.forward, tokens+1), sized(l.backward, tokens+1), sized(l.whole, len(all))
	forward, backward, whole := l.forward, l.backward, l.whole
	for n := range all {
		whole[n] = all[n].Score.shares(&into[n])
	}
	for i := range forward {
		forward[i] = math.Inf(-1)
	}
	forward[0] = 0
	next := 0
	for i := range tokens {
		forward[i+1] = logSum(forward[i+1], forward[i])
		for ; next < len(all) && all[next].Start == i; next++ {
			end := all[next].End
			forward[end] = logSum(forward[end], forward[i]+whole[next])
		}
	}
	backward[tokens] = 0
	last := len(all)
	for i := tokens - 1; i >= 0; i-- {
		backward[i] = backward[i+1]
		for ; last > 0 && all[last-1].Start == i; last-- {
			backward[i] = logSum(backward[i], whole[last-1]+backward[all[last-1].End])
		}
	}
	total := forward[tokens]
	for n := range all {
		c := &all[n]
		of := math.Exp(forward[c.Start] + whole[n] + backward[c.End] - total)
		for k := range into[n] {
			into[n][k] *= of
		}
	}
	return total
}

// shares finds what part each kind has of them all, and the logarithm of their sum.
func (s *Score) shares(of *Score) (whole float64) {
	most := max(s[0], s[1], s[2], s[3])
	sum := 0.0
	for k, v := range s {
		of[k] = math.Exp(v - most)
		sum += of[k]
	}
	for k := range of {
		of[k] /= sum
	}
	return most + math.Log(sum)
}

// probabilities are the marginals of candidates. What overlaps nothing of the rest is looked at alone, so that few sums need their
// logarithms.
func (l *lattice) probabilities(all []Candidate, into []Score) {
	for len(all) > 0 {
		n, end := 1, all[0].End
		for ; n < len(all) && all[n].Start < end; n++ {
			end = max(end, all[n].End)
		}
		l.cluster(all[:n], into[:n], end)
		all, into = all[n:], into[n:]
	}
}

// utmost is the greatest logarithm of a sum that is taken as it is.
const utmost = 600

// cluster finds the probabilities of candidates that overlap one another and end before a token at most.
func (l *lattice) cluster(all []Candidate, into []Score, end int) {
	start := all[0].Start
	greatest := 0.0
	for n := range all {
		s := &all[n].Score
		greatest += max(0, s[0], s[1], s[2], s[3])
	}
	if greatest > utmost {
		l.apart(all, into, start, end)
		return
	}
	tokens := end - start
	l.forward, l.backward, l.whole = sized(l.forward, tokens+1), sized(l.backward, tokens+1), sized(l.whole, len(all))
	forward, backward, whole := l.forward, l.backward, l.whole
	for n := range all {
		p := &into[n]
		for k, v := range all[n].Score {
			p[k] = math.Exp(v)
		}
		whole[n] = p.mass()
	}
	clear(forward)
	forward[0] = 1
	next := 0
	for i := range tokens {
		forward[i+1] += forward[i]
		for ; next < len(all) && all[next].Start-start == i; next++ {
			forward[all[next].End-start] += forward[i] * whole[next]
		}
	}
	backward[tokens] = 1
	last := len(all)
	for i := tokens - 1; i >= 0; i-- {
		backward[i] = backward[i+1]
		for ; last > 0 && all[last-1].Start-start == i; last-- {
			backward[i] += whole[last-1] * backward[all[last-1].End-start]
		}
	}
	for n := range all {
		of := forward[all[n].Start-start] * backward[all[n].End-start] / forward[tokens]
		for k := range into[n] {
			into[n][k] *= of
		}
	}
}

// apart is cluster by logarithms.
func (l *lattice) apart(all []Candidate, into []Score, start, end int) {
	shifted := make([]Candidate, len(all))
	for n, c := range all {
		c.Start, c.End = c.Start-start, c.End-start
		shifted[n] = c
	}
	l.marginals(end-start, shifted, into)
}
