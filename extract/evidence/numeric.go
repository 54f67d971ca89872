package evidence

import (
	"slices"

	"sayso/rules/token"
)

// A numeric date is three figures that one mark joins without spaces, the year first or last: "28.11.2014".
const numericDate = 5 // tokens

// calendar reports whether a token of a span belongs to a numeric date: the day that a paper appeared on, "Courier 28.11.2014", is
// no part of its name.
func (a *Article) calendar(at token.Range) bool {
	for i := at.Start; i < at.End; i++ {
		if a.words[i].shape == "number" && a.inNumericDate(i) {
			return true
		}
	}
	return false
}

// inNumericDate reports whether a figure stands in a numeric date.
func (a *Article) inNumericDate(i int) bool {
	for start := max(0, i-numericDate+1); start <= i; start += 2 {
		if a.isNumericDate(start) {
			return true
		}
	}
	return false
}

// dateMarks may join the figures of a date.
var dateMarks = []string{".", "/", "-"}

// isNumericDate reports whether a numeric date begins with a token.
func (a *Article) isNumericDate(start int) bool {
	if start+numericDate > len(a.words) || !slices.Contains(dateMarks, a.words[start+1].form) || a.words[start+3] != a.words[start+1] {
		return false
	}
	years, days := 0, 0
	for i := start; i < start+numericDate; i++ {
		if i > start && !a.glued(i) {
			return false
		}
		if (i-start)%2 == 1 {
			continue
		}
		switch digits := len(a.Text.Word(i)); {
		case a.words[i].shape != "number":
			return false
		case digits == yearDigits && i != start+2:
			years++
		case digits <= 2:
			days++
		}
	}
	return years == 1 && days == 2
}
