package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// prepare changes the tree for those who read it: what lies over the page is removed, lest it be taken for the article,
// and captions, which are hard to tell once readability has made paragraphs of them; paragraphs that an article keeps
// hidden are shown; where a sentence ends and nothing but a mark without text parts it from the next, so does its paragraph.
func prepare(root *html.Node) {
	w := writer{sizes: measured(root)}
	w.total = w.sizes[root].text
	bearers := bearers(root)
	var walk func(n *html.Node, inArticle bool)
	walk = func(n *html.Node, inArticle bool) {
		for c := n.FirstChild; c != nil; {
			next := c.NextSibling
			switch {
			case c.Type == html.TextNode:
				unglue(c)
			case c.Type != html.ElementNode:
			case isOver(c, w.sizes[c].names) && !bearers[c] && w.leftOut(c), w.isCaption(c):
				n.RemoveChild(c)
			default:
				if inArticle && w.isHiddenText(c) {
					show(c)
				}
				part(c)
				walk(c, inArticle || isPlace(c))
			}
			c = next
		}
	}
	walk(root, false)
}

// isHiddenText reports whether an element hides text of an article: several paragraphs, or one among those of the
// article. A single one elsewhere may be a notice that the page shows to some.
func (w *writer) isHiddenText(n *html.Node) bool {
	if !isHidden(n) || isBeside(n, w.sizes[n].names) || w.sizes[n].running == 0 {
		return false
	}
	return w.sizes[n].running > 1 || n.DataAtom == atom.P && n.Parent != nil && w.sizes[n.Parent].running > 2
}

// isPlace reports whether the page marks an element as its article.
func isPlace(n *html.Node) bool {
	return n.DataAtom == atom.Main || n.DataAtom == atom.Article || slices.Contains(strings.Fields(attribute(n, "itemprop")), "articleBody")
}

// bearers are the elements that hold the article, whatever their names: a place that the page marks, or every heading of
// the highest level. Readers' comments are marked as articles too.
func bearers(root *html.Node) map[*html.Node]bool {
	all := map[*html.Node]bool{}
	bear := func(n *html.Node) {
		for ; n != nil && !all[n]; n = n.Parent {
			all[n] = true
		}
	}
	var headings []*html.Node
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.DataAtom == atom.H1:
			headings = append(headings, n)
		case n.Type == html.ElementNode && isPlace(n) && !(n.DataAtom == atom.Article && hasName(n, commentNames, overNames)):
			bear(n)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	if len(headings) == 1 {
		bear(headings[0].Parent)
	}
	return all
}

// show takes from an element what hides it.
func show(n *html.Node) {
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool {
		return a.Key == "hidden" || a.Key == "aria-hidden" || a.Key == "style"
	})
}

// paragraphEnd ends a block wherever it stands in a text; readability, which moves and drops breaks, keeps it.
const paragraphEnd = '\u2029'

// part ends the paragraph before an element without text that stands between two sentences: a break, or an inline element
// where the sentences are glued together; and before two breaks, whatever they part.
func part(n *html.Node) {
	isBreak := n.DataAtom == atom.Br
	if !isBreak && (n.FirstChild != nil || !isInline(n)) {
		return
	}
	before := textBeside(n, true)
	if before == nil || strings.HasSuffix(before.Data, string(paragraphEnd)) {
		return
	}
	if isBreak && isBeforeBreak(n) {
		before.Data += string(paragraphEnd)
		return
	}
	after := textBeside(n, false)
	if after == nil || !isBreak && (endsFree(before.Data) || startsFree(after.Data)) {
		return
	}
	if endsSentence(before.Data) && beginsSentence(after.Data) {
		before.Data += string(paragraphEnd)
	}
}

// unglue ends the paragraph of a text that ends as a sentence right before another one begins in the next element.
func unglue(n *html.Node) {
	if endsFree(n.Data) || !endsSentence(n.Data) {
		return
	}
	after := textBeside(n, false)
	if after == nil || startsFree(after.Data) || !beginsSentence(after.Data) || unicode.IsDigit(firstRune(after.Data)) {
		return
	}
	n.Data += string(paragraphEnd)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// isBeforeBreak reports whether nothing stands between a break and the next one.
func isBeforeBreak(n *html.Node) bool {
	for next := n.NextSibling; next != nil; next = next.NextSibling {
		if next.Type == html.CommentNode || next.Type == html.TextNode && strings.TrimSpace(next.Data) == "" {
			continue
		}
		return next.DataAtom == atom.Br
	}
	return false
}

// textBeside is the text that stands right before or after a node, in the inline elements beside and around it too; nil
// where there is none.
func textBeside(n *html.Node, before bool) *html.Node {
	const most = 20 // nodes looked at
	next := func(n *html.Node) *html.Node {
		if before {
			return n.PrevSibling
		}
		return n.NextSibling
	}
	for range most {
		s := next(n)
		switch {
		case s == nil && n.Parent != nil && isInline(n.Parent):
			n = n.Parent
			continue
		case s == nil:
			return nil
		}
		for s.Type == html.ElementNode && isInline(s) && s.FirstChild != nil {
			if s = s.FirstChild; before {
				s = s.Parent.LastChild
			}
		}
		if s.Type == html.TextNode && strings.TrimSpace(s.Data) != "" {
			return s
		}
		if s.Type == html.ElementNode && !isInline(s) && s.DataAtom != atom.Br {
			return nil
		}
		n = s
	}
	return nil
}

func endsFree(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(r)
}

func startsFree(s string) bool { return unicode.IsSpace(firstRune(s)) }

// endsSentence reports whether a text ends as a sentence does, behind a word of some length: no initial and no short form.
func endsSentence(s string) bool {
	const word = 3 // letters
	s = strings.TrimRight(s, " \t\r\n\u00a0\"\u201d\u2019\u00bb)")
	end := strings.TrimRight(s, ".!?\u2026")
	end = strings.TrimRight(end, " \u00a0\u202f\"\u201d\u2019\u00bb)")
	if len(end) == len(s) {
		return false
	}
	n := 0
	for end != "" && n < word {
		r, size := utf8.DecodeLastRuneInString(end)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		n, end = n+1, end[:len(end)-size]
	}
	return n >= word
}

// beginsSentence reports whether a text begins as a sentence does.
func beginsSentence(s string) bool {
	s = strings.TrimLeft(s, " \t\r\n\u00a0\"\u201c\u2018\u00ab(\u2014\u2013-")
	r := firstRune(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
