package rules

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"sayso/rules/match"
	"sayso/rules/phrase"
	"sayso/rules/token"
)

// The kinds of parts that examples cover.
const (
	PhrasePart      = "phrase"      // of match, after, before, or a body of a named phrase
	AlternativePart = "alternative" // one of ( a | b )
	ExceptionPart   = "exception"   // one of except
	EntryPart       = "entry"       // a form of a list
)

// A Part is a piece of a pack that an example may depend on.
type Part struct {
	Pos
	Kind string
	Of   string // what it is a part of: "rule amount", "phrase worth", "list currency"
	Text string // as it is written
	// Covered tells that an example fails without the part; of a list's entry, that an example holds the form.
	Covered bool
	// Instance is a text that a rule reads otherwise without the part, made of the words of lists and examples; empty where it
	// was not asked for or none was found.
	Instance string
}

// A piece is a part with its phrase.
type piece struct {
	Part
	node *phrase.Node
	list string // of an entry
}

// Cover finds which parts of a pack, and of those that it inherits, its examples cover: each phrase, alternative and
// exception is taken out in turn, and the examples that have to do with it are run. Examples that fail by themselves
// cover nothing. The parts are ordered by place. Of a phrase or exception that no example covers, an instance is looked for
// where instances are asked for.
func (p *Pack) Cover(instances bool) ([]Part, error) {
	pieces := p.scope.pieces()
	var nodes []*phrase.Node
	for _, piece := range pieces {
		if piece.Kind != EntryPart {
			nodes = append(nodes, piece.node)
		}
	}
	program, err := match.CompileMutable(p.Grammar, nodes)
	if err != nil {
		return nil, err
	}
	c := coverage{pack: p, program: program, begun: map[*phrase.Node][]trial{}, forms: map[string]bool{}}
	for i, rule := range p.Rules {
		for _, e := range rule.Examples {
			for _, v := range e.Variants() {
				c.example(i, v)
			}
		}
	}
	c.entries(pieces)
	c.mutants(pieces)
	if instances {
		c.instances(pieces)
	}
	parts := make([]Part, len(pieces))
	for i := range pieces {
		parts[i] = pieces[i].Part
	}
	slices.SortStableFunc(parts, func(a, b Part) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return parts, nil
}

// A coverage is what the examples of a pack have to do with.
type coverage struct {
	pack    *Pack
	program *match.Mutable
	begun   map[*phrase.Node][]trial // the examples that may depend on a part
	forms   map[string]bool          // the lists' forms in examples
}

// example takes in what a variant of an example has to do with, unless it fails.
func (c *coverage) example(rule int, e Example) {
	t := trial{pack: c.pack, rule: rule, text: c.program.Tokenise(e.Text), want: e.Want}
	if !t.holds(c.program.Program) {
		return
	}
	for node := range c.program.Begun(t.text) {
		c.begun[node] = append(c.begun[node], t)
	}
	for list, at := range c.program.Listed(t.text) {
		c.forms[formKey(list, t.text, at)] = true
	}
}

// formKey is a list and words, by which forms are known again.
func formKey(list string, t *token.Text, at token.Range) string {
	key := list
	for i := at.Start; i < at.End; i++ {
		key += " " + token.Fold(t.Word(i))
	}
	return key
}

// entries finds the entries of which an example holds a form.
func (c *coverage) entries(pieces []piece) {
	for i, p := range pieces {
		if p.Kind != EntryPart {
			continue
		}
		pieces[i].Covered = slices.ContainsFunc(c.pack.scope.texts(p.node), func(text string) bool {
			t := c.program.Tokenise(text)
			return c.forms[formKey(p.list, t, token.Range{End: len(t.Tokens)})]
		})
	}
}

// mutants takes the other parts out in turn.
func (c *coverage) mutants(pieces []piece) {
	var wait sync.WaitGroup
	next := make(chan *piece)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for p := range next {
				mutant, done := c.program.Without(p.node)
				p.Covered = slices.ContainsFunc(c.begun[p.node], func(t trial) bool { return !t.holds(mutant) })
				done()
			}
		})
	}
	for i := range pieces {
		if pieces[i].Kind != EntryPart && len(c.begun[pieces[i].node]) > 0 {
			next <- &pieces[i]
		}
	}
	close(next)
	wait.Wait()
}

// instances looks for a text for each phrase and exception that is not covered.
func (c *coverage) instances(pieces []piece) {
	in := c.instancer()
	for i := range pieces {
		if p := &pieces[i]; !p.Covered && (p.Kind == PhrasePart || p.Kind == ExceptionPart) {
			p.Instance = in.instance(p.node)
		}
	}
}

// pieces are those of all that is in force.
func (s *scope) pieces() []piece {
	var all []piece
	for _, d := range s.defs {
		switch d := d.(type) {
		case *part:
			all = append(all, piecesOf(PhrasePart, "phrase "+d.name, d.bodies)...)
		case *list:
			for _, e := range d.entries {
				if e.form.node != nil {
					all = append(all, piece{Part{Pos: e.form.text.pos(), Kind: EntryPart, Of: "list " + d.name, Text: e.form.text.value}, e.form.node, d.name})
				}
			}
		}
	}
	for _, r := range s.rules {
		of := "rule " + r.name
		for _, phrases := range [][]sentence{r.match, r.after, r.before} {
			all = append(all, piecesOf(PhrasePart, of, phrases)...)
		}
		all = append(all, piecesOf(ExceptionPart, of, r.except)...)
	}
	return all
}

// piecesOf are phrases and the alternatives in them.
func piecesOf(kind, of string, phrases []sentence) []piece {
	var all []piece
	for _, s := range phrases {
		if s.node == nil {
			continue
		}
		all = append(all, piece{Part: Part{Pos: s.text.pos(), Kind: kind, Of: of, Text: s.text.value}, node: s.node})
		s.node.Walk(func(n *phrase.Node) {
			if n.Op != phrase.Alt || isSpelling(n) {
				return
			}
			for _, kid := range n.Kids {
				line, column := s.text.at(kid.Pos)
				at := Part{Pos: Pos{s.text.file.name, line, column}, Kind: AlternativePart, Of: of, Text: alternativeText(s.text.value, kid.Pos)}
				all = append(all, piece{Part: at, node: kid})
			}
		})
	}
	return all
}

// isSpelling reports whether alternatives are the endings of one word.
func isSpelling(n *phrase.Node) bool {
	return !slices.ContainsFunc(n.Kids, func(kid *phrase.Node) bool { return kid.Op != phrase.Word || kid.Pos != n.Kids[0].Pos })
}

// alternativeText is the alternative that begins at a code point of a phrase.
func alternativeText(text string, from int) string {
	rest := []rune(text)[from:]
	depth := 0
	for i, r := range rest {
		switch {
		case i > 0 && rest[i-1] == '\\':
		case r == '(':
			depth++
		case r == ')' && depth == 0, r == '|' && depth == 0:
			return strings.TrimSpace(string(rest[:i]))
		case r == ')':
			depth--
		}
	}
	return strings.TrimSpace(string(rest))
}
