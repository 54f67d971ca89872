package quotes

import (
	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/view"
	"sayso/extract/view/viewtest"
	"strings"
	"testing"
)

// TestQuoteTraps reads sentences with quotation marks and verbs of saying in which nobody's words are reported, and
// others in every frame that reports some: each names the speaker and the words, several statements with a semicolon.
func TestQuoteTraps(t *testing.T) {
	viewtest.Hold(t, "quotes", "2025-07-15", 25, func(v *view.View) string {
		var all []string
		for _, q := range read(v) {
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

// read is the statements of a text as the record has them.
func read(v *view.View) []document.Quote {
	named := entities.Read(v)
	said, _ := Read(v, named)
	return Records(v, named, said)
}
