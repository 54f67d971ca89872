package rules

import (
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
}

// open moves from the beginning of a scalar to its first character.
func (a *aligner) open(style yaml.Style) {
	switch {
	case style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		a.line, a.column = a.line+1, 1
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
	for a.rune() == ' ' || a.rune() == '\t' {
		a.column++
	}
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
