package match

import "sayso/rules/token"

// An edge is something longer than a token that phrases may go over: a number in words, a quotation, a form of a list,
// a match of an earlier stage.
type edge struct {
	end   int
	set   int32
	next  int32 // the next edge from the same token; 0 where there is none
	bound bool  // a phrase that goes over it ends with its sentence
	inner token.Range
	value string
	match *Match
}

// A lattice holds the edges of a text by the token that they begin with, the longest first, else in the order they
// were laid in.
type lattice struct {
	head []int32 // by token, its first edge; 0 where there is none
	all  []edge  // the first is none
}

// reset makes it ready for a text of n tokens.
func (l *lattice) reset(n int) {
	l.head = zeroed(l.head, n)
	l.all = append(l.all[:0], edge{})
}

// forget drops what edges refer to.
func (l *lattice) forget() { clear(l.all) }

func (l *lattice) lay(start int, e edge) {
	n := int32(len(l.all))
	l.all = append(l.all, e)
	at := &l.head[start]
	for *at > 0 && l.all[*at].end >= e.end {
		at = &l.all[*at].next
	}
	l.all[n].next = *at
	*at = n
}

// An arena is the memory of the matches of one text. What it gives stays where it is.
type arena struct {
	blocks [][]Match
	used   int // matches given
	fields []Field
}

const blockSize = 256

// next is a new match.
func (a *arena) next() *Match {
	block := a.used / blockSize
	if block == len(a.blocks) {
		a.blocks = append(a.blocks, make([]Match, blockSize))
	}
	a.used++
	return &a.blocks[block][(a.used-1)%blockSize]
}

// keep copies fields into the arena.
func (a *arena) keep(fields []Field) []Field {
	if len(fields) == 0 {
		return nil
	}
	from := len(a.fields)
	a.fields = append(a.fields, fields...)
	return a.fields[from:len(a.fields):len(a.fields)]
}

// reuse takes all matches back.
func (a *arena) reuse() { a.used, a.fields = 0, a.fields[:0] }
