package match

import (
	"fmt"
	"regexp"
	"runtime"
	"strings"

	"sayso/rules/phrase"
	"sayso/rules/token"
)

// A Program is a compiled Grammar.
type Program struct {
	grammar     Grammar
	scanner     *token.Scanner
	vocabulary  vocabulary
	quoteMarks  map[string]bool
	expressions []expression
	names       map[string]class // lists, token classes, types and rules by name
	lists       map[class]bool   // the classes that are lists
	phrases     map[string]*phrase.Node
	numbers     map[string]int64
	trie        trie
	tables      []nameTable
	stages      []stage
	rules       []compiledRule
	typeOf      []int      // type index of each rule
	group       []int      // group of each type
	scans       chan *scan // that no reader of texts uses now
}

type expression struct {
	regexp *regexp.Regexp
	class  class
}

// A compiledRule holds what is needed of one rule once the automaton has found it.
type compiledRule struct {
	machine machine // its phrases, for captures
	after   int     // where the stage notes what must precede it, or -1
	before  int     // where the stage notes what must follow it, or -1
}

// What an accepting state of a stage's machine accepts: the low bits of its argument, the rule's number above them.
const (
	aMatch int32 = iota
	anException
	whatPrecedes
	whatFollows
	acceptBits = 2
)

// A stage is the rules that can be matched in one pass, for they lean on earlier stages alone.
type stage struct {
	machine machine
	rules   []int
	afters  int // rules with something that must precede them
	befores int // rules with something that must follow them
}

// Compile turns a checked Grammar into a Program.
func Compile(g Grammar) (*Program, error) {
	p := &Program{
		grammar: g, scanner: token.NewScanner(g.Writing), vocabulary: newVocabulary(),
		quoteMarks: map[string]bool{}, names: map[string]class{}, lists: map[class]bool{}, trie: newTrie(),
		phrases: map[string]*phrase.Node{}, numbers: map[string]int64{},
	}
	for name, c := range Builtins {
		p.names[name] = c
	}
	next := builtins
	number := func(name string) {
		if _, ok := p.names[name]; !ok {
			p.names[name] = next
			next++
		}
	}
	for _, q := range g.Writing.Quotes {
		p.quoteMarks[q.Open], p.quoteMarks[q.Close] = true, true
	}
	for word, n := range g.Numbers.Words {
		p.numbers[token.Fold(word)] = n
	}
	for _, l := range g.Lists {
		number(l.Name)
	}
	for _, c := range g.Classes {
		number(c.Name)
		p.expressions = append(p.expressions, expression{c.Regexp, p.names[c.Name]})
	}
	for _, t := range g.Types {
		number(t.Name)
	}
	for _, r := range g.Rules {
		number(r.Short)
	}
	for _, f := range g.Phrases {
		p.phrases[f.Name] = f.Body
	}
	b := builder{Program: p, next: next}
	if err := b.build(); err != nil {
		return nil, err
	}
	p.scans = make(chan *scan, runtime.GOMAXPROCS(0))
	return p, nil
}

// A builder makes the machines of a program.
type builder struct {
	*Program
	fields map[string]bool // of the type that the rule at hand makes: other captures are not kept
	next   class
	text   token.Text // the literal at hand
	err    error
}

func (b *builder) build() error {
	for _, l := range b.grammar.Lists {
		b.lists[b.names[l.Name]] = true
		b.list(l)
	}
	b.types()
	order, err := b.order()
	if err != nil {
		return err
	}
	b.rules = make([]compiledRule, len(b.grammar.Rules))
	for i, r := range b.grammar.Rules {
		b.rules[i] = b.rule(i, r)
	}
	for _, rules := range order {
		m := machine{}
		starts := []int32{}
		for _, i := range rules {
			r := b.grammar.Rules[i]
			for what, nodes := range [][]*phrase.Node{r.Match, r.Except, {r.After}, {r.Before}} {
				for _, n := range nodes {
					if n != nil {
						starts = append(starts, b.node(&m, n, m.accept(int32(i)<<acceptBits|int32(what)), true))
					}
				}
			}
		}
		m.start = m.split(starts...)
		b.stages = append(b.stages, b.surround(stage{machine: m, rules: rules}))
	}
	return b.err
}

// surround numbers the contexts of a stage's rules.
func (b *builder) surround(s stage) stage {
	for _, i := range s.rules {
		if b.grammar.Rules[i].After != nil {
			b.rules[i].after = s.afters
			s.afters++
		}
		if b.grammar.Rules[i].Before != nil {
			b.rules[i].before = s.befores
			s.befores++
		}
	}
	return s
}

// types finds the type of each rule and the group of each type.
func (b *builder) types() {
	index, groups := map[string]int{}, map[string]int{}
	for i, t := range b.grammar.Types {
		index[t.Name] = i
		key := t.Group
		if key == "" {
			key = "\x00" + t.Name
		}
		if _, ok := groups[key]; !ok {
			groups[key] = len(groups)
		}
		b.group = append(b.group, groups[key])
	}
	for _, r := range b.grammar.Rules {
		b.typeOf = append(b.typeOf, index[r.Makes])
	}
}

func (b *builder) rule(i int, r Rule) compiledRule {
	var c compiledRule
	b.fields = map[string]bool{}
	for _, f := range b.grammar.Types[b.typeOf[i]].Fields {
		b.fields[f] = true
	}
	starts := []int32{}
	end := c.machine.accept(int32(i) << acceptBits)
	for _, n := range r.Match {
		starts = append(starts, b.node(&c.machine, n, end, false))
	}
	c.machine.start = c.machine.split(starts...)
	c.after, c.before = -1, -1
	return c
}

// literal is the class of tokens with that form.
func (b *builder) literal(form string) class {
	forms, key := b.vocabulary.place(form)
	m := forms[key]
	if m.literal == 0 {
		m.literal = b.next
		b.next++
		forms[key] = m
	}
	return m.literal
}

// node adds a phrase to a machine so that it goes on to next, and gives its first state. Without captures (bare)
// the machine is smaller.
func (b *builder) node(m *machine, n *phrase.Node, next int32, bare bool) int32 {
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

func (b *builder) repeat(m *machine, n *phrase.Node, next int32, bare bool) int32 {
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
func (b *builder) ref(m *machine, n *phrase.Node, next int32, bare bool) int32 {
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

// tokens cuts a literal of a pack as articles are cut; a hyphen with spaces is a dash.
func (b *builder) tokens(s string) []string {
	b.scanner.ScanInto(&b.text, s)
	t := &b.text
	forms := make([]string, len(t.Tokens))
	for i := range t.Tokens {
		forms[i] = form(t, i)
	}
	if len(forms) == 1 && strings.TrimSpace(s) == "-" {
		forms[0] = "-"
	}
	return forms
}

// form is a token's form with its case: dashes are told apart by the space around them, "-" where it joins and
// "–" where it parts.
func form(t *token.Text, i int) string {
	w := t.Word(i)
	if t.Tokens[i].Kind == token.Number {
		return w
	}
	w = token.Exact(w)
	switch w {
	case "-", "–", "—", "−", "―":
		joined := t.Tokens[i].Glued && i+1 < len(t.Tokens) && t.Tokens[i+1].Glued
		if joined && (w == "-" || t.Tokens[i-1].Kind == token.Number && t.Tokens[i+1].Kind != token.Word) {
			return "-"
		}
		if w == "-" && !t.Tokens[i].Glued && i+1 < len(t.Tokens) && t.Tokens[i+1].Glued && t.Tokens[i+1].Kind == token.Number {
			return "−"
		}
		return "–"
	}
	return w
}
