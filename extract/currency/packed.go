package currency

import (
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"
)

// The packed form is a table of contents, then the series one after the other, each compressed by itself, so that a
// program which asks for one currency reads that one alone. Of a series the table holds code and source as strings with
// their length, scale, a flag, the number of days, the first and the last day, and the length of what is compressed: the
// days and then the rates, each as the difference from the one before it.

// maxSeries bounds what a damaged table can ask for.
const maxSeries = 1 << 20

// Pack writes series in the packed form.
func Pack(out io.Writer, all []Series) error {
	contents := binary.AppendUvarint(nil, uint64(len(all)))
	var bodies bytes.Buffer
	for _, s := range all {
		before := bodies.Len()
		if err := s.pack(&bodies); err != nil {
			return err
		}
		contents = appendString(contents, s.Code)
		contents = appendString(contents, s.Source)
		contents = binary.AppendVarint(contents, int64(s.Scale))
		flag := uint64(0)
		if s.Inverse {
			flag = 1
		}
		contents = binary.AppendUvarint(contents, flag)
		contents = binary.AppendUvarint(contents, uint64(len(s.Days)))
		for _, day := range s.ends() {
			contents = binary.AppendVarint(contents, int64(day))
		}
		contents = binary.AppendUvarint(contents, uint64(bodies.Len()-before))
	}
	if _, err := out.Write(contents); err != nil {
		return err
	}
	_, err := out.Write(bodies.Bytes())
	return err
}

// ends are the first and the last day, 0 where there is none.
func (s *Series) ends() (ends [2]int32) {
	if n := len(s.Days); n > 0 {
		ends = [2]int32{s.Days[0], s.Days[n-1]}
	}
	return ends
}

// pack writes the compressed days and rates.
func (s *Series) pack(out io.Writer) error {
	var b []byte
	last := int64(0)
	for _, d := range s.Days {
		b = binary.AppendVarint(b, int64(d)-last)
		last = int64(d)
	}
	last = 0
	for _, r := range s.Rates {
		b = binary.AppendVarint(b, r-last)
		last = r
	}
	z, err := flate.NewWriter(out, flate.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(b); err != nil {
		return err
	}
	return z.Close()
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// A parcel is a series that is not unpacked yet.
type parcel struct {
	Series // without days and rates
	ends   [2]int32
	count  int // of days
	body   []byte
}

// parcels reads the table of contents. The error is for a damaged one.
func parcels(packed []byte) ([]parcel, error) {
	in := bytes.NewReader(packed)
	r := &unpacker{in: in}
	all := make([]parcel, r.count(uint64(min(len(packed), maxSeries))))
	lengths := make([]int, len(all))
	for i := range all {
		p := &all[i]
		p.Code, p.Source = r.string(), r.string()
		p.Scale = int32(r.number())
		p.Inverse = r.count(1) == 1
		p.count = r.count(maxSeries)
		p.ends = [2]int32{int32(r.number()), int32(r.number())}
		lengths[i] = r.count(uint64(len(packed)))
	}
	left := packed[len(packed)-in.Len():]
	for i, n := range lengths {
		if r.err == nil && n > len(left) {
			r.err = io.ErrUnexpectedEOF
		}
		if r.err == nil {
			all[i].body, left = left[:n], left[n:]
		}
	}
	if r.err != nil {
		return nil, damaged(r.err)
	}
	return all, nil
}

// open unpacks the series.
func (p *parcel) open() (Series, error) {
	s := p.Series
	r := &unpacker{in: bufio.NewReader(flate.NewReader(bytes.NewReader(p.body)))}
	last := int64(0)
	for i := 0; i < p.count && r.err == nil; i++ {
		last += r.number()
		s.Days = append(s.Days, int32(last))
	}
	last = 0
	for i := 0; i < p.count && r.err == nil; i++ {
		last += r.number()
		s.Rates = append(s.Rates, last)
	}
	if r.err != nil {
		return Series{}, damaged(r.err)
	}
	return s, nil
}

func damaged(err error) error { return fmt.Errorf("damaged table of rates: %w", err) }

// bound is the parcel as a book holds it, unpacked when it is first asked for. It panics where it is damaged.
func (p *parcel) bound() chapter {
	return chapter{p.ends, sync.OnceValue(func() Series {
		s, err := p.open()
		if err != nil {
			panic(err)
		}
		return s
	})}
}

// An unpacker reads numbers and strings until something is wrong; from then on it gives zeros.
type unpacker struct {
	in interface {
		io.Reader
		io.ByteReader
	}
	err error
}

func (r *unpacker) number() int64 {
	if r.err != nil {
		return 0
	}
	n, err := binary.ReadVarint(r.in)
	r.err = err
	return n
}

func (r *unpacker) count(most uint64) int {
	if r.err != nil {
		return 0
	}
	n, err := binary.ReadUvarint(r.in)
	if err == nil && n > most {
		err = errors.New("a count is too large")
	}
	if r.err = err; err != nil {
		return 0
	}
	return int(n)
}

func (r *unpacker) string() string {
	b := make([]byte, r.count(64))
	if r.err == nil {
		_, r.err = io.ReadFull(r.in, b)
	}
	return string(b)
}
