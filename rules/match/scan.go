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
	cache    wordCache
	dfas     []*dfa
	first    []uint64 // by set, the stages whose matches may begin with it
	singles  []int32  // by class, the set of it alone; 1 more than its number, 0 where not yet known
	matches  []int32  // by rule, the set of its matches
	scratch  []class
	setLists [][]string // by set, the lists in it; nil where not yet known
	listed   listNumbers
	asides   asides

	cut      token.Text // of its reader
	aside    token.Text // of a form that is looked up
	text     *token.Text
	tokens   []*word  // by token
	set      []int32  // by token
	starts   []bool   // by token, whether a sentence begins with it; false at both ends of the text
	begins   []uint64 // by token, the stages whose matches may begin there
	edges    lattice
	pairing  pairing
	decimals map[int64]string // numbers in digits, by their value
	contexts contexts
	found    []candidate // by start, then the longest first, then by rule
	decided  int         // of found
	jumps    []jump
	taken    []int // by type or group, the end of its last match
	all      []*Match
	tier     int           // the next one, of the text as a whole
	pieces   []piece       // where tiers run in some of them alone; else none
	ranges   []token.Range // where a tier runs
	kept     any           // by a user of the reader
	excluded []*Match      // of all, by others of their group
	arena
	walk   walk
	losers func(candidate, Why)          // is told of those that do not stand; nil where nobody asks
	passed func(d *dfa, from, set int32) // is told of each step that leads on; nil where nobody asks
}

// A jump is a state waiting at the end of an edge.
type jump struct {
	at    int
	state int32
}

func newScan(p *Program) *scan {
	s := &scan{Program: p, cache: newWordCache(), decimals: map[int64]string{}}
	if f := &p.foreseen; len(f.dfas) > 0 {
		s.sets, s.first = setsOf(f.sets), slices.Clone(f.first)
		for i := range p.stages {
			s.dfas = append(s.dfas, resumed(&p.stages[i], &f.dfas[i]))
		}
		return s
	}
	for i := range p.stages {
		s.dfas = append(s.dfas, newDFA(&p.stages[i]))
	}
	return s
}

// find is the matches that stand, of one tier after the other.
func (s *scan) find(t *token.Text) []*Match {
	s.begin(t)
	found := s.next()
	for s.tier < len(s.tiers) {
		found = slices.Concat(found, s.next())
	}
	return found
}

// begin makes a text ready for the first tier.
func (s *scan) begin(t *token.Text) {
	s.load(t)
	s.all, s.excluded, s.tier, s.pieces = s.all[:0], s.excluded[:0], 0, s.pieces[:0]
}

// next is the matches of the next tier that stand.
func (s *scan) next() []*Match {
	first := len(s.all)
	s.ranges = append(s.ranges[:0], s.everything())
	for stage := s.firstStage(s.tier); stage < s.tiers[s.tier]; stage++ {
		s.stage(int(stage), s.ranges)
	}
	s.tier++
	return s.settle(s.all[first:])
}

// Rules are the program's rules, in the order that Match.Rule counts in, without their phrases.
func (p *Program) Rules() []Rule { return p.made }

// maxSets is how many sets of classes a scan keeps from text to text; expressions may make any number of them.
const maxSets = 1 << 14

// load classifies every token of a text and lays the edges that need no rule.
func (s *scan) load(t *token.Text) {
	if s.sets.count() > maxSets {
		cut, ctx := s.cut, s.ctx // the text may be the one that is cut
		*s = *newScan(s.Program)
		s.cut, s.ctx = cut, ctx
	}
	if s.cache.full() {
		s.cache.thin()
	}
	n := len(t.Tokens)
	s.text = t
	s.tokens, s.set, s.begins = zeroed(s.tokens, n), zeroed(s.set, n), zeroed(s.begins, n)
	s.edges.reset(n)
	for i := range s.tokens {
		w := s.know(t, i)
		s.tokens[i], s.set[i] = w, w.set
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
		if w.longest > 0 || w.longestLower > 0 {
			s.nameEdges(i)
		}
	}
}

// word is what is known of token i.
func (s *scan) word(i int) *word { return s.tokens[i] }

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

// stage runs one stage over ranges of the text and lays its matches as edges that later stages may go over; those of one type
// never overlap. A candidate is decided as soon as all that may stand around it has been read, so that only few wait.
func (s *scan) stage(n int, over []token.Range) {
	s.contexts.reset(&s.stages[n], len(s.tokens), len(s.rules))
	s.taken = zeroed(s.taken, len(s.types))
	s.found, s.decided = s.found[:0], 0
	for _, at := range over {
		s.contexts.clear(at)
		s.stageOver(n, at)
		s.decide(at.End)
	}
}

// stageOver runs one stage over a range.
func (s *scan) stageOver(n int, at token.Range) {
	d, bit := s.dfas[n], uint64(1)<<min(n, 63)
	var every []uint64
	if s.losers != nil {
		every = slices.Repeat([]uint64{1<<64 - 1}, s.contexts.afters)
	}
	for i := at.Start; i < at.End; i++ {
		stages := s.begins[i]
		if i%tokensBetweenChecks == 0 && s.ended() {
			return
		}
		// Contexts that end here began before, so they are known by now.
		contexts := s.contexts.before(i)
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
}

// tokensBetweenChecks is how many tokens are read between two looks at whether the time is over.
const tokensBetweenChecks = 1 << 10

// ended reports whether nobody waits for the matches any more.
func (s *scan) ended() bool { return s.ctx != nil && s.ctx.Err() != nil }

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

// accept notes what a state finds from start to end: the last defined rules first.
func (s *scan) accept(d *dfa, state int32, start, end int) {
	for _, arg := range d.accepted(state) {
		rule := arg >> acceptBits
		switch arg & (1<<acceptBits - 1) {
		case aMatch:
			s.found = append(s.found, candidate{int(rule), start, end})
		case anException:
			s.contexts.except(rule, start, end)
		case whatPrecedes:
			s.contexts.precedes(s.rules[rule].after, end)
		case whatFollows:
			s.contexts.follows(s.rules[rule].before, start)
		}
	}
}

// run follows the automaton from a state and a token on, over tokens and edges alike, and notes what it accepts.
func (s *scan) run(d *dfa, now int32, start int) {
	s.jumps = s.jumps[:0]
	at := start
	for {
		var next int32
		does := d.does[now]
		if at < len(s.set) && does&goesOn != 0 {
			to := d.step(now, s.set[at], &s.sets)
			if next = to.state(); next != 0 {
				if s.passed != nil {
					s.passed(d, now, s.set[at])
				}
				if to.accepts() {
					s.accept(d, next, start, at+1)
				}
				if s.beginsSentence(at + 1) {
					next = 0
				}
			}
			for k := s.edges.head[at]; k > 0; k = s.edges.all[k].next {
				if e := &s.edges.all[k]; e.match == nil || does&overMatches != 0 {
					s.cross(d, now, e, start)
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
	if to.accepts() {
		s.accept(d, to.state(), start, e.end)
	}
	if !e.bound || !s.beginsSentence(e.end) {
		s.jump(d, e.end, to.state())
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
