package claims

import (
	"slices"
	"strings"

	"sayso/extract/document"
	"sayso/extract/names"
	"sayso/rules/token"
)

// How long a first paragraph without a full stop is that heads an article, in tokens.
const (
	minHeadline = 3
	maxHeadline = 40
)

// headline is what an article's headline says, without marks at its end, or empty where it has none: the first paragraph where it is
// one sentence without a full stop, else its title.
func (r *reading) headline() string {
	title := r.Title
	if !r.Later && len(r.Text.Paragraphs) > 1 {
		p := r.Text.Paragraphs[0]
		if p.Len() >= minHeadline && p.Len() <= maxHeadline && !r.Is(p.End-1, ".", ":") {
			title = r.Text.Slice(p)
		}
	}
	return strings.TrimRight(spaced(title), " .,:;–—-|")
}

// topic is the headline of a claim of the article's body, for it speaks of what only the article tells, "the law", "the two sides"; it is
// empty where the claim says the same.
func (r *reading) topic(c *document.Claim, words []token.Range) string {
	if r.head == "" || !r.Later && r.Paragraph(words[0].Start) == 0 || r.saysAgain(c) {
		return ""
	}
	if c.Context != nil && !r.Later && len(r.Text.Paragraphs) > 0 && c.Context.Start < r.Place(r.Text.Paragraphs[0]).End {
		return "" // the headline is the context
	}
	return r.head
}

// saysAgain reports whether a claim says what the headline says.
func (r *reading) saysAgain(c *document.Claim) bool {
	if r.headWords == nil {
		r.headWords = strings.Fields(names.Key(r.head))
	}
	head, words := r.headWords, strings.Fields(names.Key(c.Proposition))
	shared := 0
	for _, w := range head {
		if slices.Contains(words, w) {
			shared++
		}
	}
	return float64(shared) >= twinShare*float64(len(head))
}
