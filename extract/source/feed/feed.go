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
	Content   string    // the article itself as HTML, where the feed holds it; or empty
}

// A File is what one file announces.
type File struct {
	Entries []Entry  // the articles
	Maps    []Entry  // more sitemaps to read, of a sitemap of sitemaps
	Feeds   []string // the addresses of feeds, of a page that has some
}

// What is wrong with files.
var (
	ErrNone  = errors.New("neither a feed, nor a sitemap, nor a page that links to a feed")
	errNoEnd = errors.New("an item without an end")
	ErrEmpty = errors.New("a feed or sitemap that announces nothing")
)

// Parse reads a file that came from an address. An address in it that cannot be fetched is passed over. Where a part of a feed
// cannot be read, what can be is there beside the error.
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

// parseFeed reads a feed of one of the kinds that gofeed knows, or of a damaged one the items that can be read.
func parseFeed(file []byte, base *url.URL) (File, error) {
	file = clean(file)
	kind := gofeed.DetectFeedType(bytes.NewReader(file))
	if kind == gofeed.FeedTypeUnknown {
		return File{}, ErrNone
	}
	parsed, err := gofeed.NewParser().Parse(bytes.NewReader(file))
	if err != nil {
		parsed, err = rescued(file, kind == gofeed.FeedTypeJSON, err)
	} else if kind != gofeed.FeedTypeJSON && opened(file) > len(parsed.Items) { // some that have no end hide those behind them
		if more, why := rescued(file, false, errNoEnd); len(more.Items) >= len(parsed.Items) {
			parsed, err = more, why
		}
	}
	if site, wrong := base.Parse(parsed.Link); wrong == nil && !base.IsAbs() {
		base = site
	}
	var f File
	for _, item := range parsed.Items {
		if address, ok := absolute(base, item.Link, item.GUID); ok {
			f.Entries = append(f.Entries, Entry{address, plain(item.Title), date(item.PublishedParsed), date(item.UpdatedParsed), item.Content})
		}
	}
	if len(f.Entries) == 0 && err == nil {
		err = ErrEmpty
	}
	return f, err
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
