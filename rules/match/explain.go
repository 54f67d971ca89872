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
	for _, m := range kept {
		all = append(all, Verdict{Match: m})
	}
	for _, m := range made {
		if !slices.Contains(kept, m) {
			lost = append(lost, Verdict{Match: m, Why: Exclusion})
		}
	}
	for _, v := range s.tidy(lost, made) {
		v.To = s.winner(v, kept, made)
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
	return slices.DeleteFunc(lost, func(v Verdict) bool {
		return v.Why != Exclusion && slices.ContainsFunc(made, func(m *Match) bool {
			return m.Rule == v.Rule && m.Tokens.Contains(v.Tokens)
		})
	})
}

// winner is the match that a loser lost to: the first that overlaps it and excludes it.
func (s *scan) winner(v Verdict, kept, made []*Match) *Match {
	if v.Why != Overlap && v.Why != Exclusion {
		return nil
	}
	from, kind := made, s.rules[v.Rule].kind
	if v.Why == Exclusion {
		from = kept
	}
	for _, m := range from {
		other := s.rules[m.Rule].kind
		excludes := other == kind || v.Why == Exclusion && s.groups[other] == s.groups[kind]
		if m != v.Match && excludes && m.Tokens.Overlaps(v.Tokens) {
			return m
		}
	}
	return nil
}
