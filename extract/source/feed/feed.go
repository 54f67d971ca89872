// Package feed finds the articles that a site announces: in RSS, Atom and JSON feeds, in sitemaps and those of news. The
// bytes of a file go in, its Entries come out in the file's order; none of them has been fetched.
package feed

import (
	"bytes"
	"errors"
	"net/url"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
)

// An Entry is an article, or another sitemap, that a file announces.
type Entry struct {
	URL       string    // absolute, http or https
	Title     string    // or empty
	Published time.Time // or zero
	Modified  time.Time // or zero
}

// A File is what one file announces.
type File struct {
	Entries []Entry  // the articles
	Maps    []Entry  // more sitemaps to read, of a sitemap of sitemaps
	Feeds   []string // the addresses of feeds, of a page that has some
}

// ErrNone is the answer to a file that announces nothing.
var ErrNone = errors.New("neither a feed, nor a sitemap, nor a page that links to a feed")

// Parse reads a file that came from an address. An address in it that cannot be fetched is passed over.
func Parse(file []byte, address string) (File, error) {
	base, err := url.Parse(address)
	if err != nil {
		return File{}, err
	}
	if file, err = inflate(file); err != nil {
		return File{}, err
	}
	switch root(file) {
	case "urlset", "sitemapindex":
		return parseSitemap(file, base)
	case "html":
		f := File{Feeds: links(file, base)}
		if len(f.Feeds) == 0 {
			return f, ErrNone
		}
		return f, nil
	}
	return parseFeed(file, base)
}

// Is reports whether a file is a feed or sitemap in XML.
func Is(file []byte) bool {
	switch root(file) {
	case "urlset", "sitemapindex", "rss", "feed", "rdf":
		return true
	}
	return false
}

// parseFeed reads a feed of one of the kinds that gofeed knows.
func parseFeed(file []byte, base *url.URL) (File, error) {
	if gofeed.DetectFeedType(bytes.NewReader(file)) == gofeed.FeedTypeUnknown {
		return File{}, ErrNone
	}
	parsed, err := gofeed.NewParser().Parse(bytes.NewReader(file))
	if err != nil {
		return File{}, err
	}
	if site, err := base.Parse(parsed.Link); err == nil && !base.IsAbs() {
		base = site
	}
	var f File
	for _, item := range parsed.Items {
		if address, ok := absolute(base, item.Link, item.GUID); ok {
			f.Entries = append(f.Entries, Entry{address, strings.TrimSpace(item.Title), date(item.PublishedParsed), date(item.UpdatedParsed)})
		}
	}
	return f, nil
}

func date(t *time.Time) time.Time {
	if t == nil {
		return time.Time{}
	}
	return *t
}

// absolute is the first of the references that is the address of a page.
func absolute(base *url.URL, refs ...string) (string, bool) {
	for _, ref := range refs {
		ref = strings.TrimSpace(ref)
		u, err := base.Parse(ref)
		if ref != "" && err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
			return u.String(), true
		}
	}
	return "", false
}
