package match_test

import (
	"fmt"
	"strings"
	"testing"
)

// hostile are texts that a clumsy engine takes more than linear time for, by what is repeated.
var hostile = map[string]string{
	"opening marks": "« ", "English marks": "“", "straight marks": "\" ", "digits": "7", "no space": "abcdé", "one sentence": "le ministre a dit que ",
	"figures": "3 euros (4 dollars) ", "names": "Jean Dupont ", "apostrophes": "l'", "dots": ". ", "numbers in words": "cent vingt-deux ", "dashes": "- ", "titles": "M. ", "brackets": "( ", "dates": "le 3 mars 2020 ", "quotation": "« oui », a dit Jean Dupont. ",
}

// BenchmarkHostile reads texts of one and of four times a size: a linear engine takes four times as long for the latter.
func BenchmarkHostile(b *testing.B) {
	c := program(b, pack(b, "fr"), nil, 1)
	for about, unit := range hostile {
		for _, size := range []int{1 << 17, 1 << 19} {
			text := strings.Repeat(unit, size/len(unit))
			b.Run(fmt.Sprintf("%s/%dKB", strings.ReplaceAll(about, " ", "-"), size>>10), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					c.Find(c.Tokenise(text))
				}
			})
		}
	}
}
