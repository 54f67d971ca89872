package article

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
)

const maxTitle = 500 // bytes: what is longer is no title

// title is the headline without the site's name.
func (p page) title(site string) string {
	shown := p.headings()
	title := ""
	for _, t := range []string{
		p.ld.headline,
		p.meta("og.title", "twitter.title", "dc.title", "parsely.title", "sailthru.title", "citation.title", "title"),
		first(shown...),
		p.doc.Find("head title").First().Text(),
	} {
		if title = squeeze(plain(t)); title != "" && len(title) <= maxTitle {
			break
		}
		title = ""
	}
	return whole(withoutSite(title, site, shown), shown)
}

// headings are the page's first headings of the highest level, as shown.
func (p page) headings() []string {
	found := p.doc.Find(`h1, [itemprop~="headline"]`)
	found = found.Slice(0, min(found.Length(), 10))
	return found.Map(func(_ int, s *goquery.Selection) string {
		t := s.Text()
		return squeeze(t[:min(len(t), 2*maxTitle)])
	})
}

var separator = onDemand(` (?:[|\x{2013}\x{2014}\x{b7}\x{2022}\x{bb}:-]|::) `)

// withoutSite takes the site's name off the end of a title, or off its beginning. What is taken for the site's name
// is like the name the page gives itself, or what the page leaves out where it shows the title.
func withoutSite(title, site string, shown []string) string {
	for _, at := range separator().FindAllStringIndex(title, -1) {
		before, after := strings.TrimSpace(title[:at[0]]), strings.TrimSpace(title[at[1]:])
		for _, s := range shown {
			if s == before || s == after && len(after) > len(before) {
				return s
			}
		}
		if isSite(after, site) {
			return before
		}
		if isSite(before, site) {
			return after
		}
	}
	return title
}

// isSite reports whether a part of a title is the site's name, or holds it and little more.
func isSite(part, site string) bool {
	p, s := letters(part), letters(site)
	if p == "" || s == "" {
		return false
	}
	return p == s || len(p) >= 4 && strings.Contains(s, p) || len(s) >= 4 && strings.Contains(p, s) && len(p) < 3*len(s)
}

// whole is a title that was cut short, as the page shows it in full.
func whole(title string, shown []string) string {
	stem := strings.TrimRight(title, ". \u2026")
	cut := strings.HasSuffix(title, "...") || strings.HasSuffix(title, "\u2026") || len([]rune(title)) == 110 // the longest that search engines take
	for _, s := range shown {
		if cut && len(stem) >= 20 && len(s) > len(stem) && len(s) <= maxTitle && strings.HasPrefix(s, stem) {
			return s
		}
	}
	return title
}
