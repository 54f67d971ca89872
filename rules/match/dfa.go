package match

import (
	"encoding/binary"
	"slices"
)

// maxStates caps a lazily built automaton: past it the automaton starts afresh, which costs time, never a match.
const maxStates = 1 << 15

// A dfa is the deterministic automaton of a machine, built as texts ask for it. State 0 is dead.
type dfa struct {
	machine *machine
	sets    *sets
	closure [][]int32 // by machine state: the consuming and accepting states reached without a token
	states  []dstate
	index   map[string]int32
	unions  map[uint64]int32
	start   int32
}

type dstate struct {
	members []int32 // states of the machine, sorted
	accepts []int32 // arguments of the accepting ones
	steps   []int32 // by set, the next state; -1 where not yet known
}

func newDFA(m *machine, s *sets) *dfa {
	d := &dfa{machine: m, sets: s, closure: make([][]int32, len(m.states))}
	d.reset()
	return d
}

func (d *dfa) reset() {
	d.states = []dstate{{}}
	d.index = map[string]int32{"": 0}
	d.unions = map[uint64]int32{}
	d.start = d.intern(slices.Clone(d.reach(d.machine.start)))
}

// full reports whether the automaton has to start afresh before the next match.
func (d *dfa) full() bool { return len(d.states) > maxStates }

// reach is the closure of one state of the machine.
func (d *dfa) reach(s int32) []int32 {
	if d.closure[s] != nil {
		return d.closure[s]
	}
	seen := map[int32]bool{}
	var all []int32
	stack := []int32{s}
	for len(stack) > 0 {
		at := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if seen[at] {
			continue
		}
		seen[at] = true
		switch st := &d.machine.states[at]; st.op {
		case opSplit:
			stack = append(stack, st.outs...)
		case opOpen, opClose, opValue:
			stack = append(stack, st.next)
		default:
			all = append(all, at)
		}
	}
	d.closure[s] = all
	return all
}

// intern gives the number of a set of machine states.
func (d *dfa) intern(members []int32) int32 {
	slices.Sort(members)
	members = slices.Compact(members)
	key := make([]byte, 0, 4*len(members))
	for _, m := range members {
		key = binary.LittleEndian.AppendUint32(key, uint32(m))
	}
	if n, ok := d.index[string(key)]; ok {
		return n
	}
	n := int32(len(d.states))
	st := dstate{members: members}
	for _, m := range members {
		if s := &d.machine.states[m]; s.op == opAccept {
			st.accepts = append(st.accepts, s.arg)
		}
	}
	d.states = append(d.states, st)
	d.index[string(key)] = n
	return n
}

// step is the state after a token or edge of that set of classes.
func (d *dfa) step(from, set int32) int32 {
	s := &d.states[from]
	if int(set) < len(s.steps) && s.steps[set] >= 0 {
		return s.steps[set]
	}
	to := d.intern(d.next(s.members, set))
	s = &d.states[from]
	for len(s.steps) <= int(set) {
		s.steps = append(s.steps, -1)
	}
	s.steps[set] = to
	return to
}

func (d *dfa) next(members []int32, set int32) []int32 {
	var all []int32
	for _, m := range members {
		s := &d.machine.states[m]
		if s.op == opTrie {
			for _, c := range d.sets.classes[set] {
				if n, ok := s.branches[c]; ok {
					all = append(all, d.reach(n)...)
				}
			}
		} else if d.sets.passes(s, set) {
			all = append(all, d.reach(s.next)...)
		}
	}
	return all
}

// union is the state that stands for both.
func (d *dfa) union(a, b int32) int32 {
	switch {
	case a == b || b == 0:
		return a
	case a == 0:
		return b
	}
	key := uint64(min(a, b))<<32 | uint64(max(a, b))
	n, ok := d.unions[key]
	if !ok {
		n = d.intern(append(slices.Clone(d.states[a].members), d.states[b].members...))
		d.unions[key] = n
	}
	return n
}

// Sets numbers the sets of classes that tokens and edges have.
type sets struct {
	classes [][]class
	index   map[string]int32
}

func (s *sets) intern(set []class) int32 {
	slices.Sort(set)
	set = slices.Compact(set)
	key := make([]byte, 0, 4*len(set))
	for _, c := range set {
		key = binary.LittleEndian.AppendUint32(key, uint32(c))
	}
	if n, ok := s.index[string(key)]; ok {
		return n
	}
	n := int32(len(s.classes))
	s.classes = append(s.classes, slices.Clone(set))
	s.index[string(key)] = n
	return n
}

func (s *sets) has(set int32, c class) bool {
	_, ok := slices.BinarySearch(s.classes[set], c)
	return ok
}

// passes reports whether a state other than a trie's goes over a token or edge of that set.
func (s *sets) passes(st *state, set int32) bool {
	switch st.op {
	case opStep:
		return s.has(set, st.arg)
	case opNot:
		return s.has(set, wordToken) && !s.has(set, st.arg)
	case opGap:
		return s.has(set, anyToken) && !s.has(set, breakMark)
	}
	return false
}
