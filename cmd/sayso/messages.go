package main

import (
	"io"

	"sayso/extract/pattern"
	"sayso/extract/printable"
)

// messages are what is said on standard error. Names and texts in them, which are others', say nothing to the terminal; passwords
// in addresses are not shown.
type messages struct{ to io.Writer }

// credentials are the name and password in an address.
var credentials = pattern.Lazy(`(://)[^\s/?#]*@`)

// Write writes whole messages.
func (m *messages) Write(p []byte) (int, error) {
	if _, err := io.WriteString(m.to, printable.Escape(credentials().ReplaceAllString(string(p), "$1***@"))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// A printer is standard output that remembers what could not be written.
type printer struct {
	to  io.Writer
	err error
}

// Write writes.
func (p *printer) Write(b []byte) (int, error) {
	n, err := p.to.Write(b)
	if err != nil && p.err == nil {
		p.err = err
	}
	return n, err
}

// unwrapped is the stream that messages or what is printed go to, or the stream itself.
func unwrapped(stream io.Writer) io.Writer {
	switch s := stream.(type) {
	case *messages:
		return s.to
	case *printer:
		return s.to
	}
	return stream
}

// screen is standard output for texts of others: at a terminal they say nothing to it.
func (c *command) screen() io.Writer {
	if isTerminal(c.out) {
		return printable.NewWriter(c.out)
	}
	return c.out
}
