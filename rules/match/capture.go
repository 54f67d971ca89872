package match

import "sayso/rules/token"

// A walk places the captures of one match. It tries the machine's ways in the order of preference and visits each
// pair of state and token once, so it is linear in the length of the match.
type walk struct {
	machine *machine
	end     int // where the phrase has to end
	seen    visited
	traces  []trace // the first is none
	trace   int32   // of the way that led to the end
	steps   []int32
	fields  []Field
	open    []int // indexes into fields, innermost last
}

// A trace is the way so far, last step first: what was opened, closed and read.
type trace struct {
	before int32
	op     op
	field  int32 // of opOpen and opClose
	at     int
	value  string      // of opStep
	match  *Match      // the match gone over
	inner  token.Range // the words of a quotation gone over
}

// capture places the fields of a candidate, or gives nil where none of the rule's phrases holds.
func (s *scan) capture(c candidate) *Match {
	w := &s.walk
	w.machine, w.end = &s.rules[c.rule].machine, c.end
	w.fields = w.fields[:0]
	if len(w.machine.fields) > 0 {
		w.traces = append(w.traces[:0], trace{})
		w.seen.reset()
		if !s.from(w.machine.start, c.start, true, 0) {
			return nil
		}
		s.replay()
	}
	for _, k := range s.rules[c.rule].Set {
		w.fields = append(w.fields, Field{Name: k.Field, Value: k.Value})
	}
	m := s.arena.next()
	*m = Match{Rule: c.rule, Tokens: token.Range{Start: c.start, End: c.end}, Fields: s.arena.keep(w.fields)}
	return m
}

// after is a trace with one more step.
func (w *walk) after(t trace) int32 {
	w.traces = append(w.traces, t)
	return int32(len(w.traces) - 1)
}

// from tries to reach the end from a state at a token; crossed tells that the token may be read though it begins a
// sentence, since an edge led there or the phrase begins there.
func (s *scan) from(n int32, at int, crossed bool, t int32) bool {
	w := &s.walk
	key := uint64(n)<<33 | uint64(at)<<1
	if crossed {
		key |= 1
	}
	if at > w.end || !w.seen.add(key) {
		return false
	}
	st := &w.machine.states[n]
	switch st.op {
	case opAccept:
		w.trace = t
		return at == w.end
	case opSplit:
		for _, out := range w.machine.ways(st) {
			if s.from(out, at, crossed, t) {
				return true
			}
		}
		return false
	case opOpen, opClose:
		return s.from(st.next, at, crossed, w.after(trace{before: t, op: st.op, field: st.arg, at: at}))
	default:
		return s.over(st, at, crossed, t)
	}
}

// over goes over one token or one edge, the longest edge first.
func (s *scan) over(st *state, at int, crossed bool, t int32) bool {
	if at >= len(s.set) {
		return false
	}
	for k := s.edges.head[at]; k > 0; k = s.edges.all[k].next {
		e := &s.edges.all[k]
		if s.sets.passes(st, e.set) && s.from(st.next, e.end, !e.bound, s.walk.read(st, e, t)) {
			return true
		}
	}
	if !crossed && s.beginsSentence(at) {
		return false
	}
	return s.sets.passes(st, s.set[at]) && s.from(st.next, at+1, false, s.readToken(st, at, t))
}

// read notes what an edge stands for in the capture at hand.
func (w *walk) read(st *state, e *edge, t int32) int32 {
	switch {
	case st.op != opStep:
		return t
	case e.match != nil:
		return w.after(trace{before: t, op: opStep, match: e.match})
	case st.arg == quotedEdge:
		return w.after(trace{before: t, op: opStep, inner: e.inner})
	case e.value != "":
		return w.after(trace{before: t, op: opStep, value: e.value})
	}
	return t
}

// readToken notes the value of a number or of a list's form.
func (s *scan) readToken(st *state, at int, t int32) int32 {
	if st.op != opStep {
		return t
	}
	if st.arg == numberToken {
		return s.walk.after(trace{before: t, op: opStep, value: s.number(at)})
	}
	if v := s.wordValue(st.arg, s.word(at)); v != "" {
		return s.walk.after(trace{before: t, op: opStep, value: v})
	}
	return t
}

// wordValue is what a word stands for in a list, or empty.
func (s *scan) wordValue(list class, w *word) string {
	v, ok := s.value(list, &w.spelt, w.meanings)
	if !ok {
		v, _ = s.inflections.lemma(list, w.readings)
	}
	return v
}

// replay follows the way to the end and fills w.fields.
func (s *scan) replay() {
	w := &s.walk
	w.steps, w.open = w.steps[:0], w.open[:0]
	for t := w.trace; t > 0; t = w.traces[t].before {
		w.steps = append(w.steps, t)
	}
	for i := len(w.steps) - 1; i >= 0; i-- {
		switch t := &w.traces[w.steps[i]]; {
		case t.op == opOpen:
			w.open = append(w.open, len(w.fields))
			w.fields = append(w.fields, Field{Name: w.machine.fields[t.field], Tokens: token.Range{Start: t.at, End: t.at}})
		case len(w.open) == 0: // a list read outside of any capture
		case t.op == opClose:
			s.closeField(&w.fields[w.open[len(w.open)-1]], t.at)
			w.open = w.open[:len(w.open)-1]
		default:
			w.fields[w.open[len(w.open)-1]].note(t)
		}
	}
}

// closeField ends a capture; without a value of its own it stands for its words.
func (s *scan) closeField(f *Field, at int) {
	f.Tokens.End = at
	if f.inner.Len() > 0 {
		f.Tokens = f.inner
	}
	if f.Of == nil && f.Value == "" {
		f.Value = s.text.Slice(f.Tokens)
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

// A visited is a set of keys that is emptied in no time.
type visited struct {
	keys  []uint64
	turns []uint32 // by key, the turn that it was added in
	turn  uint32
	count int
}

func (v *visited) reset() {
	v.turn++
	v.count = 0
	if v.turn == 0 || len(v.keys) == 0 || len(v.keys) > 1<<16 {
		*v = visited{keys: make([]uint64, 256), turns: make([]uint32, 256), turn: 1}
	}
}

// add puts a key in, and reports whether it was not there.
func (v *visited) add(key uint64) bool {
	mask := uint64(len(v.keys) - 1)
	at := join(key, 0) & mask
	for ; v.turns[at] == v.turn; at = (at + 1) & mask {
		if v.keys[at] == key {
			return false
		}
	}
	v.keys[at], v.turns[at] = key, v.turn
	if v.count++; 2*v.count > len(v.keys) {
		v.grow()
	}
	return true
}

func (v *visited) grow() {
	old := *v
	*v = visited{keys: make([]uint64, 2*len(old.keys)), turns: make([]uint32, 2*len(old.keys)), turn: 1}
	for i, key := range old.keys {
		if old.turns[i] == old.turn {
			v.add(key)
		}
	}
}
