package match

import "math/bits"

const (
	maxStates  = 1 << 15 // of a lazily built automaton
	maxCells   = 1 << 21 // of its states' members and its steps
	maxColumns = 1 << 16 // of all that tokens are to it
)

// A dfa is the deterministic automaton of a stage's moves, built as texts ask for it. State 0 is dead. Past its bounds
// it starts afresh, which costs time, never a match: a step that has to be built anew costs no more than the machine has
// states, so that a text of which every step is new is still read in linear time.
type dfa struct {
	stage    *stage
	columns  sets      // of places in stage.classes, by the numbers of columns
	column   []int32   // by set of a token or edge; -1 where not yet known
	states   sets      // of moves that are all possible at one place
	does     []trait   // by state
	asks     rows      // by state, the classes that its moves ask for, sorted; of those that came since, nil where nobody needed them yet
	takes    [][]int32 // by state, what it accepts, see accepted; nil where nobody needed it yet
	steps    steps     // that texts have asked for
	foreseen steps     // those of an image: apart, for a table of what texts ask for alone is the smaller one
	firsts   []goal    // by column, where a step from start leads; -1 where not yet known
	cells    int
	unions   map[uint64]int32
	start    int32   // where no context ends
	starts   starts  // where some do
	members  []int32 // working memory of build and union, as what follows
	scratch  []class
	first    []int32  // the only moves that were added, where it is so
	added    int      // how many times
	some     []uint64 // a bit a move, of what was added more than once
	low      int      // the first word of some that has bits
	high     int      // behind the last one
}

// A trait is something that a state does.
type trait uint8

const (
	accepts     trait = 1 << iota
	goesOn            // over anything
	overMatches       // goes on over those of earlier stages
)

func newDFA(s *stage) *dfa {
	d := emptyDFA(s)
	d.reset()
	return d
}

// emptyDFA has no states yet.
func emptyDFA(s *stage) *dfa {
	d := &dfa{stage: s, unions: map[uint64]int32{}}
	d.some = make([]uint64, bitWords(int32(len(s.moves.all))))
	d.low = len(d.some)
	return d
}

func (d *dfa) reset() {
	d.states, d.does, d.asks, d.steps, d.firsts, d.cells = sets{}, nil, rows{}, steps{}, nil, 0
	d.foreseen, d.takes = steps{}, nil
	d.columns, d.column = sets{}, nil
	d.unions, d.starts = map[uint64]int32{}, starts{}
	d.members = d.members[:0]
	d.intern() // the dead one
	d.members = append(d.members, d.stage.moves.these(d.stage.moves.begin)...)
	d.start = d.intern()
}

// full reports whether the automaton has to start afresh before the next match.
func (d *dfa) full() bool { return d.past(1) }

// past reports whether the automaton is past a part of its bounds.
func (d *dfa) past(part int) bool {
	return d.states.count() > maxStates/part || d.cells > maxCells/part || d.columns.count() > maxColumns/part
}

// add puts moves, sorted, into the set that is being made.
func (d *dfa) add(all []int32) {
	switch d.added++; d.added {
	case 1:
		d.first = all
		return
	case 2:
		d.mark(d.first)
	}
	d.mark(all)
}

func (d *dfa) mark(all []int32) {
	if len(all) == 0 {
		return
	}
	d.low, d.high = min(d.low, int(all[0]/64)), max(d.high, int(all[len(all)-1]/64)+1)
	for _, m := range all {
		d.some[m/64] |= 1 << (m % 64)
	}
}

// collect makes the moves that were added the members, and forgets them.
func (d *dfa) collect() {
	d.members = d.members[:0]
	if d.added == 1 {
		d.members = append(d.members, d.first...)
	}
	if d.added > 1 {
		for i := d.low; i < d.high; i++ {
			word := d.some[i]
			d.some[i] = 0
			for ; word != 0; word &= word - 1 {
				d.members = append(d.members, int32(i*64+bits.TrailingZeros64(word)))
			}
		}
	}
	d.added, d.low, d.high = 0, len(d.some), 0
}

// intern gives the number of the set of moves in d.members, which are sorted.
func (d *dfa) intern() int32 {
	n, fresh := d.states.number(d.members)
	if fresh {
		d.cells += len(d.members)
		d.does = append(d.does, d.stage.moves.traits(d.members))
	}
	return n
}

