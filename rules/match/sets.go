package match

import (
	"encoding/binary"
	"slices"
)

// Sets numbers the sets of classes that tokens and edges have.
type sets struct {
	classes [][]class
	index   numbering
}

func (s *sets) intern(set []class) int32 {
	slices.Sort(set)
	set = slices.Compact(set)
	hash := hashOfMembers(set)
	n, known := s.index.find(hash, func(n int32) bool { return slices.Equal(s.classes[n], set) })
	if !known {
		n = int32(len(s.classes))
		s.classes = append(s.classes, slices.Clone(set))
		s.index.put(hash, n, func(n int32) uint64 { return hashOfMembers(s.classes[n]) })
	}
	return n
}

func appendKey(key []byte, all []int32) []byte {
	for _, c := range all {
		key = binary.LittleEndian.AppendUint32(key, uint32(c))
	}
	return key
}

func (s *sets) has(set int32, c class) bool {
	_, ok := among(s.classes[set], c)
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
