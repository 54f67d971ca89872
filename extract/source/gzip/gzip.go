// Package gzip reads gzip files member by member (RFC 1952). A stream goes in, what its members hold comes out, one after
// another. A damaged member costs itself: the error says so, and whoever wants reads on with the next member that can be found.
package gzip

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"

	"sayso/extract/source/rewind"
)

// A DamageError is a member, or something between two of them, that could not be read. What follows it can be, after Resume.
type DamageError struct {
	Begun bool // part of the member had been given
	Err   error
	in    *Reader
}

// Resume lets the reader go on with what follows. Until then it gives this error each time, so that none is lost on the way.
func (e *DamageError) Resume() { e.in.damage = nil }

// Error says what is wrong with the compressed bytes.
func (e *DamageError) Error() string { return "damaged compression: " + e.Err.Error() }

// Unwrap is the decompressor's error.
func (e *DamageError) Unwrap() error { return e.Err }

// maxKept is how many compressed bytes of a member are kept, to look through them for the next one where it is damaged.
const maxKept = 8 << 20

// magic is what a member begins with: the mark, and deflate as its method.
var magic = []byte("\x1f\x8b\x08")

// A Reader gives what the members hold. A *DamageError can be resumed from; any other error is its last.
type Reader struct {
	in     *rewind.Reader
	fault  error        // of in
	member *gzip.Reader // nil before the first
	open   bool         // a member is being read
	begun  bool         // something of it was given
	damage *DamageError // that was met, and not resumed from
	err    error        // the last
}

// NewReader is a reader of compressed bytes.
func NewReader(in io.Reader) *Reader {
	r := new(Reader)
	r.in = rewind.New(faultReader{in, &r.fault}, maxKept)
	return r
}

// Read gives the next bytes of the members.
func (r *Reader) Read(p []byte) (int, error) {
	for r.err == nil {
		if r.damage != nil {
			return 0, r.damage
		}
		if !r.open {
			if err := r.next(); err != nil {
				return 0, err
			}
		}
		n, err := r.member.Read(p)
		r.begun = r.begun || n > 0
		switch {
		case err == io.EOF:
			r.open, err = false, nil
		case err != nil:
			err = r.damaged(err)
		}
		if n > 0 || err != nil {
			return n, err
		}
	}
	return 0, r.err
}

// next opens the next member. Nulls between members, which some writers fill blocks with, are nothing.
func (r *Reader) next() error {
	for {
		r.in.Mark()
		b, err := r.in.Peek(1)
		if err != nil {
			r.err = err
			return err
		}
		if b[0] != 0 {
			break
		}
		r.in.Discard(1)
	}
	r.begun = false
	if r.member == nil {
		r.member = new(gzip.Reader)
	}
	if err := r.member.Reset(r.in); err != nil {
		return r.damaged(err)
	}
	r.member.Multistream(false)
	r.open = true
	return nil
}

// damaged is the answer to a member that cannot be read; the next one stands first then.
func (r *Reader) damaged(err error) error {
	r.open = false
	if r.fault != nil { // not the member's fault
		r.err = r.fault
		return r.err
	}
	if errors.Is(err, io.ErrUnexpectedEOF) || err == io.EOF {
		err = errCut
	}
	if r.in.Back() {
		if b, _ := r.in.Peek(1); len(b) > 0 { // the member's own mark is none to find
			r.in.Discard(1)
		}
	}
	if end := r.in.Find(len(magic), func(b []byte) int { return bytes.Index(b, magic) }); end != nil && end != io.EOF {
		r.err = end
	}
	r.damage = &DamageError{r.begun, err, r}
	return r.damage
}

// errCut is the answer to a member that the file ends in.
var errCut = errors.New("cut off")

// A faultReader notes what its stream ends with where that is no end.
type faultReader struct {
	io.Reader
	fault *error
}

// Read reads.
func (f faultReader) Read(p []byte) (int, error) {
	n, err := f.Reader.Read(p)
	if err != nil && err != io.EOF {
		*f.fault = err
	}
	return n, err
}
