package source

import (
	"bufio"
	"bytes"
	"io"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"

	"sayso/extract/source/gzip"
)

// packed are the marks that compressed files begin with.
var packed = []struct {
	suffix string
	begins string
	open   func(io.Reader) (io.Reader, error)
}{
	{".gz", "\x1f\x8b", func(in io.Reader) (io.Reader, error) { return gzip.NewReader(in), nil }},
	{".zst", "\x28\xb5\x2f\xfd", func(in io.Reader) (io.Reader, error) {
		d, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxSize*2))
		if err != nil {
			return nil, err
		}
		return d.IOReadCloser(), nil
	}},
}

// unpack is what a compressed input holds, whatever its name; another input is what it is. Files of several compressed
// parts, as WARC files are, are one; a damaged part is an error where it stands, behind which reading goes on.
func unpack(in *bufio.Reader) (*bufio.Reader, error) {
	for _, p := range packed {
		if head, _ := in.Peek(len(p.begins)); bytes.Equal(head, []byte(p.begins)) {
			r := new(ratio)
			plain, err := p.open(r.counting(in))
			if err != nil {
				return nil, err
			}
			return bufio.NewReaderSize(r.holding(plain), 1<<16), nil
		}
	}
	return in, nil
}

// splitName is a file's name without its suffix, and the suffix, which is that of what it holds where it is compressed. A name
// that would be nothing but suffix has none: .profile.
func splitName(path string) (name, suffix string) {
	name = filepath.Base(path)
	for _, p := range packed {
		if rest, ok := cutSuffixFold(name, p.suffix); ok {
			name = rest
			break
		}
	}
	if suffix = filepath.Ext(name); suffix == name {
		return name, ""
	}
	return strings.TrimSuffix(name, suffix), suffix
}

func cutSuffixFold(s, suffix string) (string, bool) {
	if n := len(s) - len(suffix); n > 0 && strings.EqualFold(s[n:], suffix) {
		return s[:n], true
	}
	return s, false
}
