package article

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
)

// head is the part of a page, in bytes, that is looked at to tell text from anything else.
const head = 4096

var errBinary = errors.New("not HTML: binary content")

// decode gives the page as UTF-8, and a warning where it was encoded twice. UTF-8 in fact wins over what the page or the
// server says: a stale declaration is commoner than a text that is valid UTF-8 by chance. What is declared UTF-8 and is
// not is read as Windows-1252, as are single bytes of it in a page that is UTF-8 otherwise.
func decode(page []byte, contentType string) (text []byte, warning string, err error) {
	out := page
	switch {
	case utf8.Valid(page) && isUTF8(page):
	case isUTF8(page):
		out = mixed(page)
	default:
		encoding, name, _ := charset.DetermineEncoding(page, contentType)
		if name == "utf-8" {
			encoding = charmap.Windows1252
		}
		if decoded, err := encoding.NewDecoder().Bytes(page); err == nil {
			out = decoded
		}
	}
	if !utf8.Valid(out) {
		out = bytes.ToValidUTF8(out, []byte("\ufffd"))
	}
	out = bytes.TrimPrefix(out, []byte("\ufeff"))
	if isBinary(out) {
		return nil, "", errBinary
	}
	out, warning = onceEncoded(out)
	return out, warning, nil
}

// mixed is a page in UTF-8 whose other bytes are Windows-1252; a letter that is cut at its end is left out.
func mixed(page []byte) []byte {
	out := make([]byte, 0, len(page)+64)
	for i := 0; i < len(page); {
		r, size := utf8.DecodeRune(page[i:])
		switch {
		case r != utf8.RuneError || size != 1:
			out = append(out, page[i:i+size]...)
		case !utf8.FullRune(page[i:]):
			return out
		default:
			out = utf8.AppendRune(out, charmap.Windows1252.DecodeByte(page[i]))
		}
		i += size
	}
	return out
}

// isUTF8 reports whether a page is UTF-8, but for damage. A NUL speaks for UTF-16, whose bytes are often valid UTF-8 too.
func isUTF8(page []byte) bool {
	if bytes.IndexByte(page[:min(len(page), head)], 0) >= 0 {
		return false
	}
	mostly, _ := MostlyUTF8(page)
	return mostly
}

// MostlyUTF8 reports whether bytes are UTF-8 but for fewer other ones, and how many are not: by chance hardly any of another
// encoding are.
func MostlyUTF8(text []byte) (mostly bool, damaged int) {
	if utf8.Valid(text) {
		return true, 0
	}
	good := 0
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		switch {
		case r == utf8.RuneError && size == 1:
			damaged++
		case size > 1:
			good++
		}
		text = text[size:]
	}
	return good > 2*damaged, damaged
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
