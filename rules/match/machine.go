package match

// An op is what a state of a machine does.
type op uint8

const (
	opStep   op = iota // goes over a token or edge of class arg
	opNot              // goes over one word that is not of class arg
	opGap              // goes over one token of a gap: a word, a number, a mark that does not divide
	opSplit            // goes on to any of outs, the first preferred
	opOpen             // begins the capture of a field
	opClose            // ends it
	opAccept           // the phrase ends: arg tells the rule and what the phrase is to it
)

// A state is one step of a machine.
type state struct {
	op         op
	arg        int32
	next       int32
	from, many int32 // of opSplit: where its outs stand in machine.outs
}

// A machine is a nondeterministic automaton over classes; its states refer to each other by index. It holds no
// circle, so a way through it is no longer than the machine.
type machine struct {
	states []state
	outs   []int32
	start  int32
	fields []string // names of captured fields, by arg of opOpen and opClose
}

func (m *machine) add(s state) int32 {
	m.states = append(m.states, s)
	return int32(len(m.states) - 1)
}

func (m *machine) step(c class, next int32) int32 {
	return m.add(state{op: opStep, arg: c, next: next})
}
func (m *machine) not(c class, next int32) int32 { return m.add(state{op: opNot, arg: c, next: next}) }
func (m *machine) gap(next int32) int32          { return m.add(state{op: opGap, next: next}) }
func (m *machine) accept(arg int32) int32        { return m.add(state{op: opAccept, arg: arg}) }

func (m *machine) split(outs ...int32) int32 {
	if len(outs) == 1 {
		return outs[0]
	}
	from := int32(len(m.outs))
	m.outs = append(m.outs, outs...)
	return m.add(state{op: opSplit, from: from, many: int32(len(outs))})
}

// ways are the states that a split goes on to.
func (m *machine) ways(s *state) []int32 { return m.outs[s.from : s.from+s.many] }

func (m *machine) open(field string, next int32) int32 {
	return m.add(state{op: opOpen, arg: m.field(field), next: next})
}

func (m *machine) close(field string, next int32) int32 {
	return m.add(state{op: opClose, arg: m.field(field), next: next})
}

func (m *machine) field(name string) int32 {
	for i, f := range m.fields {
		if f == name {
			return int32(i)
		}
	}
	m.fields = append(m.fields, name)
	return int32(len(m.fields) - 1)
}
