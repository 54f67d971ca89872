package match

import (
	"maps"
	"slices"
)

// A foreseen is what reading some texts has made of a program's automata. It is kept in the image: a reader begins with it where it
// lies, so that its first text finds most of the steps that it asks for.
type foreseen struct {
	sets  flatSets
	first []uint64 // by set, the stages whose matches may begin with it
	dfas  []flatDFA
}

// A flatDFA is an automaton as an image keeps it.
type flatDFA struct {
	columns flatSets
	column  []int32 // by set
	states  flatSets
	does    []trait
	asks    flatRows
	steps   []uint64
	firsts  []goal
	pairs   []uint64 // of states
	unions  []int32  // the states that stand for both
	ends    []uint64 // contexts that end at once, as many words each time
	begins  []int32  // the states to start with where they do
	start   int32
}

// Foresee makes readers begin with what texts ask for that are like these, and the program's image as well. It is called before
// the first reader.
func (p *Program) Foresee(texts []string) {
	s := newScan(p)
	for _, text := range texts {
		s.arena.reuse()
		s.scanner.ScanInto(&s.cut, text)
		s.find(&s.cut)
	}
	f := foreseen{first: s.first, sets: s.sets.flat()}
	for _, d := range s.dfas {
		f.dfas = append(f.dfas, d.flat())
	}
	p.foreseen = f
}

// flat is the automaton as an image keeps it.
func (d *dfa) flat() flatDFA {
	for state := range d.states.count() {
		d.asked(int32(state))
	}
	f := flatDFA{
		columns: d.columns.flat(), column: d.column, states: d.states.flat(), does: d.does, asks: d.asks.flat(),
		steps: d.steps.slots, firsts: d.firsts, start: d.start,
	}
	for _, pair := range slices.Sorted(maps.Keys(d.unions)) {
		f.pairs, f.unions = append(f.pairs, pair), append(f.unions, d.unions[pair])
	}
	f.ends, f.begins = d.starts.ends, d.starts.states
	return f
}

// resumed is the automaton of an image. What is small is copied, so that it can grow.
func resumed(st *stage, f *flatDFA) *dfa {
	d := emptyDFA(st)
	d.columns, d.column, d.states = setsOf(f.columns), slices.Clone(f.column), setsOf(f.states)
	d.does, d.asks = slices.Clone(f.does), rows{kept: f.asks}
	d.firsts, d.start = slices.Clone(f.firsts), f.start
	d.foreseen = steps{slots: f.steps}
	for i, pair := range f.pairs {
		d.unions[pair] = f.unions[i]
	}
	words := bitWords(d.stage.afters)
	for i, state := range f.begins {
		d.starts.put(f.ends[i*words:(i+1)*words], state)
	}
	return d
}

func layoutForeseen(c *codec, f *foreseen) {
	c.sets(&f.sets)
	flat(c, &f.first)
	every(c, &f.dfas, func(d *flatDFA) {
		c.sets(&d.columns)
		flat(c, &d.column)
		c.sets(&d.states)
		flat(c, &d.does)
		c.rows(&d.asks)
		flat(c, &d.steps)
		flat(c, &d.firsts)
		flat(c, &d.pairs)
		flat(c, &d.unions)
		flat(c, &d.ends)
		flat(c, &d.begins)
		one(c, &d.start)
	})
}

func (c *codec) rows(r *flatRows) {
	flat(c, &r.ends)
	flat(c, &r.all)
}

func (c *codec) sets(s *flatSets) {
	c.rows(&s.flatRows)
	flat(c, &s.slots)
}
