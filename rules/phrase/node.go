// Package phrase reads the phrase grammar of rule packs: the text of one phrase goes in, a tree of nodes
// comes out, each node with its place in that text. The package knows nothing of lists, types or tokens: it
// never looks a name up.
package phrase

import (
	"slices"
	"unicode/utf8"
)

// Op is what a node does.
type Op uint8

// The operations of a phrase.
const (
	Word   Op = iota // the literal Text, tokenised later exactly as articles are
	Ref              // <Name>, <Field:Name> or <!Name>
	Seq              // Kids one after another
	Alt              // one of Kids
	Repeat           // Kids[0], Min to Max times
	Gap              // up to Max words inside one sentence, no comma or other dividing mark among them ("...")
)

// MaxRepeat is what * and + stand for: at most so many times.
const MaxRepeat = 8

// MaxGap is the number of tokens that "..." without a number may skip.
const MaxGap = 6

// MaxCount is the highest number that may stand in {m,n}.
const MaxCount = 64

// MaxWeight is the size that no phrase may reach once its repeats are written out.
const MaxWeight = 20000

// A Node is one part of a phrase.
type Node struct {
	Op    Op
	Pos   int    // place in the phrase's text, in code points from 0
	Text  string // Word: the literal, with escapes resolved
	Name  string // Ref: what is looked up
	Field string // Ref: the field it is captured as; the name itself where none was written, empty under <!name>
	Named bool   // Ref: the field was written out, as in <low:number>
	Not   bool   // Ref: <!name>, one word that is not a form of the list
	Kids  []*Node
	Min   int
	Max   int
}

// FieldPos is the place of a Ref's field, or of its name where no field was written, in code points.
func (n *Node) FieldPos() int { return n.Pos + 1 }

// NamePos is the place of a Ref's name, in code points.
func (n *Node) NamePos() int {
	switch {
	case n.Not:
		return n.Pos + 2
	case n.Named:
		return n.Pos + 2 + utf8.RuneCountInString(n.Field)
	}
	return n.Pos + 1
}

// End is the place right behind a Ref that is a name alone, in code points.
func (n *Node) End() int { return n.Pos + utf8.RuneCountInString(n.Name) + len("<>") }

// Walk calls visit for n and every node under it, in the order of the text.
func (n *Node) Walk(visit func(*Node)) {
	visit(n)
	for _, kid := range n.Kids {
		kid.Walk(visit)
	}
}

// Weight is the number of words, references and skipped words that n stands for once its repeats are written
// out; ref gives the weight of a reference (nil: 1). It stops counting at MaxWeight.
func (n *Node) Weight(ref func(*Node) int) int {
	weight := 1
	switch n.Op {
	case Ref:
		if ref != nil {
			weight = ref(n)
		}
	case Gap:
		weight = n.Max
	case Seq, Alt:
		weight = 0
		for _, kid := range n.Kids {
			weight = min(weight+kid.Weight(ref), MaxWeight)
		}
	case Repeat:
		weight = n.Max * n.Kids[0].Weight(ref)
	}
	return min(weight, MaxWeight)
}

// Nullable reports whether n can match no tokens at all; ref answers for a reference (nil: it cannot).
func (n *Node) Nullable(ref func(*Node) bool) bool {
	switch n.Op {
	case Ref:
		return ref != nil && ref(n)
	case Gap:
		return true
	case Seq:
		return !slices.ContainsFunc(n.Kids, func(kid *Node) bool { return !kid.Nullable(ref) })
	case Alt:
		return slices.ContainsFunc(n.Kids, func(kid *Node) bool { return kid.Nullable(ref) })
	case Repeat:
		return n.Min == 0 || n.Kids[0].Nullable(ref)
	}
	return false
}
