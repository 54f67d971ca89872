package match

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Few candidates and many come in the same order, in whatever order they were found: the longest first, then the first defined.
func TestSortCandidates(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{2, fewCandidates, fewCandidates + 1, 3 * fewCandidates} {
		all := make([]candidate, n)
		for i, rule := range random.Perm(n) {
			all[i] = candidate{rule: rule, end: 1 + random.IntN(4)}
		}
		sortCandidates(all)
		if !slices.IsSortedFunc(all, func(a, b candidate) int {
			if a.before(b) {
				return -1
			}
			return 1
		}) {
			t.Errorf("%d candidates: %v", n, all)
		}
	}
}
