package article

import (
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxScored bounds the elements that readability scores: beyond, the page's own marks have to do.
const maxScored = 50_000

// body is the article in pieces: of the places where it may stand the likeliest, without what does not belong to it. It
// reports whether they come from the data of a script.
func (p page) body(root *html.Node, a Article) (best []piece, fromScript bool) {
	data := scripts(root)
	prepare(root)
	sizes := measured(root)
	lead, hasLead := p.lead(root, sizes)
	places := p.places(sizes)
	read := readable(root, p.url)
	told := letters(plain(p.ld.body))
	if told != "" && len(told)*10 < 6*letterCount(sift(read, a, "")) {
		told = "" // the beginning alone, or of another article
	}
	for i := range places {
		places[i] = sift(places[i], a, told)
	}
	read = sift(read, a, told)
	best = read
	for _, m := range places {
		if better(m, best, read, told) {
			best = m
		}
	}
	for _, m := range places {
		best = filled(best, m)
	}
	if len(best) == 0 {
		best = sift(pieces(root), a, told)
	}
	if len(best) == 0 {
		best = linkedPieces(p.ld.body)
	}
	if weight(best) == 0 {
		if found := sift(scripted(data), a, told); len(found) > 0 {
			best, fromScript = found, true
		}
	}
	if hasLead && len(best) > 0 {
		best = withLead(lead, best)
	}
	return best, fromScript
}

// readable is what readability takes for the article. It changes the tree.
func readable(root *html.Node, pageURL string) (found []piece) {
	// The library is strict about trees it does not expect; a page that it cannot read may still bear marks of its own.
	defer func() {
		if recover() != nil {
			found = nil
		}
	}()
	address, err := url.Parse(pageURL)
	if err != nil || !address.IsAbs() {
		address = &url.URL{Scheme: "https", Host: "localhost"}
	}
	parser := readability.NewParser()
	parser.KeepClasses = true
	parser.DisableJSONLD = true
	parser.MaxElemsToParse = maxScored
	article, err := parser.ParseAndMutate(root, address)
	if err != nil || article.Node == nil {
		return nil
	}
	rename(article.Node)
	return pieces(article.Node)
}

// rename gives the elements that readability has made or renamed their atoms, which it leaves as they were.
func rename(n *html.Node) {
	if n.Type == html.ElementNode {
		n.DataAtom = atom.Lookup([]byte(n.Data))
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		rename(c)
	}
}

// places are where the page itself marks its article, of each mark the one with the most text.
func (p page) places(sizes sizes) [][]piece {
	var all [][]piece
	for _, mark := range []string{`[itemprop~="articleBody"]`, `article`, `main, [role="main"]`} {
		var best []piece
		nodes := p.doc.Find(mark).Nodes
		for _, n := range nodes[:min(len(nodes), 20)] {
			if found := sizes.pieces(n, nil); weight(found) > weight(best) {
				best = found
			}
		}
		all = append(all, best)
	}
	return all
}

// letterCount is how many bytes of letters there are.
func letterCount(pieces []piece) int {
	n := 0
	for _, p := range pieces {
		n += len(letters(p.text))
	}
	return n
}

// weight is how much running text there is, in bytes.
func weight(pieces []piece) int {
	n := 0
	for _, p := range pieces {
		if len(p.text) >= 60 {
			n += len(p.text) - p.linked
		}
	}
	return n
}

// better reports whether a marked place is to be preferred: where the page tells its text apart, the one that is
// nearer to it; else the one with over twice the text that readability found.
func better(marked, best, read []piece, told string) bool {
	if len(told) >= minLinked {
		return likeness(marked, told) > likeness(best, told)+0.05
	}
	return len(best) == len(read) && weight(marked) > 4*weight(read)
}

// likeness is how much of the pieces and of the told text is the same, 0 to 1.
func likeness(pieces []piece, told string) float64 {
	if len(pieces) > maxCompared {
		return 0
	}
	same, all := 0, 0
	for _, p := range pieces {
		l := letters(p.text)
		all += len(l)
		if within(l, told) {
			same += len(l)
		}
	}
	return float64(same) / float64(max(all, len(told), 1))
}

// linkedPieces are the paragraphs of a text that stands in the linked data alone.
func linkedPieces(body string) []piece {
	var all []piece
	for _, line := range strings.Split(body, "\n") {
		if text := squeeze(plain(line)); text != "" {
			all = append(all, piece{kind: Paragraph, text: text})
		}
	}
	return all
}
