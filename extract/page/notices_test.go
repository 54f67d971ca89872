package page

import (
	"slices"
	"strings"
	"testing"

	"sayso/extract/article"
	"sayso/extract/view/viewtest"
)

// blocks is an article whose paragraphs are given.
func blocks(paragraphs ...string) article.Article {
	a := article.Article{Text: strings.Join(paragraphs, "\n\n")}
	at := 0
	for _, p := range paragraphs {
		a.Blocks = append(a.Blocks, article.Block{Kind: article.Paragraph, Start: at, End: at + len(p)})
		at += len(p) + len("\n\n")
	}
	return a
}

// An offer to subscribe ends an article that has begun: with some text above it the page shows the beginning only, with a
// line above it the offer is no more than a banner.
func TestOfferEndsTheArticle(t *testing.T) {
	for _, c := range []struct {
		lang, sentence, offer string
	}{
		{"en", "The bridge over the river was shut on Monday after the storm. ", "Subscribe now to keep reading."},
		{"fr", "Le pont sur la rivière a été fermé lundi après la tempête. ", "Abonnez-vous pour lire la suite."},
		{"pt", "A ponte sobre o rio foi fechada na segunda após a tempestade. ", "Assine para continuar lendo."},
	} {
		for _, above := range []int{1, 8} {
			text := strings.TrimSpace(strings.Repeat(c.sentence, above))
			got := withoutNotices(viewtest.Program(t, c.lang), blocks(text, c.offer))
			if got.Text != text {
				t.Errorf("%s: %q is left", c.lang, got.Text)
			}
			if cut := slices.Contains(got.Warnings, warningPaywall); cut != (above == 8) {
				t.Errorf("%s: %d bytes above the offer: cut %v", c.lang, len(text), cut)
			}
		}
	}
}
