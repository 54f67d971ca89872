package article

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	maxLines = 20  // that are given of dates, and of names
	maxLine  = 150 // bytes of one
	maxApart = 40  // bytes of one that stands apart
)

// dateNames are the parts of names that pages give to the day they show.
var dateNames = nameSet(`date dates datetime dateline datestamp time timestamp published publication publish pubdate posted postdate
	created meta metadata byline submitted info tagline infos author`)

// authorNames are those that they give to the authors.
var authorNames = nameSet(`byline bylines author authors authorname contributor contributors writer creator`)

// takeLines puts in the short texts beside the title that may tell what no machine can read: the day where they hold
// figures, the authors where the page names them so. What stands between the title and the text comes first, and of it
// what is named; elsewhere only what is named is taken. Names are taken only where they are asked for.
func (a *Article) takeLines(root *html.Node, names bool) {
	f := lineFinder{dates: a.Published.Date == "", names: names}
	if !f.dates && !f.names {
		return
	}
	f.node(root, false, false)
	if f.dates {
		for _, text := range joinLines(f.date) {
			a.DateLines = append(a.DateLines, Line{text, isNamed(f.date, text), isApart(f.date, text)})
		}
	}
	if f.names {
		for _, text := range joinLines(f.name) {
			if letters(text) == letters(a.Title) {
				continue
			}
			a.NameLines = append(a.NameLines, Line{text, isNamed(f.name, text), false})
		}
	}
}

// The ranks of lines.
const (
	lineNamed = iota // beside the title, and named
	lineShown        // beside the title
	lineAbove        // above the title, and named
	lineBelow        // within the text or below it, and named
	lineApart        // there or above the title, short and not named
	lineRanks
)

func joinLines(ranks [lineRanks][]string) []string {
	var all []string
	for _, lines := range ranks {
		for _, line := range lines {
			if !slices.Contains(all, line) && len(all) < maxLines {
				all = append(all, line)
			}
		}
	}
	return all
}

// isNamed reports whether a line stands in a rank of what the page names.
func isNamed(ranks [lineRanks][]string, line string) bool {
	for rank, lines := range ranks {
		if rank != lineShown && rank != lineApart && slices.Contains(lines, line) {
			return true
		}
	}
	return false
}

// isApart reports whether a line stands nowhere but apart.
func isApart(ranks [lineRanks][]string, line string) bool {
	return !isNamed(ranks, line) && !slices.Contains(ranks[lineShown], line)
}

// A lineFinder walks through a page.
type lineFinder struct {
	dates, names bool // what is looked for
	date, name   [lineRanks][]string
	titled       bool // the title has been passed
	begun        bool // the text has begun
}

// node looks at an element and at what is below it, unless that stands in a line for dates or names already.
func (f *lineFinder) node(n *html.Node, inDate, inName bool) {
	if unread[n.DataAtom] || n.Type == html.ElementNode && aside[n.DataAtom] && n.DataAtom != atom.Form {
		return
	}
	if names := namesOf(n); isOver(n, names) || names&isComment != 0 {
		return
	}
	if n.DataAtom == atom.H1 {
		f.titled = true
		return
	}
	if n.Type == html.ElementNode && n.DataAtom != atom.Body && n.DataAtom != atom.Html {
		f.line(n, &inDate, &inName)
	}
	for c := n.FirstChild; c != nil && !(inDate || !f.dates) || c != nil && !(inName || !f.names); c = c.NextSibling {
		f.node(c, inDate, inName)
	}
}

// line takes an element for a line, if it is short enough; the text begins with the first running text.
func (f *lineFinder) line(n *html.Node, inDate, inName *bool) {
	_, isBlock := blockKinds[n.DataAtom]
	if !isBlock && !isInline(n) && n.DataAtom != atom.Time {
		return
	}
	text := squeeze(flat(n))
	if len(text) > maxLine {
		f.begun = f.begun || f.titled && n.DataAtom == atom.P
		return
	}
	if !*inDate && strings.ContainsAny(text, "0123456789") {
		*inDate = f.put(&f.date, text, named(n, dateNames) || n.Parent != nil && named(n.Parent, dateNames) || n.DataAtom == atom.Time)
	}
	if !*inName && strings.ContainsFunc(text, unicode.IsLetter) {
		isName := named(n, authorNames)
		if isName || isBlock {
			f.put(&f.name, text, isName)
		}
		*inName = isName
	}
}

// put puts a line where it belongs and reports whether it did.
func (f *lineFinder) put(ranks *[lineRanks][]string, line string, isNamed bool) bool {
	beside := f.titled && !f.begun
	rank := lineShown
	switch {
	case !isNamed && !beside && (ranks == &f.name || len(line) > maxApart):
		return false
	case !isNamed && !beside:
		rank = lineApart
	case beside && isNamed:
		rank = lineNamed
	case isNamed && !f.titled:
		rank = lineAbove
	case isNamed:
		rank = lineBelow
	}
	if len(ranks[rank]) < maxLines {
		ranks[rank] = append(ranks[rank], line)
	}
	return true
}
