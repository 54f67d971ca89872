package article

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var folder = flag.String("pages", "testdata", "folder of the pages that BenchmarkParse reads")

// BenchmarkParse reads the pages of a folder.
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
	for b.Loop() {
		for _, page := range pages {
			if _, err := Parse(page, "", ""); err != nil && err != ErrNoArticle {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(len(pages)*b.N)/b.Elapsed().Seconds(), "pages/s")
}
