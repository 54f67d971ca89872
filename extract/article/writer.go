package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A piece is a block on its way from the page into the text.
type piece struct {
	kind   Kind
	text   string
	linked int // bytes of it that are links
	timed  int // bytes of it that are in time elements
}

// A size is what stands below an element.
type size struct {
	text     int  // bytes
	pictured bool // there is a picture
	parted   bool // there are paragraphs, headings, items or the like
	linked   int  // bytes that are links
	running  int  // paragraphs that are running text
	names    uint8
}

// blockKinds are the elements that make a block of their own.
var blockKinds = map[atom.Atom]Kind{
	atom.P: Paragraph, atom.H1: Heading, atom.H2: Heading, atom.H3: Heading, atom.H4: Heading, atom.H5: Heading, atom.H6: Heading,
	atom.Li: ListItem, atom.Dt: ListItem, atom.Dd: ListItem, atom.Blockquote: Blockquote, atom.Figcaption: Caption, atom.Caption: Caption,
	atom.Td: TableCell, atom.Th: TableCell, atom.Pre: Paragraph, atom.Div: Paragraph, atom.Section: Paragraph, atom.Article: Paragraph,
	atom.Main: Paragraph, atom.Header: Paragraph, atom.Body: Paragraph, atom.Address: Paragraph, atom.Details: Paragraph, atom.Summary: Paragraph,
	atom.Ul: Paragraph, atom.Ol: Paragraph, atom.Dl: Paragraph, atom.Table: Paragraph, atom.Tr: Paragraph, atom.Figure: Caption,
	atom.Hgroup: Paragraph, atom.Center: Paragraph, atom.Fieldset: Paragraph, atom.Form: Paragraph, atom.Hr: Paragraph,
	atom.Nav: Paragraph, atom.Aside: Paragraph, atom.Footer: Paragraph,
}

// unread are the elements without any text of an article.
var unread = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Button: true, atom.Select: true,
	atom.Textarea: true, atom.Iframe: true, atom.Svg: true, atom.Math: true, atom.Audio: true, atom.Video: true, atom.Object: true, atom.Canvas: true,
}

// aside are the elements whose text is no part of an article, unless they hold most of it: some pages are one form.
var aside = map[atom.Atom]bool{atom.Nav: true, atom.Aside: true, atom.Footer: true, atom.Form: true, atom.Menu: true}

// A writer takes a tree apart into pieces.
type writer struct {
	pieces []piece
	line   strings.Builder // the block under way
	space  bool            // white space is owed to it
	linked int
	timed  int
	inLink bool
	inTime bool
	kind   Kind
	sizes  sizes
	total  int              // bytes of text below the root
	enough func(piece) bool // ends the walk where it holds; nil is never
	ended  bool
}

// pieces gives the blocks of a tree in the order of the page, captions too, without what stands beside the article.
func pieces(root *html.Node) []piece { return measured(root).pieces(root, nil) }

// sizes are those of the elements of a tree, as long as it stays as it is.
type sizes map[*html.Node]size

// measured gives the sizes of a tree.
func measured(root *html.Node) sizes {
	w := writer{sizes: sizes{}}
	w.measure(root)
	return w.sizes
}

// pieces are the blocks below an element up to the first one of which enough holds; nil is all.
func (s sizes) pieces(root *html.Node, enough func(piece) bool) []piece {
	w := writer{kind: Paragraph, sizes: s, total: s[root].text, enough: enough}
	w.node(root)
	w.end()
	return w.pieces
}

// measure counts what stands below a node and notes it for each element.
func (w *writer) measure(n *html.Node) size {
	if n.Type == html.TextNode {
		return size{text: len(strings.TrimSpace(n.Data))}
	}
	all := size{pictured: n.DataAtom == atom.Img || n.DataAtom == atom.Picture}
	if unread[n.DataAtom] {
		return all
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s := w.measure(c)
		all.text += s.text
		all.pictured = all.pictured || s.pictured
		all.parted = all.parted || s.parted
		all.linked += s.linked
		all.running += s.running
	}
	if n.DataAtom == atom.A {
		all.linked = all.text
	}
	if n.DataAtom == atom.P && all.text >= minLong && all.linked*2 < all.text {
		all.running++
	}
	if n.Type != html.TextNode {
		all.names = namesOf(n)
		w.sizes[n] = all
	}
	kind, isBlock := blockKinds[n.DataAtom]
	all.parted = all.parted || isBlock && (kind != Paragraph && kind != Caption || n.DataAtom == atom.P && all.text > 0)
	return all
}

func (w *writer) node(n *html.Node) {
	if w.ended {
		return
	}
	switch n.Type {
	case html.TextNode:
		w.words(n.Data)
		return
	case html.ElementNode:
		if w.leftOut(n) {
			return
		}
		if n.DataAtom == atom.Br {
			w.lineBreak(n)
			return
		}
	}
	w.element(n)
}

