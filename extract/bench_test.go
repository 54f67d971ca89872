package extract_test

import (
	"os"
	"testing"

	"sayso/extract"
	"sayso/extract/article"
)

// BenchmarkExtract reads one article of the project's own again and again, packs loaded and automata grown.
func BenchmarkExtract(b *testing.B) {
	data, err := os.ReadFile("../testdata/articles/fr/horlogerie-jura.txt")
	if err != nil {
		b.Fatal(err)
	}
	x, err := extract.New(extract.Options{})
	if err != nil {
		b.Fatal(err)
	}
	a := article.Article{ID: "a", Text: string(data), Language: article.Hint{Code: "fr", From: "flag"}, Published: article.Published{Date: "2025-03-12"}}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := x.Extract(a); err != nil {
			b.Fatal(err)
		}
	}
}
