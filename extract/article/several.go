package article

import (
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const warningSeveral = "several articles on one page: the text may be of more than one"

// A story is an article of a page that holds several: its element and its heading.
type story struct {
	node    *html.Node
	heading string
}

// single leaves of several articles in a page the one that the page's title is of, and reports whether one is left: where
// no heading is like the title, all stay. Live blogs are many articles on purpose.
func (p page) single(root *html.Node, title string) bool {
	all := severalIn(root)
	if len(all) < 2 || p.ld.live {
		return true
	}
	best := slices.MaxFunc(all, func(a, b story) int {
		x, y := shareOfWords(a.heading, title), shareOfWords(b.heading, title)
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	const alike = 0.5
	if shareOfWords(best.heading, title) < alike {
		return false
	}
	for _, t := range all {
		if t.node != best.node && t.node.Parent != nil {
			t.node.Parent.RemoveChild(t.node)
		}
	}
	return true
}

// severalIn are the articles of a page that stand beside one another, each with running text, a heading and a mark of its
// own: a heading of the highest level or one that is a link, or a time.
func severalIn(root *html.Node) []story {
	if !hasSeveral(root) {
		return nil
	}
	sizes := measured(root)
	var all []story
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.DataAtom == atom.Article && !hasName(n, commentNames, overNames) && sizes[n].running > 1 {
			if t, ok := storyIn(n); ok {
				all = append(all, t)
				return
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return all
}

// hasSeveral reports whether more than one element is marked as an article.
func hasSeveral(root *html.Node) bool {
	n := 0
	var walk func(*html.Node)
	walk = func(node *html.Node) {
		if node.DataAtom == atom.Article {
			n++
		}
		for c := node.FirstChild; c != nil && n < 2; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return n > 1
}

// storyIn is an article with its first heading, if it has a mark of its own.
func storyIn(article *html.Node) (t story, ok bool) {
	t.node = article
	var walk func(n *html.Node, inHeading bool)
	walk = func(n *html.Node, inHeading bool) {
		switch n.DataAtom {
		case atom.H1, atom.H2, atom.H3:
			if t.heading == "" {
				t.heading, inHeading = squeeze(flat(n)), true
				ok = ok || n.DataAtom == atom.H1
			}
		case atom.A:
			ok = ok || inHeading
		case atom.Time:
			ok = true
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, inHeading)
		}
	}
	walk(article, false)
	return t, ok && t.heading != ""
}
