package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

// bareLists are the name lists of the pack for French, which BenchmarkLists does without.
var bareLists = []string{
	"country", "world-region", "region", "ambiguous-region", "city", "ambiguous-city", "world-city", "ambiguous-world-city", "first-name",
	"world-first-name", "english-first-name", "common-word", "known-product", "known-organization", "world-organization", "demonym",
}

// BenchmarkLists sets the speed of reading an article with all name lists beside that with one name in each: the share
// that is left.
func BenchmarkLists(b *testing.B) {
	data, err := os.ReadFile("../testdata/articles/fr/horlogerie-jura.txt")
	if err != nil {
		b.Fatal(err)
	}
	a := article.Article{ID: "a", Text: string(data), Language: article.Hint{Code: "fr", From: "flag"}, Published: article.Published{Date: "2025-03-12"}}
	var pack strings.Builder
	pack.WriteString("pack: bare\nlanguage: fr\nextends: fr\nlists:\n")
	for _, list := range bareLists {
		fmt.Fprintf(&pack, "  =%s: [Zorbal]\n", list)
	}
	dir := b.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "pack.yaml"), []byte(pack.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	spent := map[string]time.Duration{}
	read := func(name string, x *extract.Extractor) {
		began := time.Now()
		if _, err := x.Extract(a); err != nil {
			b.Fatal(err)
		}
		spent[name] += time.Since(began)
	}
	with, err := extract.New(extract.Options{})
	if err != nil {
		b.Fatal(err)
	}
	without, err := extract.New(extract.Options{PackDirs: []string{dir}})
	if err != nil {
		b.Fatal(err)
	}
	read("", with)
	read("", without)
	for b.Loop() {
		read("with", with)
		read("without", without)
	}
	b.ReportMetric(float64(spent["without"])/float64(spent["with"]), "of-bare-speed")
}
