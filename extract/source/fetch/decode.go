package fetch

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// acceptEncoding is what decode knows.
const acceptEncoding = "gzip, br, zstd"

// maxWindow bounds the memory of zstd, in bytes: what RFC 9659 lets a server ask for.
const maxWindow = 8 << 20

// maxEncodings bounds how often a body may be compressed.
const maxEncodings = 3

// Decode undoes the encodings of the headers, the last one first. What comes out at each step is no longer than max.
func Decode(body []byte, headers []string, max int64) ([]byte, error) {
	names := strings.FieldsFunc(strings.ToLower(strings.Join(headers, ",")), func(r rune) bool { return r == ',' || r == ' ' })
	if len(names) > maxEncodings {
		return nil, errors.New("compressed too many times over")
	}
	for i := len(names) - 1; i >= 0; i-- {
		name := names[i]
		if name == "identity" {
			continue
		}
		in, err := decoder(name, bytes.NewReader(body))
		if err == nil {
			body, err = limited(in, max)
		}
		if err != nil {
			return nil, fmt.Errorf("content encoding %s: %v", name, err) // no %w: that a file is cut is no broken connection
		}
	}
	return body, nil
}

func decoder(name string, in io.Reader) (io.Reader, error) {
	switch name {
	case "gzip", "x-gzip":
		return gzip.NewReader(in)
	case "br":
		return brotli.NewReader(in), nil
	case "zstd":
		d, err := zstd.NewReader(in, zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderConcurrency(1))
		if err != nil {
			return nil, err
		}
		return d.IOReadCloser(), nil
	}
	return nil, errors.New("not one that we asked for")
}
