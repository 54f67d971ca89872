package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

// names is a name server on this machine. Each name has its answers, given in turn: a name that rebinds has several.
type names map[string][]string

// resolver asks the name server and nobody else.
func (n names) resolver(t *testing.T) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	go n.serve(conn)
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

func (n names) serve(conn net.PacketConn) {
	asked := map[string]int{}
	for buf := make([]byte, 512); ; {
		size, from, err := conn.ReadFrom(buf)
		if err != nil {
			return
		}
		var m dnsmessage.Message
		if m.Unpack(buf[:size]) != nil || len(m.Questions) != 1 {
			continue
		}
		q := m.Questions[0]
		name := strings.TrimSuffix(q.Name.String(), ".")
		m.Header = dnsmessage.Header{ID: m.ID, Response: true, RecursionAvailable: true}
		m.Additionals = nil
		answers := n[name]
		if len(answers) == 0 {
			m.RCode = dnsmessage.RCodeNameError
		} else if ip := netip.MustParseAddr(answers[asked[name+q.Type.String()]%len(answers)]); ip.Is4() == (q.Type == dnsmessage.TypeA) {
			m.Answers = []dnsmessage.Resource{{Header: dnsmessage.ResourceHeader{Name: q.Name, Class: q.Class}, Body: body(ip)}}
		}
		asked[name+q.Type.String()]++
		if packed, err := m.Pack(); err == nil {
			conn.WriteTo(packed, from)
		}
	}
}

func body(ip netip.Addr) dnsmessage.ResourceBody {
	if ip.Is4() {
		return &dnsmessage.AResource{A: ip.As4()}
	}
	return &dnsmessage.AAAAResource{AAAA: ip.As16()}
}

// canary is a server on this machine that nobody may reach.
func canary(t *testing.T) (port string, reached *atomic.Int32) {
	t.Helper()
	reached = new(atomic.Int32)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { reached.Add(1) }))
	t.Cleanup(server.Close)
	_, port, _ = net.SplitHostPort(server.Listener.Addr().String())
	return port, reached
}

// tricky are addresses that lead, or on some systems could lead, into the network that the program runs in.
var tricky = []string{
	"127.0.0.1", "127.1.2.3", "localhost", "LOCALHOST", "localhost.", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255",
	"192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.1", "198.18.0.1", "255.255.255.255", "224.0.0.1", "168.63.129.16",
	"2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "127.1", "127.0.1", "127.0.0.1.", "0", "00.0.0.0", "127.0.0.01",
	"[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[::ffff:10.0.0.1]", "[64:ff9b::7f00:1]",
	"[64:ff9b::10.0.0.1]", "[64:ff9b:1::a00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]", "[fe80::1]", "[fe80::1%25lo]", "[fc00::1]", "[fd00:ec2::254]",
	"[fec0::1]", "[ff02::1]", "[2001:db8::1]", "[100::1]",
	"①②⑦.⓪.⓪.①", "127。0。0。1", "127.0.0.1",
	"rebinds.example", "rebinds.example", "maps.example", "nat64.example", "cloud.example", "evil.example", "evil.example.",
}

func TestPrivateAddressesAreRefused(t *testing.T) {
	port, reached := canary(t)
	dns := names{
		"rebinds.example": {"127.0.0.1", "10.0.0.1", "::1"},
		"evil.example":    {"127.0.0.1"},
		"localhost":       {"127.0.0.1"}, // with a dot behind it, some systems ask
		"maps.example":    {"::ffff:127.0.0.1"},
		"nat64.example":   {"64:ff9b::7f00:1"},
		"cloud.example":   {"169.254.169.254"},
	}
	c := New(Options{IgnoreRobots: true, resolver: dns.resolver(t)})
	for _, host := range tricky {
		_, err := c.Get(t.Context(), fmt.Sprintf("http://%s:%s/", host, port))
		if err == nil || !errors.Is(err, ErrPrivate) && !strings.Contains(err.Error(), "neither the name of a host nor an IP address") {
			t.Errorf("%s: %v", host, err)
		}
	}
	for _, address := range []string{"http://example.org@127.0.0.1:" + port, "http://127.0.0.1:" + port + "#@example.org", `http://127.0.0.1:` + port + `\@example.org`, "http://%31%32%37.0.0.1:" + port} {
		if p, err := c.Get(t.Context(), address); err == nil {
			t.Errorf("%s: %s", address, p.Body)
		}
	}
	if n := reached.Load(); n > 0 {
		t.Errorf("%d requests reached this machine", n)
	}
}

