package match

import (
	"fmt"
	"slices"

	"sayso/rules/phrase"
	"sayso/rules/token"
)

// A builder makes the machines of a program.
type builder struct {
	*Program
	*speller
	namer   *namer
	grammar Grammar
	names   map[string]class // lists, token classes, types and rules by name
	phrases map[string]*phrase.Node
	fields  map[string]bool // of the type that the rule at hand makes: other captures are not kept
	next    class
	made    [2]class   // of types and rules: from one on, up to another
	text    token.Text // the literal at hand
	cut     []string   // its forms
	err     error

	mutable   map[*phrase.Node]bool
	parts     []stageParts // where there are mutable ones
	ruleGates []gates
}

// number numbers everything that has a name.
func (b *builder) number() {
	number := func(name string) class {
		c, ok := b.names[name]
		if !ok {
			c = b.next
			b.names[name] = c
			b.next++
		}
		return c
	}
	g, lists := &b.grammar, map[string]class{}
	var made []class
	for _, l := range g.Lists {
		lists[l.Name] = number(l.Name)
	}
	for _, name := range viewNames(g.Inflected) {
		lists[name] = number(name)
	}
	b.lists = tableOf(lists)
	b.expressions = newExpressions(g.Classes, number)
	for _, t := range g.Types {
		made = append(made, number(t.Name))
	}
	for _, r := range g.Rules {
		made = append(made, number(r.Short))
	}
	if len(made) > 0 {
		b.made = [2]class{slices.Min(made), slices.Max(made) + 1}
	}
	for _, f := range g.Phrases {
		b.phrases[f.Name] = f.Body
	}
}

func (b *builder) build() error {
	for _, l := range b.grammar.Lists {
		b.list(l)
	}
	b.inflect()
	kinds := b.kinds()
	order, err := b.order()
	if err != nil {
		return err
	}
	for i, r := range b.grammar.Rules {
		b.rules = append(b.rules, b.rule(i, r, kinds[r.Makes]))
	}
	for _, rules := range order {
		b.stages = append(b.stages, b.stage(rules))
	}
	return b.err
}

// An entry is where the phrase begins of a rule that something must precede: the moves that it begins with.
type entry struct {
	start extent // in moves.reached
	after int32
}

// stage makes the machine of some rules: their phrases, exceptions and contexts.
func (b *builder) stage(rules []int) stage {
	m := newAssembler()
	s := stage{made: b.made}
	var starts, behind []int32
	for _, i := range rules {
		s.rules = append(s.rules, int32(i))
		r := b.grammar.Rules[i]
		for what, nodes := range [][]*phrase.Node{r.Match, r.Except, {r.After}, {r.Before}} {
			for _, n := range nodes {
				if n == nil {
					continue
				}
				start := b.node(m, n, m.accept(int32(i)<<acceptBits|int32(what)), true)
				if what == int(aMatch) && r.After != nil {
					behind = append(behind, start)
					s.entries = append(s.entries, entry{after: s.afters})
				} else {
					starts = append(starts, start)
				}
			}
		}
		if r.After != nil {
			b.rules[i].after = s.afters
			s.afters++
		}
		if r.Before != nil {
			b.rules[i].before = s.befores
			s.befores++
		}
	}
	m.start = m.split(starts...)
	s.move(&m.machine, behind)
	if b.mutable != nil {
		b.parts = append(b.parts, stageParts{machine: m.machine, behind: behind, gates: m.gates})
	}
	return s
}

// move turns the stage's machine into moves; behind are the first states of its entries' phrases.
func (s *stage) move(m *machine, behind []int32) *mover {
	v := newMover(m, s.made)
	for i, start := range behind {
		s.entries[i].start = v.reach(start)
	}
	s.moves = v.moves
	return v
}

// usedBy are the classes that a machine tells apart, sorted.
func usedBy(m *machine) []class {
	var used []class
	for i := range m.states {
		switch st := &m.states[i]; st.op {
		case opStep:
			used = append(used, st.arg)
		case opNot:
			used = append(used, st.arg, wordToken)
		case opGap:
			used = append(used, anyToken, breakMark)
		}
	}
	slices.Sort(used)
	return slices.Compact(used)
}

