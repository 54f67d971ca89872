package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// A Pos is a place in a file of a pack. Lines and columns count from 1, columns in code points.
type Pos struct {
	File         string
	Line, Column int
}

// String is the form that editors jump to: file:line:column.
func (p Pos) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// compare is the order of places.
func (p Pos) compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
}

// An Error is one mistake in a pack.
type Error struct {
	Pos
	Msg    string
	Hint   string // what to do about it, or empty
	Source string // the line of the file, or empty
}

// Error is the message with its place, on one line.
func (e *Error) Error() string { return e.Pos.String() + ": " + e.Msg }

// Print is the message, the line with a caret under the column, and the hint.
func (e *Error) Print() string {
	var b strings.Builder
	fmt.Fprintln(&b, e.Error())
	if e.Source != "" {
		line, column := window(e.Source, e.Column)
		fmt.Fprintf(&b, "%5d | %s\n", e.Line, line)
		fmt.Fprintf(&b, "%5s | %s^\n", "", blank(line, column))
	}
	if e.Hint != "" {
		fmt.Fprintf(&b, "%5s = %s\n", "", e.Hint)
	}
	return b.String()
}

// Errors is every mistake of a pack, in the order of their places.
type Errors []*Error

// Error is all of them, each as Print gives it.
func (es Errors) Error() string {
	var b strings.Builder
	for _, e := range es {
		b.WriteString(e.Print())
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// maxErrors is how many mistakes of a pack are reported.
const maxErrors = 100

// A mistakes is a list that collects the errors of a pack while it is read and checked.
type mistakes struct{ list Errors }

// tooMany is what fail panics with when the list is full; collect recovers it.
type tooMany struct{}

func (m *mistakes) fail(e *Error) {
	m.list = append(m.list, e)
	if len(m.list) >= maxErrors {
		panic(tooMany{})
	}
}

// collect runs f until it ends or the list is full.
func (m *mistakes) collect(f func()) {
	defer func() {
		if p := recover(); p != nil {
			if _, full := p.(tooMany); !full {
				panic(p)
			}
		}
	}()
	f()
}

// sorted is the errors in order, none twice.
func (es Errors) sorted() Errors {
	slices.SortStableFunc(es, func(a, b *Error) int { return a.Pos.compare(b.Pos) })
	return slices.CompactFunc(es, func(a, b *Error) bool { return a.Pos == b.Pos && a.Msg == b.Msg })
}

// maxShown is the number of columns of a source line that a message shows.
const maxShown = 160

// window is the part of a long line round the column, and the column in it.
func window(line string, column int) (string, int) {
	runes := []rune(strings.TrimRight(line, " \t\r"))
	if len(runes) <= maxShown || column > len(runes)+1 {
		return string(runes[:min(len(runes), maxShown)]), column
	}
	start := max(0, min(column-maxShown/2, len(runes)-maxShown))
	return string(runes[start : start+maxShown]), column - start
}

// blank is as many spaces as the line is wide before the column. Tabs are kept, so that they line up whatever the
// terminal makes of them.
func blank(line string, column int) string {
	var b strings.Builder
	for _, r := range line {
		column--
		if column <= 0 {
			break
		}
		if r == '\t' {
			b.WriteRune(r)
			continue
		}
		b.WriteString(strings.Repeat(" ", width(r)))
	}
	return b.String() + strings.Repeat(" ", max(0, column-1))
}

// width is the number of terminal columns that r takes.
func width(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana), r >= 0xFF01 && r <= 0xFF60, r >= 0x1F300 && r <= 0x1FAFF:
		return 2
	}
	return 1
}
