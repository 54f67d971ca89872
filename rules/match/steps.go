package match

// Steps are the steps of an automaton: a hash table, flat, of few bytes a step, for most of the time of a stage goes into
// waiting for one of them.
type steps struct {
	slots []uint64 // from state, over column, to goal; a power of two of them; 0 is free
	count int
}

// A goal is the state that a step leads to, twice, and one more where it accepts; 0 is the dead one.
type goal int32

func (g goal) state() int32  { return int32(g >> 1) }
func (g goal) accepts() bool { return g&1 != 0 }

// The bits of a step. What has more is not kept: bounds on texts and automata let nothing come near.
const (
	stateBits  = 20
	columnBits = 22
	goalBits   = stateBits + 1
)

// stepCells is how many cells a step counts for.
const stepCells = 3

func stepHash(key uint64) uint64 { return key * 0x9E3779B97F4A7C15 >> 32 }

// find is what a step leads to, or -1 where it is not known.
func (s *steps) find(from, column int32) goal {
	if len(s.slots) == 0 || from >= 1<<stateBits || column >= 1<<columnBits {
		return -1
	}
	key, mask := uint64(from)<<columnBits|uint64(column), uint64(len(s.slots)-1)
	for at := stepHash(key) & mask; ; at = (at + 1) & mask {
		switch slot := s.slots[at]; {
		case slot>>goalBits == key:
			return goal(slot & (1<<goalBits - 1))
		case slot == 0:
			return -1
		}
	}
}

// put adds a step that is not there; none leads from the dead state.
func (s *steps) put(from, column int32, to goal) {
	if from >= 1<<stateBits || column >= 1<<columnBits || to >= 1<<goalBits {
		return
	}
	if 2*(s.count+1) > len(s.slots) {
		old := s.slots
		s.slots = make([]uint64, max(1<<8, 2*len(old)))
		for _, slot := range old {
			if slot != 0 {
				s.place(slot)
			}
		}
	}
	s.place((uint64(from)<<columnBits|uint64(column))<<goalBits | uint64(to))
	s.count++
}

func (s *steps) place(slot uint64) {
	mask := uint64(len(s.slots) - 1)
	at := stepHash(slot>>goalBits) & mask
	for ; s.slots[at] != 0; at = (at + 1) & mask {
	}
	s.slots[at] = slot
}

// A numbering finds numbers by the hashes of what they stand for: a hash table, flat as well.
type numbering struct {
	kept  []int32 // slots of an image
	slots []int32 // of what came since: a power of two of them; 1 + the number, or 0
	count int
}

// find is the number of that hash that is the one.
func (x *numbering) find(hash uint64, is func(n int32) bool) (int32, bool) {
	for _, slots := range [...][]int32{x.kept, x.slots} {
		if len(slots) == 0 {
			continue
		}
		mask := uint64(len(slots) - 1)
		for at := hash & mask; slots[at] != 0; at = (at + 1) & mask {
			if n := slots[at] - 1; is(n) {
				return n, true
			}
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
