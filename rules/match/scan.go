package match

import (
	"context"
	"slices"

	"sayso/rules/token"
)

// A scan is the working memory of one reader of texts: its automata, grown so far, the words it knows and the lattice
// of the text at hand. It is used by one goroutine at a time and kept for the next text.
type scan struct {
	ctx context.Context // of the text that is read, or nil
	*Program
	sets     sets
	glossary glossary
	dfas     []*dfa
	first    []uint64 // by set, the stages whose matches may begin with it
	singles  []int32  // by class, the set of it alone; 1 more than its number, 0 where not yet known
	matches  []int32  // by rule, the set of its matches
	scratch  []class
	setLists [][]string // by set, the lists in it; nil where not yet known

	text     *token.Text
	tokens   []int32  // by token, its word
	set      []int32  // by token
	starts   []bool   // by token, whether a sentence begins with it; false at both ends of the text
	begins   []uint64 // by token, the stages whose matches may begin there
	edges    lattice
	pairing  pairing
	decimals map[int64]string // numbers in digits, by their value
	around   surroundings
	found    []candidate // by start, then the longest first, then by rule
	decided  int         // of found
	jumps    []jump
	taken    []int // by type or group, the end of its last match
	all      []*Match
	kept     any      // by a user of the reader
	excluded []*Match // of all, by others of their group
	arena
	walk   walk
	losers func(candidate, Why)          // is told of those that do not stand; nil where nobody asks
	passed func(d *dfa, from, set int32) // is told of each step that leads on; nil where nobody asks
}

// A candidate is one place where the automaton found a rule, not yet checked.
type candidate struct {
	rule       int
	start, end int
}

// A jump is a state waiting at the end of an edge.
type jump struct {
	at    int
	state int32
}

func newScan(p *Program) *scan {
	s := &scan{Program: p, sets: newSets(), glossary: newGlossary(), decimals: map[int64]string{}}
	for i := range p.stages {
		s.dfas = append(s.dfas, newDFA(&p.stages[i], p.rules))
	}
	return s
}

// Tokenise cuts a text as the pack's language writes.
func (p *Program) Tokenise(source string) *token.Text { return p.scanner.Scan(source) }

// Find gives the matches of all rules in a text: of matches that exclude each other the leftmost wins, then the longest,
// then the one whose rule was defined first. They are ordered by place.
func (p *Program) Find(t *token.Text) []*Match {
	s := p.borrow()
	defer p.giveBack(s)
	s.arena = arena{}
	found := slices.Clone(s.find(t))
	s.arena = arena{}
	return found
}

// A Reader reads one text after another, in memory that it uses again: once it has grown, it takes none. It is used by one
// goroutine at a time.
type Reader struct {
	scan *scan
	text token.Text
}

// NewReader is a reader of texts. Close gives its memory to the next one.
func (p *Program) NewReader() *Reader { return &Reader{scan: p.borrow()} }

// Tokenise is Program.Tokenise; the text is good until the next call.
func (r *Reader) Tokenise(source string) *token.Text {
	r.scan.scanner.ScanInto(&r.text, source)
	return &r.text
}

// Find is Program.Find; the matches are good until the next call, and until Close.
func (r *Reader) Find(t *token.Text) []*Match {
	found, _ := r.FindContext(context.Background(), t)
	return found
}

// FindContext is Find until a context ends: then it gives no matches and the context's error.
func (r *Reader) FindContext(ctx context.Context, t *token.Text) ([]*Match, error) {
	r.scan.arena.reuse()
	r.scan.ctx = ctx
	found := r.scan.find(t)
	r.scan.ctx = nil
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return found, nil
}

// Close ends the use of the reader and of all that it has found.
func (r *Reader) Close() {
	r.scan.giveBack(r.scan)
	r.scan = nil
}

// borrow is a scan that nobody uses.
func (p *Program) borrow() *scan {
	select {
	case s := <-p.scans:
		return s
	default:
		return newScan(p)
	}
}

// giveBack keeps a scan for the next text, without what it holds of the last one.
func (p *Program) giveBack(s *scan) {
	s.text = nil
	s.edges.forget()
	clear(s.all)
	select {
	case p.scans <- s:
	default:
	}
}

// find is the matches that stand.
func (s *scan) find(t *token.Text) []*Match {
	s.load(t)
	s.all = s.all[:0]
	for i := range s.stages {
		s.stage(i)
	}
	return s.settle(s.all)
}

// Rules are the program's rules, in the order that Match.Rule counts in, without their phrases.
func (p *Program) Rules() []Rule { return p.made }

// maxSets is how many sets of classes a scan keeps from text to text; expressions may make any number of them.
const maxSets = 1 << 14