// traits are what a state with those moves does.
func (v *moves) traits(all []int32) (what trait) {
	if n := len(all); n > 0 && all[n-1] >= v.accepts {
		what |= accepts
	}
	if len(all) > 0 && all[0] < v.accepts {
		what |= goesOn
	}
	if n := reaching(all, v.matches[0]); n < len(all) && all[n] < v.matches[1] {
		what |= overMatches
	}
	return what
}

// accepted is what those of a state's moves accept that do, the last of them first. It is kept where an image has the moves as
// well, for those lie far apart.
func (d *dfa) accepted(state int32) []int32 {
	if n := len(d.takes); n <= int(state) {
		d.takes = append(d.takes, make([][]int32, max(d.states.count(), 2*n)-n)...)
	}
	if d.takes[state] == nil {
		v, all := &d.stage.moves, d.states.at(state)
		for i := len(all) - 1; i >= 0 && all[i] >= v.accepts; i-- {
			d.takes[state] = append(d.takes[state], v.all[all[i]].arg)
		}
	}
	return d.takes[state]
}

// accepting reports whether one of a state's moves accepts.
func (d *dfa) accepting(state int32) bool { return d.does[state]&accepts != 0 }

// step is where a token or edge of that set of classes leads from a state.
func (d *dfa) step(from, set int32, all *sets) goal {
	if int(set) >= len(d.column) || d.column[set] < 0 {
		d.narrow(set, all)
	}
	column := d.column[set]
	if from == d.start {
		return d.begin(column)
	}
	if to := d.steps.find(from, column); to >= 0 {
		return to
	}
	return d.find(from, column)
}

// begin is the step from the start, which every match begins with.
func (d *dfa) begin(column int32) goal {
	for int(column) >= len(d.firsts) {
		d.firsts = append(d.firsts, -1)
	}
	if d.firsts[column] < 0 {
		d.firsts[column] = d.build(d.start, column)
		d.cells += stepCells
	}
	return d.firsts[column]
}

// build finds a step that no text has asked for yet.
func (d *dfa) build(from, column int32) goal {
	v, places, left := &d.stage.moves, d.columns.at(column), d.states.at(from)
	for _, p := range places {
		left = left[reaching(left, v.firsts[p]):]
		for len(left) > 0 && left[0] < v.firsts[p+1] {
			d.add(v.then(left[0]))
			left = left[1:]
		}
	}
	left = left[reaching(left, v.firsts[len(v.classes)]):]
	if len(left) > 0 && left[0] < v.gaps && v.has(places, wordToken) {
		for ; len(left) > 0 && left[0] < v.gaps; left = left[1:] {
			if !v.has(places, v.all[left[0]].arg) {
				d.add(v.then(left[0]))
			}
		}
	}
	left = left[reaching(left, v.gaps):]
	if len(left) > 0 && left[0] < v.accepts && v.has(places, anyToken) && !v.has(places, breakMark) {
		for ; len(left) > 0 && left[0] < v.accepts; left = left[1:] {
			d.add(v.then(left[0]))
		}
	}
	d.collect()
	to := d.intern()
	if d.accepting(to) {
		return goal(2*to + 1)
	}
	return goal(2 * to)
}

// reaching is the place of the first of some sorted numbers that is not below another. It is asked for every class of every
// step that is built.
func reaching(all []int32, least int32) int {
	from, to := 0, len(all)
	for from < to {
		if middle := int(uint(from+to) >> 1); all[middle] < least {
			from = middle + 1
		} else {
			to = middle
		}
	}
	return from
}

// among reports whether a number is one of some sorted ones, and its place.
func among(all []int32, n int32) (place int, is bool) {
	place = reaching(all, n)
	return place, place < len(all) && all[place] == n
}

// has reports whether a class is among those in some places.
func (v *moves) has(places []int32, c class) bool {
	p, used := among(v.classes, c)
	if used {
		_, used = among(places, int32(p))
	}
	return used
}

// passes reports whether a move goes over a token or edge with the classes in those places.
func (v *moves) passes(m int32, places []int32) bool {
	switch mv := &v.all[m]; mv.op {
	case opStep:
		return v.has(places, mv.arg)
	case opNot:
		return v.has(places, wordToken) && !v.has(places, mv.arg)
	case opGap:
		return v.has(places, anyToken) && !v.has(places, breakMark)
	}
	return false
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
		d.add(d.states.at(a))
		d.add(d.states.at(b))
		d.collect()
		n = d.intern()
		d.unions[key] = n
	}
	return n
}
