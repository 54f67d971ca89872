package output

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"sayso/extract/document"
)

// A jsonWriter writes each document as one JSON object.
type jsonWriter struct {
	unended
	out  *bufio.Writer // to the stream
	into io.Writer     // what the encoder writes to
}

// bufferSize is how much of a record is gathered: a longer one is written by several calls.
const bufferSize = 64 << 10

// inPieces gathers what is written to a stream.
func inPieces(w io.Writer) *bufio.Writer { return bufio.NewWriterSize(w, bufferSize) }

// newLines writes an object a line.
func newLines(w io.Writer, _ Terminal) Writer { return lines(w) }

func lines(w io.Writer) *jsonWriter {
	out := inPieces(w)
	return &jsonWriter{out: out, into: &unbroken{out}}
}

// newIndented writes the same objects over many lines, one after another.
func newIndented(w io.Writer, _ Terminal) Writer { return indented(w) }

func indented(w io.Writer) *jsonWriter {
	out := inPieces(w)
	return &jsonWriter{out: out, into: &unbroken{&indenter{out: out}}}
}

// Write writes one object and the end of its line.
func (w *jsonWriter) Write(d *document.Document) error {
	if err := document.Encode(w.into, d, d.Schema); err != nil {
		return err
	}
	w.out.WriteByte('\n')
	return w.out.Flush()
}

// An unbroken writer is given whole characters, and escapes those that end a line to some.
type unbroken struct{ io.Writer }

// Write writes all of b.
func (w *unbroken) Write(b []byte) (int, error) {
	_, err := w.Writer.Write(oneLine(b))
	return len(b), err
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
	if !bytes.Contains(b, []byte("\u0085")) {
		return b
	}
	return bytes.ReplaceAll(b, []byte("\u0085"), []byte(`\u0085`))
}
