package source

import (
	"cmp"
	"context"
	"fmt"
	"hash/crc32"
	"net/url"

	"sayso/extract/article"
	"sayso/extract/printable"
)

// An item is an article that was found and not yet read, or an error. To find articles is work for one; reading, which
// for a page is most of all work, is done by many.
type item struct {
	from article.Source
	id   string                          // where the article itself has none
	sum  uint32                          // of its content, see Options.Watch
	read func() (article.Article, error) // nil where there is an error
	own  func() string                   // the id that the article itself has, or empty; nil where such articles have none
	size int                             // of its content, in bytes
	err  error

	passed bool // it was read by a run before: nothing of it is wanted but its id
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// isWebAddress reports whether an address is one that a reader may follow: it has a host, and nothing that is run.
func isWebAddress(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// length is how many bytes of content an item holds.
func (i item) length() int { return i.size }

// sum is that of a content, where somebody wants to know.
func (s *stream) sum(content []byte) uint32 {
	if s.opt.Watch == nil {
		return 0
	}
	return crc32.Checksum(content, castagnoli)
}

// A result is what became of an item.
type result struct {
	article article.Article
	err     error
	from    article.Source
	passed  bool // see item
}

// give passes an item on.
func (s *stream) give(i item) bool {
	switch {
	case s.ctx.Err() != nil:
		return false
	case s.item != nil:
		return s.item(i)
	}
	return s.failed(&Error{Input: i.from.Location, Line: i.from.Line, Kind: i.from.Kind, ID: i.id, Err: i.err})
}

// read reads an item, and puts in what the user said of all articles. A fault of the program costs this article alone.
func (o Options) read(_ context.Context, i item) (r result) {
	defer func() {
		if p := recover(); p != nil {
			r.err = fmt.Errorf("the article could not be read: internal error: %v", p)
		}
		if r.err != nil {
			r.err = &Error{Input: i.from.Location, Line: i.from.Line, Kind: i.from.Kind, ID: cmp.Or(r.article.ID, i.id), Err: r.err}
		}
	}()
	r.from, r.passed = i.from, i.passed
	if i.err != nil {
		r.err = i.err
		return r
	}
	if i.passed {
		r.article.ID = i.name()
		return r
	}
	a, err := i.read()
	a.Source = i.from
	a.ID = cmp.Or(a.ID, i.id)
	if a.URL != "" && !isWebAddress(a.URL) {
		a.Warnings = append(a.Warnings, fmt.Sprintf("url %q is no address of the web: not used", printable.Name(a.URL)))
		a.URL = ""
	}
	if o.Date != "" {
		a.Published = article.Published{Date: o.Date, From: "flag"}
	}
	if o.Lang != "" {
		a.Language = article.Hint{Code: o.Lang, From: "flag"}
	}
	r.article, r.err = a, err
	return r
}

// name is the id of an item's article, without reading more of it than that takes.
func (i item) name() string {
	if i.own == nil {
		return i.id
	}
	return cmp.Or(i.own(), i.id)
}
