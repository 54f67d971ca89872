package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Names are the parts of names that pages in a language give to their elements, by the language (ISO 639-1), each with
// the one that the web has agreed on: "commentaires" is "comments". Parts are in lower case.
type Names map[string]map[string]string

// translate adds to the class of each element the names that the web has agreed on for those of its page's language.
// A page that does not tell its language may be in any.
func (names Names) translate(root *html.Node) {
	known := names.of(pageLanguage(root))
	if len(known) == 0 {
		return
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && n.DataAtom != atom.Html && n.DataAtom != atom.Body {
			known.translate(n)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
}

// dictionaries are those of the languages that a page may be in.
type dictionaries []map[string]string

func (names Names) of(language string) (known dictionaries) {
	for code, words := range names {
		if language == "" || code == language {
			known = append(known, words)
		}
	}
	return known
}

func (known dictionaries) translate(n *html.Node) {
	class, id := attribute(n, "class"), attribute(n, "id")
	if class == "" && id == "" {
		return
	}
	var all []string
	for _, part := range nameParts(class + " " + id) {
		for _, words := range known {
			if name := words[part]; name != "" && !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	if len(all) == 0 {
		return
	}
	added := strings.Join(all, " ")
	for i, a := range n.Attr {
		if a.Key == "class" {
			n.Attr[i].Val = added + " " + a.Val
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: "class", Val: added})
}

// pageLanguage is the language that a page says it is in, without its region, or empty.
func pageLanguage(root *html.Node) string {
	for c := root.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Html {
			code, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(attribute(c, "lang")), "_", "-"), "-")
			return strings.TrimSpace(code)
		}
	}
	return ""
}
