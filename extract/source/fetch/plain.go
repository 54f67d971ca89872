package fetch

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
	"syscall"

	"code.dny.dev/ssrf"
)

// What went wrong, in words for who asked for the page.
var (
	errBrokeOff = errors.New("the connection broke off")
	errNoName   = errors.New("no such host")
	errRefused  = errors.New("the host takes no connection there")
	errNoWay    = errors.New("no way to the host: is there a network?")
	errNoAnswer = errors.New("the connection failed")
	errNotHTTP  = errors.New("the server does not speak HTTP")
	errNotTLS   = errors.New("no secure connection: the server speaks another form of TLS than is safe, or none")
	errNoDNS    = errors.New("the host's name could not be looked up")
)

// ErrPrivate is the answer to an address in a private network.
var ErrPrivate = errors.New("a private or local address (--allow-private fetches it)")

// plain is a network's error without the names of the layers that it came through.
func plain(err error) error {
	var timeout *timeoutError
	var name *net.DNSError
	var certificate *tls.CertificateVerificationError
	var op *net.OpError
	var outer *url.Error
	switch {
	case errors.As(err, &timeout):
		return timeout
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork):
		return ErrPrivate
	case errors.As(err, &name) && name.IsNotFound:
		return errNoName
	case errors.As(err, &name):
		return errNoDNS
	case errors.As(err, &certificate):
		return fmt.Errorf("certificate not trusted: %s", untrusted(certificate.Err))
	case brokeOff(err):
		return errBrokeOff
	case errors.As(err, &op) && op.Timeout():
		return fmt.Errorf("no connection within %s", dialTimeout)
	case errors.As(err, &op):
		return unconnected(op.Err)
	case strings.Contains(err.Error(), "tls: "):
		return errNotTLS
	case strings.Contains(err.Error(), "malformed HTTP"):
		return errNotHTTP
	case errors.As(err, &outer):
		return outer.Err
	}
	return err
}

// untrusted is why a certificate is not trusted.
func untrusted(err error) string {
	var unknown x509.UnknownAuthorityError
	var other x509.HostnameError
	var invalid x509.CertificateInvalidError
	switch {
	case errors.As(err, &unknown):
		return "signed by an authority that is not known here"
	case errors.As(err, &other):
		return "it is another host's"
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return "it is not valid today"
	}
	return "it is not valid"
}

// unconnected is why there is no connection.
func unconnected(err error) error {
	switch {
	case errors.Is(err, syscall.ECONNREFUSED):
		return errRefused
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH):
		return errNoWay
	}
	return errNoAnswer
}
