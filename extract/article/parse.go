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
	return Names(nil).Parse(page, pageURL, contentType)
}

// Parse is the function of that name where pages name their parts in languages too.
func (names Names) Parse(page []byte, pageURL, contentType string) (Article, error) {
	root, cut, err := tree(page, contentType)
	if err != nil {
		return Article{}, err
	}
	names.translate(root)
	p := newPage(goquery.NewDocumentFromNode(root), pageURL)
	a, named := p.metadata()
	if cut {
		a.Warnings = append(a.Warnings, warningCut)
	}
	a.takeLines(root, !named)
	a.Warnings = append(a.Warnings, p.ld.warnings()...)
	a.Credits = credits(root)
	body, fromScript := p.body(root, a)
	if fromScript {
		a.Warnings = append(a.Warnings, warningScripted)
	}
	body, found := takeCredits(body)
	a.Credits = append(a.Credits, found...)
	a.Text, a.Blocks = layOut(body)
	if a.Text == "" {
		return Article{}, ErrNoArticle
	}
	return a, nil
}
