package match

import (
	"cmp"
	"slices"

	"sayso/rules/token"
)

// Why tells why a place where a rule holds gives no match.
type Why int

// The reasons.
const (
	None      Why = iota // it gives one
	Precedes             // what must stand just before it does not
	Follows              // what must stand just after it does not, or a context stands in another sentence
	Exception            // it touches an exception of its rule
	Overlap              // it overlaps one of its type that begins before, is longer, or whose rule was defined before
	Exclusion            // the same with one of another type that excludes its own
)

// A Verdict is what became of one place where a rule holds.
type Verdict struct {
	*Match
	Why Why
	To  *Match // what it lost to, or nil
}

// Explain is Find, with what did not stand: of each rule the longest place from one token on, unless another match of the
// rule covers it. They are ordered by place.
func (p *Program) Explain(t *token.Text) []Verdict {
	s := newScan(p)
	var lost []Verdict
	s.losers = func(c candidate, why Why) {
		if m := s.capture(c); m != nil {
			lost = append(lost, Verdict{Match: m, Why: why})
		}
	}
	s.load(t)
	for i := range s.stages {
		s.stage(i)
	}
	made := slices.Clone(s.all)
	kept := s.settle(s.all)
	var all []Verdict
	stands := map[*Match]bool{}
	for _, m := range kept {
		all = append(all, Verdict{Match: m})
		stands[m] = true
	}
	for _, m := range made {
		if !stands[m] {
			lost = append(lost, Verdict{Match: m, Why: Exclusion})
		}
	}
	types := overlaps(made, func(m *Match) int { return int(s.rules[m.Rule].kind) })
	groups := overlaps(kept, func(m *Match) int { return int(s.groups[s.rules[m.Rule].kind]) })
	for _, v := range s.tidy(lost, made) {
		kind := s.rules[v.Rule].kind
		switch v.Why {
		case Overlap:
			v.To = winner(v, made, types[int(kind)])
		case Exclusion:
			v.To = winner(v, kept, groups[int(s.groups[kind])])
		}
		all = append(all, v)
	}
	slices.SortStableFunc(all, func(a, b Verdict) int {
		return cmp.Or(cmp.Compare(a.Tokens.Start, b.Tokens.Start), cmp.Compare(b.Tokens.End, a.Tokens.End), cmp.Compare(a.Why, b.Why))
	})
	return all
}

// tidy leaves of the losers the longest of each rule from one token on, and none that a match of its rule covers.
func (s *scan) tidy(lost []Verdict, made []*Match) []Verdict {
	slices.SortStableFunc(lost, func(a, b Verdict) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Tokens.Start, b.Tokens.Start), cmp.Compare(b.Tokens.End, a.Tokens.End))
	})
	lost = slices.CompactFunc(lost, func(a, b Verdict) bool { return a.Rule == b.Rule && a.Tokens.Start == b.Tokens.Start })
	rules := overlaps(made, func(m *Match) int { return m.Rule })
	return slices.DeleteFunc(lost, func(v Verdict) bool {
		_, covered := rules[v.Rule].First(v.Tokens, func(n int) bool { return made[n].Tokens.Contains(v.Tokens) })
		return v.Why != Exclusion && covered
	})
}

// overlaps are the places of matches by a key of each.
func overlaps(all []*Match, key func(*Match) int) map[int]*token.Overlaps {
	numbers := map[int][]int{}
	for n, m := range all {
		numbers[key(m)] = append(numbers[key(m)], n)
	}
	found := map[int]*token.Overlaps{}
	for k, some := range numbers {
		found[k] = token.NewOverlaps(some, func(n int) token.Range { return all[n].Tokens })
	}
	return found
}

// winner is the match that a loser lost to: the first that overlaps it, of those that exclude it.
func winner(v Verdict, all []*Match, excluding *token.Overlaps) *Match {
	n, found := excluding.First(v.Tokens, func(n int) bool { return all[n] != v.Match })
	if !found {
		return nil
	}
	return all[n]
}
