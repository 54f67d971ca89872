package match_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// hostile are texts that a clumsy engine takes more than linear time for, by what is repeated.
var hostile = map[string]string{
	"opening marks": "« ", "English marks": "“", "straight marks": "\" ", "digits": "7", "no space": "abcdé", "one sentence": "le ministre a dit que ",
	"figures": "3 euros (4 dollars) ", "names": "Jean Dupont ", "apostrophes": "l'", "dots": ". ", "numbers in words": "cent vingt-deux ", "dashes": "- ", "titles": "M. ", "brackets": "( ", "dates": "le 3 mars 2020 ", "quotation": "« oui », a dit Jean Dupont. ",
}

// BenchmarkHostile reads texts of one, two, four and eight megabytes: a linear engine takes twice as long for each. The
// figure growth is how much longer eight times the text takes than once, eight where all is well.
func BenchmarkHostile(b *testing.B) {
	c := program(b, pack(b, "fr"), nil, 1)
	for about, unit := range hostile {
		b.Run(strings.ReplaceAll(about, " ", "-"), func(b *testing.B) {
			r := c.NewReader()
			defer r.Close()
			full(r, strings.Repeat(unit, 8<<20/len(unit))) // the memory that it takes is there from here on
			for b.Loop() {
				var took [4]time.Duration
				for i := range took {
					text := strings.Repeat(unit, (1<<20<<i)/len(unit))
					began := time.Now()
					full(r, text)
					took[i] = time.Since(began)
					b.ReportMetric(float64(took[i].Milliseconds()), fmt.Sprintf("ms/%dMB", 1<<i))
				}
				b.ReportMetric(float64(took[3])/float64(took[0]), "growth")
			}
		})
	}
}
