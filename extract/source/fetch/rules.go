package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"sync"

	"sayso/extract/source/robots"
)

// ErrDisallowed is the answer to an address that the site's robots.txt keeps from us.
var ErrDisallowed = errors.New("robots.txt disallows it (--ignore-robots fetches it)")

// origins are the robots.txt of the sites that were asked, each fetched once.
type origins struct {
	token string
	mu    sync.Mutex
	all   map[string]func() (*robots.Rules, error)
}

// mayFetch asks the robots.txt of an address's site.
func (c *Client) mayFetch(ctx context.Context, u *url.URL) error {
	if c.opt.IgnoreRobots || c.opt.Offline {
		return nil
	}
	rules, err := c.rules(ctx, u)
	if err != nil {
		return err
	}
	if !rules.Allows(u.RequestURI()) {
		return ErrDisallowed
	}
	return nil
}

// rules are those of an address's site. Whoever comes first fetches them, the others wait.
func (c *Client) rules(ctx context.Context, u *url.URL) (*robots.Rules, error) {
	o := &c.robots
	site := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	o.mu.Lock()
	get := o.all[u.Scheme+u.Host]
	if get == nil {
		get = sync.OnceValues(func() (*robots.Rules, error) { return c.fetchRules(ctx, site) })
		if o.all == nil {
			o.all = map[string]func() (*robots.Rules, error){}
		}
		o.all[u.Scheme+u.Host] = get
	}
	o.mu.Unlock()
	return get()
}

// fetchRules reads a site's robots.txt. As RFC 9309 (2.3.1) says, a site without one allows everything, and one whose
// server is broken nothing; a server that cannot be reached is an error, for its pages cannot be reached either.
func (c *Client) fetchRules(ctx context.Context, u *url.URL) (*robots.Rules, error) {
	p, err := c.follow(ctx, u, func(*url.URL) error { return nil })
	var status *StatusError
	switch {
	case err == nil:
		return robots.Parse(p.Body, c.robots.token), nil
	case errors.Is(err, errRedirects):
		return new(robots.Rules), nil
	case errors.As(err, &status) && status.Code < 500:
		return new(robots.Rules), nil
	case errors.As(err, &status):
		return nil, fmt.Errorf("robots.txt: %w: nothing is fetched from this site", status)
	}
	return nil, err
}
