package article

import (
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
)

// metadata reads what a page says about its article: JSON-LD first, then OpenGraph and meta elements, then what the
// page shows, then its address.
func metadata(doc *goquery.Document, pageURL string) Article {
	p := page{doc: doc, url: pageURL, ld: linkedData(doc)}
	a := Article{URL: p.address(), Site: p.site()}
	a.Title = p.title(a.Site)
	a.Byline = p.byline()
	a.Published = p.published(a.URL)
	if code := p.language(); code != "" {
		a.Language = Hint{Code: code, From: "html"}
	}
	return a
}

// A page is a document with its linked data.
type page struct {
	doc *goquery.Document
	url string
	ld  ld
}

// meta is the content of the first meta element that has one of the names, whichever attribute gives the name.
func (p page) meta(names ...string) string {
	for _, name := range names {
		for _, attr := range []string{"property", "name", "itemprop"} {
			content, _ := p.doc.Find(`meta[` + attr + `="` + name + `" i]`).First().Attr("content")
			if content = strings.TrimSpace(content); content != "" {
				return content
			}
		}
	}
	return ""
}

func (p page) address() string {
	canonical, _ := p.doc.Find(`link[rel="canonical"]`).First().Attr("href")
	for _, u := range []string{canonical, p.meta("og:url"), p.url} {
		if parsed, err := url.Parse(strings.TrimSpace(u)); err == nil && parsed.IsAbs() {
			return parsed.String()
		}
	}
	return p.url
}

func (p page) site() string {
	return first(p.meta("og:site_name"), p.ld.publisher, p.meta("application-name", "twitter:site"))
}

// title is the headline without the site's name.
func (p page) title(site string) string {
	t := first(p.ld.headline, p.meta("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"),
		p.doc.Find("h1").First().Text(), p.doc.Find("title").First().Text())
	return withoutSite(squeeze(t), site)
}

var titleSeparator = regexp.MustCompile(` [|–—-] `)

func withoutSite(title, site string) string {
	parts := titleSeparator.FindAllStringIndex(title, -1)
	if len(parts) == 0 || site == "" {
		return title
	}
	last := parts[len(parts)-1]
	if strings.Contains(strings.ToLower(site), strings.ToLower(title[last[1]:])) || strings.Contains(strings.ToLower(title[last[1]:]), strings.ToLower(site)) {
		return strings.TrimSpace(title[:last[0]])
	}
	return title
}

// byline is the authors' names, each once.
func (p page) byline() []string {
	names := p.ld.authors
	if len(names) == 0 {
		names = []string{p.meta("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")}
	}
	if len(names) == 1 && names[0] == "" {
		names = p.doc.Find(`[rel="author"], [itemprop="author"] [itemprop="name"]`).Map(func(_ int, s *goquery.Selection) string { return s.Text() })
	}
	return authors(names)
}

var authorSeparator = regexp.MustCompile(`\s*[,;|]\s*`)

// authors cleans and splits names; addresses are no names.
func authors(names []string) []string {
	var all []string
	seen := map[string]bool{}
	for _, joint := range names {
		for _, name := range authorSeparator.Split(squeeze(joint), -1) {
			if name == "" || seen[name] || strings.Contains(name, "://") || strings.HasPrefix(name, "@") || len(name) > 80 {
				continue
			}
			seen[name] = true
			all = append(all, name)
		}
	}
	return all
}

// published is the day of publication and what says so.
func (p page) published(address string) Published {
	shown, _ := p.doc.Find(`time[itemprop="datePublished"], time[pubdate]`).First().Attr("datetime")
	if shown == "" {
		shown, _ = p.doc.Find(`article time[datetime], main time[datetime], header time[datetime], time[datetime]`).First().Attr("datetime")
	}
	for _, c := range []struct{ from, text string }{
		{"json-ld", p.ld.published},
		{"opengraph", p.meta("article:published_time", "og:published_time", "og:article:published_time")},
		{"meta", p.meta("datePublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "article.published", "cXenseParse:recs:publishtime", "displaydate")},
		{"time", shown},
		{"url", dayInURL(address)},
	} {
		if d := day(c.text); d != "" {
			return Published{Date: d, From: c.from}
		}
	}
	return Published{}
}

var (
	isoDay     = regexp.MustCompile(`^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:\D|$|\d{4,6}$)`)
	urlDay     = regexp.MustCompile(`/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)`)
	urlCompact = regexp.MustCompile(`[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?:[/_.-]|$)`)
)

// day is the calendar day of a time stamp as its own zone has it, or empty.
func day(s string) string {
	s = strings.TrimSpace(s)
	if m := isoDay.FindStringSubmatch(s); m != nil {
		return real(m[1], m[2], m[3])
	}
	for _, layout := range []string{time.RFC1123Z, time.RFC1123, time.RFC850, time.UnixDate, "Mon Jan 2 15:04:05 -0700 2006", "January 2, 2006", "Jan 2, 2006", "2 January 2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

func dayInURL(u string) string {
	for _, re := range []*regexp.Regexp{urlDay, urlCompact} {
		if m := re.FindStringSubmatch(u); m != nil {
			return real(m[1], m[2], m[3])
		}
	}
	return ""
}

// real is the day if the calendar has it, and news may bear it.
func real(year, month, day string) string {
	t, err := time.Parse("2006-1-2", year+"-"+month+"-"+day)
	if err != nil || t.Year() < 1850 || t.Year() > 2100 {
		return ""
	}
	return t.Format(time.DateOnly)
}

// language is what the page says of its language; pages are often wrong about it.
func (p page) language() string {
	lang, _ := p.doc.Find("html").First().Attr("lang")
	code := first(lang, p.meta("og:locale"), p.meta("content-language"), p.ld.language)
	return strings.ReplaceAll(strings.TrimSpace(code), "_", "-")
}

// first is the first text that is not blank.
func first(texts ...string) string {
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			return t
		}
	}
	return ""
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
