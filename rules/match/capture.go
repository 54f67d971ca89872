package match

import (
	"slices"

	"sayso/rules/token"
)

// maxContext is how many tokens back the phrase before a match may begin.
const maxContext = 12

// A walk places the captures of one match. It tries the machine's ways in the order of preference and visits each
// pair of state and token once, so it is linear in the length of the match.
type walk struct {
	*scan
	machine *machine
	end     int // where the phrase has to end; -1 for anywhere
	seen    map[uint64]bool
	path    []Field // captures on the way, those still open with End -1
}

// capture places the fields of a candidate, or gives nil where none of the rule's phrases holds.
func (s *scan) capture(c candidate) *Match {
	w := walk{scan: s, machine: &s.rules[c.rule].program, end: c.end, seen: map[uint64]bool{}}
	if !w.from(w.machine.start, c.start, true) {
		return nil
	}
	m := &Match{Rule: c.rule, Tokens: token.Range{Start: c.start, End: c.end}, Fields: w.path}
	for _, k := range s.grammar.Rules[c.rule].Set {
		m.Fields = append(m.Fields, Field{Name: k.Field, Value: k.Value})
	}
	return m
}

// follows reports whether the machine's phrase stands at token at.
func (s *scan) follows(m *machine, at int) bool {
	if s.beginsSentence(at) {
		return false
	}
	w := walk{scan: s, machine: m, end: -1, seen: map[uint64]bool{}}
	return w.from(m.start, at, true)
}

// precedes reports whether the machine's phrase ends just before token end.
func (s *scan) precedes(m *machine, end int) bool {
	if s.beginsSentence(end) {
		return false
	}
	for at := end - 1; at >= max(0, end-maxContext); at-- {
		w := walk{scan: s, machine: m, end: end, seen: map[uint64]bool{}}
		if w.from(m.start, at, true) {
			return true
		}
	}
	return false
}

// from tries to reach the end from a state at a token; crossed tells that the token may be read though it begins a
// sentence, since an edge led there or the phrase begins there.
func (w *walk) from(n int32, at int, crossed bool) bool {
	key := uint64(n)<<33 | uint64(at)<<1
	if crossed {
		key |= 1
	}
	if w.seen[key] || w.end >= 0 && at > w.end {
		return false
	}
	w.seen[key] = true
	st := &w.machine.states[n]
	switch st.op {
	case opAccept:
		return w.end < 0 || at == w.end
	case opSplit:
		for _, out := range st.outs {
			if w.from(out, at, crossed) {
				return true
			}
		}
		return false
	case opOpen, opClose, opValue:
		return w.mark(st, at, crossed)
	default:
		return w.over(st, at, crossed)
	}
}

// mark goes over the beginning or end of a capture, undone if it leads nowhere.
func (w *walk) mark(st *state, at int, crossed bool) bool {
	before := slices.Clone(w.path)
	switch st.op {
	case opOpen:
		w.path = append(w.path, Field{Name: w.machine.fields[st.arg], Tokens: token.Range{Start: at, End: -1}})
	case opClose:
		w.close(w.machine.fields[st.arg], at)
	case opValue:
		if f := w.last(); f != nil {
			f.Value = w.machine.values[st.arg]
		}
	}
	if w.from(st.next, at, crossed) {
		return true
	}
	w.path = before
	return false
}

// last is the innermost capture still open.
func (w *walk) last() *Field {
	for i := len(w.path) - 1; i >= 0; i-- {
		if w.path[i].Tokens.End < 0 {
			return &w.path[i]
		}
	}
	return nil
}

func (w *walk) close(name string, at int) {
	for i := len(w.path) - 1; i >= 0; i-- {
		f := &w.path[i]
		if f.Name != name || f.Tokens.End >= 0 {
			continue
		}
		f.Tokens.End = at
		if f.inner.Len() > 0 {
			f.Tokens = f.inner
		}
		if f.Of == nil && f.Value == "" {
			f.Value = w.text.Slice(f.Tokens)
		}
		return
	}
}

// over goes over one token or one edge, the longest edge first.
func (w *walk) over(st *state, at int, crossed bool) bool {
	if at >= len(w.set) {
		return false
	}
	edges := slices.Clone(w.edges[at])
	slices.SortStableFunc(edges, func(a, b edge) int { return b.end - a.end })
	for _, e := range edges {
		for _, next := range w.ways(st, e.set) {
			before := slices.Clone(w.path)
			w.read(st, e)
			if w.from(next, e.end, true) {
				return true
			}
			w.path = before
		}
	}
	if !crossed && w.beginsSentence(at) {
		return false
	}
	for _, next := range w.ways(st, w.set[at]) {
		before := slices.Clone(w.path)
		w.readToken(st, at)
		if w.from(next, at+1, false) {
			return true
		}
		w.path = before
	}
	return false
}

// ways are the states after a token or edge of that set.
func (w *walk) ways(st *state, set int32) []int32 {
	if st.op != opTrie {
		if w.sets.passes(st, set) {
			return []int32{st.next}
		}
		return nil
	}
	var ways []int32
	for _, c := range w.sets.classes[set] {
		if n, ok := st.branches[c]; ok {
			ways = append(ways, n)
		}
	}
	return ways
}

// read notes what an edge stands for in the capture at hand.
func (w *walk) read(st *state, e edge) {
	f := w.last()
	if f == nil || st.op != opStep {
		return
	}
	switch {
	case e.match != nil:
		f.Of = e.match
	case e.inner.Len() > 0 && st.arg == quotedEdge:
		f.Value, f.inner = w.text.Slice(e.inner), e.inner
	case e.value != "":
		f.Value = e.value
	}
}

// readToken notes the value of a number or of a list's form.
func (w *walk) readToken(st *state, at int) {
	f := w.last()
	if f == nil || st.op != opStep {
		return
	}
	if st.arg == numberToken {
		f.Value = w.number(at)
		return
	}
	if x, ok := w.lexicons[st.arg]; ok {
		if v, ok := x.value(w.forms[at]); ok && v != "" {
			f.Value = v
		}
	}
}
