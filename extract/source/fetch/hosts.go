package fetch

import (
	"context"
	"net/netip"
	"net/url"
	"sync"

	"golang.org/x/time/rate"
)

// How much one host is asked for.
const (
	hostRate     = 2 // requests a second, in the long run
	hostBurst    = 2 // requests before the rate holds: a page and its robots.txt
	hostRequests = 2 // requests at one time
)

// hosts gives requests their turn at their hosts.
type hosts struct {
	mu   sync.Mutex
	all  map[string]*host
	rate rate.Limit
}

// A host is one that was asked.
type host struct {
	limiter *rate.Limiter
	open    chan struct{}
}

func newHosts() *hosts { return &hosts{all: map[string]*host{}, rate: hostRate} }

// enter waits until one more request may go to the address's host. The request's end is told by leave. A server on this
// machine is its user's own, and asked at once.
func (h *hosts) enter(ctx context.Context, u *url.URL) (leave func(), err error) {
	name := u.Hostname()
	if isLoopback(name) {
		return func() {}, nil
	}
	at := h.at(name)
	select {
	case at.open <- struct{}{}:
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	leave = func() { <-at.open }
	if err := at.limiter.Wait(ctx); err != nil {
		leave()
		return nil, err
	}
	return leave, nil
}

func (h *hosts) at(name string) *host {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.all[name] == nil {
		h.all[name] = &host{rate.NewLimiter(h.rate, hostBurst), make(chan struct{}, hostRequests)}
	}
	return h.all[name]
}

func isLoopback(name string) bool {
	ip, err := netip.ParseAddr(name)
	return name == "localhost" || err == nil && ip.IsLoopback()
}
