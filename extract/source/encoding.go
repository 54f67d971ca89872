package source

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// inUTF8 is a line of a dump as UTF-8, with a warning where it was not. A few bytes among much that is UTF-8 are damaged, and
// shown as such; else it is in the encoding that most files have which are not UTF-8.
func inUTF8(line []byte) (text []byte, warning string) {
	if utf8.Valid(line) {
		return line, ""
	}
	good, bad := 0, 0
	for rest := line; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		rest = rest[size:]
	}
	if good > 2*bad {
		return bytes.ToValidUTF8(line, []byte("\ufffd")), fmt.Sprintf("%d bytes are not UTF-8: shown as \ufffd", bad)
	}
	encoding, name, _ := charset.DetermineEncoding(nil, "")
	decoded, err := encoding.NewDecoder().Bytes(line)
	if err != nil {
		return bytes.ToValidUTF8(line, []byte("\ufffd")), fmt.Sprintf("%d bytes are not UTF-8: shown as \ufffd", bad)
	}
	return decoded, "not UTF-8: read as " + name
}
