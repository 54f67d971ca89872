package evidence

import (
	"cmp"
	"math"
	"slices"

	"sayso/rules/token"
)

// A Piece is one piece of evidence with its weight for a kind.
type Piece struct {
	What, Value string
	Weight      float64
}

// Account is what a span's score for a kind is made of, by itself: the heaviest pieces first.
func (a *Article) Account(at token.Range, kind Kind, w Weights) (pieces []Piece, sum float64) {
	index := map[[2]string]int{}
	a.Evidence(at, func(what, value string) {
		by := float64(w.Weight(what, value)[kind])
		sum += by
		if i, again := index[[2]string{what, value}]; again {
			pieces[i].Weight += by
		} else if by != 0 {
			index[[2]string{what, value}] = len(pieces)
			pieces = append(pieces, Piece{what, value, by})
		}
	})
	if by := a.sureOf(at)[kind]; by != 0 {
		pieces, sum = append(pieces, Piece{"kind", surely, by}), sum+by
	}
	slices.SortStableFunc(pieces, func(x, y Piece) int { return cmp.Compare(math.Abs(y.Weight), math.Abs(x.Weight)) })
	return pieces, sum
}
