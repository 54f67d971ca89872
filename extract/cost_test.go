package extract

import (
	"os"
	"testing"
	"time"

	"sayso/extract/article"
)

// BenchmarkDates sets the cost of resolving an article's dates beside that of finding them with everything else: the
// share is what the first is of the second, in the same run.
func BenchmarkDates(b *testing.B) {
	text, err := os.ReadFile("../testdata/articles/fr/horlogerie-jura.txt")
	if err != nil {
		b.Fatal(err)
	}
	x, err := New(Options{})
	if err != nil {
		b.Fatal(err)
	}
	program, err := x.languages["fr"].load()
	if err != nil {
		b.Fatal(err)
	}
	reader := program.NewReader()
	defer reader.Close()
	a := article.Article{Text: string(text), Published: article.Published{Date: "2025-03-12"}}
	began, runs := time.Now(), 0
	for ; time.Since(began) < time.Second/2; runs++ {
		newReading(program, reader, a, x.exchange)
	}
	match := float64(time.Since(began).Nanoseconds()) / float64(runs)
	r := newReading(program, reader, a, x.exchange)
	r.joinEntities()
	for b.Loop() {
		r.readDates()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/match, "share-of-match")
}
