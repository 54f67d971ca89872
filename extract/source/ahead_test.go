package source

import (
	"context"
	"slices"
	"sync"
	"testing"
)

// However many items may be worked on at once, those that are held together have no more content than maxAhead; a longer one is
// held alone, and their order stays.
func TestLongItemsAreNotHeldTogether(t *testing.T) {
	sizes := []int{1, maxAhead / 2, maxAhead / 2, 3 * maxAhead, 2, maxAhead, maxAhead / 3, maxAhead / 3, maxAhead / 3, maxAhead / 3, 3 * maxAhead}
	var mu sync.Mutex
	held, many := 0, 0
	work := func(_ context.Context, n int) int {
		mu.Lock()
		defer mu.Unlock()
		held, many = held+n, many+1
		if held > maxAhead && many > 1 {
			t.Errorf("%d bytes in %d items", held, many)
		}
		return n
	}
	var got []int
	for n := range ahead(t.Context(), 8, slices.Values(sizes), func(n int) int { return n }, work) {
		got = append(got, n)
		mu.Lock()
		held, many = held-n, many-1
		mu.Unlock()
	}
	if !slices.Equal(got, sizes) {
		t.Errorf("got %v", got)
	}
}
