package article

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

const (
	warningTwice  = "the page's letters were encoded twice: mended"
	warningBroken = "some of the page's letters are encoded twice, and could not be mended"
	minTwice      = 3 // runs of letters from which on a page counts as encoded twice
)

// onceEncoded is a page whose letters were taken for single bytes and encoded again ("\u00c3\u00a9" for "\u00e9") as it was before,
// with a warning. It is mended where hardly any of its runs of letters outside of ASCII are anything else.
func onceEncoded(page []byte) ([]byte, string) {
	twice, other := 0, 0
	out := make([]byte, 0, len(page))
	for i := 0; i < len(page); {
		if page[i] < utf8.RuneSelf {
			out = append(out, page[i])
			i++
			continue
		}
		end := i
		for end < len(page) && page[end] >= utf8.RuneSelf {
			end++
		}
		if run, ok := singleBytes(page[i:end]); ok {
			twice++
			out = append(out, run...)
		} else {
			other++
			out = append(out, page[i:end]...)
		}
		i = end
	}
	switch {
	case twice < minTwice:
		return page, ""
	case other*10 <= twice:
		return out, warningTwice
	case twice*3 > other:
		return page, warningBroken
	}
	return page, ""
}

// singleBytes are the bytes that a run of letters stands for in Windows-1252, if they are UTF-8 themselves.
func singleBytes(run []byte) ([]byte, bool) {
	out := make([]byte, 0, len(run)/2)
	for len(run) > 0 {
		r, size := utf8.DecodeRune(run)
		b, ok := charmap.Windows1252.EncodeRune(r)
		if !ok && r < 0xa0 { // the five bytes that Windows-1252 has no letter for
			b, ok = byte(r), true
		}
		if !ok {
			return nil, false
		}
		out = append(out, b)
		run = run[size:]
	}
	return out, len(out) > 1 && utf8.Valid(out)
}
