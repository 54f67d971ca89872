package match

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"sync"
	"unicode"
)

// The expressions are the classes of tokens that regular expressions describe. Each is an automaton over kinds of
// characters, which all expressions share: a token is turned into kinds once, then every automaton reads those.
type expressions struct {
	bounds []rune   // where a run of characters of one kind begins, sorted; the first is 0
	kinds  []uint16 // by bound
	all    []expression
	begun  [][]int32 // by kind, those of all that a token may be described by whose first character is of it
}

// An expression is one class. What no automaton of a bearable size reads is left to the expression itself.
type expression struct {
	class  class
	source string
	local  []uint16 // by kind, the column; characters that the expression tells not apart share one
	next   []uint16 // by state and column, the next state; 0 is dead, 1 the start
	ends   []bool   // by state: the token may end here; empty where there is no automaton
	regexp func() *regexp.Regexp
}

// maxExpressionStates is how many states an expression's automaton may have.
const maxExpressionStates = 1 << 10

// newExpressions compiles the classes' expressions.
func newExpressions(classes []Class, number func(name string) class) expressions {
	var all expressions
	var programs []*syntax.Prog
	for _, c := range classes {
		all.all = append(all.all, expression{class: number(c.Name), source: c.Regexp.String()})
		programs = append(programs, programOf(c.Regexp.String()))
	}
	ranges := rangesOf(programs)
	all.divide(ranges)
	for i, p := range programs {
		all.all[i].build(p, ranges, all.representatives())
	}
	return all
}

// programOf is the expression's program without what binds it to both ends of the token; nil where it asks for more of
// its surroundings than that.
func programOf(source string) *syntax.Prog {
	tree, err := syntax.Parse(source, syntax.Perl)
	if err != nil {
		return nil
	}
	tree, whole := unbound(tree.Simplify())
	if !whole {
		return nil
	}
	p, err := syntax.Compile(tree)
	if err != nil || slices.ContainsFunc(p.Inst, func(i syntax.Inst) bool { return i.Op == syntax.InstEmptyWidth }) {
		return nil
	}
	return p
}

// unbound is a tree without ^ at its beginning and $ at its end, where it has both.
func unbound(tree *syntax.Regexp) (inner *syntax.Regexp, whole bool) {
	if n := len(tree.Sub); tree.Op == syntax.OpConcat && n > 2 && tree.Sub[0].Op == syntax.OpBeginText && tree.Sub[n-1].Op == syntax.OpEndText {
		inner := *tree
		inner.Sub = tree.Sub[1 : n-1]
		return &inner, true
	}
	return nil, false
}

// rangesOf are the different sets of characters that the programs ask for.
func rangesOf(programs []*syntax.Prog) []*syntax.Inst {
	var all []*syntax.Inst
	for _, p := range programs {
		if p == nil {
			continue
		}
		for i := range p.Inst {
			if in := &p.Inst[i]; isRune(in) && !slices.ContainsFunc(all, func(o *syntax.Inst) bool { return sameRunes(o, in) }) {
				all = append(all, in)
			}
		}
	}
	return all
}

func isRune(in *syntax.Inst) bool {
	switch in.Op {
	case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
		return true
	}
	return false
}

func sameRunes(a, b *syntax.Inst) bool {
	return a.Op == b.Op && slices.Equal(a.Rune, b.Rune) && (len(a.Rune) != 1 || a.Arg == b.Arg)
}

// divide cuts all characters into kinds, so that no set tells two of one kind apart.
func (x *expressions) divide(sets []*syntax.Inst) {
	x.bounds = []rune{0}
	for _, in := range sets {
		x.bounds = append(x.bounds, boundsOf(in)...)
	}
	slices.Sort(x.bounds)
	x.bounds = slices.Compact(x.bounds)
	known := map[string]uint16{}
	signature := make([]byte, len(sets))
	for _, r := range x.bounds {
		for i, in := range sets {
			signature[i] = 0
			if in.MatchRune(r) {
				signature[i] = 1
			}
		}
		kind, ok := known[string(signature)]
		if !ok {
			kind = uint16(len(known))
			known[string(signature)] = kind
		}
		x.kinds = append(x.kinds, kind)
	}
}

// boundsOf is where the characters of a set begin and end.
func boundsOf(in *syntax.Inst) []rune {
	switch {
	case in.Op == syntax.InstRuneAny:
		return nil
	case in.Op == syntax.InstRuneAnyNotNL:
		return []rune{'\n', '\n' + 1}
	case len(in.Rune) == 1:
		all := []rune{in.Rune[0], in.Rune[0] + 1}
		for r := unicode.SimpleFold(in.Rune[0]); r != in.Rune[0]; r = unicode.SimpleFold(r) {
			all = append(all, r, r+1)
		}
		return all
	}
	var all []rune
	for i := 0; i+1 < len(in.Rune); i += 2 {
		all = append(all, in.Rune[i], in.Rune[i+1]+1)
	}
	return all
}

// representatives are one character of each kind.
func (x *expressions) representatives() []rune {
	all := make([]rune, 1+slices.Max(x.kinds))
	for i, kind := range x.kinds {
		all[kind] = x.bounds[i]
	}
	return all
}

