package source

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/url"
	"path"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/publicsuffix"

	"sayso/extract/article"
	"sayso/extract/printable"
	"sayso/extract/source/feed"
	"sayso/extract/source/fetch"
)

// pagesAhead is how many pages are on their way at one time. The client sees to it that no host is asked for too many.
const pagesAhead = 8

// A Page is a page that was fetched, and the address that was asked for.
type Page struct {
	*fetch.Page
	Source article.Source
}

// isAddress reports whether an input is an address and no file.
func isAddress(input string) bool { return strings.Contains(input, "://") }

// isHost reports whether the name of a file that is not there looks like an address without its scheme: it begins with a
// host under a domain that is given out.
func isHost(name string) bool {
	host, _, _ := strings.Cut(name, "/")
	dot := strings.LastIndexByte(host, '.')
	if dot <= 0 || suffixes[strings.ToLower(host[dot:])] != "" || unread[strings.ToLower(host[dot:])] != "" {
		return false
	}
	_, known := publicsuffix.PublicSuffix(strings.ToLower(host))
	return known && !strings.ContainsAny(host, " _\\")
}

// A wanted is a page to fetch, or why there is none.
type wanted struct {
	from      article.Source // Location is the address
	announced feed.Entry
	err       error
}

// A fetched is what became of a wanted page.
type fetched struct {
	wanted
	page *fetch.Page
}

// Why addresses are not fetched.
var (
	errNoClient = errors.New("addresses are not fetched here")
	errNotURL   = errors.New("not an address (https://...)")
)

// fetchAll fetches pages, some of them ahead, and passes them on in their order. The kind is what the user says that
// they are.
func (s *stream) fetchAll(all iter.Seq[wanted], kind string) bool {
	for f := range ahead(s.ctx, pagesAhead, all, func(wanted) int { return 0 }, s.fetch) {
		if !s.arrived(f, kind) {
			return false
		}
	}
	return true
}

// fetch fetches a page. A fault of the program costs this page alone.
func (s *stream) fetch(ctx context.Context, w wanted) (f fetched) {
	f.wanted = w
	defer func() {
		if p := recover(); p != nil {
			f.err = fmt.Errorf("internal error: %v", p)
		}
	}()
	switch {
	case w.err != nil:
	case s.opt.Client == nil:
		f.err = errNoClient
	default:
		f.page, f.err = s.opt.Client.Get(ctx, w.from.Location)
	}
	return f
}

// arrived passes on what became of a page.
func (s *stream) arrived(f fetched, kind string) bool {
	switch {
	case f.err != nil && f.announced.Content != "" && s.item != nil:
		return s.give(item{from: f.from, id: f.from.Location, read: func() (article.Article, error) { return s.opt.announced(f.announced, f.err) }})
	case f.err != nil:
		return s.fail(f.from, f.err)
	case s.page != nil && kind != kindURLs && kind != kindFeed:
		return s.ctx.Err() == nil && s.page(Page{f.page, f.from})
	}
	return s.open(whole{
		in: bytes.NewReader(f.page.Body), kind: kind, suffix: suffixOf(f.page.Type()), page: f.page, announced: f.announced,
		blank: article.Article{ID: f.from.Location, Source: f.from},
	})
}

// leastContent is how many characters of text a feed's own must have to be read in the place of a page: less is a teaser.
const leastContent = 200

// announced is the article that a feed holds of a page that cannot be had, or why it cannot.
func (o Options) announced(e feed.Entry, why error) (article.Article, error) {
	a, err := o.parse([]byte("<html><body><article>"+e.Content+"</article></body></html>"), e.URL, "text/html; charset=utf-8")
	if err != nil || utf8.RuneCountInString(a.Text) < leastContent {
		return article.Article{}, why
	}
	a.Title, a.Published = "", article.Published{}
	announce(&a, e)
	a.Warnings = append(a.Warnings, fmt.Sprintf("the page cannot be had (%v): read as the feed has it", why))
	return a, nil
}

