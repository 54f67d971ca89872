package source

import (
	"bytes"
	"fmt"

	"golang.org/x/net/html/charset"

	"sayso/extract/article"
)

// inUTF8 is a line of a dump as UTF-8, with a warning where it was not. A few bytes among much that is UTF-8 are damaged, and
// shown as such; else it is in the encoding that most files have which are not UTF-8.
func inUTF8(line []byte) (text []byte, warning string) {
	mostly, damaged := article.MostlyUTF8(line)
	if damaged == 0 {
		return line, ""
	}
	if !mostly {
		encoding, name, _ := charset.DetermineEncoding(nil, "")
		if decoded, err := encoding.NewDecoder().Bytes(line); err == nil {
			return decoded, "not UTF-8: read as " + name
		}
	}
	return bytes.ToValidUTF8(line, []byte("\ufffd")), fmt.Sprintf("%d bytes are not UTF-8: shown as \ufffd", damaged)
}
