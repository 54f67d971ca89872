package dates

import (
	"testing"

	"sayso/extract/article"
	"sayso/extract/view/viewtest"
)

// A season falls on the months that it has in the country of the article's press, whether its address tells that or the
// way its signs are written; elsewhere it is open.
func TestSeasonsByPress(t *testing.T) {
	for _, c := range []struct{ lang, address, text, from string }{
		{"en", "https://news.example.com.au/a", "The dam was built in the summer of 2025.", "2024-12-21"},
		{"en", "", "The dam cost $US5 million. It was built in the summer of 2025.", "2024-12-21"},
		{"en", "https://news.example.co.uk/a", "The dam was built in the summer of 2025.", "2025-06-21"},
		{"en", "", "The dam was built in the summer of 2025.", ""},
		{"en", "", "Australia and New Zealand have rain. The dam was built in the summer of 2025.", "2024-12-21"},
		{"en", "", "Canada and Norway have rain. The dam was built in the summer of 2025.", "2025-06-21"},
		{"fr", "", "Le barrage a coûté 5 M$ US. Il fut construit à l'été 2025.", "2025-06-21"},
		{"pt", "https://exemplo.com.br/a", "A barragem foi construída no verão de 2025.", "2024-12-21"},
	} {
		v := viewtest.Article(t, c.lang, article.Article{Text: c.text, URL: c.address, Published: article.Published{Date: "2026-03-12"}})
		got := ""
		for _, d := range read(v) {
			if d.From != nil {
				got = *d.From
			}
		}
		if got != c.from {
			t.Errorf("%s %s: got %q, want %q", c.address, c.text, got, c.from)
		}
	}
}
