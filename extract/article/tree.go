package article

import (
	"bytes"
	"fmt"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The bounds of a page.
const (
	maxPage  = 16 << 20 // bytes that are read
	maxDepth = 200      // of the tree, where a page is nested too deeply for the parser
	maxNodes = 500_000  // elements and texts: more is no article, and slow in all that follows
)

const warningCut = "the page is longer than 16 MB; what follows was not read"

// tree parses the bytes of a page, whatever their encoding, and gives the warnings of what was not read as it stands.
func tree(page []byte, contentType string) (root *html.Node, warnings []string, err error) {
	if len(page) > maxPage {
		page = page[:maxPage]
		warnings = append(warnings, warningCut)
	}
	page, twice, err := decode(page, contentType)
	if err != nil {
		return nil, nil, err
	}
	if twice != "" {
		warnings = append(warnings, twice)
	}
	root, err = html.Parse(bytes.NewReader(page))
	if err != nil {
		root, err = html.Parse(bytes.NewReader(flattened(page)))
	}
	if err != nil {
		return nil, nil, fmt.Errorf("not HTML: %w", err)
	}
	if n := 0; tooMany(root, &n) {
		return nil, nil, fmt.Errorf("not an article: more than %d elements", maxNodes)
	}
	return root, warnings, nil
}

func tooMany(n *html.Node, seen *int) bool {
	*seen++
	for c := n.FirstChild; c != nil && *seen <= maxNodes; c = c.NextSibling {
		tooMany(c, seen)
	}
	return *seen > maxNodes
}

// unclosed are the elements that do not nest: they have no end tag, or the next of their kind ends them.
var unclosed = map[atom.Atom]bool{
	atom.Area: true, atom.Base: true, atom.Br: true, atom.Col: true, atom.Embed: true, atom.Hr: true, atom.Img: true, atom.Input: true,
	atom.Link: true, atom.Meta: true, atom.Param: true, atom.Source: true, atom.Track: true, atom.Wbr: true,
	atom.P: true, atom.Li: true, atom.Dt: true, atom.Dd: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Option: true,
	atom.Html: true, atom.Head: true, atom.Body: true,
}

// flattened is a page without the tags that lie deeper than maxDepth. Their text stays.
func flattened(page []byte) []byte {
	var out bytes.Buffer
	depth := 0
	for z := html.NewTokenizer(bytes.NewReader(page)); ; {
		kind := z.Next()
		raw := z.Raw()
		if kind == html.ErrorToken {
			return out.Bytes()
		}
		if kind == html.StartTagToken || kind == html.EndTagToken {
			name, _ := z.TagName()
			if !unclosed[atom.Lookup(name)] && deeper(kind, &depth) {
				continue
			}
		}
		out.Write(raw)
	}
}

// deeper counts a tag and reports whether it is to be left out.
func deeper(kind html.TokenType, depth *int) bool {
	if kind == html.StartTagToken {
		*depth++
		return *depth > maxDepth
	}
	*depth = max(0, *depth-1)
	return *depth >= maxDepth
}
