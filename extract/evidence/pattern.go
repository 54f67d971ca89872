package evidence

import "sayso/rules/token"

// inPattern is how many words of a span its pattern shows.
const inPattern = 5

// pattern is the classes of a span's first words.
func (a *Article) pattern(at token.Range) string {
	if at.Len() == 1 {
		return a.words[at.Start].class
	}
	b := a.texts.buffer[:0]
	for i := at.Start; i < min(at.End, at.Start+inPattern); i++ {
		if i > at.Start {
			b = append(b, ' ')
		}
		b = append(b, a.words[i].class...)
	}
	return a.texts.of(b)
}

// A key of a pattern is the numbers of its classes, from 1 on, one behind another; it is unkeyed where one has no number.
const (
	classBits = 12
	unkeyed   = 1 << (inPattern * classBits)
)

// keyOn is the key of a pattern and one more class.
func keyOn(key uint64, class uint16) uint64 {
	if class == 0 || key&unkeyed != 0 {
		return unkeyed
	}
	return key<<classBits | uint64(class)
}

// classNumber is the number of a class, or 0 where there are too many: every mark is one.
func (m *memory) classNumber(class string) uint16 {
	n, known := m.classes[class]
	if !known && len(m.classes) < 1<<classBits-1 {
		if m.classes == nil {
			m.classes = map[string]uint16{}
		}
		n = uint16(len(m.classes) + 1)
		m.classes[class] = n
	}
	return n
}
