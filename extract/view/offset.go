package view

import "unicode/utf8"

// offsets turns bytes of a text into code points: the one place where the record's counting begins.
type offsets struct {
	source string
	marks  []int32 // code points before every 64th byte
}

const offsetStride = 64

func newOffsets(source string) offsets {
	o := offsets{source: source, marks: make([]int32, 0, len(source)/offsetStride+1)}
	points := int32(0)
	for i := 0; i < len(source); i++ {
		if i%offsetStride == 0 {
			o.marks = append(o.marks, points)
		}
		if utf8.RuneStart(source[i]) {
			points++
		}
	}
	return o
}

// at is the number of code points before byte i.
func (o offsets) at(i int) int {
	if i >= len(o.source) {
		i = len(o.source)
	}
	mark := i / offsetStride
	if mark >= len(o.marks) {
		mark = len(o.marks) - 1
	}
	if mark < 0 {
		return 0
	}
	points := int(o.marks[mark])
	for k := mark * offsetStride; k < i; k++ {
		if utf8.RuneStart(o.source[k]) {
			points++
		}
	}
	return points
}
