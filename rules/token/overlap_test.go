package token

import (
	"math/rand/v2"
	"testing"
)

// What the index finds is what looking at every range finds.
func TestOverlaps(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	ranges := make([]Range, 200)
	var numbers []int
	for i := range ranges {
		start := random.IntN(300)
		ranges[i] = Range{start, start + 1 + random.IntN(9)}
		numbers = append(numbers, i)
	}
	o := NewOverlaps(numbers, func(n int) Range { return ranges[n] })
	odd := func(n int) bool { return n%2 == 1 }
	for start := range 310 {
		at := Range{start, start + 1 + start%4}
		want, there := 0, false
		for n, r := range ranges {
			if odd(n) && r.Overlaps(at) {
				want, there = n, true
				break
			}
		}
		if got, found := o.First(at, odd); got != want || found != there {
			t.Errorf("%v overlaps %d, %v; want %d, %v", at, got, found, want, there)
		}
	}
}
