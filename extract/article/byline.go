package article

import (
	"strings"
	"unicode"

	"github.com/PuerkitoBio/goquery"
)

const (
	maxByline = 30 // names
	maxName   = 80 // bytes of one
)

// byline is the authors' names, each once.
func (p page) byline() []string {
	for _, given := range [][]string{
		p.ld.authors,
		{p.meta("author", "article.author", "og.article.author")},
		{p.meta("parsely.author")}, {p.meta("sailthru.author")}, {p.meta("dc.creator", "citation.author", "byl")},
	} {
		if names := authors(given); len(names) > 0 {
			return names
		}
	}
	return authors(p.shownAuthors())
}

// shownAuthors are the names that the page marks as its authors': the first mark that there is counts, outside of
// comments. The words round the names ("by ...") are no part of a mark that is a link.
func (p page) shownAuthors() []string {
	for _, mark := range []string{
		`[itemprop~="author"] [itemprop~="name"]`, `[itemprop~="author"]`, `[rel~="author"]`, `.author.vcard .fn, .author .fn`, `address a[href*="/author"]`,
		`[class*="byline"] a[href], [class*="author"] a[href]`,
	} {
		found := p.doc.Find(mark).FilterFunction(func(_ int, s *goquery.Selection) bool {
			return !isElsewhere(s.Nodes[0])
		})
		if found.Length() == 0 {
			continue
		}
		found = found.Slice(0, min(found.Length(), maxByline))
		if found.Length() > 1 && mark[0] != '[' || found.Length() > 5 {
			found = found.First()
		}
		return found.Map(func(_ int, s *goquery.Selection) string {
			t := s.Text()
			return t[:min(len(t), 10*maxName)]
		})
	}
	return nil
}

var nameSeparator = onDemand(`\s*[,;|/\x{2022}\x{b7}&]\s+|\s*[;|\x{2022}]\s*|\s*,`)

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
	return all
}

// siteOfName is an address in brackets behind a name.
var siteOfName = onDemand(`\s*\((?:www\.|https?:)[^)]*\)`)

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
