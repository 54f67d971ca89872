package rules

import (
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"
)

// A text is a scalar of a pack and where it stands.
type text struct {
	value string
	file  *file
	node  *yaml.Node
}

// pos is where the text begins.
func (t text) pos() Pos {
	if t.file == nil {
		return Pos{}
	}
	return Pos{t.file.name, t.node.Line, t.node.Column}
}

// errorAt is a mistake at the i-th code point of the text's value.
func (t text) errorAt(i int, msg, hint string) *Error {
	line, column := t.at(i)
	return t.file.errorAt(line, column, msg, hint)
}

// at is the place of the i-th code point of the value in the file; one past the last where i is its length. The
// value of a quoted, folded or continued scalar is lined up with the file's own characters; where that fails it is
// the beginning of the scalar.
func (t text) at(i int) (line, column int) {
	value := []rune(t.value)
	a := aligner{file: t.file, line: t.node.Line, column: t.node.Column}
	a.open(t.node.Style)
	if t.node.Style&yaml.DoubleQuotedStyle != 0 {
		a.escaped(i)
		return a.line, a.column
	}
	for n := 0; n < i && n < len(value); n++ {
		if !a.find(value[n]) {
			return t.node.Line, t.node.Column
		}
		a.next()
	}
	if i < len(value) && !a.find(value[i]) {
		return t.node.Line, t.node.Column
	}
	return a.line, a.column
}

// maxSkipped is how many characters of the file may stand between two characters of a value: indentation,
// backslashes, doubled quotes.
const maxSkipped = 100

// An aligner walks the characters of a file.
type aligner struct {
	file         *file
	line, column int
	runes        []rune // of the line
	cut          int    // the line that runes is
	block        int    // the indentation of a literal or folded block, 0 outside of one
}

// open moves from the beginning of a scalar to its first character.
func (a *aligner) open(style yaml.Style) {
	switch {
	case style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		a.line, a.column = a.line+1, 1
		a.block = a.file.indentation(a.line)
		a.indent()
	case style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		a.column++
	}
}

// rune is the character here; a newline at the end of a line.
func (a *aligner) rune() rune {
	if a.cut != a.line {
		a.runes, a.cut = []rune(a.file.line(a.line)), a.line
	}
	if a.column > len(a.runes) {
		return '\n'
	}
	return a.runes[a.column-1]
}

// next moves one character on, and over the indentation of a new line.
func (a *aligner) next() {
	if a.rune() != '\n' {
		a.column++
		return
	}
	a.line, a.column = a.line+1, 1
	a.indent()
}

func (a *aligner) indent() {
	for (a.rune() == ' ' || a.rune() == '\t') && (a.block == 0 || a.column <= a.block) {
		a.column++
	}
}

// indentation is that of the first line from one on that is not empty.
func (f *file) indentation(line int) int {
	for ; line <= f.count(); line++ {
		if text := f.line(line); strings.TrimSpace(text) != "" {
			return len(text) - len(strings.TrimLeft(text, " "))
		}
	}
	return 0
}

// hexadecimals are how many digits follow an escape's letter.
var hexadecimals = map[rune]int{'x': 2, 'u': 4, 'U': 8}

// escaped moves over i code points of the value of a scalar in double quotes, which the file may write with escapes and
// on several lines.
func (a *aligner) escaped(i int) {
	for i > 0 {
		switch a.rune() {
		case '\n':
			i -= a.breaks()
		case '\\':
			a.column++
			if a.rune() == '\n' {
				a.next() // the line goes on
				continue
			}
			a.column += 1 + hexadecimals[a.rune()]
			i--
		default:
			a.column++
			i--
		}
		if a.line > a.file.count() {
			return
		}
	}
}

// breaks moves over line breaks and says how many code points they stand for: one is a space.
func (a *aligner) breaks() int {
	n := 0
	for a.rune() == '\n' && a.line <= a.file.count() {
		a.next()
		n++
	}
	return max(1, n-1)
}

// find moves on to a character that may stand for r.
func (a *aligner) find(r rune) bool {
	for range maxSkipped {
		if here := a.rune(); here == r || unicode.IsSpace(r) && unicode.IsSpace(here) {
			return true
		}
		a.next()
	}
	return false
}
