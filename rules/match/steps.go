package match

// Steps are the steps of an automaton: a hash table, flat so that it can be kept as bytes.
type steps struct {
	slots []stepSlot // a power of two of them; one that leads to 0 is free
	count int
}

// A stepSlot is a step from a state over a column, and 1 + the state that it leads to.
type stepSlot struct{ from, column, to int32 }

// stepCells is how many cells a step counts for.
const stepCells = 3

func stepHash(from, column int32) uint64 {
	h := (uint64(from)<<32 | uint64(uint32(column))) * 0x9E3779B97F4A7C15
	return h >> 32
}

// find is the state that a step leads to, or -1 where it is not known.
func (s *steps) find(from, column int32) int32 {
	mask := uint64(len(s.slots) - 1)
	if len(s.slots) == 0 {
		return -1
	}
	for at := stepHash(from, column) & mask; ; at = (at + 1) & mask {
		switch slot := &s.slots[at]; {
		case slot.from == from && slot.column == column:
			return slot.to - 1
		case slot.to == 0:
			return -1
		}
	}
}

// put adds a step that is not there.
func (s *steps) put(from, column, to int32) {
	if 2*(s.count+1) > len(s.slots) {
		old := s.slots
		s.slots = make([]stepSlot, max(1<<8, 2*len(old)))
		for _, slot := range old {
			if slot.to != 0 {
				s.place(slot)
			}
		}
	}
	s.place(stepSlot{from, column, to + 1})
	s.count++
}

func (s *steps) place(slot stepSlot) {
	mask := uint64(len(s.slots) - 1)
	at := stepHash(slot.from, slot.column) & mask
	for ; s.slots[at].to != 0; at = (at + 1) & mask {
	}
	s.slots[at] = slot
}

// A numbering finds numbers by the hashes of what they stand for: a hash table, flat as well.
type numbering struct {
	slots []int32 // a power of two of them; 1 + the number, or 0
	count int
}

// find is the number of that hash that is the one.
func (x *numbering) find(hash uint64, is func(n int32) bool) (int32, bool) {
	if len(x.slots) == 0 {
		return 0, false
	}
	mask := uint64(len(x.slots) - 1)
	for at := hash & mask; x.slots[at] != 0; at = (at + 1) & mask {
		if n := x.slots[at] - 1; is(n) {
			return n, true
		}
	}
	return 0, false
}

// put adds a number; hashOf gives the hash of those that are there.
func (x *numbering) put(hash uint64, n int32, hashOf func(n int32) uint64) {
	if 2*(x.count+1) > len(x.slots) {
		old := x.slots
		x.slots = make([]int32, max(1<<6, 2*len(old)))
		for _, slot := range old {
			if slot != 0 {
				x.place(hashOf(slot-1), slot)
			}
		}
	}
	x.place(hash, n+1)
	x.count++
}

func (x *numbering) place(hash uint64, slot int32) {
	mask := uint64(len(x.slots) - 1)
	at := hash & mask
	for ; x.slots[at] != 0; at = (at + 1) & mask {
	}
	x.slots[at] = slot
}
