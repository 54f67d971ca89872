package match

import (
	"math/rand/v2"
	"testing"
)

// A step leads where it would if it were built for the whole of a token's classes, whatever of them the state asks for; and
// tokens that differ in what a state does not ask for share one step of it.
func TestColumnsThatTellTheSame(t *testing.T) {
	const some = 6 // classes behind the built-in ones
	r := rand.New(rand.NewPCG(1, 2))
	m := newAssembler()
	end := m.accept(0)
	var starts []int32
	for range 40 {
		next := end
		for range 1 + r.IntN(4) {
			switch c := builtins + class(r.IntN(some)); r.IntN(6) {
			case 0:
				next = m.not(c, next)
			case 1:
				next = m.split(next, m.gap(next))
			default:
				next = m.step(c, next)
			}
		}
		starts = append(starts, next)
	}
	m.start = m.split(starts...)
	s := new(stage)
	s.move(&m.machine, nil)
	d, all := newDFA(s), sets{}
	at, built := d.start, 0
	for range 5_000 {
		set := []class{anyToken}
		for _, c := range []class{wordToken, breakMark, builtins, builtins + 1, builtins + 2, builtins + 3, builtins + 4, builtins + 5} {
			if r.IntN(3) == 0 {
				set = append(set, c)
			}
		}
		n := all.intern(set)
		to := d.step(at, n, &all)
		if want := d.build(at, d.column[n]); to != want {
			t.Fatalf("from %d over %v: to %d, want %d", at, set, to, want)
		}
		if at != d.start && d.telling(at, d.column[n]) == d.column[n] {
			built++
		}
		if at = to.state(); at == 0 {
			at = d.start
		}
	}
	if built == 0 || built > 4_000 {
		t.Errorf("of 5,000 steps %d are asked for every class", built)
	}
}
