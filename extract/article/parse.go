package article

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// maxDepth bounds the depth of a page's tree: what lies deeper is no article.
const maxDepth = 400

// ErrNoArticle is what Parse answers for a page without any text of an article.
var ErrNoArticle = errors.New("no article on this page")

// Parse reads a page. The address may be empty; the content type is that of the HTTP answer, or empty. The article's
// text is its blocks, parted by blank lines.
func Parse(page []byte, pageURL, contentType string) (Article, error) {
	root, err := tree(page, contentType)
	if err != nil {
		return Article{}, err
	}
	doc := goquery.NewDocumentFromNode(root)
	a := metadata(doc, pageURL)
	a.Text, a.Blocks = body(root, pageURL)
	if strings.TrimSpace(a.Text) == "" {
		return Article{}, ErrNoArticle
	}
	return a, nil
}

// tree parses the bytes of a page, whatever their encoding.
func tree(page []byte, contentType string) (*html.Node, error) {
	if bytes.IndexByte(page[:min(len(page), 1024)], 0) >= 0 && !hasByteOrderMark(page) {
		return nil, errors.New("not HTML: binary content")
	}
	root, err := html.Parse(bytes.NewReader(decode(page, contentType)))
	if err != nil {
		return nil, fmt.Errorf("not HTML: %w", err)
	}
	prune(root, 0)
	return root, nil
}

func hasByteOrderMark(page []byte) bool {
	return bytes.HasPrefix(page, []byte{0xff, 0xfe}) || bytes.HasPrefix(page, []byte{0xfe, 0xff})
}

// decode gives the page as UTF-8. Valid UTF-8 wins over what the page or the server says: a stale declaration is
// commoner than a text that is valid UTF-8 by chance.
func decode(page []byte, contentType string) []byte {
	if utf8.Valid(page) {
		return bytes.TrimPrefix(page, []byte("\ufeff"))
	}
	encoding, _, _ := charset.DetermineEncoding(page, contentType)
	out, err := encoding.NewDecoder().Bytes(page)
	if err != nil {
		return bytes.ToValidUTF8(page, []byte("\ufffd"))
	}
	return out
}

// prune cuts off what lies too deep for the recursive readers of the tree.
func prune(n *html.Node, depth int) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if depth >= maxDepth {
			n.RemoveChild(c)
		} else {
			prune(c, depth+1)
		}
		c = next
	}
}

// body is the article's text in blocks: what readability holds to be the article, and where it finds nothing the
// page's own paragraphs.
func body(root *html.Node, pageURL string) (string, []Block) {
	address, err := url.Parse(pageURL)
	if err != nil || pageURL == "" {
		address = &url.URL{Scheme: "https", Host: "localhost"}
	}
	parser := readability.NewParser()
	parser.KeepClasses = true
	found, err := parser.ParseDocument(root, address)
	if err == nil && found.Node != nil {
		if text, blocks := blocks(found.Node); strings.TrimSpace(text) != "" {
			return text, blocks
		}
	}
	return blocks(root)
}
