package match

import "testing"

// The dead state is that of no members, whatever other set has its hash: a text would be followed to its end from each of
// its words.
func TestTheDeadStateIsOne(t *testing.T) {
	d := newDFA(&stage{moves: moves{all: make([]move, 2), accepts: 2}})
	for m := range int32(2) {
		d.members = append(d.members[:0], m)
		if n := d.intern(); n == 0 {
			t.Errorf("the state of member %d is dead", m)
		}
		d.members = d.members[:0]
		if n := d.intern(); n != 0 {
			t.Errorf("after member %d, hash %d: the state of no members is %d", m, hashOfMembers([]int32{m}), n)
		}
	}
}
