package match

import (
	"slices"
	"sort"

	"sayso/rules/token"
)

// A piece is some sentences of a text that no match leads out of or into: mostly one, more where a quotation goes on from one to
// the next. Whatever a tier finds in it, it finds without the rest of the text.
type piece struct {
	token.Range
	tiers int // that have run in it
}

// divide cuts the text into its pieces. Only what is laid over several sentences can make a match cross from one to another.
func (s *scan) divide() {
	s.pieces = s.pieces[:0]
	reach := 0
	for _, sentence := range s.text.Sentences {
		if n := len(s.pieces); n > 0 && sentence.Start < reach {
			s.pieces[n-1].End = sentence.End
		} else {
			s.pieces = append(s.pieces, piece{sentence, s.tier})
		}
		for i := sentence.Start; i < sentence.End; i++ {
			if k := s.edges.head[i]; k > 0 { // the longest
				reach = max(reach, s.edges.all[k].end)
			}
		}
	}
}

// everything is all tokens of the text.
func (s *scan) everything() token.Range { return token.Range{End: len(s.tokens)} }

// through runs the tiers up to one, each where it has not run yet, in the pieces that some ranges lie in, and gives what they find.
func (s *scan) through(tier int, places []token.Range) []*Match {
	if len(s.pieces) == 0 {
		s.divide()
	}
	slices.SortFunc(places, func(a, b token.Range) int { return a.Start - b.Start })
	first := len(s.all)
	var found []*Match
	for t := range min(tier+1, len(s.tiers)) {
		if s.ranges = s.ranges[:0]; s.reach(t, places) {
			for stage := s.firstStage(t); stage < s.tiers[t]; stage++ {
				s.stage(int(stage), s.ranges)
			}
			found = append(found, s.settle(s.all[first:])...)
			first = len(s.all)
		}
	}
	return found
}

// firstStage is the first stage of a tier.
func (s *scan) firstStage(tier int) int32 {
	if tier == 0 {
		return 0
	}
	return s.tiers[tier-1]
}

// reach collects the pieces of some ranges, sorted, in which a tier is the next one, and counts it as run.
func (s *scan) reach(tier int, places []token.Range) bool {
	k := 0
	for _, at := range places {
		k += sort.Search(len(s.pieces)-k, func(n int) bool { return s.pieces[k+n].End > at.Start })
		for ; k < len(s.pieces) && s.pieces[k].Start < at.End; k++ {
			p := &s.pieces[k]
			if p.tiers != tier {
				continue
			}
			p.tiers++
			if n := len(s.ranges); n > 0 && s.ranges[n-1].End == p.Start {
				s.ranges[n-1].End = p.End
			} else {
				s.ranges = append(s.ranges, p.Range)
			}
		}
		k = max(0, k-1) // the next range may lie in the same piece
	}
	return len(s.ranges) > 0
}
