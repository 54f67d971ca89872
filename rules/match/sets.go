package match

import (
	"encoding/binary"
	"slices"
)

// intern is the number of a set of classes that tokens and edges have.
func (s *sets) intern(set []class) int32 {
	slices.Sort(set)
	n, _ := s.number(slices.Compact(set))
	return n
}

func appendKey(key []byte, all []int32) []byte {
	for _, c := range all {
		key = binary.LittleEndian.AppendUint32(key, uint32(c))
	}
	return key
}

func (s *sets) has(set int32, c class) bool {
	_, ok := among(s.at(set), c)
	return ok
}

// passes reports whether a state goes over a token or edge of that set.
func (s *sets) passes(st *state, set int32) bool {
	switch st.op {
	case opStep:
		return s.has(set, st.arg)
	case opNot:
		return s.has(set, wordToken) && !s.has(set, st.arg)
	case opGap:
		return s.has(set, anyToken) && !s.has(set, breakMark)
	}
	return false
}