func TestRedirectsAreChecked(t *testing.T) {
	port, reached := canary(t)
	public := listen(t, "127.0.0.2", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", r.URL.Query().Get("to"))
		w.WriteHeader(http.StatusFound)
	}))
	dns := names{"rebinds.example": {"127.0.0.1"}}
	c := New(Options{IgnoreRobots: true, resolver: dns.resolver(t), public: []netip.Prefix{netip.MustParsePrefix("127.0.0.2/32")}})
	for _, to := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "rebinds.example", "169.254.169.254"} {
		to = "http://" + to + ":" + port + "/"
		_, err := c.Get(t.Context(), public+"/?to="+to)
		if err == nil || !strings.HasPrefix(err.Error(), "redirected to "+to+": ") {
			t.Errorf("%s: %v", to, err)
		}
	}
	for _, to := range []string{"file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:70/", "javascript:1", "http://user@127.0.0.2/", "http:///"} {
		if _, err := c.Get(t.Context(), public+"/?to="+to); err == nil || !strings.HasPrefix(err.Error(), "redirected to ") {
			t.Errorf("%s: %v", to, err)
		}
	}
	if n := reached.Load(); n > 0 {
		t.Errorf("%d requests reached the other server", n)
	}
}

// listen starts a server on an address of this machine and gives its own.
func listen(t *testing.T, ip string, h http.Handler) string {
	t.Helper()
	l, err := net.Listen("tcp4", ip+":0")
	if err != nil {
		t.Skip(err)
	}
	s := httptest.NewUnstartedServer(h)
	s.Listener.Close()
	s.Listener = l
	s.Start()
	t.Cleanup(s.Close)
	return s.URL
}

func TestPublicAddressesPass(t *testing.T) {
	for _, address := range []string{"93.184.216.34:80", "8.8.8.8:443", "[2606:4700::1111]:443", "1.1.1.1:8080"} {
		network := "tcp4"
		if address[0] == '[' {
			network = "tcp6"
		}
		if err := guard(Options{}).Safe(network, address, nil); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestAddresses(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org":                 "https://example.org/",
		" HTTPS://Example.ORG/a?b=c#d ":       "https://example.org/a?b=c",
		"http://journal-été.example/é":        "http://xn--journal-t-i4ab.example/%C3%A9",
		"http://[2606:4700::1111]:8080/":      "http://[2606:4700::1111]:8080/",
		"http://under_score.example/":         "http://under_score.example/",
		"https://example.org:443/":            "https://example.org:443/",
		"https://1.example/":                  "https://1.example/",
		"ftp://example.org/":                  `only http and https are fetched, not "ftp"`,
		"file:///etc/passwd":                  `not a web address; name a file by its path, without file://`,
		"example.org/a":                       `only http and https are fetched, not ""`,
		"http://":                             "not an address: it names no host",
		"http:///a":                           "not an address: it names no host",
		"https://user:secret@example.org/":    "an address with a user's name or password is not fetched",
		"https://exa mple.org/":               "not an address: invalid character \" \" in host name",
		"https://example.org:port/":           "not an address: invalid port \":port\" after host",
		"https://[::1/":                       "not an address: missing ']' in host",
		"https://12.34/":                      `"12.34" is neither the name of a host nor an IP address in full`,
		"https://example.org/%zz":             `not an address: invalid URL escape "%zz"`,
		"https://example.org/a b\u00a0c?d= é": "https://example.org/a%20b%C2%A0c?d=%20%C3%A9",
	} {
		got := ""
		if u, err := parseAddress(address); err != nil {
			got = err.Error()
		} else {
			got = u.String()
		}
		if got != want {
			t.Errorf("%s: %s\nwant %s", address, got, want)
		}
	}
}
