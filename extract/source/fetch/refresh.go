package fetch

import (
	"bytes"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	maxRefreshing = 64 << 10 // bytes of a page that only sends its reader on
	maxDelay      = 5        // seconds after which it does: what waits longer wants to be read, and read again
)

// refreshTarget is the address that a page sends its reader on to, as a redirect does that no server makes; nil where it
// does not. A page's own address is no other one.
func (a *answer) refreshTarget(u *url.URL) *url.URL {
	if len(a.Body) > maxRefreshing || !strings.Contains(strings.ToLower(a.Header.Get("Content-Type")), "html") {
		return nil
	}
	content := refreshContent(a.Body)
	m := refreshing().FindStringSubmatch(content)
	if m == nil {
		return nil
	}
	if delay, err := strconv.Atoi(m[1]); err != nil || delay > maxDelay {
		return nil
	}
	next, err := u.Parse(strings.TrimSpace(m[2]))
	if err != nil {
		return nil
	}
	next, err = checkAddress(next)
	if err != nil || next.String() == u.String() {
		return nil
	}
	return next
}

var refreshing = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^\s*(\d{1,4})(?:\.\d*)?\s*[;,]\s*url\s*=\s*["']?([^"']+)`)
})

// refreshContent is the content of the element of a page that sends its reader on, outside of what browsers that run
// scripts do not read.
func refreshContent(page []byte) string {
	hidden := 0
	for z := html.NewTokenizer(bytes.NewReader(page)); ; {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			t := z.Token()
			switch {
			case t.DataAtom == atom.Noscript && kind == html.EndTagToken:
				hidden = max(0, hidden-1)
			case t.DataAtom == atom.Noscript:
				hidden++
			case t.DataAtom == atom.Meta && hidden == 0:
				if content := refresh(t.Attr); content != "" {
					return content
				}
			}
		}
	}
}

func refresh(attributes []html.Attribute) string {
	content, is := "", false
	for _, a := range attributes {
		is = is || a.Key == "http-equiv" && strings.EqualFold(strings.TrimSpace(a.Val), "refresh")
		if a.Key == "content" {
			content = a.Val
		}
	}
	if !is {
		return ""
	}
	return content
}
