package match

import (
	"slices"
)

// A candidate is one place where the automaton found a rule, not yet checked.
type candidate struct {
	rule       int
	start, end int
}

// decide decides the candidates, in their order, until one ends behind the token.
func (s *scan) decide(at int) {
	for ; s.decided < len(s.found); s.decided++ {
		c := s.found[s.decided]
		if c.end > at {
			break
		}
		switch t := s.rules[c.rule].kind; {
		case c.start < s.taken[t]:
			s.lost(c, Overlap)
		case s.holds(c):
			s.match(c, t)
		}
	}
	if s.decided == len(s.found) {
		s.found, s.decided = s.found[:0], 0
	} else if s.decided > 1<<10 {
		s.found, s.decided = slices.Delete(s.found, 0, s.decided), 0
	}
}

// sortCandidates orders those that begin at one token: the longest first, then the first defined. They come nearly in the
// opposite order, for the automaton reads on and on.
func sortCandidates(all []candidate) {
	slices.Reverse(all)
	for i := 1; i < len(all); i++ {
		c := all[i]
		if c.before(all[i-1]) {
			if len(all) > fewCandidates {
				slices.SortFunc(all, candidate.compare)
				return
			}
			k := i
			for ; k > 0 && c.before(all[k-1]); k-- {
				all[k] = all[k-1]
			}
			all[k] = c
		}
	}
}

// fewCandidates are sorted by moving each to its place.
const fewCandidates = 24

func (c candidate) before(o candidate) bool {
	return c.end > o.end || c.end == o.end && c.rule < o.rule
}

func (c candidate) compare(o candidate) int {
	if c.end != o.end {
		return o.end - c.end
	}
	return c.rule - o.rule
}

// holds checks that what must follow a candidate does, and that it touches none of its rule's exceptions.
func (s *scan) holds(c candidate) bool {
	r := &s.rules[c.rule]
	if s.losers != nil && !s.contexts.preceded(r.after, c.start) {
		s.lost(c, Precedes)
		return false
	}
	if !s.contexts.followed(r.before, c.end) || r.after >= 0 && s.beginsSentence(c.start) || r.before >= 0 && s.beginsSentence(c.end) {
		s.lost(c, Follows)
		return false
	}
	if s.contexts.touch(c) {
		s.lost(c, Exception)
		return false
	}
	return true
}

// lost notes a candidate that does not stand, where somebody wants to know.
func (s *scan) lost(c candidate, why Why) {
	if s.losers != nil {
		s.losers(c, why)
	}
}

// settle keeps of matches that exclude each other the leftmost, longest, first defined.
func (s *scan) settle(all []*Match) []*Match {
	slices.SortStableFunc(all, func(a, b *Match) int {
		if a.Tokens.Start != b.Tokens.Start {
			return a.Tokens.Start - b.Tokens.Start
		}
		if a.Tokens.End != b.Tokens.End {
			return b.Tokens.End - a.Tokens.End
		}
		return a.Rule - b.Rule
	})
	s.taken = zeroed(s.taken, len(s.types))
	kept := all[:0]
	for _, m := range all {
		g := s.groups[s.rules[m.Rule].kind]
		if m.Tokens.Start < s.taken[g] {
			s.excluded = append(s.excluded, m)
			continue
		}
		s.taken[g] = m.Tokens.End
		kept = append(kept, m)
	}
	return kept
}
