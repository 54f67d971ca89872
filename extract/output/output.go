// Package output writes Documents: as JSON Lines, as indented JSON, as a table of mentions, and for people. Documents
// go in one at a time, in order; each is written to the stream by one call, whole or not at all.
package output

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"sayso/extract"
)

// A Writer writes one document after another. Close ends what a format writes after the last one; it does not close
// the stream.
type Writer interface {
	Write(*extract.Document) error
	Close() error
}

// unended is a format with nothing after the last document.
type unended struct{}

// Close does nothing.
func (unended) Close() error { return nil }

// A Terminal is what the text for people is laid out for.
type Terminal struct {
	Width  int // columns; less than 40 counts as 80
	Colour bool
}

// formats is the table of formats.
var formats = []struct {
	name string
	make func(io.Writer, Terminal) Writer
	text textUse
}{
	{"text", newText, never},
	{"jsonl", newLines, asked},
	{"json", newIndented, asked},
	{"csv", newTable, never},
	{"annotated", newAnnotated, always},
	{"html", newReport, always},
	{"claims", newClaims, never},
	{"claimreview", newClaimReviews, never},
	{"webannotation", newWebAnnotations, always},
}

// A textUse is whether a format writes the article's text.
type textUse int

const (
	never  textUse = iota
	asked          // where the document has it
	always         // it cannot do without
)

// TakesText reports whether a format can write the article's text.
func TakesText(format string) bool { return use(format) != never }

// NeedsText reports whether a format cannot do without the article's text.
func NeedsText(format string) bool { return use(format) == always }

// StandsAlone reports whether what a format writes of one document depends on no other one.
func StandsAlone(format string) bool {
	return slices.Contains([]string{"jsonl", "json", "claims", "claimreview", "webannotation"}, format)
}

// TakesAll reports whether a format shows annotations by others that refer to them, so that none may be left out.
func TakesAll(format string) bool { return format == "claims" || format == "claimreview" }

func use(format string) textUse {
	for _, f := range formats {
		if f.name == format {
			return f.text
		}
	}
	return never
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
