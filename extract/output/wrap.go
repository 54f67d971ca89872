package output

import (
	"strings"
	"unicode"

	"sayso/extract/pattern"
)

// clean is text as it may be shown: on one line, runs of white space as one space, no control characters (which
// could speak to the terminal).
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f': // spaces that hold a figure together are kept
			return ' '
		case unicode.IsControl(r), unicode.In(r, unicode.Bidi_Control), r == '\ufeff':
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
}

// wrap is the text in lines no wider than width columns; a longer word has a line to itself.
func wrap(s string, width int) []string {
	var lines []string
	line, used := "", 0
	for word := range strings.SplitSeq(s, " ") {
		w := columnsOf(word)
		if used > 0 && used+1+w > width {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		line, used = line+word, used+w
	}
	return append(lines, line)
}

// styling is what puts a text in a style.
var styling = pattern.Lazy("\x1b\\[[0-9;]*m")

// columnsOf is the number of terminal columns that a text takes; styles take none.
func columnsOf(s string) int {
	n := 0
	if strings.Contains(s, "\x1b") {
		s = styling().ReplaceAllString(s, "")
	}
	for _, r := range s {
		n += columnsOfRune(r)
	}
	return n
}

// wide are the scripts whose characters take two columns.
var wide = []*unicode.RangeTable{unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana}

func columnsOfRune(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case unicode.In(r, wide...), r >= 0xFF01 && r <= 0xFF60, r >= 0x1F300 && r <= 0x1FAFF:
		return 2
	}
	return 1
}

// pad is the text filled up to width columns.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-columnsOf(s)))
}
