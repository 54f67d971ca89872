package output

import (
	"bytes"
	"encoding/json"
	"io"

	"sayso/extract/document"
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
func (w *jsonWriter) Write(d *document.Document) error {
	raw, err := document.Marshal(d, d.Schema)
	if err != nil {
		return err
	}
	return writeObject(w.out, raw, w.indent)
}

// marshal is a value as JSON, its signs as they are.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// writeObject writes an object and the end of its line by one call, indented where that is asked for.
func writeObject(w io.Writer, raw []byte, indent string) error {
	b := bytes.NewBuffer(raw)
	if indent != "" {
		b = new(bytes.Buffer)
		if err := json.Indent(b, raw, "", indent); err != nil {
			return err
		}
	}
	b.WriteByte('\n')
	_, err := w.Write(oneLine(b.Bytes()))
	return err
}

// oneLine escapes U+0085, which JSON allows as it is and some readers of lines take for an end of line. (The encoder
// escapes the other ones.) Its two bytes cannot be part of another character.
func oneLine(b []byte) []byte {
	return bytes.ReplaceAll(b, []byte("\u0085"), []byte(`\u0085`))
}
