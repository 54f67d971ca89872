package match

import (
	"maps"
	"runtime"
	"slices"

	"sayso/rules/phrase"
	"sayso/rules/token"
)

// A Program is a compiled Grammar.
type Program struct {
	writing     token.Writing
	numbers     Numbers // without its words
	numberWords table[int64]
	types       []Type
	groups      []int32 // by type: those of one group exclude each other
	rules       []compiledRule
	expressions expressions
	lists       table[class]
	vocabulary  vocabulary
	inflections inflections
	gazetteer   gazetteer
	hasNames    []bool // by class, whether it is that of a list with name files
	stages      []stage
	tiers       []int32 // by tier, where its stages end
	tierOf      []int32 // by type
	weights     weights
	foreseen    foreseen
	scanner     *token.Scanner
	quoteMarks  map[string]bool
	made        []Rule   // the rules as others see them
	listNames   []string // by class; empty where it is that of no list
	typeNumbers map[string]int
	scans       chan *scan // that no reader of texts uses now
}

// A compiledRule holds what is needed of one rule once the automaton has found it.
type compiledRule struct {
	Rule            // without its phrases
	kind    int32   // the number of the type that it makes
	classes []class // of its matches
	machine machine // its phrases, for captures
	after   int32   // where the stage notes what must precede it, or -1
	before  int32   // where the stage notes what must follow it, or -1
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
	moves   moves   // they begin with what may begin anywhere
	entries []entry // the phrases that may begin after a context alone
	rules   []int32
	afters  int32    // rules with something that must precede them
	befores int32    // rules with something that must follow them
	made    [2]class // the classes of matches: from one on, up to another; images do without
}

// Compile turns a checked Grammar into a Program.
func Compile(g Grammar) (*Program, error) {
	p, _, err := compile(g, nil)
	return p, err
}

// compile is Compile, with the builder that made the program. The mutable parts have gates of their own.
func compile(g Grammar, mutable map[*phrase.Node]bool) (*Program, *builder, error) {
	p := &Program{writing: g.Writing, numbers: g.Numbers, types: g.Types}
	b := &builder{
		Program: p, grammar: g, speller: newSpeller(), namer: newNamer(g.Lists), names: maps.Clone(Builtins), next: builtins,
		phrases: map[string]*phrase.Node{}, mutable: mutable,
	}
	words := map[string]int64{}
	for word, n := range g.Numbers.Words {
		words[token.Fold(word)] = n
	}
	p.numbers.Words, p.numberWords = nil, tableOf(words)
	p.prepare()
	b.number()
	if err := b.build(); err != nil {
		return nil, nil, err
	}
	p.vocabulary, p.gazetteer = b.speller.done(), b.namer.done()
	p.weigh(g.Weights)
	p.inflections.prepare()
	p.expressions.prepare()
	p.show()
	return p, b, nil
}

// prepare makes what a program needs besides what is kept of it.
func (p *Program) prepare() {
	p.scanner = token.NewScanner(p.writing)
	p.quoteMarks = map[string]bool{}
	for _, q := range p.writing.Quotes {
		p.quoteMarks[q.Open], p.quoteMarks[q.Close] = true, true
	}
	p.scans = make(chan *scan, runtime.GOMAXPROCS(0))
}

// show makes what others see: the rules, and the names of types and lists.
func (p *Program) show() {
	p.typeNumbers = make(map[string]int, len(p.types))
	for i := range p.types {
		p.typeNumbers[p.types[i].Name] = i
	}
	p.made = make([]Rule, len(p.rules))
	for i := range p.rules {
		p.made[i] = p.rules[i].Rule
	}
	p.listNames = nil
	if len(p.lists.values) > 0 {
		p.listNames = make([]string, slices.Max(p.lists.values)+1)
	}
	for n, c := range p.lists.values {
		p.listNames[c] = p.lists.key(uint32(n))
	}
}
