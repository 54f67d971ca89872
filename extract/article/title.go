package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"

	"sayso/extract/pattern"
)

const maxTitle = 500 // bytes: what is longer is no title

// title is the headline without the site's name.
func (p page) title(site string) string {
	shown := append(p.headings(), p.meta("headline"))
	shared := p.meta("og.title", "twitter.title", "dc.title", "parsely.title", "sailthru.title", "citation.title", "title")
	named := squeeze(p.doc.Find("head title").First().Text())
	title := ""
	for _, t := range []string{p.agreed(site, first(shared, named)), p.ld.headline, shared, first(shown...), named} {
		if title = squeeze(plain(t)); title != "" && len(title) <= maxTitle {
			break
		}
		title = ""
	}
	return whole(withoutSite(title, site, shown), shown)
}

// agreed is the headline that two of three places tell: the heading that the page shows, the title that it shares and its
// linked data. A title that the page shares is the heading's as well where it leaves out some of its words and adds none. Where
// each tells another one it is the heading: the others may be written for search engines. Empty is a page whose headings
// are like none of them.
func (p page) agreed(site, shared string) string {
	headings := p.tops
	shown := append(slices.Clone(headings), p.meta("headline"))
	shared, told := withoutSite(squeeze(plain(shared)), site, shown), withoutSite(p.ld.headline, site, shown)
	heading := likest(headings, first(shared, told))
	if l := letters(told); l != "" && l == letters(shared) {
		return told
	}
	if shortens(shared, heading) {
		return shared
	}
	for _, t := range []string{shared, told} {
		if isWithin(t, heading) {
			return t
		}
	}
	return heading
}

// minShared is the fewest bytes of a title that can stand for a longer heading.
const minShared = 20

// shortens reports whether a title is a heading without some of its words, in their order.
func shortens(title, heading string) bool {
	left := wordsOf(title)
	for _, w := range wordsOf(heading) {
		if len(left) > 0 && left[0] == w {
			left = left[1:]
		}
	}
	return len(title) >= minShared && len(left) == 0
}

// isWithin reports whether a title is told in a heading beside a label or a second title.
func isWithin(title, heading string) bool {
	if len(title) < minShared || len(title) >= len(heading) {
		return false
	}
	if rest, ok := strings.CutPrefix(heading, title); ok {
		r, _ := utf8.DecodeRuneInString(strings.TrimSpace(rest))
		return unicode.IsUpper(r)
	}
	rest, ok := strings.CutSuffix(heading, title)
	return ok && separator().MatchString(rest)
}

// topHeadings are the page's first headings of the highest level that are not said of something else.
func topHeadings(doc *goquery.Document) []string {
	var all []string
	doc.Find("h1").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		if text := squeeze(flat(s.Nodes[0])); text != "" && len(text) <= maxTitle && !isElsewhere(s.Nodes[0]) {
			all = append(all, text)
		}
		return len(all) < 10
	})
	return all
}

// likest is the heading that shares the most words with a title, at least a third of them all, or empty.
func likest(headings []string, title string) string {
	const least = 1.0 / 3
	found, best := "", least
	for _, h := range headings {
		if l := shareOfWords(h, title); l > best {
			found, best = h, l
		}
	}
	return found
}

// shareOfWords is how many of the words of two texts stand in both, 0 to 1.
func shareOfWords(a, b string) float64 {
	words := map[string]bool{}
	for _, w := range wordsOf(a) {
		words[w] = true
	}
	other := wordsOf(b)
	both := 0
	for _, w := range other {
		if words[w] {
			both++
			delete(words, w)
		}
	}
	return float64(both) / float64(max(1, len(words)+len(other)))
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
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

var separator = pattern.Lazy(` (?:[|\x{2013}\x{2014}\x{b7}\x{2022}\x{bb}:-]|::) `)

// withoutSite takes the site's name off the end of a title, or off its beginning. What is taken for the site's name
// is like the name the page gives itself, or what the page leaves out where it shows the title.
func withoutSite(title, site string, shown []string) string {
	for _, s := range shown {
		if rest, ok := strings.CutPrefix(title, s); ok && s != "" && endsWithSite(rest, site) {
			return s
		}
	}
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

// endsWithSite reports whether what stands behind a title ends with the site's name, whatever parts the two.
func endsWithSite(rest, site string) bool {
	site = letters(site)
	return site != "" && strings.HasSuffix(letters(rest), site)
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
