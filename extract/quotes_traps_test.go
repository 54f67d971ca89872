package extract

import (
	"strings"
	"testing"
)

// TestQuoteTraps reads sentences with quotation marks and verbs of saying in which nobody's words are reported, and
// others in every frame that reports some: each names the speaker and the words, several statements with a semicolon.
func TestQuoteTraps(t *testing.T) {
	hold(t, "quotes", "2025-07-15", 25, func(d *Document) string {
		var all []string
		for _, q := range d.Quotes {
			var words []string
			for _, c := range q.Content {
				words = append(words, c.Text)
			}
			who := "?"
			if q.Speaker != nil {
				who = q.Speaker.Name
			}
			all = append(all, who+": "+strings.Join(words, " … "))
		}
		return strings.Join(all, "; ")
	})
}
