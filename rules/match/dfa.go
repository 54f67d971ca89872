package match

import (
	"encoding/binary"
	"slices"
)

const (
	maxStates = 1 << 15 // of a lazily built automaton
	maxCells  = 1 << 21 // of its transitions
)

// A dfa is the deterministic automaton of a stage's machine, built as texts ask for it. State 0 is dead. Past its
// bounds it starts afresh, which costs time, never a match: a step that has to be built anew costs no more than the
// machine has states, so that a text of which every step is new is still read in linear time.
type dfa struct {
	machine *machine
	stage   *stage
	rules   []compiledRule
	columns sets             // the sets of used classes
	column  []int32          // by set of a token or edge, its column; -1 where not yet known
	closure map[int32]extent // by machine state: the consuming and accepting states reached without a token, in reached
	reached []int32
	states  []dstate
	cells   int
	index   map[uint64]int32 // by the hash of its members, a state; the next with that hash is linked to it
	unions  map[uint64]int32
	start   int32            // where no context ends
	starts  map[string]int32 // by the contexts that end before the start
	key     []byte
	members []int32  // working memory of build and union, as what follows
	seen    []uint64 // a bit a state of the machine
	stack   []int32
}

type dstate struct {
	steps   []int32  // once there are more than few: by column, the next state; -1 where not yet known
	accepts *accepts // nil where it finds nothing
	few     []hop    // the first steps that texts asked for
	members []int32  // states of the machine, sorted
	alike   int32    // the next state of the same hash, or 0
}

// A hop is a step of a state that knows few.
type hop struct{ column, to int32 }

// maxFew is how many hops are looked through.
const maxFew = 6

// Accepts is what a state finds at its place.
type accepts struct {
	matches  []int32  // rules that match
	excepts  []int32  // rules with an exception here
	precedes []uint64 // bits of the rules whose context before ends here
	follows  []uint64 // bits of the rules whose context after is found here
}

func newDFA(s *stage, rules []compiledRule) *dfa {
	d := &dfa{machine: &s.machine, stage: s, rules: rules, columns: newSets(), closure: map[int32]extent{}}
	d.reset()
	return d
}

func (d *dfa) reset() {
	d.states = []dstate{{}}
	d.index = map[uint64]int32{hashOfMembers(nil): 0}
	d.unions = map[uint64]int32{}
	d.cells = 0
	d.members = append(d.members[:0], d.reach(d.machine.start)...)
	d.start = d.intern()
	d.starts = map[string]int32{}
}

// startAfter is the state to start with where contexts end, a bit each.
func (d *dfa) startAfter(contexts []uint64) int32 {
	d.key = d.key[:0]
	for _, bits := range contexts {
		d.key = binary.LittleEndian.AppendUint64(d.key, bits)
	}
	n, known := d.starts[string(d.key)]
	if !known {
		d.members = append(d.members[:0], d.reach(d.machine.start)...)
		for _, e := range d.stage.entries {
			if contexts[e.after/64]>>(e.after%64)&1 == 1 {
				d.members = append(d.members, d.reach(e.start)...)
			}
		}
		n = d.intern()
		d.starts[string(d.key)] = n
	}
	return n
}

// full reports whether the automaton has to start afresh before the next match.
func (d *dfa) full() bool { return len(d.states) > maxStates || d.cells > maxCells }

// reach is the closure of one state of the machine.
func (d *dfa) reach(s int32) []int32 {
	e, known := d.closure[s]
	if !known {
		e.at = uint32(len(d.reached))
		d.spread(s)
		e.length = uint32(len(d.reached)) - e.at
		d.closure[s] = e
	}
	return d.reached[e.at : e.at+e.length]
}

// spread appends the closure of a state to reached.
func (d *dfa) spread(s int32) {
	d.seen = zeroed(d.seen, bitWords(int32(len(d.machine.states))))
	d.stack = append(d.stack[:0], s)
	for len(d.stack) > 0 {
		at := d.stack[len(d.stack)-1]
		d.stack = d.stack[:len(d.stack)-1]
		if d.seen[at/64]>>(at%64)&1 == 1 {
			continue
		}
		d.seen[at/64] |= 1 << (at % 64)
		switch st := &d.machine.states[at]; st.op {
		case opSplit:
			d.stack = append(d.stack, d.machine.ways(st)...)
		case opOpen, opClose:
			d.stack = append(d.stack, st.next)
		default:
			d.reached = append(d.reached, at)
		}
	}
}

