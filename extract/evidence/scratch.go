package evidence

import (
	"math/bits"

	"sayso/rules/token"
)

// A scratch is the memory of one article, for the next one to use again.
type scratch struct {
	words       []*word
	traits      []traits // by token, those of its word
	of          []form   // by token
	locals      locals
	counted     []counts // by form
	tallies     []tally  // by form
	opening     []bool   // any word would have a capital there
	lines       []line   // by paragraph
	line        []int32  // by token, its paragraph
	long        []listed // forms of several tokens, by the token that they begin with
	ending      []listed // the same, by the one that they end with
	longAt      []int32  // by token, the first of long that begins with it or behind it
	endingAt    []int32  // by token, the first of ending that ends with it or behind it
	unsorted    []held
	order       []uint64
	matches     []held        // in the order of the text
	matchAt     []int32       // by token, the first of matches that begins with it or behind it
	longest     int           // match, in tokens
	spans       []token.Range // that may be names, in the order of the text
	runs        []token.Range // those that no rule holds for, and others
	placed      []token.Range // those that a rule holds for
	phrases     phrases
	scored      []Candidate
	tails       []Score // those of the ends of spans that are known
	tailAt      []int32 // by the token before which spans end, 1 + the number of its tail, or 0
	probability []Score
	neighbours  []Score
	endings     []nameEnd // by token
	lattice     lattice
	spots       []spot  // by token, where its form stands elsewhere
	letters     []uint8 // by token, see letterOf
	spotted     []int32 // tokens, those of one spot after another
}

// borrow is the memory for an article of so many tokens.
func (m *memory) borrow(tokens int) *scratch {
	s := m.spare
	if m.spare = nil; s == nil {
		s = new(scratch)
	}
	s.words, s.traits, s.of = sized(s.words, tokens), sized(s.traits, tokens), sized(s.of, tokens)
	s.opening, s.line = sized(s.opening, tokens), sized(s.line, tokens)
	s.longAt, s.endingAt, s.matchAt = sized(s.longAt, tokens+1), sized(s.endingAt, tokens+1), sized(s.matchAt, tokens+1)
	s.lines, s.long, s.ending = s.lines[:0], s.long[:0], s.ending[:0]
	s.unsorted, s.order, s.matches, s.longest = s.unsorted[:0], s.order[:0], s.matches[:0], 0
	s.spans, s.runs, s.placed = s.spans[:0], s.runs[:0], s.placed[:0]
	s.counted = s.counted[:0]
	s.locals.reset(tokens)
	s.phrases.reset(tokens)
	return s
}

// Close gives the memory of an article to the next one that its reader reads; nothing is to be asked of the article afterwards.
func (a *Article) Close() {
	a.memory.spare = a.scratch
	a.scratch = nil
}

// slotsFor is how many slots a table has that about as many as the tokens of an article stand in, a power of two.
func slotsFor(tokens int) int { return max(1<<8, 1<<bits.Len(uint(tokens))) }

// sized is n of what is to be set, in the memory of old where it has room.
func sized[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n, n+n/4)
	}
	return old[:n]
}

// sortLong puts the forms of several tokens where they are looked for: they come by the token that they begin with.
func (a *Article) sortLong() {
	k := 0
	for i := range a.longAt {
		for k < len(a.long) && a.long[k].at.Start < i {
			k++
		}
		a.longAt[i] = int32(k)
	}
	if len(a.long) == 0 {
		clear(a.endingAt)
		return
	}
	ends := a.endingAt // counts first, then places
	clear(ends)
	for _, f := range a.long {
		ends[f.at.End-1]++
	}
	sum := int32(0)
	for i, n := range ends {
		ends[i] = sum
		sum += n
	}
	a.ending = sized(a.ending, len(a.long))
	for _, f := range a.long {
		a.ending[ends[f.at.End-1]] = f
		ends[f.at.End-1]++
	}
	for i := len(ends) - 1; i > 0; i-- {
		ends[i] = ends[i-1]
	}
	ends[0] = 0
}

// starting are the forms of several tokens that begin with a token.
func (a *Article) starting(i int) []listed { return a.long[a.longAt[i]:a.longAt[i+1]] }

// endingWith are the forms of several tokens that end with a token.
func (a *Article) endingWith(i int) []listed { return a.ending[a.endingAt[i]:a.endingAt[i+1]] }
