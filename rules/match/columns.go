package match

import "slices"

// narrow finds the column of a set: the classes of it that the stage tells apart.
func (d *dfa) narrow(set int32, all *sets) {
	for len(d.column) <= int(set) {
		d.column = append(d.column, -1)
	}
	var few [32]int32
	left := few[:0]
	for _, c := range all.at(set) {
		if place, used := among(d.stage.moves.classes, c); used {
			left = append(left, int32(place))
		}
	}
	d.column[set], _ = d.columns.number(left)
}

// find is where a column leads from a state that was not asked so before. Columns that differ in what the state does not ask
// for lead to the same, so that a word in a combination of lists that none had before mostly needs no step of its own.
func (d *dfa) find(from, column int32) goal {
	to := d.foreseen.find(from, column)
	if to < 0 {
		to = d.told(from, column)
	}
	d.steps.put(from, column, to)
	d.cells += stepCells
	return to
}

// told is where a column leads by those of its classes that the state asks for.
func (d *dfa) told(from, column int32) goal {
	telling := d.telling(from, column)
	if telling == column {
		return d.build(from, column)
	}
	if to := d.steps.find(from, telling); to >= 0 {
		return to
	}
	return d.find(from, telling)
}

// telling is the column of those classes of another that a state asks for.
func (d *dfa) telling(from, column int32) int32 {
	v, places, asked := &d.stage.moves, d.columns.at(column), d.asked(from)
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
	n, _ := d.columns.number(left)
	return n
}

// asked are the classes that a state's moves ask for, sorted.
func (d *dfa) asked(state int32) []class {
	if int(state) < d.asks.kept.count() {
		return d.asks.kept.at(state)
	}
	n := int(state) - d.asks.kept.count()
	for len(d.asks.came) <= n {
		d.asks.came = append(d.asks.came, nil)
	}
	if d.asks.came[n] == nil {
		d.asks.came[n] = d.ask(state)
		d.cells += len(d.asks.came[n])
	}
	return d.asks.came[n]
}

// ask finds them. A state's moves are in the order of what they go over.
func (d *dfa) ask(state int32) []class {
	v := &d.stage.moves
	d.scratch = d.scratch[:0]
	for _, m := range d.states.at(state) {
		switch mv := &v.all[m]; mv.op {
		case opStep:
			if n := len(d.scratch); n == 0 || d.scratch[n-1] != mv.arg {
				d.scratch = append(d.scratch, mv.arg)
			}
		case opNot:
			d.scratch = append(d.scratch, mv.arg, wordToken)
		case opGap:
			d.scratch = append(d.scratch, anyToken, breakMark)
		}
	}
	slices.Sort(d.scratch)
	all := slices.Compact(d.scratch)
	return append(make([]class, 0, len(all)), all...)
}
