package source

import (
	"bufio"
	"errors"
	"io"
)

// How much a compressed file may hold: what is no more than free bytes may be anything, and what is more at most so many times
// what was read of the file. Text shrinks to a tenth, a dump of much that is the same to a hundredth.
const (
	freeRatio = 64 << 20
	maxRatio  = 300
)

// errBomb is the answer to a file that holds far more than any text would.
var errBomb = errors.New("it holds far more than a text of its size would: not read further")

// A ratio is what was read of compressed bytes, and what these held.
type ratio struct{ packed, plain int64 }

// counting is a compressed input as it is read.
func (r *ratio) counting(in *bufio.Reader) io.Reader { return &packedReader{in, r} }

// holding is what the input holds, up to what it may.
func (r *ratio) holding(plain io.Reader) io.Reader { return &plainReader{plain, r} }

// isTooMuch reports whether a text would not hold so much.
func (r *ratio) isTooMuch() bool { return r.plain > freeRatio && r.plain > maxRatio*r.packed }

type packedReader struct {
	*bufio.Reader
	ratio *ratio
}

// Read reads and counts.
func (p *packedReader) Read(b []byte) (int, error) {
	n, err := p.Reader.Read(b)
	p.ratio.packed += int64(n)
	return n, err
}

// ReadByte reads and counts.
func (p *packedReader) ReadByte() (byte, error) {
	b, err := p.Reader.ReadByte()
	if err == nil {
		p.ratio.packed++
	}
	return b, err
}

type plainReader struct {
	io.Reader
	ratio *ratio
}

// Read reads, and fails where that was too much.
func (p *plainReader) Read(b []byte) (int, error) {
	n, err := p.Reader.Read(b)
	p.ratio.plain += int64(n)
	if p.ratio.isTooMuch() {
		return 0, errBomb
	}
	return n, err
}
