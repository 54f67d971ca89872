package fetch

import (
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/url"

	"code.dny.dev/ssrf"
)

// What went wrong, in words for who asked for the page.
var (
	errBrokeOff = errors.New("the connection broke off")
	errNoName   = errors.New("no such host")
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
		return fmt.Errorf("certificate not trusted: %w", certificate.Err)
	case brokeOff(err):
		return errBrokeOff
	case errors.As(err, &op) && op.Timeout():
		return fmt.Errorf("no connection within %s", dialTimeout)
	case errors.As(err, &op):
		return fmt.Errorf("%s: %w", op.Op, op.Err)
	case errors.As(err, &outer):
		return outer.Err
	}
	return err
}
