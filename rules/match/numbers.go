package match

import (
	"strconv"
	"strings"
)

// number is the value of the number that one token writes, in plain decimal digits.
func (s *scan) number(at int) string {
	w := s.word(at)
	if w.digits == "" {
		w.digits = strconv.FormatInt(w.number, 10)
	}
	return w.digits
}

// numberEdges lays the numbers written in several words. Inside one no shorter number can begin or end: its tokens
// lose the class of numbers.
func (s *scan) numberEdges() {
	for i := 0; i < len(s.tokens); {
		if !s.word(i).isNumber {
			i++
			continue
		}
		end, value := s.spelt(i)
		if end <= i+1 {
			i++
			continue
		}
		s.lay(i, edge{end: end, set: s.single(numberToken), value: value, inner: rangeOf(i, end)})
		for k := i; k < end; k++ {
			s.set[k] = s.without(s.set[k], numberToken)
			if k > i {
				s.begins[k] = s.stagesOf(s.set[k])
			} else {
				s.begins[k] |= s.stagesOf(s.set[k])
			}
		}
		i = end
	}
}

func (s *scan) without(set int32, c class) int32 {
	s.scratch = s.scratch[:0]
	for _, have := range s.sets.at(set) {
		if have != c {
			s.scratch = append(s.scratch, have)
		}
	}
	return s.sets.intern(s.scratch)
}

// spelt reads the number in words that begins at token i: where it ends, and its value in plain decimal digits.
func (s *scan) spelt(i int) (int, string) {
	end, whole := s.whole(i)
	value := s.decimal(whole)
	if past, decimals := s.fraction(end); decimals != "" {
		return past, value + "." + decimals
	}
	return end, value
}

// maxDecimals is how many numbers a scan remembers the digits of.
const maxDecimals = 1 << 12

// decimal is a number in digits.
func (s *scan) decimal(n int64) string {
	digits, ok := s.decimals[n]
	if !ok {
		digits = strconv.FormatInt(n, 10)
		if len(s.decimals) < maxDecimals {
			s.decimals[n] = digits
		}
	}
	return digits
}

// fraction reads what follows the whole part of a number from token i on: the point's word, noughts, then single
// figures ("one point two five") or one number below a hundred ("deux virgule vingt-cinq").
func (s *scan) fraction(i int) (int, string) {
	if p := s.numbers.Point; p == "" || i >= len(s.tokens) || s.word(i).lower != p {
		return i, ""
	}
	digits := ""
	for i++; i < len(s.tokens); i++ {
		n, ok := s.wordAt(i)
		if !ok || n > 9 || s.beginsSentence(i) {
			break
		}
		digits += strconv.FormatInt(n, 10)
	}
	if n, ok := s.wordAt(i); ok && n < 100 && strings.Trim(digits, "0") == "" && !s.beginsSentence(i) {
		end, value := s.whole(i)
		return end, digits + strconv.FormatInt(value, 10)
	}
	return i, digits
}

// whole reads the whole number in words that begins at token i.
func (s *scan) whole(i int) (int, int64) {
	n, ok := s.wordAt(i)
	if !ok {
		return i, 0
	}
	sum := spelling{vigesimal: s.numbers.Vigesimal}
	sum.add(n)
	end := i + 1
	for end < len(s.tokens) && !s.beginsSentence(end) {
		at := s.joined(end)
		n, ok := s.wordAt(at)
		if !ok || s.beginsSentence(at) || !sum.add(n) {
			break
		}
		end = at + 1
	}
	return end, sum.total + sum.part
}

// joined is the next number word's place past a joiner or hyphens ("vingt et un", "vingt-et-un").
func (s *scan) joined(at int) int {
	for range 3 {
		if at >= len(s.tokens) {
			return at
		}
		w := s.word(at)
		if w.form != "-" && (s.numbers.Joiner == "" || w.lower != s.numbers.Joiner) {
			return at
		}
		at++
	}
	return at
}

func (s *scan) wordAt(i int) (int64, bool) {
	if i >= len(s.tokens) {
		return 0, false
	}
	w := s.word(i)
	return w.number, w.isNumber
}

// A spelling adds up number words from left to right.
type spelling struct {
	total, part int64
	vigesimal   bool
}

// add takes in the next word, or reports that it cannot belong to the same number.
func (s *spelling) add(n int64) bool {
	switch {
	case n >= 1000:
		if s.part == 0 && s.total > 0 || s.total > 0 && s.total%(n*1000) != 0 || s.part >= n {
			return false
		}
		s.total += max(s.part, 1) * n
		s.part = 0
	case n == 100 && s.part > 0 && s.part < 10:
		s.part *= 100
	case s.vigesimal && n == 20 && s.part%100 == 4:
		s.part += 76
	case s.fits(n):
		s.part += n
	default:
		return false
	}
	return true
}

// fits reports whether n can follow the part so far: five after twenty, seventy after two hundred, but neither
// two after three nor twenty after thirty.
func (s *spelling) fits(n int64) bool {
	tail := s.part % 100
	switch {
	case s.part == 0:
		return s.total == 0 || s.total%1000 == 0
	case n >= 100:
		return false
	case tail == 0:
		return true
	case s.vigesimal && n >= 10 && n < 20:
		return tail == 60 || tail == 80
	case n < 10 && n > 0:
		return tail%10 == 0 && tail >= 20 || s.vigesimal && n >= 7 && tail%20 == 10
	}
	return false
}
