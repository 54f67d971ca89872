package article

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// head is the part of a page, in bytes, that is looked at to tell text from anything else.
const head = 4096

var errBinary = errors.New("not HTML: binary content")

// decode gives the page as UTF-8. UTF-8 in fact wins over what the page or the server says: a stale declaration is
// commoner than a text that is valid UTF-8 by chance.
func decode(page []byte, contentType string) ([]byte, error) {
	out := page
	if !isUTF8(page) {
		encoding, _, _ := charset.DetermineEncoding(page, contentType)
		decoded, err := encoding.NewDecoder().Bytes(page)
		if err == nil {
			out = decoded
		}
	}
	if !utf8.Valid(out) {
		out = bytes.ToValidUTF8(out, []byte("\ufffd"))
	}
	out = bytes.TrimPrefix(out, []byte("\ufeff"))
	if isBinary(out) {
		return nil, errBinary
	}
	return out, nil
}

// isUTF8 reports whether the bytes are UTF-8 but for a few broken ones, as at the end of a page that was cut. A NUL
// speaks for UTF-16, whose bytes are often valid UTF-8 too.
func isUTF8(page []byte) bool {
	if bytes.IndexByte(page[:min(len(page), head)], 0) >= 0 {
		return false
	}
	if utf8.Valid(page) {
		return true
	}
	good, bad := 0, 0
	for rest := page; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		rest = rest[size:]
	}
	return good > 20*bad
}

// isBinary reports whether a decoded page is an image, an archive or the like.
func isBinary(page []byte) bool {
	if bytes.HasPrefix(page, []byte("%PDF-")) {
		return true
	}
	start := page[:min(len(page), head)]
	odd := bytes.Count(start, []byte("\ufffd"))
	for _, b := range start {
		if b == 0 {
			return true
		}
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' {
			odd++
		}
	}
	return odd*10 > len(start)
}
