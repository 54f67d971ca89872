package learn

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"sayso/extract/evidence"
	"sayso/rules/match"
)

const (
	fewest     = 5    // articles that a piece of evidence must be in
	fewestAll  = 8    // the same where several languages share it
	fewestForm = 8    // the same for single words and endings, which carry over least to what was never read
	penalty    = 3.0  // draws weights towards what is inherited
	penaltyAll = 1.0  // draws shared weights towards zero
	steps      = 60   // of the descent
	least      = 0.12 // smaller weights are left out
	leastShare = 0.04 // likewise, of the greatest, where all are small
)

// Aside is what texts of another kind count than those that will be read.
const Aside = 0.4

// A Table is weights by their pieces of evidence.
type Table map[[2]string][evidence.Kinds]float32

// Weight is what a piece of evidence weighs.
func (t Table) Weight(what, value string) [evidence.Kinds]float32 { return t[[2]string{what, value}] }

// NewTable is the table of some weights.
func NewTable(all []match.Weight) Table {
	t := Table{}
	for _, w := range all {
		t[[2]string{w.What, w.Value}] = w.By
	}
	return t
}

// with is the sums of two tables.
func (t Table) with(o Table) Table {
	sum := Table{}
	for _, from := range []Table{t, o} {
		for k, by := range from {
			have := sum[k]
			for i := range have {
				have[i] += by[i]
			}
			sum[k] = have
		}
	}
	return sum
}

// List is the weights of a table in their order.
func (t Table) List() []match.Weight {
	var all []match.Weight
	for k, by := range t {
		all = append(all, match.Weight{What: k[0], Value: k[1], By: by})
	}
	slices.SortFunc(all, func(a, b match.Weight) int { return cmp.Or(cmp.Compare(a.What, b.What), cmp.Compare(a.Value, b.Value)) })
	return all
}

// Languages are those of some articles, sorted.
func Languages(all []*Article) []string {
	var langs []string
	for _, a := range all {
		if !slices.Contains(langs, a.Lang) {
			langs = append(langs, a.Lang)
		}
	}
	slices.Sort(langs)
	return langs
}

// Learn is the weights under which the names of the articles are the likeliest, beside inherited ones. Of articles in
// several languages it learns what they share.
func Learn(all []*Article, inherited Table) Table {
	shared := len(Languages(all)) > 1
	chosen := choose(all, shared)
	numbers := make(map[piece]int32, len(chosen))
	for i, p := range chosen {
		numbers[p] = int32(i)
	}
	examples := make([]Example, len(all))
	for i, a := range all {
		examples[i] = a.numbered(numbers, inherited)
	}
	by := penalty
	if shared {
		by = penaltyAll
	}
	m := Fit(examples, len(chosen), by, steps)
	t, least := Table{}, min(least, leastShare*max(greatest(m), inherited.greatest()))
	for i, p := range chosen {
		var row [evidence.Kinds]float32
		most := 0.0
		for k := range row {
			v := m[i*evidence.Kinds+k]
			row[k], most = float32(math.Round(100*v)/100), max(most, math.Abs(v))
		}
		if most >= least {
			t[[2]string{p.what, p.value}] = row
		}
	}
	return t
}

// greatest is the greatest of some weights.
func greatest(m Model) float64 {
	most := 0.0
	for _, v := range m {
		most = max(most, math.Abs(v))
	}
	return most
}

func (t Table) greatest() float64 {
	most := 0.0
	for _, by := range t {
		for _, v := range by {
			most = max(most, math.Abs(float64(v)))
		}
	}
	return most
}

// choose is the pieces of evidence that enough articles have, sorted; shared ones must stand in two languages.
func choose(all []*Article, shared bool) []piece {
	type seen struct {
		articles int
		langs    []string
	}
	count := map[piece]*seen{}
	for _, a := range all {
		in := map[piece]bool{}
		for _, pieces := range a.pieces {
			for _, p := range pieces {
				in[p] = true
			}
		}
		for p := range in {
			s := count[p]
			if s == nil {
				s = &seen{}
				count[p] = s
			}
			s.articles++
			if !slices.Contains(s.langs, a.Lang) {
				s.langs = append(s.langs, a.Lang)
			}
		}
	}
	var chosen []piece
	for p, s := range count {
		least := fewest
		if shared {
			least = fewestAll
		}
		if ofForm(p.what) {
			least = max(least, fewestForm)
		}
		if s.articles >= least && (!shared || len(s.langs) > 1) {
			chosen = append(chosen, p)
		}
	}
	slices.SortFunc(chosen, func(a, b piece) int { return cmp.Or(cmp.Compare(a.what, b.what), cmp.Compare(a.value, b.value)) })
	return chosen
}

// ofForm reports whether evidence is a single word or its ending.
func ofForm(what string) bool {
	return strings.HasSuffix(what, " word") || strings.HasSuffix(what, " ends")
}

// numbered is an article's example by the numbers of evidence, with what inherited weights give.
func (a *Article) numbered(numbers map[piece]int32, inherited Table) Example {
	e := a.Example
	e.Pieces = make([][]int32, len(a.pieces))
	for i, pieces := range a.pieces {
		for _, p := range pieces {
			if n, ok := numbers[p]; ok {
				e.Pieces[i] = append(e.Pieces[i], n)
			}
		}
	}
	if len(inherited) > 0 {
		e.Base = a.scores(inherited)
	}
	return e
}

// scores are the scores of an article's spans by a table.
func (a *Article) scores(t Table) []evidence.Score {
	all := make([]evidence.Score, len(a.pieces))
	for i, pieces := range a.pieces {
		for _, p := range pieces {
			for k, v := range t.Weight(p.what, p.value) {
				all[i][k] += float64(v)
			}
		}
	}
	return all
}