// intern gives the number of the set of machine states in d.members.
func (d *dfa) intern() int32 {
	slices.Sort(d.members)
	d.members = slices.Compact(d.members)
	hash := hashOfMembers(d.members)
	first, known := d.index[hash]
	for n := first; known; n = d.states[n].alike {
		if slices.Equal(d.states[n].members, d.members) {
			return n
		}
		if d.states[n].alike == 0 {
			break
		}
	}
	st := dstate{members: slices.Clone(d.members), alike: first}
	for _, m := range st.members {
		if s := &d.machine.states[m]; s.op == opAccept {
			if st.accepts == nil {
				st.accepts = new(accepts)
			}
			d.accept(st.accepts, s.arg)
		}
	}
	n := int32(len(d.states))
	d.states = append(d.states, st)
	d.cells += len(st.members)
	d.index[hash] = n
	return n
}

func hashOfMembers(all []int32) uint64 {
	h := uint64(len(all))
	for _, m := range all {
		h = join(h, uint64(m))
	}
	return h
}

// accept adds what an accepting state says to what a state finds.
func (d *dfa) accept(a *accepts, arg int32) {
	rule := arg >> acceptBits
	switch arg & (1<<acceptBits - 1) {
	case aMatch:
		a.matches = append(a.matches, rule)
	case anException:
		a.excepts = append(a.excepts, rule)
	case whatPrecedes:
		a.precedes = setBit(a.precedes, d.rules[rule].after, d.stage.afters)
	case whatFollows:
		a.follows = setBit(a.follows, d.rules[rule].before, d.stage.befores)
	}
}

func setBit(bits []uint64, i, n int32) []uint64 {
	if bits == nil {
		bits = make([]uint64, bitWords(n))
	}
	bits[i/64] |= 1 << (i % 64)
	return bits
}

// bitWords is the number of words that n bits take.
func bitWords(n int32) int { return int(n+63) / 64 }

// step is the state after a token or edge of that set of classes.
func (d *dfa) step(from, set int32, all *sets) int32 {
	if int(set) >= len(d.column) || d.column[set] < 0 {
		d.narrow(set, all)
	}
	column := d.column[set]
	s := &d.states[from]
	if int(column) < len(s.steps) && s.steps[column] >= 0 {
		return s.steps[column]
	}
	for _, h := range s.few {
		if h.column == column {
			return h.to
		}
	}
	return d.build(from, column)
}

// narrow finds the column of a set: the classes of it that the machine tells apart.
func (d *dfa) narrow(set int32, all *sets) {
	for len(d.column) <= int(set) {
		d.column = append(d.column, -1)
	}
	var left []class
	for _, c := range all.classes[set] {
		if _, used := slices.BinarySearch(d.stage.used, c); used {
			left = append(left, c)
		}
	}
	d.column[set] = d.columns.intern(left)
}

// build finds a step that no text has asked for yet.
func (d *dfa) build(from, column int32) int32 {
	d.members = d.members[:0]
	for _, m := range d.states[from].members {
		if s := &d.machine.states[m]; d.columns.passes(s, column) {
			d.members = append(d.members, d.reach(s.next)...)
		}
	}
	to := d.intern()
	d.learn(&d.states[from], hop{column, to})
	return to
}

// learn notes a step of a state.
func (d *dfa) learn(s *dstate, h hop) {
	if s.steps == nil && len(s.few) < maxFew {
		s.few = append(s.few, h)
		d.cells += 2
		return
	}
	for _, h := range append(s.few, h) {
		for len(s.steps) <= int(h.column) {
			s.steps = append(s.steps, -1)
			d.cells++
		}
		s.steps[h.column] = h.to
	}
	s.few = nil
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
		d.members = append(append(d.members[:0], d.states[a].members...), d.states[b].members...)
		n = d.intern()
		d.unions[key] = n
	}
	return n
}
