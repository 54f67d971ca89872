package article

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/net/html"
)

var folder = flag.String("pages", "testdata", "folder of the pages that BenchmarkParse reads")

// BenchmarkParse reads the pages of a folder, and sets its speed beside that of the parser of HTML alone.
func BenchmarkParse(b *testing.B) {
	names, _ := filepath.Glob(filepath.Join(*folder, "*.html"))
	var pages [][]byte
	size := 0
	for _, name := range names {
		page, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, page)
		size += len(page)
	}
	b.SetBytes(int64(size))
	var bare time.Duration
	for b.Loop() {
		for _, page := range pages {
			if _, err := Parse(page, "", ""); err != nil && err != ErrNoArticle {
				b.Fatal(err)
			}
			b.StopTimer()
			began := time.Now()
			if _, err := html.Parse(bytes.NewReader(page)); err != nil {
				b.Fatal(err)
			}
			bare += time.Since(began)
			b.StartTimer()
		}
	}
	b.ReportMetric(float64(bare)/float64(b.Elapsed()), "of-bare-parse")
	b.ReportMetric(float64(len(pages)*b.N)/b.Elapsed().Seconds(), "pages/s")
}
