package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxAccents is how many accents of a form may be left out one by one; of a form with more of them, all or none.
const maxAccents = 4

// unaccented are the ways to write a form, given by its tokens, that leave accents out.
func unaccented(forms []string) [][]string {
	accents := 0
	for _, f := range forms {
		accents += countAccents(f)
	}
	if accents == 0 {
		return nil
	}
	all := 1<<accents - 1
	if accents > maxAccents {
		return [][]string{without(forms, ^uint(0))}
	}
	var ways [][]string
	for out := 1; out <= all; out++ {
		ways = append(ways, without(forms, uint(out)))
	}
	return ways
}

func countAccents(s string) int {
	n := 0
	for _, r := range s {
		if bare(r) != r {
			n++
		}
	}
	return n
}

// without leaves the accents out whose bits are set, from the lowest for the first; past the last bit, that one decides.
func without(forms []string, out uint) []string {
	bit := uint(1)
	written := make([]string, len(forms))
	for i, f := range forms {
		written[i] = strings.Map(func(r rune) rune {
			b := bare(r)
			if b == r {
				return r
			}
			drop := out&bit != 0
			if bit<<1 != 0 {
				bit <<= 1
			}
			if drop {
				return b
			}
			return r
		}, f)
	}
	return written
}

// bare is a letter without its accent, cedilla or tilde; what has none stays.
func bare(r rune) rune {
	if r < utf8.RuneSelf {
		return r
	}
	parts := norm.NFD.String(string(r))
	base, size := utf8.DecodeRuneInString(parts)
	for _, mark := range parts[size:] {
		if !unicode.Is(unicode.Mn, mark) {
			return r
		}
	}
	return base
}
