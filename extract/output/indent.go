package output

import (
	"bufio"
	"strings"
)

// An indenter writes JSON that has no white space over many lines, two blanks a level, as it comes.
type indenter struct {
	out     *bufio.Writer
	depth   int
	inText  bool
	escaped bool // the next byte of the text stands for itself
	opened  bool // a list or object, of which nothing has come
}

// Write writes all of b; the error is that of the buffer, which keeps it.
func (w *indenter) Write(b []byte) (n int, err error) {
	for _, c := range b {
		if w.inText {
			err = w.out.WriteByte(c)
			w.inText = w.escaped || c != '"'
			w.escaped = !w.escaped && c == '\\'
			continue
		}
		err = w.sign(c)
	}
	return len(b), err
}

// sign writes a byte outside of texts.
func (w *indenter) sign(c byte) error {
	closes, empty := c == '}' || c == ']', w.opened
	w.opened = c == '{' || c == '['
	switch {
	case closes && !empty:
		w.depth--
		w.line()
	case !closes && empty:
		w.depth++
		w.line()
	}
	w.inText = c == '"'
	err := w.out.WriteByte(c)
	switch c {
	case ',':
		w.line()
	case ':':
		err = w.out.WriteByte(' ')
	}
	return err
}

// line begins the next line.
func (w *indenter) line() {
	w.out.WriteByte('\n')
	w.out.WriteString(strings.Repeat("  ", w.depth))
}
