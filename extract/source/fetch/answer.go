package fetch

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// An answer is what a server said to one address: a page or a redirect.
type answer struct {
	Status  int         `json:"status"`
	Header  http.Header `json:"header"`
	Fetched time.Time   `json:"fetched"`
	Body    []byte      `json:"-"`
}

// redirects reports whether the answer names another address to ask.
func (a *answer) redirects() bool {
	switch a.Status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// target is the address that an answer of the address u redirects to.
func (a *answer) target(u *url.URL) (*url.URL, error) {
	location := a.Header.Get("Location")
	if location == "" {
		return u, errors.New("a redirect without an address")
	}
	next, err := u.Parse(location)
	if err != nil {
		return u, fmt.Errorf("a redirect to %q, which is no address", Redact(location))
	}
	if checked, err := checkAddress(next); err == nil {
		return checked, nil
	} else {
		return u, fmt.Errorf("redirected to %s: %w", Redact(location), err)
	}
}

// condition asks for the page only if it is another one than this.
func (a *answer) condition(h http.Header) {
	if a == nil || a.Status != http.StatusOK {
		return
	}
	if tag := a.Header.Get("ETag"); tag != "" {
		h.Set("If-None-Match", tag)
	}
	if date := a.Header.Get("Last-Modified"); date != "" {
		h.Set("If-Modified-Since", date)
	}
}
