package match

import (
	"iter"
	"slices"

	"sayso/rules/phrase"
	"sayso/rules/token"
)

// A Mutable is a program from which phrases and parts of them can be taken out one at a time, as mutation testing does, to
// see who notices. It is used by one goroutine at a time; its mutants by any.
type Mutable struct {
	*Program
	stages []stageParts
	rules  []gates // by rule
	scan   *scan
	behind []map[int32][]*phrase.Node // by stage, of a move, the parts that it begins
	taken  map[passage][]*phrase.Node
}

// Gates are, by part, the states of a machine that lead into it and nowhere else.
type gates map[*phrase.Node][]int32

// The stageParts are what the moves of a stage are made of, and the gates of its machine.
type stageParts struct {
	machine machine
	behind  []int32 // the first states of its entries' phrases
	gates   gates
	whole   *mover
	through map[int32][]int32 // by gate, the states from which it is come to without going over anything
}

// A passage is a step of a stage's automaton: from a state, over a column.
type passage struct {
	dfa          *dfa
	from, column int32
}

// CompileMutable compiles a grammar so that each of the parts can be taken out: phrases of it and nodes in them.
func CompileMutable(g Grammar, parts []*phrase.Node) (*Mutable, error) {
	mutable := map[*phrase.Node]bool{}
	for _, n := range parts {
		mutable[n] = true
	}
	p, b, err := compile(g, mutable)
	if err != nil {
		return nil, err
	}
	m := &Mutable{Program: p, stages: b.parts, rules: b.ruleGates, taken: map[passage][]*phrase.Node{}}
	for i := range m.stages {
		s := &m.stages[i]
		v := p.stages[i].move(&s.machine, s.behind)
		s.whole, s.through = v, v.through(s.gates)
		behind := map[int32][]*phrase.Node{}
		for n, states := range s.gates {
			for _, gate := range states {
				for _, first := range v.these(v.reach(gate)) {
					behind[first] = append(behind[first], n)
				}
			}
		}
		m.behind = append(m.behind, behind)
	}
	m.scan = newScan(p)
	return m, nil
}

// through is, by gate, from which of the states that are known it is come to without going over anything.
func (v *mover) through(all gates) map[int32][]int32 {
	through := map[int32][]int32{}
	for _, states := range all {
		for _, g := range states {
			through[g] = nil
		}
	}
	reached := v.reached
	for start := range v.known {
		v.reached = reached
		v.walk(start)
		for g, from := range through {
			if v.seen[g/64]>>(g%64)&1 == 1 {
				through[g] = append(from, start)
			}
		}
	}
	v.reached = reached
	return through
}

// Without is the program as if the part were not in the grammar. It reads with what was learnt of words, and of the stages that
// the part is not in, by others before: done gives that back.
func (m *Mutable) Without(part *phrase.Node) (p *Program, done func()) {
	mutant := *m.Program
	mutant.scans = make(chan *scan, 1)
	mutant.stages, mutant.rules = slices.Clone(mutant.stages), slices.Clone(mutant.rules)
	for i := range mutant.rules {
		mutant.rules[i].machine.states = shut(mutant.rules[i].machine.states, m.rules[i][part])
	}
	s := m.borrow()
	whole, known := slices.Clone(s.dfas), len(s.first)
	for i := range m.stages {
		if gates := m.stages[i].gates[part]; len(gates) > 0 {
			m.stages[i].without(gates, &mutant.stages[i])
			s.dfas[i] = newDFA(&mutant.stages[i])
		}
	}
	s.Program = &mutant
	mutant.giveBack(s)
	return &mutant, func() { m.takeBack(&mutant, whole, known) }
}

// takeBack keeps for others what a mutant has read with: the automata were those, and so many sets were known of which stages they
// begin. A scan that has started afresh meanwhile is left.
func (m *Mutable) takeBack(mutant *Program, whole []*dfa, known int) {
	s := mutant.borrow()
	if !slices.ContainsFunc(s.dfas, func(d *dfa) bool { return slices.Contains(whole, d) }) {
		return
	}
	s.Program, s.dfas = m.Program, whole
	s.first = s.first[:min(known, len(s.first))]
	m.giveBack(s)
}

// without changes a stage as if some gates led nowhere: what went through them leads elsewhere.
func (s *stageParts) without(gates []int32, to *stage) {
	v := mover{machine: &machine{}, number: s.whole.number, known: map[int32]extent{}}
	*v.machine = *s.whole.machine
	v.states = shut(v.states, gates)
	to.moves.all, to.entries = slices.Clone(to.moves.all), slices.Clone(to.entries)
	v.reached = slices.Clip(s.whole.reached)
	changed := map[int32]extent{}
	for _, g := range gates {
		for _, start := range s.through[g] {
			changed[start] = v.reach(start)
		}
	}
	for i := range v.states {
		if n := v.number[i]; n >= 0 && v.states[i].op != opAccept {
			if e, ok := changed[v.states[i].next]; ok {
				to.moves.all[n].then = e
			}
		}
	}
	if e, ok := changed[v.start]; ok {
		to.moves.begin = e
	}
	for i, start := range s.behind {
		if e, ok := changed[start]; ok {
			to.entries[i].start = e
		}
	}
	to.moves.reached = v.reached
}

// shut is the states with some gates that lead nowhere.
func shut(states []state, gates []int32) []state {
	if len(gates) == 0 {
		return states
	}
	states = slices.Clone(states)
	for _, g := range gates {
		states[g].next = 0
	}
	return states
}

// Begun are the parts of which a text has the first word where the part may stand: no other makes a difference to it.
func (m *Mutable) Begun(t *token.Text) map[*phrase.Node]bool {
	begun := map[*phrase.Node]bool{}
	stage := map[*dfa]int{}
	for i, d := range m.scan.dfas {
		stage[d] = i
		if d.past(2) { // afresh before a text, never in it
			d.reset()
			clear(m.taken)
		}
	}
	m.scan.passed = func(d *dfa, from, set int32) {
		at := passage{d, from, d.column[set]}
		parts, known := m.taken[at]
		if !known {
			for _, n := range d.states.at(from) {
				if d.stage.moves.passes(n, d.columns.at(at.column)) {
					parts = append(parts, m.behind[stage[d]][n]...)
				}
			}
			m.taken[at] = parts
		}
		for _, p := range parts {
			begun[p] = true
		}
	}
	m.scan.arena = arena{}
	m.scan.find(t)
	return begun
}

// Listed are the places of a text where a list's form stands, each with the list's name; those of name files too.
func (m *Mutable) Listed(t *token.Text) iter.Seq2[string, token.Range] {
	names := map[class]string{}
	for n, c := range m.lists.values {
		names[c] = m.lists.key(uint32(n))
	}
	return func(yield func(string, token.Range) bool) {
		m.scan.load(t)
		for i := range t.Tokens {
			for _, c := range m.scan.sets.at(m.scan.set[i]) {
				if name, ok := names[c]; ok && !yield(name, rangeOf(i, i+1)) {
					return
				}
			}
			for k := m.scan.edges.head[i]; k > 0; k = m.scan.edges.all[k].next {
				e := &m.scan.edges.all[k]
				for _, c := range m.scan.sets.at(e.set) {
					if name, ok := names[c]; ok && !yield(name, rangeOf(i, e.end)) {
						return
					}
				}
			}
		}
	}
}