// kinds numbers the types by name, and finds the group of each.
func (b *builder) kinds() map[string]int32 {
	kinds, groups := map[string]int32{}, map[string]int32{}
	for i, t := range b.grammar.Types {
		kinds[t.Name] = int32(i)
		key := t.Group
		if key == "" {
			key = "\x00" + t.Name
		}
		if _, ok := groups[key]; !ok {
			groups[key] = int32(len(groups))
		}
		b.groups = append(b.groups, groups[key])
		tier := slices.IndexFunc(b.grammar.Tiers, func(types []string) bool { return slices.Contains(types, t.Name) })
		b.tierOf = append(b.tierOf, int32(max(0, tier)))
	}
	return kinds
}

func (b *builder) rule(i int, r Rule, kind int32) compiledRule {
	c := compiledRule{
		Rule: Rule{Name: r.Name, Short: r.Short, Makes: r.Makes, Set: r.Set, Confidence: r.Confidence},
		kind: kind, classes: []class{b.names[r.Makes], b.names[r.Short]}, after: -1, before: -1,
	}
	b.fields = map[string]bool{}
	for _, f := range b.grammar.Types[kind].Fields {
		b.fields[f] = true
	}
	m := newAssembler()
	starts := []int32{}
	end := m.accept(int32(i) << acceptBits)
	for _, n := range r.Match {
		starts = append(starts, b.node(m, n, end, false))
	}
	m.start = m.split(starts...)
	c.machine = m.machine
	b.ruleGates = append(b.ruleGates, m.gates)
	return c
}

// node adds a phrase to a machine so that it goes on to next, and gives its first state. Without captures (bare)
// the machine is smaller.
func (b *builder) node(m *assembler, n *phrase.Node, next int32, bare bool) int32 {
	first := b.unmarked(m, n, next, bare)
	if b.mutable[n] {
		return m.gate(n, first)
	}
	return first
}

// unmarked is node without a gate before it.
func (b *builder) unmarked(m *assembler, n *phrase.Node, next int32, bare bool) int32 {
	switch n.Op {
	case phrase.Word:
		forms := b.tokens(n.Text)
		for i := len(forms) - 1; i >= 0; i-- {
			next = m.step(b.literal(forms[i]), next)
		}
		return next
	case phrase.Seq:
		for i := len(n.Kids) - 1; i >= 0; i-- {
			next = b.node(m, n.Kids[i], next, bare)
		}
		return next
	case phrase.Alt:
		outs := make([]int32, len(n.Kids))
		for i, k := range n.Kids {
			outs[i] = b.node(m, k, next, bare)
		}
		return m.split(outs...)
	case phrase.Repeat:
		return b.repeat(m, n, next, bare)
	case phrase.Gap:
		for i := 0; i < n.Max; i++ {
			next = m.split(next, m.gap(next))
		}
		return next
	default:
		return b.ref(m, n, next, bare)
	}
}

func (b *builder) repeat(m *assembler, n *phrase.Node, next int32, bare bool) int32 {
	out := next
	for i := n.Max; i > n.Min; i-- {
		out = m.split(b.node(m, n.Kids[0], out, bare), next)
	}
	for i := 0; i < n.Min; i++ {
		out = b.node(m, n.Kids[0], out, bare)
	}
	return out
}

// ref adds a reference, captured as its field.
func (b *builder) ref(m *assembler, n *phrase.Node, next int32, bare bool) int32 {
	if n.Not {
		return m.not(b.names[n.Name], next)
	}
	kept := !bare && b.fields[n.Field]
	if kept {
		next = m.close(n.Field, next)
	}
	first := next
	if body, ok := b.phrases[n.Name]; ok {
		first = b.node(m, body, next, bare)
	} else if c, ok := b.names[n.Name]; ok {
		first = m.step(c, next)
	} else if b.err == nil {
		b.err = fmt.Errorf("nothing is called %q", n.Name)
	}
	if !kept {
		return first
	}
	return m.open(n.Field, first)
}
