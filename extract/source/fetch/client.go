// Package fetch gets pages from the web with the manners of a good guest. An address goes in, a Page comes out: an
// answer of 200, decoded from its transfer but otherwise as the server gave it. Every hop of a redirect passes the same
// gates as the first one: the address's form, robots.txt, the host's rate, and at each dial the address it leads to.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/netip"
	"net/url"
	"time"

	"github.com/hashicorp/go-retryablehttp"
	"golang.org/x/net/publicsuffix"

	"sayso/extract/source/robots"
)

// Options say how a Client fetches. The zero value is usable.
type Options struct {
	UserAgent    string        // the User-Agent header; its first word is the name that robots.txt knows us by
	Timeout      time.Duration // of one request, from connecting to the last byte; 0 is DefaultTimeout
	MaxSize      int64         // of a page once decompressed, in bytes; 0 is DefaultMaxSize
	AllowPrivate bool          // fetch from private, loopback and link-local addresses too, and through proxies
	IgnoreRobots bool          // fetch what robots.txt disallows
	Cache        string        // the folder where pages are kept; empty is none
	Offline      bool          // give what the cache holds, and ask nobody

	resolver *net.Resolver  // of names; nil is the system's
	public   []netip.Prefix // local networks that pass for public ones
}

// What Options are where they say nothing.
const (
	DefaultUserAgent = "sayso"
	DefaultTimeout   = 30 * time.Second
	DefaultMaxSize   = 64 << 20
)

// maxRedirects is how many redirects are followed for one page.
const maxRedirects = 10

// A Page is the answer to an address.
type Page struct {
	URL     string      // that the page came from, after redirects
	Header  http.Header // of the answer
	Body    []byte      // without content encoding, in the charset that the server sent
	Fetched time.Time   // when the server gave it, or last said that it still holds
}

// Type is the page's Content-Type, as the server wrote it; it may be empty.
func (p *Page) Type() string { return p.Header.Get("Content-Type") }

// A StatusError is an answer other than 200.
type StatusError struct {
	Code int
	Wait time.Duration // that the server asks for before another try; 0 is none
}

// Error is the status, as "404 Not Found".
func (e *StatusError) Error() string {
	s := fmt.Sprint(e.Code)
	if text := http.StatusText(e.Code); text != "" {
		s += " " + text
	}
	if e.Wait > 0 {
		s += fmt.Sprintf(" (asks to wait %s)", e.Wait.Round(time.Second))
	}
	return s
}

// A Client fetches pages. It is safe to share, and should be: it knows how often each host was asked.
type Client struct {
	opt    Options
	http   *retryablehttp.Client
	cache  cache
	robots origins
}

// New makes a client.
func New(opt Options) *Client {
	if opt.UserAgent == "" {
		opt.UserAgent = DefaultUserAgent
	}
	if opt.Timeout == 0 {
		opt.Timeout = DefaultTimeout
	}
	if opt.MaxSize == 0 {
		opt.MaxSize = DefaultMaxSize
	}
	c := &Client{opt: opt, cache: cache{opt.Cache}}
	c.robots.token = robots.Token(opt.UserAgent)
	c.http = retrying(&attempt{opt: opt, transport: transport(opt), hosts: newHosts()})
	return c
}

// Get fetches a page. Its error does not name the address, the caller does; but it names the address of a redirect that
// failed. A server's answer other than 200 is a *StatusError.
func (c *Client) Get(ctx context.Context, address string) (*Page, error) {
	u, err := parseAddress(address)
	if err != nil {
		return nil, err
	}
	return c.follow(ctx, u, func(u *url.URL) error { return c.mayFetch(ctx, u) })
}

// errRedirects is the answer to a chain of redirects without an end.
var errRedirects = fmt.Errorf("more than %d redirects", maxRedirects)

// follow fetches an address and those that it is redirected to, by the server or once by a page, each after the gate has
// let it through. Cookies live
// for one page: some sites redirect until theirs comes back.
func (c *Client) follow(ctx context.Context, u *url.URL, gate func(*url.URL) error) (*Page, error) {
	jar, err := cookiejar.New(&cookiejar.Options{PublicSuffixList: publicsuffix.List})
	if err != nil {
		return nil, err
	}
	refreshed := false // once: a page that sends on to one that does so too would be a trap
	for hop := range maxRedirects + 1 {
		err := gate(u)
		var a *answer
		if err == nil {
			a, err = c.ask(ctx, u, jar)
		}
		if err == nil && a.redirects() {
			u, err = a.target(u)
			if err == nil {
				continue
			}
		}
		if err == nil && !refreshed {
			if next := a.refreshTarget(u); next != nil {
				u, refreshed = next, true
				continue
			}
		}
		if err == nil {
			return &Page{URL: u.String(), Header: a.Header, Body: a.Body, Fetched: a.Fetched}, nil
		}
		if hop > 0 {
			err = fmt.Errorf("redirected to %s: %w", u, err)
		}
		return nil, err
	}
	return nil, errRedirects
}

// errOffline is the answer where nothing may be asked and the cache does not know.
var errOffline = errors.New("not in the cache, and nothing is fetched offline")

// ask gives the answer to one address without following it: from the server, or from the cache if the server says that
// it still holds.
func (c *Client) ask(ctx context.Context, u *url.URL, jar http.CookieJar) (*answer, error) {
	kept := c.cache.load(u)
	if c.opt.Offline {
		if kept == nil {
			return nil, errOffline
		}
		return kept, nil
	}
	req, err := retryablehttp.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", c.opt.UserAgent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5")
	req.Header.Set("Accept-Encoding", acceptEncoding)
	kept.condition(req.Header)
	for _, cookie := range jar.Cookies(u) {
		req.AddCookie(cookie)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, plain(err)
	}
	jar.SetCookies(u, resp.Cookies())
	resp.Header.Del("Set-Cookie") // they are nobody's but this run's
	return c.receive(u, resp, kept)
}

// receive takes in an answer, and keeps it where there is a cache.
func (c *Client) receive(u *url.URL, resp *http.Response, kept *answer) (*answer, error) {
	if resp.StatusCode == http.StatusNotModified && kept != nil {
		kept.Fetched = time.Now().UTC()
		return kept, c.cache.save(u, kept)
	}
	a := &answer{Status: resp.StatusCode, Header: resp.Header, Fetched: time.Now().UTC()}
	var err error
	if a.Body, err = readAll(resp); err != nil {
		return nil, err
	}
	if a.Status != http.StatusOK && !a.redirects() {
		return nil, &StatusError{Code: a.Status, Wait: retryAfter(resp)}
	}
	return a, c.cache.save(u, a)
}
