package extract_test

import (
	"strings"
	"testing"

	"sayso/extract"
	"sayso/extract/article"
)

// A text may end, and begin, in the middle of anything: dumps are cut, paywalls too. Every paragraph of testdata is read up to each
// of its words, from each on, and in pieces of a few.
func TestTextsAreCutAnywhere(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range articles(t) {
		whole, err := x.Extract(read(t, path))
		if err != nil {
			t.Fatal(err)
		}
		for paragraph := range strings.SplitSeq(read(t, path).Text, "\n") {
			words := strings.SplitAfter(paragraph, " ")
			for i := range words {
				for _, text := range []string{strings.Join(words[:i+1], ""), strings.Join(words[i:], ""), strings.Join(words[max(0, i-8):i+1], "")} {
					readsCut(t, x, *whole.Language.Code, text)
				}
			}
		}
	}
}

// readsCut holds that a text is read.
func readsCut(t *testing.T, x *extract.Extractor, language, text string) {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%q: %v", text, r)
		}
	}()
	if _, err := x.Extract(article.Article{Text: text, Language: article.Hint{Code: language, From: "flag"}}); err != nil && strings.TrimSpace(text) != "" {
		t.Errorf("%q: %v", text, err)
	}
}
