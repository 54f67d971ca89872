package match

import "sayso/rules/phrase"

// An op is what a state of a machine does.
type op uint8

const (
	opStep   op = iota // goes over a token or edge of class arg
	opNot              // goes over one word that is not of class arg
	opGap              // goes over one token of a gap: a word, a number, a mark that does not divide
	opSplit            // goes on to any of its outs, the first preferred: next of them, from arg on
	opOpen             // begins the capture of field arg
	opClose            // ends it
	opAccept           // the phrase ends: arg tells the rule and what the phrase is to it
)

// A state is one step of a machine. It holds no pointers: compiled programs are kept as bytes.
type state struct {
	arg, next int32
	op        op
}

// A machine is a nondeterministic automaton over classes; its states refer to each other by index. It holds no
// cycle, so a way through it is no longer than the machine.
type machine struct {
	states []state
	outs   []int32
	start  int32
	fields []string // names of captured fields, by arg of opOpen and opClose
}

// ways are the states that a split goes on to.
func (m *machine) ways(s *state) []int32 { return m.outs[s.arg : s.arg+s.next] }

// An assembler builds a machine from its ends to its start. Of equal states it makes one, so that phrases which end
// alike share their ends.
type assembler struct {
	machine
	known  map[state]int32
	splits map[string]int32 // by the numbers of the outs
	gates  gates            // nil where no part is ever taken out
	key    []byte
}

func newAssembler() *assembler {
	return &assembler{known: map[state]int32{}, splits: map[string]int32{}}
}

func (a *assembler) add(s state) int32 {
	n, ok := a.known[s]
	if !ok {
		n = int32(len(a.states))
		a.states = append(a.states, s)
		a.known[s] = n
	}
	return n
}

func (a *assembler) step(c class, next int32) int32 {
	return a.add(state{op: opStep, arg: c, next: next})
}
func (a *assembler) not(c class, next int32) int32 {
	return a.add(state{op: opNot, arg: c, next: next})
}
func (a *assembler) gap(next int32) int32   { return a.add(state{op: opGap, next: next}) }
func (a *assembler) accept(arg int32) int32 { return a.add(state{op: opAccept, arg: arg}) }

func (a *assembler) split(outs ...int32) int32 {
	if len(outs) == 1 {
		return outs[0]
	}
	a.key = appendKey(a.key[:0], outs)
	n, ok := a.splits[string(a.key)]
	if !ok {
		n = a.add(state{op: opSplit, arg: int32(len(a.outs)), next: int32(len(outs))})
		a.outs = append(a.outs, outs...)
		a.splits[string(a.key)] = n
	}
	return n
}

// gate is a state that leads into a part alone, so that it can be shut.
func (a *assembler) gate(part *phrase.Node, first int32) int32 {
	if a.gates == nil {
		a.gates = gates{}
	}
	n := int32(len(a.states))
	a.states = append(a.states, state{op: opSplit, arg: int32(len(a.outs)), next: 1})
	a.outs = append(a.outs, first)
	a.gates[part] = append(a.gates[part], n)
	return n
}

func (a *assembler) open(field string, next int32) int32 {
	return a.add(state{op: opOpen, arg: a.field(field), next: next})
}

func (a *assembler) close(field string, next int32) int32 {
	return a.add(state{op: opClose, arg: a.field(field), next: next})
}

func (a *assembler) field(name string) int32 {
	for i, f := range a.fields {
		if f == name {
			return int32(i)
		}
	}
	a.fields = append(a.fields, name)
	return int32(len(a.fields) - 1)
}
