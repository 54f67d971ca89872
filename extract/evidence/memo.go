package evidence

import "unsafe"

// A memo remembers what pieces of evidence weigh: the same few hundred are asked for at every span. It is looked up by
// where their strings stand in memory, for most are constants or kept with the words, and compared by what they say.
type memo struct {
	weights  Weights
	all      []weighed
	patterns []patterned
	mixtures []mixed            // by their keys
	rules    []*[relations]part // by their numbers
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
		*m = memo{weights: w, all: make([]weighed, memoSize), patterns: make([]patterned, patternsKept), mixtures: make([]mixed, mixturesKept)}
	}
}

// weight is what a piece of evidence weighs.
func (m *memo) weight(what, value string) [Kinds]float32 {
	r := &m.all[(place(what)*31+place(value))&(memoSize-1)]
	if !r.known || !alike(r.what, what) || !alike(r.value, value) {
		*r = weighed{what, value, m.weights.Weight(what, value), true}
	}
	return r.by
}

// rule is what a rule weighs in a relation to a span.
func (m *memo) rule(h *held, by relation) Score {
	if n := h.Rule; n >= len(m.rules) {
		m.rules = append(m.rules, make([]*[relations]part, n+1-len(m.rules))...)
	}
	of := m.rules[h.Rule]
	if of == nil {
		of = new([relations]part)
		m.rules[h.Rule] = of
	}
	p := &of[by]
	if !p.known {
		h.tell(by, func(what, value string) { p.score.weigh(m.weight(what, value)) })
		p.known = true
	}
	return p.score
}

// A mixed is what a mixture weighs, by its key and one.
type mixed struct {
	key   int
	score Score
}

// mixturesKept is how many mixtures are remembered.
const (
	mixtureBits  = 10
	mixturesKept = 1 << mixtureBits
)

// mixture is what a mixture weighs.
func (m *memo) mixture(x *mixture) Score {
	key := x.key() + 1
	of := &m.mixtures[uint32(key)*0x9E3779B1>>(32-mixtureBits)]
	if of.key != key {
		*of = mixed{key: key}
		x.tell(func(what, value string) { of.score.weigh(m.weight(what, value)) })
	}
	return of.score
}

// A patterned is what a pattern weighs, by its key.
type patterned struct {
	key uint64
	by  [Kinds]float32
}

// patternsKept is how many patterns are remembered, 1 << patternBits.
const (
	patternBits  = 12
	patternsKept = 1 << patternBits
)

// pattern is what the pattern of a span weighs.
func (m *memo) pattern(a *Article, x *extent) [Kinds]float32 {
	if x.key&unkeyed != 0 {
		return m.weights.Weight("pattern", a.pattern(x.Range))
	}
	p := &m.patterns[x.key*0x9E3779B97F4A7C15>>(64-patternBits)]
	if p.key != x.key {
		*p = patterned{x.key, m.weights.Weight("pattern", a.pattern(x.Range))}
	}
	return p.by
}

// alike reports whether two strings are alike, which mostly shows by where they stand.
func alike(s, t string) bool {
	return len(s) == len(t) && (unsafe.StringData(s) == unsafe.StringData(t) || s == t)
}

// place tells where a string stands.
func place(s string) uint64 {
	at := uint64(uintptr(unsafe.Pointer(unsafe.StringData(s)))) + uint64(len(s))
	return at * 0x9E3779B97F4A7C15 >> 40
}
