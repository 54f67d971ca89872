package output

import (
	"bytes"
	"encoding/json"
	"io"

	"sayso/extract"
)

// A jsonWriter writes each document as one JSON object.
type jsonWriter struct {
	unended
	out    io.Writer
	indent string
}

// newLines writes an object a line.
func newLines(w io.Writer, _ Terminal) Writer { return &jsonWriter{out: w} }

// newIndented writes the same objects over many lines, one after another.
func newIndented(w io.Writer, _ Terminal) Writer { return &jsonWriter{out: w, indent: "  "} }

// Write writes one object and the end of its line.
func (w *jsonWriter) Write(d *extract.Document) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", w.indent)
	if err := e.Encode(d); err != nil {
		return err
	}
	_, err := w.out.Write(oneLine(b.Bytes()))
	return err
}

// oneLine escapes U+0085, which JSON allows as it is and some readers of lines take for an end of line. (The encoder
// escapes the other ones.) Its two bytes cannot be part of another character.
func oneLine(b []byte) []byte {
	return bytes.ReplaceAll(b, []byte("\u0085"), []byte(`\u0085`))
}
