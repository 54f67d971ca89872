// Package evidence weighs what speaks for a span of an article being a name of some kind. Every span that may be one
// gets its evidence: the rules that hold there, lists, shape, neighbours, position, the rest of the article. Each piece
// has a name, and a weight for each kind that a pack gives; no name at all weighs nothing. The best set of spans that
// do not overlap is that of the greatest sum.
package evidence

import (
	"math"

	"sayso/rules/match"
	"sayso/rules/token"
)

// A Kind is what a name may be of.
type Kind int8

// The kinds, in the order of a Score.
const (
	Person Kind = iota
	Organization
	Location
	Misc
	Kinds int = iota
)

// Types are the types of annotation by their kinds.
var Types = [Kinds]string{"person", "organization", "location", "misc"}

// KindOf is the kind of a type of annotation; false where it is that of no name.
func KindOf(makes string) (Kind, bool) {
	for k, t := range Types {
		if t == makes {
			return Kind(k), true
		}
	}
	return 0, false
}

// A Score says for each kind how much speaks for it: a logarithm of odds against no name.
type Score [Kinds]float64

func (s *Score) add(o Score) {
	for k := range s {
		s[k] += o[k]
	}
}

func (s *Score) weigh(by [Kinds]float32) {
	for k := range s {
		s[k] += float64(by[k])
	}
}

// Weights give the weight of a piece of evidence for each kind: what it is, "before word", and its value, "in".
type Weights interface {
	Weight(what, value string) [Kinds]float32
}

// A Source is what an article offers as evidence.
type Source struct {
	Text    *token.Text
	Rules   []match.Rule
	Matches []*match.Match                   // of rules that make names, also those that others exclude
	Reader  *match.Reader                    // that found them
	Span    func(m *match.Match) token.Range // of the name, without what owes its capital to its place
	Quoted  func(i int) bool                 // whether a token stands in a quotation
}

// A Candidate is a span that may be a name.
type Candidate struct {
	token.Range
	Score Score

	form form // 1 + that of its words, 0 until agreement has looked at it
}

// A Name is a span that is taken for one.
type Name struct {
	token.Range
	Kind  Kind
	Score Score
}

// logSum is the logarithm of the sum of two numbers given by theirs.
func logSum(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(b, -1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}
