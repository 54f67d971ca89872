package fetch

import (
	"context"
	"errors"
	"io"
	"net/http"
	"syscall"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

// How often another try is made, and after what time.
const (
	maxRetries = 2
	minWait    = time.Second
	maxWait    = time.Minute // a server that asks for more is not asked again
)

// retrying is a client over attempts that makes another try where that may help.
func retrying(a *attempt) *retryablehttp.Client {
	return &retryablehttp.Client{
		HTTPClient: &http.Client{
			Transport:     a,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		RetryMax:     maxRetries,
		RetryWaitMin: minWait,
		RetryWaitMax: maxWait,
		CheckRetry:   mayHelp,
		Backoff:      retryablehttp.DefaultBackoff,
		ErrorHandler: retryablehttp.PassthroughErrorHandler,
	}
}

// mayHelp reports whether another try may help: the server is busy or broken for now, or dropped the connection. What
// takes too long, is refused or is not there is not tried again.
func mayHelp(ctx context.Context, resp *http.Response, err error) (bool, error) {
	switch {
	case ctx.Err() != nil:
		return false, context.Cause(ctx)
	case err != nil:
		return brokeOff(err), nil
	case retryAfter(resp) > maxWait:
		return false, nil
	}
	switch resp.StatusCode {
	case http.StatusTooManyRequests, http.StatusInternalServerError, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true, nil
	}
	return false, nil
}

// brokeOff reports whether the server dropped the connection.
func brokeOff(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, syscall.ECONNRESET) || errors.Is(err, syscall.EPIPE)
}

// retryAfter is how long a busy server asks us to wait; 0 where it does not say.
func retryAfter(resp *http.Response) time.Duration {
	return retryablehttp.DefaultBackoff(0, 0, 0, resp)
}