// named are the pages of addresses that the user names.
func named(addresses []string) iter.Seq[wanted] {
	return func(yield func(wanted) bool) {
		for _, a := range addresses {
			if !yield(wanted{from: article.Source{Kind: "url", Location: fetch.Redact(a)}}) {
				return
			}
		}
	}
}

// listed are the pages of a list of addresses, one a line. Blank lines and those that begin with "#" are passed over.
func listed(in *bufio.Reader, list string) iter.Seq[wanted] {
	return func(yield func(wanted) bool) {
		for n := 1; ; n++ {
			line, err := nextLine(in)
			if err == io.EOF {
				return
			}
			address, ok := lineName(line)
			w := wanted{from: article.Source{Kind: "url", Location: fetch.Redact(address)}}
			switch {
			case err == nil && !ok:
				continue
			case err == nil && !isAddress(address):
				err = errNotURL
				fallthrough
			case err != nil:
				w = wanted{from: article.Source{Location: list, Line: n}, err: err}
			}
			if !yield(w) || err != nil && err != errTooLong && err != errNotURL {
				return
			}
		}
	}
}

// feed reads the articles that a feed announces, or lists them.
func (s *stream) feed(content []byte, w whole) bool {
	base := ""
	if w.page != nil {
		base = w.page.URL
	}
	entries, errs := feed.List(content, base, s.opt.Since, s.get)
	for _, err := range errs {
		if !s.fail(w.blank.Source, err) {
			return false
		}
	}
	if s.entry == nil {
		return s.fetchAll(announcedIn(entries), "")
	}
	for _, e := range entries {
		if s.ctx.Err() != nil || !s.entry(e) {
			return false
		}
	}
	return true
}

// get fetches another file of a feed.
func (s *stream) get(address string) (file []byte, from string, err error) {
	if s.opt.Client == nil {
		return nil, "", errNoClient
	}
	p, err := s.opt.Client.Get(s.ctx, address)
	if err != nil {
		return nil, "", err
	}
	return p.Body, p.URL, nil
}

// announcedIn are the pages of a feed's articles.
func announcedIn(entries []feed.Entry) iter.Seq[wanted] {
	return func(yield func(wanted) bool) {
		for _, e := range entries {
			if !yield(wanted{from: article.Source{Kind: "feed", Location: fetch.Redact(e.URL)}, announced: e}) {
				return
			}
		}
	}
}

const (
	warningFront     = "the address leads to the site's front page: the article is not there any more"
	warningElsewhere = "the address leads to another page: %s"
)

// movedTo is the warning of a page that another address than the one that was asked for led to, if it may be another page:
// the site's front page, or one under another domain whose address has hardly a word of the one that was asked for.
func movedTo(asked, got string) string {
	from, err := url.Parse(asked)
	to, err2 := url.Parse(got)
	if err != nil || err2 != nil || strings.Trim(from.Path, "/") == "" {
		return ""
	}
	switch {
	case strings.Trim(to.Path, "/") == "" && to.RawQuery == "":
		return warningFront
	case domain(from) != domain(to) && !sharesWords(from.Path, to.Path):
		return fmt.Sprintf(warningElsewhere, printable.Name(got))
	}
	return ""
}

// domain is the one that an address's host stands under, as it was given out to somebody.
func domain(u *url.URL) string {
	d, err := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(u.Hostname()))
	if err != nil {
		return u.Host
	}
	return d
}

// sharesWords reports whether a third of the words of a path's last part stand in another path. A path of few words tells
// nothing: short addresses lead anywhere.
func sharesWords(from, to string) bool {
	const few = 3
	words := strings.FieldsFunc(strings.ToLower(path.Base(strings.TrimSuffix(from, "/"))), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	shared := 0
	for _, w := range words {
		if strings.Contains(strings.ToLower(to), w) {
			shared++
		}
	}
	return len(words) < few || shared*3 >= len(words)
}

// announce puts what a feed said of an article where its page says nothing.
func announce(a *article.Article, e feed.Entry) {
	if a.Title == "" {
		a.Title = e.Title
	}
	if a.Published.Date == "" && !e.Published.IsZero() {
		a.Published = article.Published{Date: e.Published.Format(time.DateOnly), From: "input"}
	}
}
