package evidence

import "unsafe"

// A memo remembers what pieces of evidence weigh: the same few hundred are asked for at every span. It is looked up by
// where their strings stand in memory, for most are constants or kept with the words, and compared by what they say.
type memo struct {
	weights Weights
	all     []weighed
}

type weighed struct {
	what, value string
	by          [Kinds]float32
	known       bool
}

// memoSize is how many pieces are remembered, a power of two.
const memoSize = 1 << 11

// of makes the memo one of some weights.
func (m *memo) of(w Weights) {
	if m.all == nil || m.weights != w {
		*m = memo{w, make([]weighed, memoSize)}
	}
}

// weight is what a piece of evidence weighs.
func (m *memo) weight(what, value string) [Kinds]float32 {
	r := &m.all[(place(what)*31+place(value))&(memoSize-1)]
	if !r.known || !same(r.what, what) || !same(r.value, value) {
		*r = weighed{what, value, m.weights.Weight(what, value), true}
	}
	return r.by
}

// same reports whether two strings are alike, which mostly shows by where they stand.
func same(s, t string) bool {
	return len(s) == len(t) && (unsafe.StringData(s) == unsafe.StringData(t) || s == t)
}

// place tells where a string stands.
func place(s string) uint64 {
	at := uint64(uintptr(unsafe.Pointer(unsafe.StringData(s)))) + uint64(len(s))
	return at * 0x9E3779B97F4A7C15 >> 40
}
