package match

import "slices"

// narrow finds the column of a set: the classes of it that the stage tells apart.
func (d *dfa) narrow(set int32, all *sets) {
	for len(d.column) <= int(set) {
		d.column = append(d.column, -1)
	}
	var few [32]int32
	left := few[:0]
	for _, c := range all.classes[set] {
		if place, used := among(d.stage.moves.classes, c); used {
			left = append(left, int32(place))
		}
	}
	d.column[set] = d.columns.intern(left)
}

// find is where a column leads from a state that was not asked so before. Columns that differ in what the state does not ask
// for lead to the same, so that a word in a combination of lists that none had before mostly needs no step of its own.
func (d *dfa) find(from, column int32) goal {
	telling := d.telling(from, column)
	to := goal(-1)
	if telling != column {
		to = d.steps.find(from, telling)
	}
	if to < 0 {
		to = d.build(from, telling)
		d.keepStep(from, telling, to)
	}
	if telling != column {
		d.keepStep(from, column, to)
	}
	return to
}

func (d *dfa) keepStep(from, column int32, to goal) {
	d.steps.put(from, column, to)
	d.cells += stepCells
}

// telling is the column of those classes of another that a state asks for.
func (d *dfa) telling(from, column int32) int32 {
	v, places, asked := &d.stage.moves, d.columns.classes[column], d.asked(from)
	var few [32]int32
	left := few[:0]
	for _, p := range places {
		asked = asked[reaching(asked, v.classes[p]):]
		if len(asked) == 0 {
			break
		}
		if asked[0] == v.classes[p] {
			left = append(left, p)
		}
	}
	return d.columns.intern(left)
}

// asked are the classes that a state's moves ask for, sorted.
func (d *dfa) asked(state int32) []class {
	s := &d.states[state]
	if s.asked == nil {
		v := &d.stage.moves
		s.asked = make([]class, 0, 4)
		for _, m := range s.members {
			s.asked = v.all[m].asks(s.asked)
		}
		slices.Sort(s.asked)
		s.asked = slices.Compact(s.asked)
		d.cells += len(s.asked)
	}
	return s.asked
}

// asks appends the classes that tell whether a move goes over something.
func (m *move) asks(all []class) []class {
	switch m.op {
	case opStep:
		return append(all, m.arg)
	case opNot:
		return append(all, m.arg, wordToken)
	case opGap:
		return append(all, anyToken, breakMark)
	}
	return all
}