// load classifies every token of a text and lays the edges that need no rule.
func (s *scan) load(t *token.Text) {
	if s.glossary.full() || len(s.sets.classes) > maxSets {
		*s = *newScan(s.Program)
	}
	n := len(t.Tokens)
	s.text = t
	s.tokens, s.set, s.begins = zeroed(s.tokens, n), zeroed(s.set, n), zeroed(s.begins, n)
	s.edges.reset(n)
	for i := range s.tokens {
		k := s.know(t, i)
		s.tokens[i] = k
		s.set[i] = s.glossary.words[k].set
		s.begins[i] = s.stagesOf(s.set[i])
	}
	s.starts = zeroed(s.starts, n+1)
	for _, r := range t.Sentences {
		s.starts[r.Start] = r.Start > 0 && r.Start < n
	}
	s.numberEdges()
	s.quotationEdges()
	for i := range s.tokens {
		w := s.word(i)
		if w.begins {
			s.formEdges(i)
		}
		if len(w.starts) > 0 {
			s.nameEdges(i)
		}
	}
}

// word is what is known of token i.
func (s *scan) word(i int) *word { return &s.glossary.words[s.tokens[i]] }

func (s *scan) quotationEdges() {
	s.pairing.all = s.pairing.all[:0]
	for _, par := range s.text.Paragraphs {
		s.pairing.pair(s.Program, s.text, par)
	}
	for _, q := range s.pairing.all {
		if q.Depth == 0 {
			s.lay(q.Tokens.Start, edge{end: q.Tokens.End, set: s.single(quotedEdge), inner: q.Inner})
		}
	}
}

// single is the set of one class.
func (s *scan) single(c class) int32 {
	for len(s.singles) <= int(c) {
		s.singles = append(s.singles, 0)
	}
	if s.singles[c] == 0 {
		s.scratch = append(s.scratch[:0], c)
		s.singles[c] = 1 + s.sets.intern(s.scratch)
	}
	return s.singles[c] - 1
}

// stagesOf is the stages whose matches may begin with a token or edge of that set, a bit each; the last bit stands
// for all stages past it.
func (s *scan) stagesOf(set int32) uint64 {
	for int(set) >= len(s.first) {
		n := int32(len(s.first))
		var bits uint64
		for i, d := range s.dfas {
			if d.step(d.start, n, &s.sets) != 0 {
				bits |= 1 << min(i, 63)
			}
		}
		s.first = append(s.first, bits)
	}
	return s.first[set]
}

func (s *scan) lay(start int, e edge) {
	s.begins[start] |= s.stagesOf(e.set)
	s.edges.lay(start, e)
}

// beginsSentence reports whether a sentence begins with token i that is not the text's first.
func (s *scan) beginsSentence(i int) bool { return s.starts[i] }

func rangeOf(start, end int) token.Range { return token.Range{Start: start, End: end} }

// stage runs one stage over the text and lays its matches as edges that later stages may go over; those of one type
// never overlap. A candidate is decided as soon as all that may stand around it has been read, so that only few wait.
func (s *scan) stage(n int) {
	d := s.dfas[n]
	s.around.reset(&s.stages[n], len(s.tokens), len(s.rules))
	s.taken = zeroed(s.taken, len(s.types))
	s.found, s.decided = s.found[:0], 0
	bit := uint64(1) << min(n, 63)
	var every []uint64
	if s.losers != nil {
		every = slices.Repeat([]uint64{1<<64 - 1}, s.around.afters)
	}
	for i, stages := range s.begins {
		if i%tokensBetweenChecks == 0 && s.ended() {
			return
		}
		// Contexts that end here began before, so they are known by now.
		contexts := s.around.before(i)
		if s.losers != nil {
			contexts = every // that a context is wanting is told as well
		}
		if stages&bit == 0 && contexts == nil {
			continue
		}
		if d.full() {
			d.reset()
		}
		start := d.start
		if contexts != nil {
			start = d.startAfter(contexts)
		}
		from := len(s.found)
		s.run(d, start, i)
		sortCandidates(s.found[from:])
		s.decide(i)
	}
	s.decide(len(s.tokens))
}

// tokensBetweenChecks is how many tokens are read between two looks at whether the time is over.
const tokensBetweenChecks = 1 << 10

// ended reports whether nobody waits for the matches any more.
func (s *scan) ended() bool { return s.ctx != nil && s.ctx.Err() != nil }

// decide decides the candidates, in their order, until one ends behind the token.
func (s *scan) decide(at int) {
	for ; s.decided < len(s.found); s.decided++ {
		c := s.found[s.decided]
		if c.end > at {
			break
		}
		switch t := s.rules[c.rule].kind; {
		case c.start < s.taken[t]:
			s.lost(c, Overlap)
		case s.holds(c):
			s.match(c, t)
		}
	}
	if s.decided == len(s.found) {
		s.found, s.decided = s.found[:0], 0
	} else if s.decided > 1<<10 {
		s.found, s.decided = slices.Delete(s.found, 0, s.decided), 0
	}
}

