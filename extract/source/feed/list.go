package feed

import (
	"fmt"
	"time"
)

// maxMaps is how many sitemaps are read for one address.
const maxMaps = 100

// A Getter gives the file at an address, and the address that it came from in the end.
type Getter func(address string) (file []byte, from string, err error)

// List gives the articles of a file and of those that it leads to: the first feed of a page, the sitemaps of a sitemap.
// Each article is given once; those, and sitemaps, that are known to be older than since are left out. What cannot be
// read on the way is an error among the entries, and the others are given.
func List(file []byte, from string, since time.Time, get Getter) (entries []Entry, errs []error) {
	l := lister{since: since, get: get, seen: map[string]bool{from: true}, left: maxMaps}
	l.file(file, from)
	return l.entries, l.errs
}

// A lister is one call of List.
type lister struct {
	since   time.Time
	get     Getter
	seen    map[string]bool
	left    int // files that may still be fetched
	entries []Entry
	errs    []error
}

func (l *lister) file(content []byte, from string) {
	f, err := Parse(content, from)
	if err != nil {
		l.errs = append(l.errs, err)
	}
	for _, e := range f.Entries {
		if !l.seen[e.URL] && !e.isBefore(l.since) {
			l.seen[e.URL] = true
			l.entries = append(l.entries, e)
		}
	}
	if len(f.Feeds) > 0 {
		l.fetch(f.Feeds[0])
	}
	for _, m := range f.Maps {
		if !m.isBefore(l.since) {
			l.fetch(m.URL)
		}
	}
}

// fetch reads one more file, unless it has been read or there were too many.
func (l *lister) fetch(address string) {
	if l.seen[address] || l.left < 0 {
		return
	}
	l.seen[address] = true
	if l.left--; l.left < 0 {
		l.errs = append(l.errs, fmt.Errorf("more than %d sitemaps: the others are not read (--since leaves out old ones)", maxMaps))
		return
	}
	content, from, err := l.get(address)
	if err != nil {
		l.errs = append(l.errs, fmt.Errorf("%s: %w", address, err))
		return
	}
	l.file(content, from)
}

// isBefore reports whether an entry is known to be older than a time. A date without a time of day is its whole day.
func (e Entry) isBefore(since time.Time) bool {
	latest := e.Published
	if e.Modified.After(latest) {
		latest = e.Modified
	}
	if latest.IsZero() || since.IsZero() {
		return false
	}
	if latest.Equal(latest.Truncate(24 * time.Hour)) {
		latest = latest.Add(24*time.Hour - 1)
	}
	return latest.Before(since)
}
