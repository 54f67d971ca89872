package match

import (
	"math/rand/v2"
	"testing"
)

// A state to start with is found again by its contexts, and by no others.
func TestStarts(t *testing.T) {
	var all starts
	known := map[[2]uint64]int32{}
	r := rand.New(rand.NewPCG(1, 2))
	for n := range int32(500) {
		bits := [2]uint64{r.Uint64N(40), r.Uint64N(40) << 50}
		state, is := all.find(bits[:])
		if want, was := known[bits]; is != was || state != want {
			t.Fatalf("%v: %d %v, want %d %v", bits, state, is, want, was)
		}
		if !is {
			known[bits] = n + 1
			all.put(bits[:], n+1)
		}
	}
}

// What a state does is told by its moves, whatever they go over.
func TestTraits(t *testing.T) {
	m := newAssembler()
	const list, made = builtins, builtins + 1
	end := m.accept(0)
	m.start = m.split(m.step(list, end), m.step(made, end), m.not(list, end), m.gap(end), end)
	v := &newMover(&m.machine, [2]class{made, made + 1}).moves
	for n := range v.all {
		want := goesOn
		switch mv := v.all[n]; {
		case mv.op == opAccept:
			want = accepts
		case mv.op == opStep && mv.arg == made:
			want |= overMatches
		}
		if got := v.traits([]int32{int32(n)}); got != want {
			t.Errorf("move %d, %+v: %b, want %b", n, v.all[n], got, want)
		}
	}
	if got := v.traits(v.these(v.begin)); got != accepts|goesOn|overMatches {
		t.Errorf("all moves: %b", got)
	}
	if got := v.traits(nil); got != 0 {
		t.Errorf("no moves: %b", got)
	}
}