// leftOut reports whether an element is no part of the article. What holds over a third of the text is part of it
// whatever its name; what lies over the page may hold more.
func (w *writer) leftOut(n *html.Node) bool {
	if unread[n.DataAtom] {
		return true
	}
	names := w.sizes[n].names
	if isOver(n, names) {
		return w.sizes[n].text*10 <= w.total*9
	}
	if w.kind == Blockquote && !isHidden(n) { // whoever is quoted may be named as an author
		return false
	}
	if !aside[n.DataAtom] && !isHidden(n) && (!isBeside(n, names) || names&isShow != 0 && w.sizes[n].running > 1) {
		return false
	}
	return w.sizes[n].text*3 <= w.total
}

// element writes an element and all below it.
func (w *writer) element(n *html.Node) {
	kind, isBlock := blockKinds[n.DataAtom]
	if kind != Heading && w.isCaption(n) {
		kind, isBlock = Caption, true
	}
	kindBefore, link, timed := w.kind, w.inLink, w.inTime
	if isBlock {
		w.end()
		w.kind = nested(w.kind, kind)
	}
	w.inLink = link || n.DataAtom == atom.A && !strings.HasPrefix(attribute(n, "href"), "mailto:")
	w.inTime = timed || n.DataAtom == atom.Time
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	w.inLink, w.inTime = link, timed
	if isBlock {
		w.end()
		w.kind = kindBefore
	}
}

// maxCaption is how many bytes of text beside a picture, not parted in any way, are taken for its caption.
const maxCaption = 300

// isCaption reports whether an element belongs to a picture, by its names or because it holds little else.
func (w *writer) isCaption(n *html.Node) bool {
	s := w.sizes[n]
	if n.Type != html.ElementNode || s.text == 0 || s.text*3 > w.total {
		return false
	}
	return s.names&isCaptioned != 0 || n.DataAtom == atom.Div && s.pictured && !s.parted && s.text <= maxCaption
}

// nested is the kind of a block inside another: the paragraphs of a quotation are quotation, those of a caption are
// caption; but a quotation or a table may be shown as a figure.
func nested(outer, inner Kind) Kind {
	switch {
	case outer == Caption && (inner == Blockquote || inner == TableCell):
		return inner
	case outer == Caption, inner == Paragraph:
		return outer
	case outer == Blockquote && inner != Caption:
		return outer
	}
	return inner
}

// lineBreak is a space, two in a row a new block.
func (w *writer) lineBreak(n *html.Node) {
	w.space = true
	for next := n.NextSibling; next != nil; next = next.NextSibling {
		if next.Type == html.CommentNode || next.Type == html.TextNode && strings.TrimSpace(next.Data) == "" {
			continue
		}
		if next.DataAtom == atom.Br {
			w.end()
		}
		return
	}
}

// words adds text to the block under way. Runs of white space become one space, but the fixed spaces stay: they are
// the writer's, and part of numbers.
func (w *writer) words(s string) {
	for {
		paragraph, rest, more := strings.Cut(s, string(paragraphEnd))
		w.run(paragraph)
		if !more {
			return
		}
		w.end()
		s = rest
	}
}

func (w *writer) run(s string) {
	before := w.line.Len()
	for s != "" {
		run := strings.IndexFunc(s, isFree)
		if run < 0 {
			run = len(s)
		}
		if run > 0 {
			if w.space && w.line.Len() > 0 {
				w.line.WriteByte(' ')
			}
			w.space = false
			w.line.WriteString(strings.ToValidUTF8(s[:run], "\ufffd"))
			s = s[run:]
			continue
		}
		w.space = true
		_, size := utf8.DecodeRuneInString(s)
		s = s[size:]
	}
	if w.inLink {
		w.linked += w.line.Len() - before
	}
	if w.inTime {
		w.timed += w.line.Len() - before
	}
}

// isFree reports whether a rune is white space that may be collapsed.
func isFree(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || r >= '\t' && r <= '\r'
	}
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f'
}

// end closes the block under way. A block of fixed spaces alone is empty.
func (w *writer) end() {
	text := w.line.String()
	if !w.ended && strings.ContainsFunc(text, isSeen) {
		p := piece{kind: w.kind, text: strings.TrimFunc(text, unicode.IsSpace), linked: w.linked, timed: w.timed}
		w.pieces = append(w.pieces, p)
		w.ended = w.enough != nil && w.enough(p)
	}
	w.line.Reset()
	w.space, w.linked, w.timed = false, 0, 0
}

func isSeen(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) && r != utf8.RuneError
}

// layOut joins the pieces to the article's text.
func layOut(pieces []piece) (string, []Block) {
	var text strings.Builder
	var blocks []Block
	for _, p := range pieces {
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		text.WriteString(p.text)
		blocks = append(blocks, Block{Kind: p.kind, Start: start, End: text.Len()})
	}
	return text.String(), blocks
}
