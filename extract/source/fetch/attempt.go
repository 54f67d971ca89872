package fetch

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

// An attempt makes one request: it waits for the host's turn, and gives the answer with its whole body or none, so that
// a connection that breaks off in the middle is an attempt that failed. The time counts from the turn on.
type attempt struct {
	opt       Options
	transport http.RoundTripper
	hosts     *hosts
}

// A timeoutError is a server that took too long.
type timeoutError struct{ limit time.Duration }

func (e *timeoutError) Error() string { return fmt.Sprintf("no answer within %s", e.limit) }

// RoundTrip is one request and its answer.
func (a *attempt) RoundTrip(req *http.Request) (*http.Response, error) {
	leave, err := a.hosts.enter(req.Context(), req.URL)
	if err != nil {
		return nil, err
	}
	defer leave()
	ctx, cancel := context.WithTimeoutCause(req.Context(), a.opt.Timeout, &timeoutError{a.opt.Timeout})
	defer cancel()
	resp, err := a.transport.RoundTrip(req.WithContext(ctx))
	if err == nil {
		err = a.body(resp)
	}
	if err != nil {
		if ctx.Err() != nil {
			err = context.Cause(ctx)
		}
		return nil, err
	}
	return resp, nil
}

// body reads the body of a page and puts it back, decoded. Those of other answers are not read.
func (a *attempt) body(resp *http.Response) error {
	defer resp.Body.Close()
	var content []byte
	if resp.StatusCode == http.StatusOK {
		var err error
		if content, err = limited(resp.Body, a.opt.MaxSize); err != nil {
			return err
		}
		if content, err = Decode(content, resp.Header.Values("Content-Encoding"), a.opt.MaxSize); err != nil {
			return err
		}
		resp.Header.Del("Content-Encoding")
		resp.Header.Del("Content-Length")
	}
	resp.ContentLength = int64(len(content))
	resp.Body = io.NopCloser(bytes.NewReader(content))
	return nil
}

// limited reads no more than max bytes.
func limited(in io.Reader, max int64) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(in, max+1))
	if err == nil && int64(len(content)) > max {
		err = fmt.Errorf("longer than %d MB", max>>20)
	}
	return content, err
}

// readAll is the body that an attempt put into its answer.
func readAll(resp *http.Response) ([]byte, error) {
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
