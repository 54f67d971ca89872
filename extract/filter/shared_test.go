package filter

import (
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"

	"sayso/extract/article"
)

// paged is an article of blocks.
func paged(address string, blocks ...string) article.Article {
	a := article.Article{URL: address, Address: address, Text: strings.Join(blocks, "\n\n")}
	at := 0
	for _, b := range blocks {
		a.Blocks = append(a.Blocks, article.Block{Kind: article.Paragraph, Start: at, End: at + len(b)})
		at += len(b) + 2
	}
	return a
}

func TestUnshared(t *testing.T) {
	const menu = "Zorbal weather, Zorbal roads"
	own := func(i int) string {
		return fmt.Sprintf("Story number %d of the town of Marlou, which is told nowhere else.", i)
	}
	wrong := errors.New("x")
	var all []article.Article
	for i := range 100 {
		all = append(all, paged(fmt.Sprintf("https://a.example/%d", i), own(i), menu))
	}
	all = append(all,
		paged("https://b.example/1", own(1), menu),                                                                                         // another site's
		paged("https://c.example/1", own(1), menu), paged("https://c.example/1", own(1), menu), paged("https://c.example/1", own(1), menu), // one page
		article.Article{Text: menu}) // no page
	stream := func(yield func(article.Article, error) bool) {
		for _, a := range all {
			if !yield(a, nil) {
				return
			}
		}
		yield(article.Article{}, wrong)
	}
	n := 0
	for a, err := range Unshared(iter.Seq2[article.Article, error](stream)) {
		switch {
		case n == len(all):
			if err != wrong {
				t.Errorf("the error is lost: %v", err)
			}
		case n < 100 && a.Text != own(n), n >= 100 && a.Text != all[n].Text:
			t.Errorf("%d: %q", n, a.Text)
		}
		n++
	}
	if n != len(all)+1 {
		t.Errorf("%d articles", n)
	}
}

// Versions of one article under several addresses share most of their text, and keep it.
func TestVersionsStay(t *testing.T) {
	story := []string{"The mayor of Marlou spoke.", "The harbour stays open, she said.", "The works begin in May."}
	stream := func(yield func(article.Article, error) bool) {
		for i := range 5 {
			if !yield(paged(fmt.Sprintf("https://a.example/%d", i), append(story, fmt.Sprint("Version ", i))...), nil) {
				return
			}
		}
	}
	for a := range Unshared(stream) {
		if !strings.HasPrefix(a.Text, strings.Join(story, "\n\n")) {
			t.Errorf("%q", a.Text)
		}
	}
}
