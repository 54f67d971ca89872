package extract_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/extract"
	"sayso/extract/article"
	"sayso/extract/document"
)

var update = flag.Bool("update", false, "rewrite the golden records")

// Every article of testdata has its record beside it: <name>.json for <name>.html or <name>.txt. A .meta file gives a
// text its date and address.
func TestGoldenArticles(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	paths := articles(t)
	if len(paths) < 18 {
		t.Errorf("only %d articles in testdata", len(paths))
	}
	for _, path := range paths {
		t.Run(strings.TrimPrefix(filepath.ToSlash(path), "../testdata/articles/"), func(t *testing.T) {
			d, err := x.Extract(read(t, path))
			if err != nil {
				t.Fatal(err)
			}
			check(t, d)
			compare(t, strings.TrimSuffix(path, filepath.Ext(path))+".json", d)
		})
	}
}

func articles(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, ext := range []string{"html", "txt"} {
		found, err := filepath.Glob("../testdata/articles/*/*." + ext)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, found...)
	}
	return all
}

// read makes the article of a file; its language is that of its folder as the detector finds it.
func read(t *testing.T, path string) article.Article {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	a := article.Article{Text: string(data)}
	if strings.HasSuffix(path, ".html") {
		if a, err = article.Parse(data, "", ""); err != nil {
			t.Fatal(err)
		}
	}
	base := strings.TrimSuffix(path, filepath.Ext(path))
	if meta, err := os.ReadFile(base + ".meta"); err == nil {
		var m struct{ Date, URL string }
		if err := json.Unmarshal(meta, &m); err != nil {
			t.Fatalf("%s.meta: %v", base, err)
		}
		a.URL, a.Published = m.URL, article.Published{Date: m.Date, From: "input"}
	}
	a.ID = filepath.Base(base)
	a.Source = article.Source{Kind: "file", Location: filepath.ToSlash(strings.TrimPrefix(path, "../"))}
	return a
}

// check holds the laws of the record that no golden file needs to tell.
func check(t *testing.T, d *document.Document) {
	t.Helper()
	text := []rune(*d.Text)
	place := func(what string, p document.Place) {
		if p.Start < 0 || p.End > len(text) || p.Start >= p.End || string(text[p.Start:p.End]) != p.Text {
			t.Errorf("%s: %d-%d is not %q", what, p.Start, p.End, p.Text)
		}
	}
	for _, e := range d.Entities {
		for _, m := range e.Mentions {
			place(e.ID, m.Place)
		}
	}
	for _, m := range d.Money {
		place(m.ID, m.Place)
		if m.Stated != nil {
			place(m.ID+" stated", m.Stated.Place)
		}
	}
	for _, m := range d.Dates {
		place(m.ID, m.Place)
		if (m.From == nil) != (m.To == nil) || m.From != nil && *m.From > *m.To {
			t.Errorf("%s: from %v to %v", m.ID, m.From, m.To)
		}
	}
	for _, q := range d.Quotes {
		for _, c := range q.Content {
			place(q.ID, c)
		}
	}
	for _, c := range d.Claims {
		place(c.ID, c.Place)
	}
}

func compare(t *testing.T, golden string, d *document.Document) {
	t.Helper()
	var got bytes.Buffer
	record, err := document.Marshal(d, d.Schema)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Indent(&got, append(record, '\n'), "", " "); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%v (go test ./extract -update writes it)", err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("%s differs: %s\n(go test ./extract -update rewrites it)", golden, firstDifference(want, got.Bytes()))
	}
}

// firstDifference shows the first line that differs.
func firstDifference(want, got []byte) string {
	a, b := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "\nwant " + a[i] + "\n got " + b[i]
		}
	}
	return "one is longer"
}
