package press

import (
	"testing"

	"sayso/extract/article"
	"sayso/extract/view/viewtest"
)

func TestOf(t *testing.T) {
	for _, c := range []struct{ lang, address, text, want string }{
		{"en", "https://news.example.com.au/a", "They raised $3 million.", "AU"},
		{"en", "https://news.example.co.uk/a", "They raised $3 million.", "GB"},
		{"en", "https://news.example.com/a", "They raised $3 million.", ""},
		{"en", "https://news.example.io/a", "They raised $3 million.", ""}, // a domain of everybody's
		{"en", "", "The mill cost $US5 million.", "AU"},
		{"en", "https://news.example.ca/a", "The mill cost $US5 million.", "CA"}, // the address goes before the signs
		{"fr", "", "Le moulin a coûté 5 M$ US, le quai 3 M$.", "CA"},
		{"fr", "://", "Le moulin a coûté 5 euros.", ""},
	} {
		if got := Of(viewtest.Article(t, c.lang, article.Article{Text: c.text, URL: c.address})); got != c.want {
			t.Errorf("%s %q: got %q, want %q", c.address, c.text, got, c.want)
		}
	}
}
