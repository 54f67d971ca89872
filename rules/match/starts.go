package match

import "slices"

// Starts are the states that a stage starts with, by the contexts that end there, a bit each.
type starts struct {
	ends   []uint64 // those contexts, as many words each time
	states []int32
	index  numbering
}

// find is the state to start with, if it is known.
func (a *starts) find(contexts []uint64) (state int32, known bool) {
	n, known := a.index.find(hashOfBits(contexts), func(n int32) bool { return slices.Equal(a.at(n, len(contexts)), contexts) })
	if !known {
		return 0, false
	}
	return a.states[n], true
}

func (a *starts) at(n int32, words int) []uint64 { return a.ends[int(n)*words : int(n+1)*words] }

func (a *starts) put(contexts []uint64, state int32) {
	a.ends, a.states = append(a.ends, contexts...), append(a.states, state)
	words := len(contexts)
	a.index.put(hashOfBits(contexts), int32(len(a.states)-1), func(n int32) uint64 { return hashOfBits(a.at(n, words)) })
}

func hashOfBits(all []uint64) uint64 {
	h := uint64(len(all))
	for _, bits := range all {
		h = join(h, bits)
	}
	return h
}

// startAfter is the state to start with where contexts end.
func (d *dfa) startAfter(contexts []uint64) int32 {
	n, known := d.starts.find(contexts)
	if known {
		return n
	}
	v := &d.stage.moves
	d.add(v.these(v.begin))
	for _, e := range d.stage.entries {
		if contexts[e.after/64]>>(e.after%64)&1 == 1 {
			d.add(v.these(e.start))
		}
	}
	d.collect()
	n = d.intern()
	d.starts.put(contexts, n)
	return n
}
