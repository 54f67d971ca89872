package article

import (
	"cmp"
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"sayso/extract/pattern"
)

// A page is a document with what its head says of it.
type page struct {
	doc   *goquery.Document
	url   string
	ld    linkedData
	metas map[string]string // the first content under each name, see metaName
	tops  []string          // the headings of the highest level that are not said of something else
}

func newPage(doc *goquery.Document, pageURL string) page {
	p := page{doc: doc, url: cmp.Or(strings.TrimSpace(pageURL), savedFrom(doc)), ld: readLinkedData(doc), metas: map[string]string{}}
	doc.Find("meta[content]").Each(func(_ int, s *goquery.Selection) {
		content := squeeze(html.UnescapeString(s.AttrOr("content", "")))
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			name := metaName(s.AttrOr(key, ""))
			if name != "" && content != "" && p.metas[name] == "" {
				p.metas[name] = content
			}
		}
	})
	p.tops = topHeadings(doc)
	return p
}

// savedFrom is the address that a saved page tells in a comment at its beginning, as browsers ("saved from url=(0019)…")
// and SingleFile ("url: …") write it, or empty.
func savedFrom(doc *goquery.Document) string {
	if len(doc.Nodes) == 0 {
		return ""
	}
	for n := doc.Nodes[0].FirstChild; n != nil; {
		if n.Type == html.CommentNode {
			if m := savedMark().FindStringSubmatch(n.Data); m != nil {
				return m[1]
			}
		}
		if n.Type == html.ElementNode && n.Data == "html" {
			n = n.FirstChild
		} else {
			n = n.NextSibling
		}
	}
	return ""
}

var savedMark = pattern.Lazy(`(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://\S+)`)

// metaName is the one spelling of the names that pages write as dc.date, DC:date and dc_date.
func metaName(name string) string {
	return strings.Map(func(r rune) rune {
		if r == ':' || r == '_' || r == '-' {
			return '.'
		}
		return r
	}, strings.ToLower(strings.TrimSpace(name)))
}

// meta is the content of the first of the meta elements that is there.
func (p page) meta(names ...string) string {
	for _, name := range names {
		if content := p.metas[name]; content != "" {
			return content
		}
	}
	return ""
}

// metadata is what the page says of its article: JSON-LD first, then OpenGraph and meta elements, then what the page
// shows, then its address. It reports whether the byline names somebody else than the site.
func (p page) metadata() (a Article, named bool) {
	a = Article{URL: p.address(), Address: p.url, Site: p.site()}
	a.Title = p.title(a.Site)
	a.Byline, named = p.byline(a.Site, a.Title)
	var stamps []string
	a.Published, stamps = p.published(a.URL)
	for _, s := range stamps {
		a.DateLines = append(a.DateLines, Line{Text: s, Named: true})
	}
	a.Modified = p.modified()
	a.Language = p.language()
	return a, named
}

// address is the canonical address, absolute; where the page gives none, the one it was fetched from.
func (p page) address() string {
	base, err := url.Parse(p.url)
	if err != nil {
		base = &url.URL{}
	}
	canonical := p.doc.Find(`link[rel~="canonical"]`).First().AttrOr("href", "")
	for _, u := range []string{canonical, p.meta("og.url"), p.ld.url} {
		ref, err := base.Parse(strings.TrimSpace(u))
		if u != "" && err == nil && ref.Host != "" && (ref.Scheme == "http" || ref.Scheme == "https") {
			return ref.String()
		}
	}
	return p.url
}

func (p page) site() string {
	return first(p.meta("og.site.name"), p.ld.publisher, p.meta("application.name", "dc.publisher"), p.restOfTitle())
}

// restOfTitle is what the title element says beyond the title that the page shows: the site's name, if it is short.
func (p page) restOfTitle() string {
	title := squeeze(p.doc.Find("head title").First().Text())
	for _, s := range p.headings() {
		rest, ok := strings.CutPrefix(title, s)
		if at := separator().FindStringIndex(rest); ok && s != "" && at != nil && at[0] == 0 && len(rest) <= maxName {
			return strings.TrimSpace(rest[at[1]:])
		}
	}
	return ""
}

// language is what the page says of its language, as a BCP 47 tag. Pages are often wrong about it.
func (p page) language() Hint {
	root := p.doc.Find("html").First()
	code := first(root.AttrOr("lang", ""), root.AttrOr("xml:lang", ""), p.meta("og.locale", "content.language", "language", "dc.language"), p.ld.language)
	code, _, _ = strings.Cut(strings.ReplaceAll(strings.TrimSpace(code), "_", "-"), ",")
	if len(code) < 2 || len(code) > 35 {
		return Hint{}
	}
	return Hint{Code: code, From: "html"}
}

// first is the first text that is not blank.
func first(texts ...string) string {
	for _, t := range texts {
		if t = strings.TrimSpace(t); t != "" {
			return t
		}
	}
	return ""
}

// squeeze makes all white space single spaces.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// plain is the text of what may be HTML, its lines kept.
func plain(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return s
	}
	var lines []string
	for _, p := range pieces(root) {
		lines = append(lines, p.text)
	}
	return strings.Join(lines, "\n")
}
