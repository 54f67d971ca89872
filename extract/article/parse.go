package article

import (
	"errors"

	"github.com/PuerkitoBio/goquery"
)

// ErrNoArticle is what Parse answers for a page that holds no text of an article.
var ErrNoArticle = errors.New("no article text on this page")

// Parse reads a page. The address may be empty; the content type is that of the HTTP answer, or empty. The article's
// text is its blocks' texts parted by one blank line; its title is metadata and no part of the text. An error names
// neither page nor address: the caller does.
func Parse(page []byte, pageURL, contentType string) (Article, error) {
	return Words{}.Parse(page, pageURL, contentType)
}

// Words are what pages in languages write in the places of a page that are no text of an article, and what dumps call their columns.
type Words struct {
	Names   Names
	Phrases Phrases
	Columns map[string]string // "text", "title" or "date", by a name in lower case, without marks between its words
}

// Parse is the function of that name, with the words of languages.
func (w Words) Parse(page []byte, pageURL, contentType string) (Article, error) {
	root, warnings, err := tree(page, contentType)
	if err != nil {
		return Article{}, err
	}
	w.Names.translate(root)
	marks := look(page, root)
	p := newPage(goquery.NewDocumentFromNode(root), pageURL)
	a, named := p.metadata()
	a.Warnings = append(warnings, p.ld.warnings()...)
	a.takeLines(root, !named)
	a.Credits = credits(root)
	titles := p.titles()
	if !p.single(root, a.Title) {
		a.Warnings = append(a.Warnings, warningSeveral)
	}
	body, fromScript := p.body(root, a)
	if fromScript {
		a.Warnings = append(a.Warnings, warningScripted)
	}
	body, found := takeCredits(body)
	a.Credits = append(a.Credits, found...)
	a.Text, a.Blocks = layOut(body)
	kind := p.kind(marks, a, titles, w.Phrases)
	if a.Text == "" {
		return Article{}, noArticle(kind)
	}
	if why := kindWarnings[kind]; why != "" {
		a.Warnings = append(a.Warnings, why)
	}
	return a, nil
}
