// Package rewind reads a stream in which one may go back: to what was read since a mark, as far as that is kept. With it a
// reader of records finds the next one where a record is not as long as it says.
package rewind

import (
	"io"
	"slices"
)

// maxAgain is how many bytes of a stream are read a second time, so that none takes time without end.
const maxAgain = 1 << 30

// chunk is how many bytes are read at once.
const chunk = 1 << 16

// A Reader is a stream. An error of the stream is given once, where it stands; what the stream gives after it is read on.
type Reader struct {
	in    io.Reader
	most  int    // how many bytes since the mark are kept
	kept  []byte // those, and what was read ahead
	at    int    // how much of kept has been given
	lost  bool   // more than most were given since the mark
	again int    // how many bytes were gone back over
	err   error  // of the stream, behind what is kept
}

// New is a reader of a stream that keeps as many bytes since its mark.
func New(in io.Reader, most int) *Reader { return &Reader{in: in, most: most} }

// Mark marks the place that is gone back to.
func (r *Reader) Mark() { r.kept, r.at, r.lost = r.kept[r.at:], 0, false }

// Back goes back to the mark, and reports whether what was read since is kept; else it stays.
func (r *Reader) Back() bool {
	r.again += r.at
	if r.lost || r.again > maxAgain {
		return false
	}
	r.at = 0
	return true
}

// fill reads more ahead.
func (r *Reader) fill() {
	if r.at > r.most {
		r.kept, r.at, r.lost = r.kept[r.at:], 0, true
	}
	r.kept = slices.Grow(r.kept, chunk)
	n, err := r.in.Read(r.kept[len(r.kept) : len(r.kept)+chunk])
	r.kept, r.err = r.kept[:len(r.kept)+n], err
}

// fault is the error of the stream, which is given once.
func (r *Reader) fault() error {
	err := r.err
	r.err = nil
	return err
}

// Peek is the next n bytes, which stay to be read; fewer with the error that stands behind them.
func (r *Reader) Peek(n int) ([]byte, error) {
	for len(r.kept)-r.at < n {
		if r.err != nil {
			return r.kept[r.at:], r.fault()
		}
		r.fill()
	}
	return r.kept[r.at : r.at+n], nil
}

// Discard passes over n bytes that Peek has given.
func (r *Reader) Discard(n int) { r.at += n }

// Read reads.
func (r *Reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if _, err := r.Peek(1); err != nil {
		return 0, err
	}
	n := copy(p, r.kept[r.at:])
	r.at += n
	return n, nil
}

// ReadByte reads one byte.
func (r *Reader) ReadByte() (byte, error) {
	b, err := r.Peek(1)
	if err != nil {
		return 0, err
	}
	r.at++
	return b[0], nil
}

// Find goes to the first place that is looked for, and marks it. What looks is given more and more of the stream, and
// answers where the place is, or less than 0; what it looks for is no longer than most bytes. The error is the stream's: what
// stands before it holds no such place.
func (r *Reader) Find(most int, look func([]byte) int) error {
	for {
		if i := look(r.kept[r.at:]); i >= 0 {
			r.at += i
			r.Mark()
			return nil
		}
		if r.err != nil {
			r.at = len(r.kept)
			r.Mark()
			return r.fault()
		}
		r.at = max(r.at, len(r.kept)-most)
		r.Mark()
		r.fill()
	}
}
