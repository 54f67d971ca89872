//go:build ignore

// News prints a dump of news for measuring: the project's own articles of a language as JSON Lines again and again, each
// time with other figures and with two of the sentences that the suite traps rules with. The same arguments give the
// same bytes.
//
//	go run .ci/news.go [-lang en] [-pages] BYTES
//
// With -pages a line's text is a page of HTML, of the project's pages in all languages.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"sayso/extract/article"
)

func main() {
	lang := flag.String("lang", "en", "language of the articles")
	pages := flag.Bool("pages", false, "print pages of HTML")
	flag.Parse()
	if err := run(*lang, *pages, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, "news:", err)
		os.Exit(1)
	}
}

// run prints articles until their texts have so many bytes.
func run(lang string, pages bool, bytes string) error {
	left, err := strconv.Atoi(bytes)
	if err != nil {
		return fmt.Errorf("how many bytes? %w", err)
	}
	w := &writer{random: rand.New(rand.NewPCG(1, 2))}
	if pages {
		err = w.readPages()
	} else {
		err = w.readNews(lang)
	}
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	for i := 0; left > 0; i++ {
		text := w.article(i)
		left -= len(text)
		if err := lines.Encode(map[string]string{"id": fmt.Sprint("n", i), "published": "2025-03-12", "text": text}); err != nil {
			return err
		}
	}
	return out.Flush()
}

// A writer makes articles of others.
type writer struct {
	random    *rand.Rand
	articles  []string
	sentences []string // two go at an article's end; none is none
}

// readPages reads the project's pages.
func (w *writer) readPages() error {
	return w.read("testdata/articles/*/*.html", func(page string) error {
		w.articles = append(w.articles, page)
		return nil
	})
}

// readNews reads the texts of a language's articles and its sentences.
func (w *writer) readNews(lang string) error {
	return errors.Join(
		w.read("testdata/articles/"+lang+"/*.txt", func(text string) error {
			w.articles = append(w.articles, text)
			return nil
		}),
		w.read("testdata/articles/"+lang+"/*.html", func(page string) error {
			a, err := article.Parse([]byte(page), "", "")
			w.articles = append(w.articles, a.Text)
			return err
		}),
		w.read("testdata/traps/*."+lang+".txt", func(traps string) error {
			for line := range strings.Lines(traps) {
				if text, _, _ := strings.Cut(strings.TrimSpace(line), " | "); text != "" && text[0] != '#' && text[0] != '|' {
					w.sentences = append(w.sentences, text)
				}
			}
			return nil
		}))
}

// read gives each file of a pattern, of which there has to be one.
func (w *writer) read(pattern string, each func(content string) error) error {
	paths, _ := filepath.Glob(pattern)
	if len(paths) == 0 {
		return fmt.Errorf("%s: no such file", pattern)
	}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err == nil {
			err = each(string(content))
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil
}

// article is the i-th of them.
func (w *writer) article(i int) string {
	text := w.articles[i%len(w.articles)]
	if n := len(w.sentences); n > 0 {
		text = strings.TrimSpace(text) + "\n\n" + w.sentences[w.random.IntN(n)] + " " + w.sentences[w.random.IntN(n)] + "\n"
	}
	return w.vary(text)
}

// vary gives a text other figures: of three digits or more in a row, those after the second become others, so that
// days stay days, and years years of their century.
func (w *writer) vary(text string) string {
	b, row := []byte(text), 0
	for i, c := range b {
		if c < '0' || c > '9' {
			row = 0
			continue
		}
		if row++; row > 2 {
			b[i] = byte('0' + w.random.IntN(10))
		}
	}
	return string(b)
}
