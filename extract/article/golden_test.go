package article

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden reads each page of testdata (all written for it) and compares what comes out with the file beside it.
func TestGolden(t *testing.T) {
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages", err)
	}
	for _, name := range pages {
		t.Run(filepath.Base(name), func(t *testing.T) {
			page, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			a, err := Parse(page, "https://news.example/a?b=1", "text/html")
			if err != nil {
				t.Fatal(err)
			}
			golden := strings.TrimSuffix(name, ".html") + ".golden"
			got := shown(a)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// shown is an article as the golden files have it: its fields, then its blocks, a line each.
func shown(a Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "url: %s\ntitle: %s\nbyline: %s\nsite: %s\npublished: %s, %s\nlanguage: %s, %s\n\n",
		a.URL, a.Title, strings.Join(a.Byline, " + "), a.Site, a.Published.Date, a.Published.From, a.Language.Code, a.Language.From)
	for _, block := range a.Blocks {
		fmt.Fprintf(&b, "%s: %s\n", block.Kind, a.Text[block.Start:block.End])
	}
	return b.String()
}
