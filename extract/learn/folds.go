package learn

import (
	"sayso/extract/evidence"
	"sayso/extract/gold"
)

// A Tally counts names: of the gold, found, with the right span, and with the right kind too.
type Tally struct {
	Gold, Found, Span, Right int
	Kinds                    [evidence.Kinds]struct{ Gold, Found, Right int }
}

// F1 is the harmonic mean of precision and recall.
func F1(gold, found, right int) float64 {
	if gold+found == 0 {
		return 0
	}
	return 2 * float64(right) / float64(gold+found)
}

// Folds learns from all articles but every n-th, in turns, and counts on those left out, by their groups.
func Folds(all []*Article, n int) map[string]*Tally {
	counts := map[string]*Tally{}
	for fold := range n {
		var learnt, left []*Article
		for _, a := range all {
			if a.Index%n == n-1-fold {
				left = append(left, a)
			} else {
				learnt = append(learnt, a)
			}
		}
		for lang, t := range Both(learnt) {
			for _, a := range left {
				if a.Lang == lang {
					if counts[a.Group] == nil {
						counts[a.Group] = &Tally{}
					}
					counts[a.Group].Add(a, t)
				}
			}
		}
	}
	return counts
}

// Both learns what the languages of some articles share, then what each has of its own: the sums by language.
func Both(all []*Article) map[string]Table {
	shared, sums := Table{}, map[string]Table{}
	langs := Languages(all)
	if len(langs) > 1 {
		shared = Learn(all, nil)
	}
	for _, lang := range langs {
		var own []*Article
		for _, a := range all {
			if a.Lang == lang {
				own = append(own, a)
			}
		}
		sums[lang] = shared.With(Learn(own, map[string]Table{lang: shared}))
	}
	return sums
}

// Add counts the names that weights find in an article.
func (c *Tally) Add(a *Article, t Table) {
	for _, k := range a.gold {
		c.Gold++
		c.Kinds[k].Gold++
	}
	all := make([]evidence.Candidate, len(a.Spans))
	scores := a.scores(t)
	for i, at := range a.Spans {
		all[i] = evidence.Candidate{Range: at, Score: scores[i]}
	}
	place := map[int]gold.Span{}
	for i := range a.Spans {
		place[a.Spans[i].Start<<20|a.Spans[i].End] = gold.Span{Start: a.places[i].Start, End: a.places[i].End}
	}
	for _, n := range a.evidence.Decide(all) {
		if !a.Kinds[n.Kind] {
			continue
		}
		c.Found++
		c.Kinds[n.Kind].Found++
		k, ok := a.gold[place[n.Start<<20|n.End]]
		if ok {
			c.Span++
		}
		if ok && k == int8(n.Kind) {
			c.Right++
			c.Kinds[k].Right++
		}
	}
}
