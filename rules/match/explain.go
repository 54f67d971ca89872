package match

import (
	"cmp"
	"context"
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
// rule covers it. They are ordered by place. It ends with its context, whose error it gives then.
func (p *Program) Explain(ctx context.Context, t *token.Text) ([]Verdict, error) {
	s := newScan(p)
	s.ctx = ctx
	var lost []loser
	told := make([]int, len(s.rules)) // one more than the token where the last of a rule begins: the longest come first
	s.losers = func(c candidate, why Why) {
		if told[c.rule] <= c.start {
			told[c.rule] = c.start + 1
			lost = append(lost, loser{c, why, nil})
		}
	}
	s.begin(t)
	for i := range s.stages {
		s.stage(i, []token.Range{s.everything()})
	}
	if s.ended() {
		return nil, ctx.Err()
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
			lost = append(lost, loser{candidate{m.Rule, m.Tokens.Start, m.Tokens.End}, Exclusion, m})
		}
	}
	all = append(all, s.verdicts(tidy(lost, made), made, kept)...)
	slices.SortStableFunc(all, func(a, b Verdict) int {
		return cmp.Or(cmp.Compare(a.Tokens.Start, b.Tokens.Start), cmp.Compare(b.Tokens.End, a.Tokens.End), cmp.Compare(a.Why, b.Why))
	})
	return all, nil
}

// A loser is a candidate that does not stand, and its match where it has one.
type loser struct {
	candidate
	why Why
	*Match
}

// tidy leaves of the losers the longest of each rule from one token on, and none that a match of its rule covers.
func tidy(lost []loser, made []*Match) []loser {
	slices.SortStableFunc(lost, func(a, b loser) int {
		return cmp.Or(cmp.Compare(a.rule, b.rule), cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	lost = slices.CompactFunc(lost, func(a, b loser) bool { return a.rule == b.rule && a.start == b.start })
	rules := overlaps(made, func(m *Match) int { return m.Rule })
	return slices.DeleteFunc(lost, func(l loser) bool {
		at := rangeOf(l.start, l.end)
		_, covered := rules[l.rule].First(at, func(n int) bool { return made[n].Tokens.Contains(at) })
		return l.why != Exclusion && covered
	})
}

// verdicts are the losers as matches, with what they lost to.
func (s *scan) verdicts(lost []loser, made, kept []*Match) (all []Verdict) {
	types := overlaps(made, func(m *Match) int { return int(s.rules[m.Rule].kind) })
	groups := overlaps(kept, func(m *Match) int { return int(s.groups[s.rules[m.Rule].kind]) })
	for _, l := range lost {
		v := Verdict{Match: l.Match, Why: l.why}
		if v.Match == nil {
			v.Match = s.capture(l.candidate)
		}
		if v.Match == nil {
			continue
		}
		kind := s.rules[l.rule].kind
		switch v.Why {
		case Overlap:
			v.To = winner(v, made, types[int(kind)])
		case Exclusion:
			v.To = winner(v, kept, groups[int(s.groups[kind])])
		}
		all = append(all, v)
	}
	return all
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
