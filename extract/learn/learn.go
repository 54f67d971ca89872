package learn

import (
	"cmp"
	"maps"
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

// With is the sums of two tables.
func (t Table) With(o Table) Table { return t.plus(o, 1) }

// Without is a table less what another gives.
func (t Table) Without(o Table) Table { return t.plus(o, -1) }

func (t Table) plus(o Table, times float64) Table {
	sum := maps.Clone(t)
	for k, by := range o {
		have := sum[k]
		for i := range have {
			have[i] = rounded(float64(have[i]) + times*float64(by[i]))
		}
		if sum[k] = have; have == ([evidence.Kinds]float32{}) {
			delete(sum, k)
		}
	}
	return sum
}

// rounded is a weight as files hold it.
func rounded(by float64) float32 { return float32(math.Round(100*by) / 100) }

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

// Learn is the weights under which the names of the articles are the likeliest, beside those of their languages that they
// inherit. Of articles in several languages it learns what they share.
func Learn(all []*Article, inherited map[string]Table) Table {
	return learn(all, inherited, func(piece) bool { return true })
}

// Add is the same for evidence of values that no inherited weight tells of, as a list that came later; single words and
// endings are left out.
func Add(all []*Article, inherited map[string]Table) Table {
	known := map[piece]bool{}
	for _, t := range inherited {
		for k := range t {
			known[sort(k[0], k[1])] = true
		}
	}
	return learn(all, inherited, func(p piece) bool { return !known[sort(p.what, p.value)] && !ofForm(p.what) })
}

// sort is a piece of evidence whatever its role is: a "before list" and an "after list" are of one sort.
func sort(what, value string) piece { return piece{what[strings.LastIndex(what, " ")+1:], value} }

func learn(all []*Article, inherited map[string]Table, takes func(piece) bool) Table {
	shared := len(Languages(all)) > 1
	chosen := slices.DeleteFunc(choose(all, shared), func(p piece) bool { return !takes(p) })
	numbers := make(map[piece]int32, len(chosen))
	for i, p := range chosen {
		numbers[p] = int32(i)
	}
	examples := make([]Example, len(all))
	for i, a := range all {
		examples[i] = a.numbered(numbers, inherited[a.Lang])
	}
	by := penalty
	if shared {
		by = penaltyAll
	}
	m := Fit(examples, len(chosen), by, steps)
	top := greatest(m)
	for _, have := range inherited {
		top = max(top, have.greatest())
	}
	t, least := Table{}, min(least, leastShare*top)
	for i, p := range chosen {
		var row [evidence.Kinds]float32
		most := 0.0
		for k := range row {
			v := m[i*evidence.Kinds+k]
			row[k], most = rounded(v), max(most, math.Abs(v))
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
