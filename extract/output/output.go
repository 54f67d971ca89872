// Package output writes Documents: as JSON Lines, as indented JSON, as a table of mentions, and for people. Documents
// go in one at a time, in order; each is written to the stream before the next, by one call unless it is long.
package output

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"sayso/extract/document"
)

// A Writer writes one document after another. Close ends what a format writes after the last one; it does not close
// the stream.
type Writer interface {
	Write(*document.Document) error
	Close() error
}

// unended is a format with nothing after the last document.
type unended struct{}

// Close does nothing.
func (unended) Close() error { return nil }

// A Terminal is what the text for people is laid out for.
type Terminal struct {
	Width    int // columns; less than 40 counts as 80
	Colour   bool
	Language string // of the view's own words: en, fr or pt. Empty is en; for an HTML page, the articles' where they share one
	// Page opens a further page of an HTML report of many articles, and gives its address as seen from the report; nil where there
	// can be none.
	Page func(n int) (io.WriteCloser, string, error)
	Home string // the address of the report as seen from these pages
}

// An entry is a format in the table of formats.
type entry struct {
	name     string
	suffixes []string // of files that hold it
	make     func(io.Writer, Terminal) Writer
	file     func(path string) (Writer, error) // of a format that is a file and no stream
	binary   bool                              // no text: it is not for a terminal, and compressed as it is
	text     textUse
}

// formats is the table of formats.
var formats = []entry{
	{name: "text", make: newText, text: read},
	{name: "jsonl", suffixes: []string{".jsonl", ".ndjson"}, make: newLines, text: asked},
	{name: "json", make: newIndented, text: asked},
	{name: "csv", suffixes: []string{".csv"}, make: newTable},
	{name: "parquet", suffixes: []string{".parquet"}, make: newColumns, binary: true},
	{name: "sqlite", suffixes: []string{".sqlite", ".sqlite3", ".db"}, file: newDatabase, binary: true, text: asked},
	{name: "annotated", make: newAnnotated, text: always},
	{name: "html", suffixes: []string{".html", ".htm"}, make: newReport, text: always},
	{name: "claims", make: newClaims},
	{name: "claimreview", make: newClaimReviews},
	{name: "webannotation", make: newWebAnnotations, text: always},
}

// A textUse is whether a format writes the article's text.
type textUse int

const (
	never  textUse = iota
	asked          // where the document has it
	always         // it cannot do without
	read           // it reads it, to show what stands round an annotation, and does not write it
)

// TakesText reports whether a format can write the article's text.
func TakesText(format string) bool { return use(format) == asked || use(format) == always }

// NeedsText reports whether a format cannot do without the article's text.
func NeedsText(format string) bool { return use(format) == always || use(format) == read }

// StandsAlone reports whether what a format writes of one document depends on no other one.
func StandsAlone(format string) bool {
	return slices.Contains([]string{"jsonl", "json", "claims", "claimreview", "webannotation"}, format)
}

// TakesAll reports whether a format shows annotations by others that refer to them, so that none may be left out.
func TakesAll(format string) bool { return format == "claims" || format == "claimreview" }

// IsFile reports whether a format is a file and no stream: NewFile makes it.
func IsFile(format string) bool { return find(format).file != nil }

// IsForPeople reports whether a format is text for people, with colours at a terminal.
func IsForPeople(format string) bool { return format == "text" || format == "annotated" }

// IsBinary reports whether what a format writes is no text.
func IsBinary(format string) bool { return find(format).binary }

func use(format string) textUse { return find(format).text }

// find is the entry of a format, an empty one where there is no such format.
func find(name string) entry {
	for _, f := range formats {
		if f.name == name {
			return f
		}
	}
	return entry{}
}

// Suffixes are those of files that tell their formats.
func Suffixes() (all []string) {
	for _, f := range formats {
		all = append(all, f.suffixes...)
	}
	return all
}

// Of is the format that files of that suffix hold, or empty.
func Of(suffix string) string {
	for _, f := range formats {
		if slices.Contains(f.suffixes, strings.ToLower(suffix)) {
			return f.name
		}
	}
	return ""
}

// Formats are the names of the formats.
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// New is a writer of that format to w. The terminal matters to the formats for people alone.
func New(format string, w io.Writer, t Terminal) (Writer, error) {
	f := find(format)
	if f.make == nil {
		return nil, fmt.Errorf("unknown format %q: one of %s", format, strings.Join(Formats(), ", "))
	}
	return f.make(w, t), nil
}

// NewFile is a writer of a format that is a file, which stands at that path once the writer is closed.
func NewFile(format, path string) (Writer, error) {
	f := find(format)
	if f.file == nil {
		return nil, fmt.Errorf("%s is no format of a file", format)
	}
	return f.file(path)
}
