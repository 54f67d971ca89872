// Package warc reads and writes WARC files (ISO 28500), and reads the older ARC files: archives of what servers answered, one
// record after another. A stream goes in, records come out one by one, of which no more than one is in memory; compressed files
// are for the caller to decompress.
package warc

import (
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strings"

	"sayso/extract/source/gzip"
	"sayso/extract/source/rewind"
)

// A Record is one record. Its body is good until the next one is read.
type Record struct {
	Header textproto.MIMEHeader
	Body   io.Reader
	Length int64 // of the body, in bytes

	body *body
}

// Type is what the record holds: response, resource, conversion, request, warcinfo, …
func (r *Record) Type() string { return strings.ToLower(r.Header.Get("WARC-Type")) }

// URI is the address that the record is about. Old writers set it in angle brackets.
func (r *Record) URI() string {
	return strings.TrimSuffix(strings.TrimPrefix(r.Header.Get("WARC-Target-URI"), "<"), ">")
}

// A Reader reads records. A record that is damaged costs itself, where the next one can be found.
type Reader struct {
	in      *rewind.Reader
	format  format
	record  *Record // that is being read, or nil
	pending error   // of the record to come: a fault of the stream where none had begun
	err     error   // the last
}

// A DamageError is a record that could not be read. Those after it can be, as far as they are found.
type DamageError struct{ Err error }

// Error says what is wrong.
func (e *DamageError) Error() string { return e.Err.Error() }

// Unwrap is what is wrong.
func (e *DamageError) Unwrap() error { return e.Err }

// What is wrong with records.
var (
	ErrCut    = errors.New("the file ends within this record")
	errNone   = errors.New("not a WARC record")
	errNoEnd  = errors.New("not a WARC record: a header without an end")
	errLength = errors.New("a damaged record: the next one does not begin where its Content-Length ends it")
	errDigest = errors.New("a damaged record: it has not the content of its WARC-Block-Digest")
	errField  = errors.New("a damaged record: a line of its header is no field")
)

const (
	maxHeader = 64 << 10 // bytes of a record's header
	maxKept   = 8 << 20  // bytes of a record in which the next one is looked for
)

// NewReader is a reader of a stream that is not compressed, of WARC or, where it begins like one, of ARC.
func NewReader(in io.Reader) *Reader {
	r := &Reader{in: rewind.New(in, maxKept), format: warcFormat}
	if head, err := r.in.Peek(len(arcMark)); string(head) == arcMark {
		r.format = arcFormat
	} else if err != nil && err != io.EOF {
		r.pending = err
	}
	return r
}

// Next is the next record, or io.EOF. After a *DamageError there may be more, after another error there is none.
func (r *Reader) Next() (*Record, error) {
	if r.record != nil {
		if err := r.End(); err != nil {
			return nil, err
		}
	}
	if r.err != nil {
		return nil, r.err
	}
	if err := r.pending; err != nil {
		r.pending = nil
		return nil, r.broken(err)
	}
	if _, err := r.skipLines(); err != nil {
		if err != io.EOF {
			return nil, r.broken(err)
		}
		r.err = err
		return nil, err
	}
	r.in.Mark()
	record, err := r.format.header(r)
	if err != nil {
		return nil, r.broken(err)
	}
	r.record = record
	return record, nil
}

// End passes over what is left of the record that Next gave last, and reports whether it was whole: a *DamageError, or nil.
func (r *Reader) End() error {
	record := r.record
	if record == nil {
		return nil
	}
	r.record = nil
	if _, err := io.Copy(io.Discard, record.Body); err != nil {
		return r.broken(err)
	}
	lines, err := r.skipLines()
	head, _ := r.in.Peek(r.format.most)
	ends := err == io.EOF || err == nil && r.format.find(head, true) == 0
	switch {
	case err != nil && err != io.EOF && begun(err):
		return r.broken(err)
	case !record.body.isWhole() && ends:
		return &DamageError{errDigest}
	case !record.body.isKnown() && !ends && err == nil && lines < r.format.lines, !record.body.isWhole():
		return r.broken(errLength)
	case err != nil && err != io.EOF:
		r.pending = err
	}
	return nil
}

// begun reports whether a fault of the stream is in what it had begun to give.
func begun(err error) bool {
	var damage *gzip.DamageError
	return !errors.As(err, &damage) || damage.Begun
}

// skipLines passes over the line breaks between records, and counts them.
func (r *Reader) skipLines() (lines int, err error) {
	for {
		b, err := r.in.Peek(1)
		switch {
		case err != nil:
			return lines, err
		case b[0] == '\n':
			lines++
		case b[0] != '\r':
			return lines, nil
		}
		r.in.Discard(1)
	}
}

// broken is the answer to a record that cannot be read; the next one stands first then. Behind a damaged part of the stream it
// is looked for from there on, else from the beginning of this one: what is wrong may be its length.
func (r *Reader) broken(err error) error {
	var damage *gzip.DamageError
	inStream := errors.As(err, &damage)
	if known := inStream || isOurs(err); !known {
		r.err = err
		return err
	}
	if inStream {
		damage.Resume()
	} else if r.in.Back() {
		r.in.Discard(1)
	}
	r.findNext(inStream)
	return &DamageError{err}
}

// findNext goes to the next record; line says that a line begins here. A damaged part of the stream on the way is this record's,
// if it had begun, else that of the one to come.
func (r *Reader) findNext(line bool) {
	for {
		err := r.in.Find(r.format.most, func(b []byte) int { return r.format.find(b, line) })
		var damage *gzip.DamageError
		if err == nil || err == io.EOF {
			return
		}
		if !errors.As(err, &damage) || !damage.Begun {
			r.pending = err
			return
		}
		damage.Resume()
		line = true
	}
}

// isOurs reports whether an error is one of a record's form, and not of the stream.
func isOurs(err error) bool {
	for _, e := range []error{ErrCut, errNone, errNoEnd, errLength, errField} {
		if err == e {
			return true
		}
	}
	var length *lengthError
	return errors.As(err, &length)
}

// A lengthError is a Content-Length that is none.
type lengthError struct{ value string }

func (e *lengthError) Error() string { return fmt.Sprintf("Content-Length %q is no length", e.value) }

// line is the next line without its end. io.EOF is the end before any of it.
func (r *Reader) line(most int) (string, error) {
	var line []byte
	for {
		b, err := r.in.ReadByte()
		switch {
		case err == io.EOF && len(line) > 0:
			return "", ErrCut
		case err != nil:
			return "", err
		case b == '\n':
			return strings.TrimRight(string(line), "\r"), nil
		case len(line) >= most:
			return "", errNoEnd
		}
		line = append(line, b)
	}
}