// build makes the automaton of a program; there is none for a nil one and none where it would grow too large.
func (e *expression) build(p *syntax.Prog, sets []*syntax.Inst, kinds []rune) {
	defer e.prepare()
	if p == nil {
		return
	}
	columns := e.columns(p, sets, kinds)
	d := powers{program: p, index: map[string]uint16{"": 0}, sets: [][]uint32{nil}}
	d.intern([]uint32{uint32(p.Start)})
	for at := 1; at < len(d.sets); at++ {
		if len(d.sets) > maxExpressionStates {
			e.local, e.next = nil, nil
			return
		}
		if at == 1 {
			e.next = make([]uint16, len(columns)) // of the dead state
		}
		for _, r := range columns {
			e.next = append(e.next, d.step(d.sets[at], r))
		}
	}
	for _, set := range d.sets {
		e.ends = append(e.ends, slices.ContainsFunc(set, func(pc uint32) bool { return p.Inst[pc].Op == syntax.InstMatch }))
	}
}

// columns finds the columns of the kinds, and gives a character of each.
func (e *expression) columns(p *syntax.Prog, sets []*syntax.Inst, kinds []rune) []rune {
	var own []*syntax.Inst
	for _, in := range sets {
		if slices.ContainsFunc(p.Inst, func(i syntax.Inst) bool { return isRune(&i) && sameRunes(&i, in) }) {
			own = append(own, in)
		}
	}
	var columns []rune
	known := map[string]uint16{}
	for _, r := range kinds {
		signature := make([]byte, len(own))
		for i, in := range own {
			if in.MatchRune(r) {
				signature[i] = 1
			}
		}
		column, ok := known[string(signature)]
		if !ok {
			column = uint16(len(columns))
			known[string(signature)] = column
			columns = append(columns, r)
		}
		e.local = append(e.local, column)
	}
	return columns
}

// A powers is the construction of sets of a program's instructions.
type powers struct {
	program *syntax.Prog
	sets    [][]uint32
	index   map[string]uint16
}

// intern is the number of the set that some instructions lead to without a character.
func (d *powers) intern(from []uint32) uint16 {
	var set []uint32
	seen := map[uint32]bool{}
	for len(from) > 0 {
		pc := from[len(from)-1]
		from = from[:len(from)-1]
		if seen[pc] {
			continue
		}
		seen[pc] = true
		switch in := &d.program.Inst[pc]; in.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			from = append(from, in.Out, in.Arg)
		case syntax.InstCapture, syntax.InstNop:
			from = append(from, in.Out)
		case syntax.InstFail:
		default:
			set = append(set, pc)
		}
	}
	slices.Sort(set)
	var key []byte
	for _, pc := range set {
		key = append(key, byte(pc), byte(pc>>8), byte(pc>>16), byte(pc>>24))
	}
	n, ok := d.index[string(key)]
	if !ok {
		n = uint16(len(d.sets))
		d.index[string(key)] = n
		d.sets = append(d.sets, set)
	}
	return n
}

// step is the set after a character.
func (d *powers) step(set []uint32, r rune) uint16 {
	var out []uint32
	for _, pc := range set {
		if in := &d.program.Inst[pc]; isRune(in) && in.MatchRune(r) {
			out = append(out, in.Out)
		}
	}
	return d.intern(out)
}

// prepare gives an expression what is not kept of it.
func (e *expression) prepare() {
	e.regexp = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(e.source) })
}

// prepare finds what is not kept: which expressions a first character leaves open.
func (x *expressions) prepare() {
	x.begun = nil
	if len(x.kinds) == 0 {
		return
	}
	x.begun = make([][]int32, 1+slices.Max(x.kinds))
	for kind := range x.begun {
		for i := range x.all {
			if e := &x.all[i]; len(e.ends) == 0 || e.next[e.width()+int(e.local[kind])] != 0 {
				x.begun[kind] = append(x.begun[kind], int32(i))
			}
		}
	}
}

// width is how many columns the automaton has.
func (e *expression) width() int { return len(e.next) / len(e.ends) }

// appendClasses appends the classes of the expressions that describe a form.
func (x *expressions) appendClasses(set []class, form string) []class {
	var few [32]uint16
	kinds := x.appendKinds(few[:0], form)
	if len(kinds) == 0 {
		return set
	}
	for _, i := range x.begun[kinds[0]] {
		if e := &x.all[i]; e.matches(form, kinds) {
			set = append(set, e.class)
		}
	}
	return set
}

// appendKinds appends the kinds of a form's characters.
func (x *expressions) appendKinds(to []uint16, form string) []uint16 {
	for _, r := range form {
		at, found := slices.BinarySearch(x.bounds, r)
		if !found {
			at--
		}
		to = append(to, x.kinds[at])
	}
	return to
}

// matches reports whether the expression describes the form whose characters are of those kinds.
func (e *expression) matches(form string, kinds []uint16) bool {
	if len(e.ends) == 0 {
		return e.regexp().MatchString(form)
	}
	width, at := e.width(), 1
	for _, k := range kinds {
		if at = int(e.next[at*width+int(e.local[k])]); at == 0 {
			return false
		}
	}
	return e.ends[at]
}