// match makes a candidate a match.
func (s *scan) match(c candidate, kind int32) {
	m := s.capture(c)
	if m == nil {
		return
	}
	s.taken[kind] = c.end
	s.all = append(s.all, m)
	s.lay(c.start, edge{end: c.end, set: s.matchSet(c.rule), inner: m.Tokens, match: m})
}

// matchSet is the set of the edges that a rule's matches are.
func (s *scan) matchSet(rule int) int32 {
	for len(s.matches) <= rule {
		s.scratch = append(s.scratch[:0], s.rules[len(s.matches)].classes...)
		s.matches = append(s.matches, s.sets.intern(s.scratch))
	}
	return s.matches[rule]
}

// sortCandidates orders those that begin at one token: the longest first, then the first defined. They come nearly in the
// opposite order, for the automaton reads on and on.
func sortCandidates(all []candidate) {
	slices.Reverse(all)
	for i := 1; i < len(all); i++ {
		c := all[i]
		if c.before(all[i-1]) {
			if len(all) > fewCandidates {
				slices.SortFunc(all, candidate.compare)
				return
			}
			k := i
			for ; k > 0 && c.before(all[k-1]); k-- {
				all[k] = all[k-1]
			}
			all[k] = c
		}
	}
}

// fewCandidates are sorted by moving each to its place.
const fewCandidates = 24

func (c candidate) before(o candidate) bool {
	return c.end > o.end || c.end == o.end && c.rule < o.rule
}

func (c candidate) compare(o candidate) int {
	if c.end != o.end {
		return o.end - c.end
	}
	return c.rule - o.rule
}

// accept notes what a state finds from start to end.
func (s *scan) accept(a *accepts, start, end int) {
	for i := len(a.matches) - 1; i >= 0; i-- {
		s.found = append(s.found, candidate{int(a.matches[i]), start, end})
	}
	s.around.note(a, start, end)
}

// run follows the automaton from a state and a token on, over tokens and edges alike, and notes what it accepts.
func (s *scan) run(d *dfa, now int32, start int) {
	s.jumps = s.jumps[:0]
	at := start
	for {
		var next int32
		if at < len(s.set) {
			next = d.step(now, s.set[at], &s.sets)
			if next != 0 {
				if s.passed != nil {
					s.passed(d, now, s.set[at])
				}
				if a := d.states[next].accepts; a != nil {
					s.accept(a, start, at+1)
				}
				if s.beginsSentence(at + 1) {
					next = 0
				}
			}
			for k := s.edges.head[at]; k > 0; k = s.edges.all[k].next {
				s.cross(d, now, &s.edges.all[k], start)
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
			return
		}
	}
}

// cross goes over an edge.
func (s *scan) cross(d *dfa, now int32, e *edge, start int) {
	to := d.step(now, e.set, &s.sets)
	if to == 0 {
		return
	}
	if s.passed != nil {
		s.passed(d, now, e.set)
	}
	if a := d.states[to].accepts; a != nil {
		s.accept(a, start, e.end)
	}
	if !e.bound || !s.beginsSentence(e.end) {
		s.jump(d, e.end, to)
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

// holds checks that what must follow a candidate does, and that it touches none of its rule's exceptions.
func (s *scan) holds(c candidate) bool {
	r := &s.rules[c.rule]
	if s.losers != nil && !s.around.preceded(r.after, c.start) {
		s.lost(c, Precedes)
		return false
	}
	if !s.around.followed(r.before, c.end) || r.after >= 0 && s.beginsSentence(c.start) || r.before >= 0 && s.beginsSentence(c.end) {
		s.lost(c, Follows)
		return false
	}
	if s.around.touch(c) {
		s.lost(c, Exception)
		return false
	}
	return true
}

// lost notes a candidate that does not stand, where somebody wants to know.
func (s *scan) lost(c candidate, why Why) {
	if s.losers != nil {
		s.losers(c, why)
	}
}

// settle keeps of matches that exclude each other the leftmost, longest, first defined.
func (s *scan) settle(all []*Match) []*Match {
	slices.SortStableFunc(all, func(a, b *Match) int {
		if a.Tokens.Start != b.Tokens.Start {
			return a.Tokens.Start - b.Tokens.Start
		}
		if a.Tokens.End != b.Tokens.End {
			return b.Tokens.End - a.Tokens.End
		}
		return a.Rule - b.Rule
	})
	s.taken = zeroed(s.taken, len(s.types))
	kept := all[:0]
	s.excluded = s.excluded[:0]
	for _, m := range all {
		g := s.groups[s.rules[m.Rule].kind]
		if m.Tokens.Start < s.taken[g] {
			s.excluded = append(s.excluded, m)
			continue
		}
		s.taken[g] = m.Tokens.End
		kept = append(kept, m)
	}
	return kept
}
