package match

import (
	"slices"

	"sayso/rules/token"
)

// maxForms known to a scan: past it the table of forms starts afresh, so that memory stays bounded.
const maxKnown = 1 << 17

// A scan is the working memory of one reader of texts: its automata, grown so far, and the lattice of the text at
// hand. It is used by one goroutine at a time and kept for the next text.
type scan struct {
	*Program
	sets   sets
	known  map[string]int32 // form and kind of a token to its set
	dfas   []*dfa
	text   *token.Text
	set    []int32  // by token
	forms  []string // by token, where a list's value may be asked
	edges  [][]edge // by first token
	single []bool   // by token: it stands inside a longer number and is none itself
	jumps  []jump
	seen   map[uint64]bool // what the walk at hand has tried
}

// An edge is something longer than a token that phrases may go over: a number in words, a quotation, a name from a
// list, a match of an earlier stage.
type edge struct {
	end   int
	set   int32
	inner token.Range
	value string
	match *Match
}

// A jump is a state waiting at the end of an edge.
type jump struct {
	at    int
	state int32
}

func newScan(p *Program) *scan {
	s := &scan{Program: p, sets: sets{index: map[string]int32{}}, known: map[string]int32{}, seen: map[uint64]bool{}}
	for i := range p.stages {
		s.dfas = append(s.dfas, newDFA(&p.stages[i].machine, &s.sets))
	}
	return s
}

// Tokenise cuts a text as the pack's language writes.
func (p *Program) Tokenise(source string) *token.Text { return p.scanner.Scan(source) }

// Find gives the matches of all rules in a text: of matches that exclude each other the leftmost wins, then the longest,
// then the one whose rule was defined first. They are ordered by place.
func (p *Program) Find(t *token.Text) []Match {
	s := p.scans.Get().(*scan)
	defer p.scans.Put(s)
	s.load(t)
	var all []*Match
	for i := range p.stages {
		all = append(all, s.stage(i)...)
	}
	kept := p.settle(all, func(m *Match) int { return p.group[p.typeOf[m.Rule]] })
	found := make([]Match, len(kept))
	for i, m := range kept {
		found[i] = *m
	}
	s.text, s.edges, s.forms = nil, nil, nil
	return found
}

// Rules are the program's rules, in the order that Match.Rule counts in.
func (p *Program) Rules() []Rule { return p.grammar.Rules }

// load classifies every token of a text and lays the edges that need no rule.
func (s *scan) load(t *token.Text) {
	n := len(t.Tokens)
	s.text = t
	s.set, s.forms = make([]int32, n), make([]string, n)
	s.edges = make([][]edge, n+1)
	if len(s.known) > maxKnown {
		s.known = map[string]int32{}
	}
	for i := range t.Tokens {
		s.forms[i] = form(t, i)
		s.set[i] = s.classify(s.forms[i], t.Tokens[i].Kind)
	}
	s.numberEdges()
	for _, q := range s.Quotations(t) {
		if q.Depth == 0 {
			s.lay(q.Tokens.Start, edge{end: q.Tokens.End, set: s.sets.intern([]class{quotedEdge}), inner: q.Inner})
		}
	}
	s.nameEdges()
}

func (s *scan) classify(form string, kind token.Kind) int32 {
	key := form
	if kind != token.Word {
		key = string(rune('0'+kind)) + form
	}
	set, ok := s.known[key]
	if !ok {
		classes := s.classes(nil, form, kind)
		if _, isNumber := s.Program.numbers[token.Fold(form)]; isNumber && kind == token.Word {
			classes = append(classes, numberToken)
		}
		set = s.sets.intern(classes)
		s.known[key] = set
	}
	return set
}

func (s *scan) lay(start int, e edge) { s.edges[start] = append(s.edges[start], e) }

// nameEdges lays the names of several tokens that stand in the packs' name files.
func (s *scan) nameEdges() {
	if s.table.names == nil {
		return
	}
	for i := range s.forms {
		s.nameAt(i, s.forms)
	}
}

func (s *scan) nameAt(i int, forms []string) {
	key := make([]byte, 0, 64)
	lower := token.Fold(forms[i])
	for _, first := range []string{forms[i], lower} {
		longest := s.table.longest[first]
		key = append(key[:0], first...)
		for k := 1; k < longest && i+k < len(forms) && !s.beginsSentence(i+k); k++ {
			key = append(key, 0)
			if first == lower && first != forms[i] {
				key = append(key, token.Fold(forms[i+k])...)
			} else {
				key = append(key, forms[i+k]...)
			}
			for _, n := range s.table.names[string(key)] {
				s.lay(i, edge{end: i + k + 1, set: s.sets.intern([]class{n.class}), value: n.value, inner: token.Range{Start: i, End: i + k + 1}})
			}
		}
		if first == lower && forms[i] == lower {
			return
		}
	}
}

