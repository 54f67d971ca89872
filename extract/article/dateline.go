package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	maxDateLines = 8   // lines that are given
	maxDateLine  = 150 // bytes of one
)

// dateNames are the parts of names that pages give to the day they show.
var dateNames = nameSet(`date dates datetime dateline datestamp time timestamp published publication publish pubdate posted postdate
	created meta metadata byline submitted info tagline infos author subtitle`)

// dateLines are the short texts between the title and the text of the article that hold figures: where no machine can
// read the day of publication, one of them may tell it to a reader. What the page names a date comes first.
func dateLines(root *html.Node) []string {
	var d dateFinder
	d.node(root)
	var all []string
	for _, line := range append(d.named, d.others...) {
		if !slices.Contains(all, line) && len(all) < maxDateLines {
			all = append(all, line)
		}
	}
	return all
}

// A dateFinder walks through a page from its title to the first running text.
type dateFinder struct {
	named, others []string
	started       bool // the title has been passed
	ended         bool // the text has begun
}

func (d *dateFinder) node(n *html.Node) {
	if d.ended || unread[n.DataAtom] || n.Type == html.ElementNode && (aside[n.DataAtom] && n.DataAtom != atom.Form || isOver(n)) {
		return
	}
	if n.DataAtom == atom.H1 {
		d.started = true
		return
	}
	if d.started && n.Type == html.ElementNode && d.line(n) {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		d.node(c)
	}
}

// line takes an element for a line, if it is short enough; it ends the search at the first running text.
func (d *dateFinder) line(n *html.Node) bool {
	if _, isBlock := blockKinds[n.DataAtom]; !isBlock && !isInline(n) {
		return false
	}
	text := squeeze(flat(n))
	if len(text) > maxDateLine {
		d.ended = n.DataAtom == atom.P
		return d.ended
	}
	if !strings.ContainsAny(text, "0123456789") {
		return false
	}
	if named(n, dateNames) || n.Parent != nil && named(n.Parent, dateNames) {
		d.named = append(d.named, text)
	} else {
		d.others = append(d.others, text)
	}
	return true
}
