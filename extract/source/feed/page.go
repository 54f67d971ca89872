package feed

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// maxSize bounds a compressed file, in bytes once decompressed: no sitemap may be longer.
const maxSize = 50 << 20

// errTooLong is the answer to a file that is longer.
var errTooLong = errors.New("longer than a sitemap may be (50 MB)")

// inflate decompresses a file that is stored as gzip, as large sitemaps are.
func inflate(file []byte) ([]byte, error) {
	if !bytes.HasPrefix(file, []byte("\x1f\x8b")) {
		return file, nil
	}
	in, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	file, err = io.ReadAll(io.LimitReader(in, maxSize+1))
	if err == nil && len(file) > maxSize {
		err = errTooLong
	}
	return file, err
}

// root is the local name of a file's first element, in lower case.
func root(file []byte) string {
	z := html.NewTokenizer(bytes.NewReader(file[:min(len(file), 64<<10)]))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.TextToken:
			if len(bytes.TrimSpace(bytes.TrimPrefix(z.Raw(), []byte("\ufeff")))) > 0 {
				return ""
			}
		case html.DoctypeToken:
			if name, _, _ := strings.Cut(strings.ToLower(string(z.Text())), " "); name == "html" {
				return name
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			before, after, ok := bytes.Cut(name, []byte(":"))
			if ok && string(before) != "rdf" {
				return string(after)
			}
			return string(before)
		}
	}
}

// feedTypes are the kinds of links that lead to feeds.
var feedTypes = []string{"application/rss+xml", "application/atom+xml", "application/feed+json"}

// links are the feeds that a page's head names.
func links(page []byte, base *url.URL) []string {
	var all []string
	for z := html.NewTokenizer(bytes.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return all
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.Data == "body" {
				return all
			}
			if address, ok := feedLink(t, base); ok {
				all = append(all, address)
			}
		}
	}
}

func feedLink(t html.Token, base *url.URL) (string, bool) {
	if t.Data != "link" {
		return "", false
	}
	attrs := map[string]string{}
	for _, a := range t.Attr {
		attrs[a.Key] = a.Val
	}
	if !strings.Contains(" "+strings.ToLower(attrs["rel"])+" ", " alternate ") {
		return "", false
	}
	for _, kind := range feedTypes {
		if strings.HasPrefix(strings.ToLower(strings.TrimSpace(attrs["type"])), kind) {
			return absolute(base, attrs["href"])
		}
	}
	return "", false
}
