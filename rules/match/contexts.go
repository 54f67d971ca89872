package match

import (
	"sort"

	"sayso/rules/token"
)

// Contexts are what one stage found of the rules' contexts and exceptions: a row of bits a token, one bit a rule
// that has such a context.
type contexts struct {
	afters, befores int      // words in a row
	ends            []uint64 // where what must precede a rule's match ends
	starts          []uint64 // where what must follow it begins
	exceptions      [][]exception
	touched         []int32 // rules with exceptions
}

// An exception is a place that the rule's matches must not touch; a rule's are in the order of their starts.
type exception struct{ start, reach int } // reach: the farthest end of this and all earlier ones

// reset makes them ready for a stage over ranges of n tokens, each of which is to be cleared.
func (s *contexts) reset(st *stage, n, rules int) {
	s.afters, s.befores = bitWords(st.afters), bitWords(st.befores)
	s.ends, s.starts = sized(s.ends, (n+1)*s.afters), sized(s.starts, (n+1)*s.befores)
	for len(s.exceptions) < rules {
		s.exceptions = append(s.exceptions, nil)
	}
	for _, r := range s.touched {
		s.exceptions[r] = s.exceptions[r][:0]
	}
	s.touched = s.touched[:0]
}

// clear forgets what was found in a range.
func (s *contexts) clear(at token.Range) {
	clear(s.ends[at.Start*s.afters : (at.End+1)*s.afters])
	clear(s.starts[at.Start*s.befores : (at.End+1)*s.befores])
}

// sized is n of what is to be set, in the memory of old where it has room.
func sized[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n)
	}
	return old[:n]
}

// zeroed is n zeros, in the memory of old where it has room.
func zeroed[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n)
	}
	old = old[:n]
	clear(old)
	return old
}

// precedes notes that a context that must precede a match ends before a token.
func (s *contexts) precedes(after int32, end int) {
	s.ends[end*s.afters+int(after/64)] |= 1 << (after % 64)
}

// follows notes that a context that must follow a match begins with a token.
func (s *contexts) follows(before int32, start int) {
	s.starts[start*s.befores+int(before/64)] |= 1 << (before % 64)
}

// except notes a place that the rule's matches must not touch.
func (s *contexts) except(rule int32, start, end int) {
	all := s.exceptions[rule]
	reach := end
	if n := len(all); n > 0 {
		reach = max(end, all[n-1].reach)
	} else {
		s.touched = append(s.touched, rule)
	}
	s.exceptions[rule] = append(all, exception{start, reach})
}

// before are the contexts that end before a token, nil where there is none.
func (s *contexts) before(at int) []uint64 {
	row := s.ends[at*s.afters : (at+1)*s.afters]
	for _, bits := range row {
		if bits != 0 {
			return row
		}
	}
	return nil
}

// preceded reports whether a context, if there is one, ends before the token.
func (s *contexts) preceded(after int32, at int) bool {
	return after < 0 || s.ends[at*s.afters+int(after/64)]>>(after%64)&1 == 1
}

// followed reports whether a context, if there is one, begins with the token.
func (s *contexts) followed(before int32, at int) bool {
	return before < 0 || s.starts[at*s.befores+int(before/64)]>>(before%64)&1 == 1
}

// touch reports whether one of the rule's exceptions overlaps the candidate.
func (s *contexts) touch(c candidate) bool {
	all := s.exceptions[c.rule]
	n := sort.Search(len(all), func(i int) bool { return all[i].start >= c.end })
	return n > 0 && all[n-1].reach > c.start
}

// bitWords is the number of words that n bits take.
func bitWords(n int32) int { return int(n+63) / 64 }
