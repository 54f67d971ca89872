package article

import (
	"bytes"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The kinds of pages that are no article, as Phrases name them.
const (
	kindChallenge = "challenge" // tries whether a browser asks
	kindConsent   = "consent"   // asks for consent first
	kindLogin     = "login"     // asks who reads
	kindMissing   = "missing"   // says that there is no such page
	kindScript    = "script"    // needs scripts to show anything
	kindStub      = "stub"      // shows the beginning to those who do not pay
	kindFront     = "front"     // lists articles
	kindShell     = "shell"     // holds hardly anything
)

// PageKinds are the kinds of pages that phrases may tell.
var PageKinds = []string{kindChallenge, kindConsent, kindLogin, kindMissing, kindScript, kindStub}

// kindWarnings are what a reader has to know of a page of a kind.
var kindWarnings = map[string]string{
	kindChallenge: "the site tries whether a browser asks and gives no article: open it in a browser, and read the page saved there",
	kindConsent:   "a page that asks for consent, not the article: open it in a browser, and read the page saved there",
	kindLogin:     "a page to sign in, not the article",
	kindMissing:   "the site says that there is no such page",
	kindScript:    "the page is written by scripts, which are not run: open it in a browser, and read the page saved there",
	kindStub:      "the beginning of the article only: the rest is for those who pay or sign in",
	kindFront:     "a front page or a list of articles, not one article",
	kindShell:     "hardly any text: the page may be one that scripts write, or no article",
}

const (
	shortPage = 1500 // bytes of text up to which a page may be something else than an article
	stubPage  = 600  // bytes up to which it may be the beginning of one
	briefPage = 300  // bytes up to which its words tell what it is
	shellPage = 140  // bytes up to which it holds hardly anything
)

// titles are the headings and the title of a page, as long as its tree is whole.
func (p page) titles() []string {
	return append(slices.Clone(p.tops), squeeze(p.doc.Find("title").First().Text()))
}

// noArticle is the error of a page without text.
func noArticle(kind string) error {
	if why := kindWarnings[kind]; why != "" && kind != kindStub {
		return &NoArticleError{why}
	}
	return ErrNoArticle
}

// A NoArticleError is a page without the text of an article, of which it is known what it is instead.
type NoArticleError struct{ why string }

// Error is what the page is.
func (e *NoArticleError) Error() string { return ErrNoArticle.Error() + ": " + e.why }

// Is holds for ErrNoArticle.
func (e *NoArticleError) Is(target error) bool { return target == ErrNoArticle }

// marks are what a page's elements tell of its kind, before any of them is removed.
type marks struct {
	page                             []byte
	password, paywall, scripts, root bool
	shown                            string // the page's short texts
	items                            int    // headings that are a link
}

// challengeMarks are parts of the addresses and names that the makers of challenges give to theirs.
var challengeMarks = []string{
	"/cdn-cgi/challenge-platform", "cf-chl", "challenge-form", "challenge-running", "captcha-delivery", "_incapsula_resource", "px-captcha", "perimeterx", "distil_r_captcha",
	"geo.captcha", "awswafcookiedomainlist", "awswaf", "sg-captcha", "ddos-guard",
}

// isChallenge reports whether a page bears the marks of a challenge. Few of them are long.
func isChallenge(page []byte) bool {
	const most = 256 << 10 // bytes
	lower := bytes.ToLower(page[:min(len(page), most)])
	return slices.ContainsFunc(challengeMarks, func(mark string) bool { return bytes.Contains(lower, []byte(mark)) })
}

// paywallNames are the parts that pages give to what stands before the rest of an article.
var paywallNames = nameSet(`paywall regwall paygate`)

// rootNames are the elements that scripts write a page into.
var rootNames = nameSet(`app root next nuxt svelte gatsby main`)

// look reads the marks of a page, given as bytes and as their tree.
func look(page []byte, root *html.Node) marks {
	m := marks{page: page}
	var shown strings.Builder
	var walk func(n *html.Node, inHeading bool)
	walk = func(n *html.Node, inHeading bool) {
		switch n.Type {
		case html.TextNode:
			if shown.Len() < shortPage && !unread[n.Parent.DataAtom] {
				shown.WriteString(n.Data)
				shown.WriteByte(' ')
			}
		case html.ElementNode:
			m.element(n, inHeading)
			inHeading = inHeading || n.DataAtom == atom.H2 || n.DataAtom == atom.H3 || n.DataAtom == atom.H4
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, inHeading)
		}
	}
	walk(root, false)
	m.shown = squeeze(shown.String())
	return m
}

