package evidence

import (
	"math"
	"math/rand/v2"
	"testing"

	"sayso/rules/token"
)

// every calls do with each set of candidates, one kind each, that do not overlap.
func every(all []Candidate, from, end int, chosen []Name, sum float64, do func([]Name, float64)) {
	if from == len(all) {
		do(chosen, sum)
		return
	}
	every(all, from+1, end, chosen, sum, do)
	c := all[from]
	if c.Start < end {
		return
	}
	for k, s := range c.Score {
		every(all, from+1, c.End, append(chosen, Name{Range: c.Range, Kind: Kind(k)}), sum+s, do)
	}
}

func TestBestAndMarginalsAreThoseOfAllSets(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		const tokens = 6
		var all []Candidate
		for i := range tokens {
			for end := i + 1; end <= min(tokens, i+3); end++ {
				if random.IntN(2) == 0 {
					c := Candidate{Range: token.Range{Start: i, End: end}}
					for k := range c.Score {
						c.Score[k] = random.NormFloat64() - 1
					}
					all = append(all, c)
				}
			}
		}
		best, total := 0.0, 0.0
		mass := make(map[Name]float64)
		every(all, 0, 0, nil, 0, func(names []Name, sum float64) {
			best = math.Max(best, sum)
			total += math.Exp(sum)
			for _, n := range names {
				mass[n] += math.Exp(sum)
			}
		})
		found := 0.0
		end := 0
		for _, n := range Best(tokens, all) {
			if n.Start < end {
				t.Fatal("names overlap")
			}
			end = n.End
			found += n.Score[n.Kind]
		}
		if math.Abs(found-best) > 1e-9 {
			t.Fatalf("best set has %f, want %f", found, best)
		}
		p, apart, far := make([]Score, len(all)), make([]Score, len(all)), make([]Score, len(all))
		new(lattice).probabilities(all, apart)
		if len(all) > 0 {
			new(lattice).apart(all, far, 0, tokens)
		}
		if sum := Marginals(tokens, all, p); math.Abs(sum-math.Log(total)) > 1e-9 {
			t.Fatalf("sum over all sets %f, want %f", sum, math.Log(total))
		}
		for i, c := range all {
			for k := range p[i] {
				want := mass[Name{Range: c.Range, Kind: Kind(k)}] / total
				for _, got := range [...]float64{p[i][k], apart[i][k], far[i][k]} {
					if math.Abs(got-want) > 1e-9 {
						t.Fatalf("probability %f, want %f", got, want)
					}
				}
			}
		}
	}
}

func TestNoCandidates(t *testing.T) {
	if got := Best(3, nil); len(got) != 0 {
		t.Errorf("got %v", got)
	}
	if sum := Marginals(0, nil, nil); sum != 0 {
		t.Errorf("got %f", sum)
	}
}
