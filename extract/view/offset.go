package view

import (
	"math/bits"
	"unicode/utf8"
)

// offsets turns bytes of a text into code points: the one place where the record's counting begins.
type offsets struct {
	source string
	marks  []int32 // code points before every 64th byte
}

const offsetStride = 64

func newOffsets(source string) offsets {
	o := offsets{source: source, marks: make([]int32, 0, len(source)/offsetStride+1)}
	points := 0
	for at := 0; at < len(source); at += offsetStride {
		o.marks = append(o.marks, int32(points))
		points += pointsIn(source[at:min(at+offsetStride, len(source))])
	}
	return o
}

// at is the number of code points before byte i.
func (o offsets) at(i int) int {
	if len(o.marks) == 0 {
		return 0
	}
	i = min(i, len(o.source))
	mark := min(i/offsetStride, len(o.marks)-1)
	return int(o.marks[mark]) + pointsIn(o.source[mark*offsetStride:i])
}

// pointsIn is how many code points begin in a text: all its bytes but those that go on with one.
func pointsIn(s string) int {
	n := len(s)
	for ; len(s) >= 8; s = s[8:] {
		v := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		n -= bits.OnesCount64(v &^ (v << 1) & 0x8080808080808080)
	}
	for i := range len(s) {
		if !utf8.RuneStart(s[i]) {
			n--
		}
	}
	return n
}