// element reads the marks of an element.
func (m *marks) element(n *html.Node, inHeading bool) {
	switch n.DataAtom {
	case atom.Input:
		m.password = m.password || attribute(n, "type") == "password"
	case atom.Script:
		m.scripts = true
	case atom.A:
		if inHeading {
			m.items++
		}
	case atom.Div, atom.Section:
		m.paywall = m.paywall || hasName(n, paywallNames) && letters(flat(n)) != ""
		m.root = m.root || n.Parent != nil && n.Parent.DataAtom == atom.Body && hasName(n, rootNames)
	}
}

// kind is what a page is instead of an article, or empty. The text is what was read of it.
func (p page) kind(m marks, a Article, titles []string, phrases Phrases) string {
	size := len(a.Text)
	said := ""
	if size < shortPage {
		said = phrases.kind(append(titles, a.Title), first(a.Text, m.shown), size)
	}
	switch {
	case size < stubPage && isChallenge(m.page), said == kindChallenge:
		return kindChallenge
	case said == kindMissing, said == kindConsent, said == kindScript:
		return said
	case said == kindLogin, m.password && size < briefPage && a.Published.Date == "" && p.meta("og.type") != "article":
		return kindLogin
	case p.isFront(m, a, size):
		return kindFront
	case said == kindStub, m.paywall && size < stubPage:
		return kindStub
	case size == 0 && m.scripts && (m.root || len(m.shown) < shellPage):
		return kindScript
	case size < shellPage && m.scripts && a.Published.Date == "":
		return kindShell
	}
	return ""
}

// isFront reports whether a page lists articles: it stands at the root of its site, or has many headings that are links,
// and neither a day nor an author.
func (p page) isFront(m marks, a Article, size int) bool {
	const many = 8
	if p.ld.found() || a.Published.Date != "" && a.Published.From != "time" || len(a.Byline) > 0 || p.meta("og.type") == "article" {
		return false
	}
	u, err := url.Parse(p.url)
	atRoot := err == nil && u.Host != "" && strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
	return atRoot && m.items > 1 || m.items >= many && size < m.items*200
}

// Phrases are what pages say that are no article, in lower case, by the kind that each tells.
type Phrases map[string]string

// kind is the kind that a part of a title tells, or a text that is short enough to say nothing else.
func (phrases Phrases) kind(titles []string, text string, size int) string {
	var parts []string
	for _, t := range titles {
		for _, part := range separator().Split(t, -1) {
			parts = append(parts, words(part))
		}
	}
	short := words(text[:min(len(text), 2*stubPage)])
	kind, longest := "", ""
	for phrase, k := range phrases {
		w := words(phrase)
		several := strings.Count(w, " ") > 3 // three words or more
		titled := slices.ContainsFunc(parts, func(t string) bool { return t == w || several && strings.HasPrefix(t, w) })
		most := briefPage
		if k == kindStub {
			most = stubPage
		}
		if (titled || several && size < most && strings.Contains(short, w)) && (len(w) > len(longest) || len(w) == len(longest) && w > longest) {
			kind, longest = k, w
		}
	}
	return kind
}

// words are the words of a text in lower case, parted and enclosed by single spaces.
func words(s string) string {
	return " " + strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ") + " "
}
