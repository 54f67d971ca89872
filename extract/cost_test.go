package extract

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"sayso/extract/article"
	"sayso/extract/dates"
	"sayso/extract/entities"
	"sayso/extract/view"
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
		view.New(program, reader, a)
	}
	match := float64(time.Since(began).Nanoseconds()) / float64(runs)
	v := view.New(program, reader, a)
	named := entities.Read(v)
	for b.Loop() {
		dates.Read(v, entities.Known(named), func() string { return "" })
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/match, "share-of-match")
}

// BenchmarkPeople sets the cost of a text of four times as many people as another beside that of the other: joining them
// costs no more than its share.
func BenchmarkPeople(b *testing.B) {
	x, err := New(Options{})
	if err != nil {
		b.Fatal(err)
	}
	read := func(n int) time.Duration {
		var text strings.Builder
		for i := range n {
			fmt.Fprintf(&text, "Hier, Mme %s %s a souri. ", invented(i), invented(n-i))
		}
		began := time.Now()
		if _, err := x.Extract(article.Article{Text: text.String(), Language: article.Hint{Code: "fr", From: "input"}}); err != nil {
			b.Fatal(err)
		}
		return time.Since(began)
	}
	var few, many time.Duration
	for b.Loop() {
		few += read(2_000)
		many += read(8_000)
	}
	b.ReportMetric(float64(many)/float64(few), "growth-of-4")
}

// invented is a name that no list has, another one for each number.
func invented(n int) string {
	name := "Zo"
	for ; n > 0; n /= 7 {
		name += []string{"ba", "ke", "li", "mo", "nu", "re", "ti"}[n%7]
	}
	return name + "rak"
}
