package match

import (
	"slices"

	"sayso/rules/phrase"
)

// A Shadow is a phrase that never comes first: wherever it holds, another of the same or of an excluding type holds from
// the same token to the same token, and was defined before.
type Shadow struct {
	Rule, Phrase int // indexes into Grammar.Rules and its Match
	By           int // the earlier rule; Rule itself where phrases of its own that stand before do
}

// Shadows finds the phrases that never come first. It takes classes of tokens for what they are by their names, so it
// finds those that repeat others or say less than they, not all that there are. Rules that phrases refer to by their own
// names are left out: they are of use wherever they hold.
func Shadows(g Grammar) ([]Shadow, error) {
	_, b, err := compile(g, nil)
	if err != nil {
		return nil, err
	}
	s := shadower{builder: b, wholes: make([]*dfa, len(g.Rules)), forms: map[class]int{}, named: map[string]bool{}}
	for n, literal := range b.literals {
		s.forms[literal] = n
	}
	for _, r := range g.Rules {
		for name := range b.references(r) {
			s.named[name] = true
		}
	}
	var all []Shadow
	for i := range g.Rules {
		all = append(all, s.rule(i)...)
	}
	return all, b.err
}

// A shadower compares the machines of phrases.
type shadower struct {
	*builder
	wholes []*dfa        // of all phrases of a rule, made when they are asked for
	forms  map[class]int // of literals
	named  map[string]bool
}

// rule finds the phrases of one rule.
func (s *shadower) rule(i int) []Shadow {
	r := s.grammar.Rules[i]
	if s.named[r.Short] {
		return nil
	}
	var all []Shadow
	for k := range r.Match {
		one := s.machine(r.Match[k : k+1])
		if k > 0 && s.within(one, automaton(s.machine(r.Match[:k]))) {
			all = append(all, Shadow{i, k, i})
			continue
		}
		for j := range i {
			if s.mayHide(&s.grammar.Rules[j], &r, j, i) && s.within(one, s.whole(j)) {
				all = append(all, Shadow{i, k, j})
				break
			}
		}
	}
	return all
}

// mayHide reports whether a match of the rule q goes before one of r at the same place: they exclude each other, and
// nothing keeps q from matching that does not keep r.
func (s *shadower) mayHide(q, r *Rule, j, i int) bool {
	if s.groups[s.rules[j].kind] != s.groups[s.rules[i].kind] {
		return false
	}
	if q.After != nil && !same(q.After, r.After) || q.Before != nil && !same(q.Before, r.Before) {
		return false
	}
	return !slices.ContainsFunc(q.Except, func(e *phrase.Node) bool {
		return !slices.ContainsFunc(r.Except, func(f *phrase.Node) bool { return same(e, f) })
	})
}

// same reports whether two phrases are written alike.
func same(a, b *phrase.Node) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Op == b.Op && a.Text == b.Text && a.Name == b.Name && a.Not == b.Not && a.Min == b.Min && a.Max == b.Max &&
		slices.EqualFunc(a.Kids, b.Kids, same)
}

// whole is the automaton of all phrases of a rule.
func (s *shadower) whole(i int) *dfa {
	if s.wholes[i] == nil {
		s.wholes[i] = automaton(s.machine(s.grammar.Rules[i].Match))
	}
	return s.wholes[i]
}

func automaton(m *machine) *dfa {
	s := new(stage)
	s.move(m, nil)
	return newDFA(s)
}

func (s *shadower) machine(phrases []*phrase.Node) *machine {
	m := newAssembler()
	end := m.accept(0)
	var starts []int32
	for _, n := range phrases {
		starts = append(starts, s.node(m, n, end, true))
	}
	m.start = m.split(starts...)
	return &m.machine
}

// maxCompared bounds the steps of one comparison; past it, nothing is said.
const maxCompared = 1 << 15

// within reports whether whatever the machine a goes over, b goes over too.
func (s *shadower) within(a *machine, b *dfa) bool {
	c := comparison{s: s, a: a, b: b, seen: map[[2]int32]bool{}}
	return c.holds(a.start, b.start)
}

// A comparison goes over what the machine a accepts, and follows b on the way.
type comparison struct {
	s     *shadower
	a     *machine
	b     *dfa
	seen  map[[2]int32]bool
	steps int
}

// holds reports whether b, in one of its sets of states, accepts all that a accepts from a state on.
func (c *comparison) holds(at, with int32) bool {
	key := [2]int32{at, with}
	if c.seen[key] {
		return true
	}
	c.seen[key] = true
	if c.steps++; c.steps > maxCompared || with == 0 {
		return false
	}
	switch st := &c.a.states[at]; st.op {
	case opSplit:
		return !slices.ContainsFunc(c.a.ways(st), func(out int32) bool { return !c.holds(out, with) })
	case opOpen, opClose:
		return c.holds(st.next, with)
	case opAccept:
		return c.b.accepting(with)
	default:
		return c.holds(st.next, c.step(with, st))
	}
}

// step is the set of states of b after what a state of a goes over, whatever that is.
func (c *comparison) step(with int32, st *state) int32 {
	d := c.b
	for _, m := range d.states.at(with) {
		if to := &d.stage.moves.all[m]; to.op != opAccept && c.s.covers(to, st) {
			d.add(d.stage.moves.then(m))
		}
	}
	d.collect()
	return d.intern()
}

// covers reports whether the move b goes over whatever a goes over.
func (s *shadower) covers(b *move, a *state) bool {
	if b.op == a.op && b.arg == a.arg {
		return true
	}
	switch {
	case b.op == opNot, a.op == opStep && a.arg == quotedEdge:
		return false
	case b.op == opGap:
		return a.op == opNot || a.op == opStep && (a.arg == wordToken || isShape(a.arg))
	case a.op == opNot:
		return b.arg == anyToken || b.arg == wordToken
	case a.op == opGap:
		return b.arg == anyToken
	}
	return s.implies(a.arg, b.arg)
}

func isShape(c class) bool { return c == capitalToken || c == capitalsToken || c == mixedToken }

// implies reports whether every token or edge of one class is of another.
func (s *shadower) implies(c, of class) bool {
	switch {
	case isShape(c):
		return of == wordToken || of == anyToken
	case c == wordToken || c == markToken:
		return of == anyToken
	}
	if n, ok := s.forms[c]; ok {
		return slices.ContainsFunc(s.members[n], func(m member) bool { return m.class == of })
	}
	for i := range s.Program.rules {
		if r := &s.Program.rules[i]; r.classes[1] == c {
			return r.classes[0] == of
		}
	}
	return false
}
