package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	maxCredits = 20  // of one article
	maxCredit  = 200 // bytes of one
	copyright  = "\u00a9"
)

// creditNames are the parts of a page that name who made a picture.
var creditNames = nameSet(`credit credits`)

// credits are what the page says of who made its pictures: the parts of it that are named so, and what stands behind
// the sign of copyright in a caption. Words that say the same are the rules' to know.
func credits(root *html.Node) []string {
	var all []string
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if unread[n.DataAtom] || aside[n.DataAtom] || len(all) == maxCredits {
			return
		}
		if c := credit(n); c != "" {
			if !slices.Contains(all, c) {
				all = append(all, c)
			}
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return all
}

// credit is the credit that an element holds, or empty.
func credit(n *html.Node) string {
	if n.Type != html.ElementNode || n.DataAtom != atom.Figcaption && !isCaption(n) {
		return ""
	}
	text := squeeze(flat(n))
	if at := strings.LastIndex(text, copyright); at >= 0 {
		text = text[at:]
	} else if !named(n, creditNames) {
		return ""
	}
	if len(text) > maxCredit || letters(text) == "" {
		return ""
	}
	return text
}

// flat is the text below a node up to a few times what a line may have, its elements parted by spaces.
func flat(n *html.Node) string {
	const enough, nodes = 2000, 200 // bytes, and elements or texts
	var b strings.Builder
	seen := 0
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		seen++
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil && b.Len() < enough && seen < nodes && !unread[n.DataAtom]; c = c.NextSibling {
			walk(c)
		}
		if n.Type == html.ElementNode && !isInline(n) {
			b.WriteByte(' ')
		}
	}
	walk(n)
	return b.String()
}

// takeCredits parts the lines of a text that begin with the sign of copyright from the rest.
func takeCredits(pieces []piece) (rest []piece, found []string) {
	for _, p := range pieces {
		if strings.HasPrefix(p.text, copyright) && len(p.text) <= maxCredit {
			found = append(found, p.text)
		} else {
			rest = append(rest, p)
		}
	}
	return rest, found
}
