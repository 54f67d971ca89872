package fetch

import (
	"net"
	"net/http"
	"net/netip"
	"time"

	"code.dny.dev/ssrf"
)

// How long a server may take to let us in.
const (
	dialTimeout = 10 * time.Second
	idleTimeout = 30 * time.Second
)

// maxHeader bounds the header of an answer, in bytes.
const maxHeader = 1 << 20

// More addresses that lead to no public server: multicast, and a cloud's own service on an address that looks public.
var (
	deniedV4 = []netip.Prefix{netip.MustParsePrefix("224.0.0.0/4"), netip.MustParsePrefix("168.63.129.16/32")}
	deniedV6 = []netip.Prefix{netip.MustParsePrefix("2002::/16")} // 6to4 carries any IPv4 address
)

// transport connects to servers, by HTTP/2 where they can. Unless private addresses are allowed, each dial is checked
// once the name is resolved, so no name and no redirect leads to them. A proxy dials for us and cannot be checked: the
// environment's is used only with private addresses.
func transport(opt Options) *http.Transport {
	dialer := &net.Dialer{Timeout: dialTimeout, Resolver: opt.resolver}
	t := &http.Transport{
		DialContext:            dialer.DialContext,
		ForceAttemptHTTP2:      true,
		DisableCompression:     true, // we ask for more encodings than it knows
		TLSHandshakeTimeout:    dialTimeout,
		IdleConnTimeout:        idleTimeout,
		MaxIdleConnsPerHost:    hostRequests,
		MaxResponseHeaderBytes: maxHeader,
	}
	if opt.AllowPrivate {
		t.Proxy = http.ProxyFromEnvironment
		return t
	}
	dialer.Control = guard(opt).Safe
	return t
}

// guard knows the addresses that may be dialled.
func guard(opt Options) *ssrf.Guardian {
	return ssrf.New(
		ssrf.WithAnyPort(),
		ssrf.WithDeniedV4Prefixes(deniedV4...),
		ssrf.WithDeniedV6Prefixes(deniedV6...),
		ssrf.WithAllowedV4Prefixes(opt.public...),
	)
}
