package match

import "testing"

// What is put in is found again, with all its bits; what has too many is not kept, and nothing else is found for it.
func TestSteps(t *testing.T) {
	var s steps
	to := func(from, column int32) goal { return goal((from*31+column*7)%(1<<goalBits-1)) + 1 }
	const some = 60
	for from := range int32(some) {
		for column := range int32(some) {
			s.put(from+1, column*60_000, to(from, column))
		}
	}
	for from := range int32(some) {
		for column := range int32(some) {
			if got := s.find(from+1, column*60_000); got != to(from, column) {
				t.Fatalf("from %d over %d: %d, want %d", from+1, column*60_000, got, to(from, column))
			}
		}
	}
	if got := s.find(some+1, 0); got != -1 {
		t.Errorf("a step that nobody put in leads to %d", got)
	}
	for _, big := range []struct {
		from, column int32
		to           goal
	}{{1 << stateBits, 1, 2}, {1, 1 << columnBits, 2}, {1, 1, 1 << goalBits}} {
		count := s.count
		s.put(big.from, big.column, big.to)
		if s.count != count || s.find(big.from, big.column) >= 0 {
			t.Errorf("%+v is kept", big)
		}
	}
}