func (s *scan) beginsSentence(i int) bool {
	t := s.text
	return i > 0 && i < len(t.Tokens) && t.Tokens[i].Sentence != t.Tokens[i-1].Sentence
}

// A candidate is one place where the automaton found a rule, not yet checked.
type candidate struct {
	rule       int
	start, end int
}

// stage runs one stage over the text, lays the edges that later stages may go over, and gives its matches, those
// of one type never overlapping.
func (s *scan) stage(n int) []*Match {
	d := s.dfas[n]
	var found []candidate
	around := newSurroundings()
	for i := range s.set {
		if d.full() {
			d.reset()
		}
		found = s.run(d, i, found, around)
	}
	slices.SortStableFunc(found, func(a, b candidate) int {
		if a.start != b.start {
			return a.start - b.start
		}
		if a.end != b.end {
			return b.end - a.end
		}
		return a.rule - b.rule
	})
	taken := map[int]int{} // by type, the end of its last match
	var matches []*Match
	for _, c := range found {
		t := s.typeOf[c.rule]
		if end, ok := taken[t]; ok && c.start < end || !s.holds(c, around) {
			continue
		}
		m := s.capture(c)
		if m == nil {
			continue
		}
		taken[t] = c.end
		matches = append(matches, m)
		r := &s.grammar.Rules[c.rule]
		s.lay(c.start, edge{end: c.end, set: s.sets.intern([]class{s.names[r.Makes], s.names[r.Short]}), inner: m.Tokens, match: m})
	}
	return matches
}

// run follows the automaton from one token on, over tokens and edges alike, and notes what it accepts.
func (s *scan) run(d *dfa, start int, found []candidate, around surroundings) []candidate {
	accept := func(state int32, end int) {
		for _, a := range d.states[state].accepts {
			c := candidate{rule: int(a >> acceptBits), start: start, end: end}
			if what := a & (1<<acceptBits - 1); what == aMatch {
				found = append(found, c)
			} else {
				around.note(what, c)
			}
		}
	}
	s.jumps = s.jumps[:0]
	at, now := start, d.start
	for {
		var next int32
		if at < len(s.set) {
			next = d.step(now, s.set[at])
			if next != 0 {
				accept(next, at+1)
				if s.beginsSentence(at + 1) {
					next = 0
				}
			}
			for _, e := range s.edges[at] {
				if to := d.step(now, e.set); to != 0 {
					accept(to, e.end)
					s.jump(d, e.end, to)
				}
			}
		}
		at++
		now = next
		if len(s.jumps) > 0 && (now == 0 || s.jumps[0].at == at) {
			at = s.jumps[0].at
			now = d.union(now, s.jumps[0].state)
			s.jumps = slices.Delete(s.jumps, 0, 1)
		}
		if now == 0 {
			return found
		}
	}
}

// jump notes the state at the end of an edge; the nearest end stands first.
func (s *scan) jump(d *dfa, at int, state int32) {
	i := 0
	for i < len(s.jumps) && s.jumps[i].at < at {
		i++
	}
	if i < len(s.jumps) && s.jumps[i].at == at {
		s.jumps[i].state = d.union(s.jumps[i].state, state)
		return
	}
	s.jumps = slices.Insert(s.jumps, i, jump{at, state})
}

// holds checks what stands around a candidate and that it touches none of its rule's exceptions.
func (s *scan) holds(c candidate, around surroundings) bool {
	r := &s.rules[c.rule]
	return !around.touch(c) &&
		(!r.after || !s.beginsSentence(c.start) && around.ends[place{c.rule, c.start}]) &&
		(!r.before || !s.beginsSentence(c.end) && around.starts[place{c.rule, c.end}])
}

// settle keeps of matches that exclude each other the leftmost, longest, first defined.
func (p *Program) settle(all []*Match, group func(*Match) int) []*Match {
	slices.SortStableFunc(all, func(a, b *Match) int {
		if a.Tokens.Start != b.Tokens.Start {
			return a.Tokens.Start - b.Tokens.Start
		}
		if a.Tokens.End != b.Tokens.End {
			return b.Tokens.End - a.Tokens.End
		}
		return a.Rule - b.Rule
	})
	taken := map[int]int{}
	kept := all[:0:0]
	for _, m := range all {
		g := group(m)
		if end, ok := taken[g]; ok && m.Tokens.Start < end {
			continue
		}
		taken[g] = m.Tokens.End
		kept = append(kept, m)
	}
	return kept
}
