// Package filter leaves out articles before they are read. What nothing is known of passes.
package filter

import (
	"crypto/sha256"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/publicsuffix"

	"sayso/extract/article"
	"sayso/extract/minhash"
)

// A Filter says which articles are wanted. The zero value wants all.
type Filter struct {
	Since    string // the first day of publication (YYYY-MM-DD), as far as it is known; or empty
	Until    string // the last one, inclusive; or empty
	MinChars int    // the least number of characters of a text
	Dedup    bool   // articles whose address or text came before are not wanted
	Near     bool   // nor are those that are nearly the same as one that came before
}

// Start is the question whether an article is wanted, for one run: it is asked of one article after another, in their order.
func (f Filter) Start() func(article.Article) bool {
	seen, near := map[key]bool{}, minhash.Index{}
	return func(a article.Article) bool {
		return f.Wants(a) && (!f.Dedup || isFresh(a, seen)) && (!f.Near || !near.Add(minhash.Of(a.Text)))
	}
}

// Wants reports whether an article's day and length are such as are asked for, whatever came before.
func (f Filter) Wants(a article.Article) bool {
	date := a.Published.Date
	if date != "" && (date < f.Since || f.Until != "" && date > f.Until) {
		return false
	}
	return f.MinChars == 0 || utf8.RuneCountInString(a.Text) >= f.MinChars
}

// A key stands for an address or a text.
type key [sha256.Size]byte

// isFresh reports whether neither an article's address nor its text, white space apart, came before, and notes them.
func isFresh(a article.Article, seen map[key]bool) bool {
	keys := []key{sha256.Sum256([]byte("text\x00" + strings.Join(strings.Fields(a.Text), " ")))}
	if address := addressOf(a); address != "" {
		keys = append(keys, sha256.Sum256([]byte("url\x00"+address)))
	}
	fresh := true
	for _, k := range keys {
		fresh = fresh && !seen[k]
		seen[k] = true
	}
	return fresh
}

// addressOf is the address that an article is known by. What its page says of it counts within the page's own site: no page takes
// the place of another site's article.
func addressOf(a article.Article) string {
	if a.Address == "" || a.Address == a.URL || siteOf(a.Address) == siteOf(a.URL) {
		return a.URL
	}
	return a.Address
}

// siteOf is the site of an address: example.co.uk of www.example.co.uk.
func siteOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	if site, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return site
	}
	return host
}
