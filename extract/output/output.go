// Package output writes Documents: as JSON Lines, as indented JSON, as a table of mentions, and for people. Documents
// go in one at a time, in order; each is written to the stream by one call, whole or not at all.
package output

import (
	"fmt"
	"io"
	"strings"

	"sayso/extract"
)

// A Writer writes one document after another.
type Writer interface {
	Write(*extract.Document) error
}

// A Terminal is what the text for people is laid out for.
type Terminal struct {
	Width  int // columns; less than 40 counts as 80
	Colour bool
}

// formats is the table of formats.
var formats = []struct {
	name string
	make func(io.Writer, Terminal) Writer
}{
	{"text", newText},
	{"jsonl", newLines},
	{"json", newIndented},
	{"csv", newTable},
}

// Formats are the names of the formats.
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// New is a writer of that format to w. The terminal matters to the format text alone.
func New(format string, w io.Writer, t Terminal) (Writer, error) {
	for _, f := range formats {
		if f.name == format {
			return f.make(w, t), nil
		}
	}
	return nil, fmt.Errorf("unknown format %q: one of %s", format, strings.Join(Formats(), ", "))
}
