package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"sayso/extract/source/warc"
)

// A dumper makes dumps of the test articles.
type dumper struct {
	t   *testing.T
	dir string
}

// line is an article as a line of a dump; without an id it is called by its place.
func (d dumper) line(path string, named bool) []byte {
	content, err := os.ReadFile(path)
	if err != nil {
		d.t.Fatal(err)
	}
	record := map[string]string{}
	if err := json.Unmarshal(d.meta(path), &record); err != nil {
		d.t.Fatal(err)
	}
	field := "text"
	if filepath.Ext(path) == ".html" {
		field = "html"
	}
	record[field] = string(content)
	if named {
		record["id"] = filepath.Base(path)
	}
	line, err := json.Marshal(record)
	if err != nil {
		d.t.Fatal(err)
	}
	return append(line, '\n')
}

// meta is what stands beside a text.
func (d dumper) meta(path string) []byte {
	if meta, err := os.ReadFile(strings.TrimSuffix(path, filepath.Ext(path)) + ".meta"); err == nil {
		return meta
	}
	return []byte("{}")
}

// lines is all articles as JSON Lines, with lines among them that cannot be read and an article in another language.
func (d dumper) lines() []byte {
	var b bytes.Buffer
	for i, path := range d.find("*") {
		b.Write(d.line(path, i%2 == 0))
		switch i {
		case 1:
			b.WriteString("{\"id\": \"cut\", \"text\": \"The town\n")
		case 3:
			b.WriteString("\n{\"id\": \"none\", \"title\": \"No text\"}\n")
		case 5:
			b.WriteString("{\"id\": \"other\", \"lang\": \"de\", \"text\": \"Die Stadt Lindau hat am Montag beschlossen, die alte Seilbahn wieder zu bauen.\"}\n")
		case 7:
			b.WriteString("{\"id\": \"empty\", \"text\": \" \"}\n")
		}
	}
	return b.Bytes()
}

// find is the paths of the articles with that suffix.
func (d dumper) find(suffix string) []string {
	var all []string
	for _, s := range []string{"html", "txt"} {
		if found, err := filepath.Glob(filepath.Join(articles, "*", "*."+s)); err == nil && (suffix == "*" || suffix == s) {
			all = append(all, found...)
		}
	}
	if len(all) < 8 {
		d.t.Fatalf("%d articles", len(all))
	}
	return all
}

// pages is the articles that are pages as a WARC file, with one that holds no article.
func (d dumper) pages(compress bool) []byte {
	var b bytes.Buffer
	w, err := warc.NewWriter(&b, compress, "test")
	if err != nil {
		d.t.Fatal(err)
	}
	header := http.Header{"Content-Type": {"text/html; charset=utf-8"}}
	for _, path := range d.find("html") {
		page, err := os.ReadFile(path)
		if err != nil {
			d.t.Fatal(err)
		}
		if err := w.Response("https://example.org/"+filepath.Base(path), time.Unix(1_750_000_000, 0), header, page); err != nil {
			d.t.Fatal(err)
		}
	}
	if err := w.Response("https://example.org/nothing", time.Unix(1_750_000_000, 0), header, []byte("<html><body></body></html>")); err != nil {
		d.t.Fatal(err)
	}
	return b.Bytes()
}

// write writes a file of the test and is its path.
func (d dumper) write(name string, content []byte) string {
	path := filepath.Join(d.dir, name)
	if err := os.WriteFile(path, content, 0o666); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// packed is what a compressor makes of content.
func (d dumper) packed(content []byte, make func(io.Writer) io.WriteCloser) []byte {
	var b bytes.Buffer
	w := make(&b)
	if _, err := w.Write(content); err != nil {
		d.t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		d.t.Fatal(err)
	}
	return b.Bytes()
}

func gz(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }

func zst(w io.Writer) io.WriteCloser {
	z, err := zstd.NewWriter(w)
	if err != nil {
		panic(err)
	}
	return z
}
