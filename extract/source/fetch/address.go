package fetch

import (
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// Why an address is not fetched.
var (
	errNoHost   = errors.New("not an address: it names no host")
	errPassword = errors.New("an address with a user's name or password is not fetched")
)

// Redact is an address without the name and password in it. One that has either is not fetched, and is shown without.
func Redact(address string) string {
	scheme, rest, ok := strings.Cut(address, "://")
	if !ok {
		return address
	}
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	if at := strings.LastIndexByte(rest[:end], '@'); at >= 0 {
		return scheme + "://***" + rest[at:]
	}
	return address
}

// parseAddress is the address that a user wrote, if it is one that can be fetched.
func parseAddress(s string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil {
		var wrong *url.Error
		if errors.As(err, &wrong) {
			err = wrong.Err
		}
		return nil, fmt.Errorf("not an address: %w", err)
	}
	return checkAddress(u)
}

// checkAddress gives the one spelling of an address that is fetched: http or https, the host in ASCII, no fragment.
func checkAddress(u *url.URL) (*url.URL, error) {
	if u.Scheme != "http" && u.Scheme != "https" {
		if u.Scheme == "file" {
			return nil, errors.New("not a web address; name a file by its path, without file://")
		}
		return nil, fmt.Errorf("only http and https are fetched, not %q", u.Scheme)
	}
	if u.User != nil {
		return nil, errPassword
	}
	host, err := checkHost(u.Hostname())
	if err != nil {
		return nil, err
	}
	checked := *u
	checked.Host = host
	if port := u.Port(); port != "" {
		checked.Host += ":" + port
	}
	checked.Fragment, checked.RawFragment = "", ""
	checked.RawQuery = encodeQuery(u.RawQuery)
	if checked.Path == "" {
		checked.Path = "/"
	}
	return &checked, nil
}

// encodeQuery encodes what people write in a query and no request may hold: blanks and letters outside of ASCII.
func encodeQuery(query string) string {
	var b strings.Builder
	for _, c := range []byte(query) {
		if c <= ' ' || c >= 0x7f {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// checkHost gives a host in ASCII. A number that is no IP address in full ("2130706433", "0x7f.1", "127.1") is refused:
// some resolvers take it for one, and none should be asked.
func checkHost(host string) (string, error) {
	if ip, err := netip.ParseAddr(host); err == nil {
		if ip.Is6() {
			return "[" + strings.ReplaceAll(host, "%", "%25") + "]", nil
		}
		return host, nil
	}
	ascii, err := idna.Lookup.ToASCII(host)
	if err != nil {
		ascii = strings.ToLower(host) // names with "_" are no host names, but there are some
	}
	if ascii == "" || strings.ContainsAny(ascii, " \t%/\\") {
		return "", errNoHost
	}
	labels := strings.Split(strings.TrimSuffix(ascii, "."), ".")
	if _, err := netip.ParseAddr(ascii); err != nil && isNumber(labels[len(labels)-1]) {
		return "", fmt.Errorf("%q is neither the name of a host nor an IP address in full", host)
	}
	return ascii, nil
}

// isNumber reports whether a label is a number, decimal, octal or hexadecimal. No top-level domain is one.
func isNumber(label string) bool {
	digits := "0123456789"
	if hex, ok := strings.CutPrefix(label, "0x"); ok {
		label, digits = hex, "0123456789abcdef"
	}
	return strings.Trim(label, digits) == ""
}
