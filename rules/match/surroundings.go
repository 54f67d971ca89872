package match

import "sort"

// Surroundings are what one stage found of the rules' contexts and exceptions.
type surroundings struct {
	ends   map[place]bool // where what must precede a rule's match ends
	starts map[place]bool // where what must follow it begins
	except map[int][]exception
}

// A place is a boundary between tokens, as one rule looks at it.
type place struct{ rule, token int }

// An exception is a place that the rule's matches must not touch; a rule's are in the order of their starts.
type exception struct{ start, reach int } // reach: the farthest end of this and all earlier ones

func newSurroundings() surroundings {
	return surroundings{map[place]bool{}, map[place]bool{}, map[int][]exception{}}
}

// note takes in a context or exception of a rule.
func (s surroundings) note(what int32, c candidate) {
	switch what {
	case whatPrecedes:
		s.ends[place{c.rule, c.end}] = true
	case whatFollows:
		s.starts[place{c.rule, c.start}] = true
	case anException:
		all := s.except[c.rule]
		if n := len(all); n > 0 {
			c.end = max(c.end, all[n-1].reach)
		}
		s.except[c.rule] = append(all, exception{c.start, c.end})
	}
}

// touch reports whether one of the rule's exceptions overlaps the candidate.
func (s surroundings) touch(c candidate) bool {
	all := s.except[c.rule]
	n := sort.Search(len(all), func(i int) bool { return all[i].start >= c.end })
	return n > 0 && all[n-1].reach > c.start
}
