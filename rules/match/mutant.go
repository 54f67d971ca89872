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
	m := &Mutable{Program: p, stages: b.parts, rules: b.ruleGates, scan: newScan(p), taken: map[passage][]*phrase.Node{}}
	for _, s := range m.stages {
		v := newMover(&s.machine, p.stages[0].made)
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
	return m, nil
}

// Without is the program as if the part were not in the grammar.
func (m *Mutable) Without(part *phrase.Node) *Program {
	p := *m.Program
	p.scans = make(chan *scan, cap(p.scans))
	p.stages, p.rules = slices.Clone(p.stages), slices.Clone(p.rules)
	for i := range p.stages {
		if all := m.stages[i]; len(all.gates[part]) > 0 {
			all.machine.states = shut(all.machine.states, all.gates[part])
			p.stages[i].entries = slices.Clone(p.stages[i].entries)
			p.stages[i].move(&all.machine, all.behind)
		}
	}
	for i := range p.rules {
		p.rules[i].machine.states = shut(p.rules[i].machine.states, m.rules[i][part])
	}
	return &p
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
