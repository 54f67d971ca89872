package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blockKinds are the elements that make a block of their own.
var blockKinds = map[atom.Atom]Kind{
	atom.P: Paragraph, atom.H1: Heading, atom.H2: Heading, atom.H3: Heading, atom.H4: Heading, atom.H5: Heading, atom.H6: Heading,
	atom.Li: ListItem, atom.Dt: ListItem, atom.Dd: ListItem, atom.Blockquote: Blockquote, atom.Figcaption: Caption, atom.Caption: Caption,
	atom.Td: TableCell, atom.Th: TableCell, atom.Pre: Paragraph, atom.Div: Paragraph, atom.Section: Paragraph, atom.Article: Paragraph,
	atom.Main: Paragraph, atom.Header: Paragraph, atom.Body: Paragraph, atom.Address: Paragraph, atom.Details: Paragraph, atom.Summary: Paragraph,
	atom.Ul: Paragraph, atom.Ol: Paragraph, atom.Dl: Paragraph, atom.Table: Paragraph, atom.Tr: Paragraph, atom.Figure: Caption,
}

// outside are the elements whose text is no part of an article.
var outside = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Nav: true, atom.Aside: true, atom.Footer: true,
	atom.Form: true, atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Iframe: true, atom.Svg: true, atom.Head: true,
	atom.Audio: true, atom.Video: true, atom.Object: true, atom.Sup: false,
}

// A writer lays out the text of a tree in blocks.
type writer struct {
	text   strings.Builder
	blocks []Block
	line   strings.Builder // the block under way
	linked int             // bytes of it that are links
	inLink bool
	kind   Kind
}

// blocks gives the text of a tree and the typed blocks in it. Captions and blocks that are links alone are left out.
func blocks(root *html.Node) (string, []Block) {
	w := writer{kind: Paragraph}
	w.node(root)
	w.end()
	return w.text.String(), w.blocks
}

func (w *writer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.words(n.Data)
		return
	case html.ElementNode:
		if outside[n.DataAtom] || hidden(n) {
			return
		}
		if n.DataAtom == atom.Br {
			w.lineBreak(n)
			return
		}
	}
	kind, isBlock := blockKinds[n.DataAtom]
	outer, link := w.kind, w.inLink
	if isBlock {
		w.end()
		w.kind = nested(outer, kind)
	}
	w.inLink = link || n.DataAtom == atom.A
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	w.inLink = link
	if isBlock {
		w.end()
		w.kind = outer
	}
}

// nested is the kind of a block inside another: the paragraphs of a quotation are quotation, of a caption caption.
func nested(outer, inner Kind) Kind {
	if inner == Paragraph && outer != Paragraph || outer == Caption {
		return outer
	}
	return inner
}

// hidden reports whether the page itself keeps an element from being seen.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "style":
			if strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
				return true
			}
		}
	}
	return false
}

// lineBreak is a space, two in a row a new block.
func (w *writer) lineBreak(n *html.Node) {
	for next := n.NextSibling; next != nil; next = next.NextSibling {
		if next.Type == html.TextNode && strings.TrimSpace(next.Data) == "" {
			continue
		}
		if next.DataAtom == atom.Br {
			w.end()
		}
		break
	}
	w.words(" ")
}

// words adds text to the block under way; runs of white space become one space, but the fixed spaces of the writer stay.
func (w *writer) words(s string) {
	before := w.line.Len()
	for _, r := range s {
		if unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' {
			if l := w.line.String(); l != "" && !strings.HasSuffix(l, " ") {
				w.line.WriteByte(' ')
			}
			continue
		}
		w.line.WriteRune(r)
	}
	if w.inLink {
		w.linked += w.line.Len() - before
	}
}

// end closes the block under way.
func (w *writer) end() {
	line := strings.TrimSpace(w.line.String())
	linked := w.linked
	w.line.Reset()
	w.linked = 0
	if line == "" || w.kind == Caption || w.kind != Heading && onlyLinks(line, linked) {
		return
	}
	if w.text.Len() > 0 {
		w.text.WriteString("\n\n")
	}
	start := w.text.Len()
	w.text.WriteString(line)
	w.blocks = append(w.blocks, Block{Kind: w.kind, Start: start, End: w.text.Len()})
}

// onlyLinks reports whether a block is a list of links to elsewhere rather than text: four fifths of it are links.
func onlyLinks(line string, linked int) bool {
	return linked*5 >= len(line)*4
}
