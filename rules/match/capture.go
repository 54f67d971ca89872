package match

import (
	"slices"

	"sayso/rules/token"
)

// A walk places the captures of one match. It tries the machine's ways in the order of preference and visits each
// pair of state and token once, so it is linear in the length of the match.
type walk struct {
	*scan
	machine *machine
	end     int // where the phrase has to end
	seen    map[uint64]bool
	trace   *trace // of the way that led to the end
}

// A trace is the way so far, last step first: what was opened, closed and read.
type trace struct {
	before *trace
	op     op
	field  int32 // of opOpen and opClose
	at     int
	value  string      // of opValue and opStep
	match  *Match      // the match gone over
	inner  token.Range // the words of a quotation gone over
}

// capture places the fields of a candidate, or gives nil where none of the rule's phrases holds.
func (s *scan) capture(c candidate) *Match {
	clear(s.seen)
	w := walk{scan: s, machine: &s.rules[c.rule].machine, end: c.end, seen: s.seen}
	if !w.from(w.machine.start, c.start, true, nil) {
		return nil
	}
	m := &Match{Rule: c.rule, Tokens: token.Range{Start: c.start, End: c.end}, Fields: w.fields()}
	for _, k := range s.grammar.Rules[c.rule].Set {
		m.Fields = append(m.Fields, Field{Name: k.Field, Value: k.Value})
	}
	return m
}

// from tries to reach the end from a state at a token; crossed tells that the token may be read though it begins a
// sentence, since an edge led there or the phrase begins there.
func (w *walk) from(n int32, at int, crossed bool, t *trace) bool {
	key := uint64(n)<<33 | uint64(at)<<1
	if crossed {
		key |= 1
	}
	if w.seen[key] || at > w.end {
		return false
	}
	w.seen[key] = true
	st := &w.machine.states[n]
	switch st.op {
	case opAccept:
		w.trace = t
		return at == w.end
	case opSplit:
		for _, out := range st.outs {
			if w.from(out, at, crossed, t) {
				return true
			}
		}
		return false
	case opOpen, opClose:
		return w.from(st.next, at, crossed, &trace{before: t, op: st.op, field: st.arg, at: at})
	case opValue:
		return w.from(st.next, at, crossed, &trace{before: t, op: opValue, value: w.machine.values[st.arg]})
	default:
		return w.over(st, at, crossed, t)
	}
}

// over goes over one token or one edge, the longest edge first.
func (w *walk) over(st *state, at int, crossed bool, t *trace) bool {
	if at >= len(w.set) {
		return false
	}
	for _, e := range w.longestFirst(at) {
		for _, next := range w.ways(st, e.set) {
			if w.from(next, e.end, true, read(st, e, t)) {
				return true
			}
		}
	}
	if !crossed && w.beginsSentence(at) {
		return false
	}
	for _, next := range w.ways(st, w.set[at]) {
		if w.from(next, at+1, false, w.readToken(st, at, t)) {
			return true
		}
	}
	return false
}

// longestFirst are the edges that begin at a token.
func (w *walk) longestFirst(at int) []edge {
	edges := w.edges[at]
	longer := func(a, b edge) int { return b.end - a.end }
	if slices.IsSortedFunc(edges, longer) {
		return edges
	}
	edges = slices.Clone(edges)
	slices.SortStableFunc(edges, longer)
	return edges
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
func read(st *state, e edge, t *trace) *trace {
	switch {
	case st.op != opStep:
		return t
	case e.match != nil:
		return &trace{before: t, op: opStep, match: e.match}
	case st.arg == quotedEdge:
		return &trace{before: t, op: opStep, inner: e.inner}
	case e.value != "":
		return &trace{before: t, op: opStep, value: e.value}
	}
	return t
}

// readToken notes the value of a number or of a list's form.
func (w *walk) readToken(st *state, at int, t *trace) *trace {
	if st.op != opStep {
		return t
	}
	if st.arg == numberToken {
		return &trace{before: t, op: opStep, value: w.number(at)}
	}
	if x, ok := w.lexicons[st.arg]; ok {
		if v, ok := x.value(w.forms[at]); ok && v != "" {
			return &trace{before: t, op: opStep, value: v}
		}
	}
	return t
}

// fields replays the way to the end.
func (w *walk) fields() []Field {
	var steps []*trace
	for t := w.trace; t != nil; t = t.before {
		steps = append(steps, t)
	}
	slices.Reverse(steps)
	var fields []Field
	var open []int // indexes into fields, innermost last
	for _, t := range steps {
		switch {
		case t.op == opOpen:
			open = append(open, len(fields))
			fields = append(fields, Field{Name: w.machine.fields[t.field], Tokens: token.Range{Start: t.at, End: t.at}})
		case len(open) == 0: // a list read outside of any capture
		case t.op == opClose:
			w.close(&fields[open[len(open)-1]], t.at)
			open = open[:len(open)-1]
		default:
			fields[open[len(open)-1]].note(t)
		}
	}
	return fields
}

// close ends a capture; without a value of its own it stands for its words.
func (w *walk) close(f *Field, at int) {
	f.Tokens.End = at
	if f.inner.Len() > 0 {
		f.Tokens = f.inner
	}
	if f.Of == nil && f.Value == "" {
		f.Value = w.text.Slice(f.Tokens)
	}
}

// note keeps what a step within the capture stands for.
func (f *Field) note(t *trace) {
	switch {
	case t.match != nil:
		f.Of = t.match
	case t.inner.Len() > 0:
		f.inner = t.inner
	default:
		f.Value = t.value
	}
}
