package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// enoughOfLead is how many bytes of letters a lead shares with a page's own summary: summaries are often cut short.
const enoughOfLead = 40

// lead is the paragraph above the article that the page also gives as its summary. Readers see it between the title
// and the text, often outside of what holds the text.
func (p page) lead(root *html.Node, sizes sizes) (piece, bool) {
	var summaries []string
	for _, s := range []string{p.meta("description"), p.meta("og.description"), p.meta("twitter.description"), p.ld.description} {
		if l := letters(plain(s)); len(l) >= enoughOfLead {
			summaries = append(summaries, l[:enoughOfLead])
		}
	}
	if len(summaries) == 0 {
		return namedLead(root, sizes)
	}
	leads := func(p piece) bool {
		if p.kind == Caption || p.isLinks() || len(p.text) > maxLead || p.kind == Heading && len(p.text) < minLong {
			return false
		}
		l := letters(p.text)
		return slices.ContainsFunc(summaries, func(s string) bool { return strings.HasPrefix(l, s) })
	}
	all := sizes.pieces(root, leads)
	if len(all) == 0 || !leads(all[len(all)-1]) {
		return namedLead(root, sizes)
	}
	found := all[len(all)-1]
	found.kind = Paragraph
	return found, true
}

// leadNames are the names that pages give to the paragraph above an article.
var leadNames = nameSet(`standfirst dek lede`)

// namedLead is the paragraph that the page names as the one above its article: the first that has such a name.
func namedLead(root *html.Node, sizes sizes) (found piece, ok bool) {
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if ok || unread[n.DataAtom] || n.Type == html.ElementNode && (aside[n.DataAtom] || isOver(n, sizes[n].names) || isBeside(n, sizes[n].names)) {
			return
		}
		if n.Type == html.ElementNode && !isInline(n) && named(n, leadNames) {
			all := sizes.pieces(n, nil)
			if len(all) == 1 && len(all[0].text) <= maxLead && len(letters(all[0].text)) >= enoughOfLead && !all[0].isLinks() {
				found, ok = all[0], true
				found.kind = Paragraph
			}
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return found, ok
}

// maxLead is the longest lead, in bytes.
const maxLead = 1500

// withLead puts the lead before the pieces if it does not stand among them.
func withLead(lead piece, pieces []piece) []piece {
	l := letters(lead.text)[:enoughOfLead]
	for _, p := range pieces {
		if strings.Contains(letters(p.text), l) {
			return pieces
		}
	}
	return append([]piece{lead}, pieces...)
}
