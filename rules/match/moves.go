package match

import (
	"cmp"
	"slices"
	"sort"
)

// Moves are a machine as an automaton follows it: its states that go over something or accept, and which of them each
// leads to. They are numbered in the order of what they go over, so that those of a set that go over a class stand
// together; those that accept come last.
type moves struct {
	all     []move
	reached []int32  // numbers of moves: what each of all leads to, sorted
	classes []class  // that moves go over, and those that decide where words and gaps are gone over; sorted
	firsts  []int32  // by classes, the first step over it; then where steps end
	gaps    int32    // the first that goes over a gap; between it and the steps are those over what is not of a class
	accepts int32    // the first that accepts
	matches [2]int32 // the first that goes over a match of an earlier stage, and the first behind those
	begin   extent   // in reached: those that a match begins with
}

// A move is one state of the machine.
type move struct {
	arg  int32
	op   op
	then extent // in reached
}

// then is what a move leads to.
func (v *moves) then(m int32) []int32 { return v.these(v.all[m].then) }

func (v *moves) these(e extent) []int32 { return v.reached[e.at : e.at+e.length] }

// A mover turns a machine into moves.
type mover struct {
	*machine
	moves
	number []int32          // by state, its move; -1 where it goes over nothing
	known  map[int32]extent // by state, what it reaches
	seen   []uint64         // a bit a state
	stack  []int32
}

func newMover(m *machine, made [2]class) *mover {
	v := &mover{machine: m, known: map[int32]extent{}, number: make([]int32, len(m.states))}
	var order []int32
	for i := range m.states {
		v.number[i] = -1
		switch m.states[i].op {
		case opSplit, opOpen, opClose:
		default:
			order = append(order, int32(i))
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		x, y := &m.states[a], &m.states[b]
		return cmp.Or(cmp.Compare(x.op, y.op), cmp.Compare(x.arg, y.arg), cmp.Compare(a, b))
	})
	for n, i := range order {
		v.number[i] = int32(n)
	}
	for _, i := range order {
		st := &m.states[i]
		made := move{arg: st.arg, op: st.op}
		if st.op != opAccept {
			made.then = v.reach(st.next)
		}
		v.all = append(v.all, made)
	}
	v.begin = v.reach(m.start)
	v.group(made)
	return v
}

// group finds where the moves over each class begin; those of matches are from one on, up to another.
func (v *mover) group(made [2]class) {
	v.classes = usedBy(v.machine)
	at := int32(0)
	until := func(o op, c class) int32 {
		for int(at) < len(v.all) && (v.all[at].op < o || v.all[at].op == o && v.all[at].arg < c) {
			at++
		}
		return at
	}
	for _, c := range v.classes {
		v.firsts = append(v.firsts, until(opStep, c))
	}
	v.firsts = append(v.firsts, until(opNot, -1))
	v.gaps, v.accepts = until(opGap, -1), until(opAccept, -1)
	for i, c := range made {
		v.matches[i] = int32(sort.Search(len(v.all), func(n int) bool { return v.all[n].op != opStep || v.all[n].arg >= c }))
	}
}

// reach is the moves that follow upon a state of the machine, without going over anything.
func (v *mover) reach(s int32) extent {
	e, known := v.known[s]
	if known {
		return e
	}
	from := len(v.reached)
	v.walk(s)
	slices.Sort(v.reached[from:])
	e = extent{uint32(from), uint32(len(v.reached) - from)}
	v.known[s] = e
	return e
}

// walk adds the moves that follow upon a state to those reached, and leaves in seen by which states it came to them.
func (v *mover) walk(s int32) {
	v.seen = zeroed(v.seen, bitWords(int32(len(v.states))))
	v.stack = append(v.stack[:0], s)
	for len(v.stack) > 0 {
		at := v.stack[len(v.stack)-1]
		v.stack = v.stack[:len(v.stack)-1]
		if v.seen[at/64]>>(at%64)&1 == 1 {
			continue
		}
		v.seen[at/64] |= 1 << (at % 64)
		switch st := &v.states[at]; st.op {
		case opSplit:
			v.stack = append(v.stack, v.ways(st)...)
		case opOpen, opClose:
			v.stack = append(v.stack, st.next)
		default:
			v.reached = append(v.reached, v.number[at])
		}
	}
}
