package currency

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/andybalholm/brotli"
)

// The packed form is a run of series, compressed by brotli: code and source as strings with their length, scale, a flag, the number
// of days, the days and then the rates, each as the difference from the one before it.

// maxSeries bounds what a damaged table can ask for.
const maxSeries = 1 << 20

// Pack writes series in the form that Unpack reads.
func Pack(out io.Writer, all []Series) error {
	z := brotli.NewWriterLevel(out, brotli.BestCompression)
	var b []byte
	b = binary.AppendUvarint(b, uint64(len(all)))
	for _, s := range all {
		b = appendString(b, s.Code)
		b = appendString(b, s.Source)
		b = binary.AppendVarint(b, int64(s.Scale))
		flag := uint64(0)
		if s.Inverse {
			flag = 1
		}
		b = binary.AppendUvarint(b, flag)
		b = binary.AppendUvarint(b, uint64(len(s.Days)))
	}
	for _, s := range all {
		last := int64(0)
		for _, d := range s.Days {
			b = binary.AppendVarint(b, int64(d)-last)
			last = int64(d)
		}
	}
	for _, s := range all {
		last := int64(0)
		for _, r := range s.Rates {
			b = binary.AppendVarint(b, r-last)
			last = r
		}
	}
	if _, err := z.Write(b); err != nil {
		return err
	}
	return z.Close()
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// Unpack reads what Pack has written. The error is for a damaged table.
func Unpack(in io.Reader) ([]Series, error) {
	r := &unpacker{in: bufio.NewReader(brotli.NewReader(in))}
	all := make([]Series, r.count(maxSeries))
	for i := range all {
		s := &all[i]
		s.Code, s.Source = r.string(), r.string()
		s.Scale = int32(r.number())
		s.Inverse = r.count(1) == 1
		n := r.count(maxSeries)
		s.Days, s.Rates = make([]int32, n), make([]int64, n)
	}
	for _, s := range all {
		last := int64(0)
		for i := range s.Days {
			last += r.number()
			s.Days[i] = int32(last)
		}
	}
	for _, s := range all {
		last := int64(0)
		for i := range s.Rates {
			last += r.number()
			s.Rates[i] = last
		}
	}
	if r.err != nil {
		return nil, fmt.Errorf("damaged table of rates: %w", r.err)
	}
	return all, nil
}

// An unpacker reads numbers and strings until something is wrong; from then on it gives zeros.
type unpacker struct {
	in  *bufio.Reader
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

func (r *unpacker) count(max uint64) int {
	if r.err != nil {
		return 0
	}
	n, err := binary.ReadUvarint(r.in)
	if err == nil && n > max {
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
