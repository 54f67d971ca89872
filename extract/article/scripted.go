package article

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	maxScript    = 8 << 20 // bytes of scripts that are looked through
	minScripted  = 400     // bytes of a string that may be an article
	maxQuoted    = 3       // strings within strings
	minParagraph = "<p"    // what such a string holds
)

const warningScripted = "the page shows its text by a script: it was taken from the script's data"

// scripts are the scripts of a page, which readability removes.
func scripts(root *html.Node) []string {
	var all []string
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.DataAtom == atom.Script && n.FirstChild != nil {
			all = append(all, n.FirstChild.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return all
}

// scripted is the text that a page holds in the data of its scripts alone, as pages do that a script writes: of the strings
// with paragraphs the one with the most running text.
func scripted(scripts []string) []piece {
	s := scriptReader{left: maxScript}
	for _, script := range scripts {
		s.read(script, 0)
	}
	return s.best
}

// A scriptReader looks for the strings of scripts.
type scriptReader struct {
	best []piece
	left int // bytes that may still be read
}

// read looks through a script, or through what a string of one holds.
func (s *scriptReader) read(script string, depth int) {
	for depth <= maxQuoted && s.left > 0 {
		start := strings.IndexByte(script, '"')
		if start < 0 {
			return
		}
		end := closing(script, start+1)
		s.left -= end
		if literal := script[start:end]; len(literal) >= minScripted {
			s.literal(literal, depth)
		}
		script = script[end:]
	}
}

// closing is the place behind the quotation mark that ends a string.
func closing(script string, at int) int {
	for at < len(script) && script[at] != '"' {
		if script[at] == '\\' {
			at++
		}
		at++
	}
	return min(at+1, len(script))
}

// literal takes a string for an article, if it is mark-up with more of one than those before, or for more data.
func (s *scriptReader) literal(literal string, depth int) {
	var text string
	if json.Unmarshal([]byte(literal), &text) != nil {
		return
	}
	if strings.Contains(text, `"`) {
		s.read(text, depth+1)
	}
	if !strings.HasPrefix(strings.TrimSpace(text), "<") && strings.Count(text, minParagraph) < 2 || strings.Contains(text, `\"`) {
		return
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return
	}
	if found := pieces(root); weight(found) > max(weight(s.best), minScripted) {
		s.best = found
	}
}
