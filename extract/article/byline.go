package article

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"github.com/PuerkitoBio/goquery"

	"sayso/extract/pattern"
)

const (
	maxByline = 30 // names
	maxName   = 80 // bytes of one
)

// byline is the authors' names, each once, without the site's own unless the page names nobody else: sure is then false.
func (p page) byline(site, title string) (names []string, sure bool) {
	for _, given := range []func() []string{
		func() []string { return p.ld.authors },
		p.metaAuthors("author", "article.author", "og.article.author"),
		p.metaAuthors("parsely.author"), p.metaAuthors("sailthru.author"), p.metaAuthors("dc.creator", "citation.author", "byl"),
		p.shownAuthors,
	} {
		all := slices.DeleteFunc(authors(given()), func(name string) bool { return letters(name) == letters(title) })
		if others := p.withoutOutlet(all, site); len(others) > 0 {
			return others, true
		}
		if len(names) == 0 {
			names = all
		}
	}
	return names, false
}

// metaAuthors gives what the first of some meta elements says.
func (p page) metaAuthors(names ...string) func() []string {
	return func() []string { return []string{p.meta(names...)} }
}

// withoutOutlet takes from names those of the site, whoever its publisher: a site is no author.
func (p page) withoutOutlet(names []string, site string) []string {
	outlets := map[string]bool{letters(site): true, letters(p.ld.publisher): true}
	if u, err := url.Parse(p.address()); err == nil {
		host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
		label, _, _ := strings.Cut(host, ".")
		outlets[letters(host)], outlets[letters(label)] = true, true
	}
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return outlets[letters(name)] })
}

// shownAuthors are the names that the page marks as its authors': the first mark that bears a name counts, outside of
// comments. The words round the names ("by ...") are no part of a mark that is a link.
func (p page) shownAuthors() []string {
	for _, mark := range []string{
		`[itemprop~="author"] [itemprop~="name"]`, `[itemprop~="author"]`, `[rel~="author"]`, `.author.vcard .fn, .author .fn`, `address a[href*="/author"]`,
		`[class*="byline"] a[href], [class*="author"] a[href]`,
	} {
		found := p.doc.Find(mark).FilterFunction(func(_ int, s *goquery.Selection) bool {
			return !isElsewhere(s.Nodes[0])
		})
		found = found.Slice(0, min(found.Length(), maxByline))
		if found.Length() > 1 && mark[0] != '[' || found.Length() > 5 {
			found = found.First()
		}
		names := authors(found.Map(func(_ int, s *goquery.Selection) string {
			t := flat(s.Nodes[0])
			return t[:min(len(t), 10*maxName)]
		}))
		if len(names) > 0 {
			return names
		}
	}
	return nil
}

var nameSeparator = pattern.Lazy(`\s*[,;|/\x{2022}\x{b7}&]\s+|\s*[;|\x{2022}]\s*|\s*,`)

// authors cleans and splits names. Addresses are no names, nor is what has no letter.
func authors(given []string) []string {
	var all []string
	seen := map[string]bool{}
	for _, joint := range given {
		for _, name := range nameSeparator().Split(squeeze(plain(joint)), -1) {
			name = once(strings.Trim(siteOfName().ReplaceAllString(name, ""), " \u00a0.:-\u2013\u2014"))
			if l := letters(name); isName(name) && !seen[l] && len(all) < maxByline {
				seen[l] = true
				all = append(all, name)
			}
		}
	}
	return withoutFigures(all)
}

// withoutFigures takes from names what holds figures, as dates do, unless nothing else is there: "20 minutes" is a paper.
func withoutFigures(names []string) []string {
	rest := slices.DeleteFunc(slices.Clone(names), func(s string) bool { return strings.ContainsAny(s, "0123456789") })
	if len(rest) == 0 {
		return names
	}
	return rest
}

// siteOfName is an address in brackets behind a name.
var siteOfName = pattern.Lazy(`\s*\((?:www\.|https?:)[^)]*\)`)

// once is a name that the page gives twice in a row, for narrow screens and for wide ones.
func once(name string) string {
	half := len(name) / 2
	if a, b := strings.TrimSpace(name[:half]), strings.TrimSpace(name[half:]); a == b && strings.Contains(a, " ") {
		return a
	}
	return name
}

func isName(s string) bool {
	return len(s) <= maxName && !strings.ContainsAny(s, "@<>{}=") && !strings.Contains(s, "://") && !strings.HasPrefix(s, "www.") &&
		strings.ContainsFunc(s, unicode.IsLetter)
}
