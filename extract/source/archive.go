package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"sayso/extract/article"
	"sayso/extract/source/fetch"
	"sayso/extract/source/warc"
)

// archive reads the pages of a WARC or ARC file. Records of anything else than a page, and answers other than 200, are passed
// over; a damaged record costs itself where the next one can be found.
func (s *stream) archive(in io.Reader, blank article.Article) bool {
	r := warc.NewReader(in)
	var damage *warc.DamageError
	for n := 1; ; n++ {
		from := article.Source{Kind: "warc", Location: blank.Source.Location, Line: n}
		record, err := r.Next()
		switch {
		case err == io.EOF && n == 1:
			return s.fail(blank.Source, errEmpty)
		case err == io.EOF:
			return true
		case err != nil:
			if goesOn := s.fail(from, err); !goesOn || !errors.As(err, &damage) {
				return goesOn
			}
			continue
		}
		content, contentType, err := pageOf(record)
		if end := r.End(); end != nil { // it says more than what was made of the content
			err = end
		}
		if !s.record(record, from, content, contentType, err) {
			return false
		}
	}
}

// record gives the page or text of one record of an archive, or its error.
func (s *stream) record(r *warc.Record, from article.Source, content []byte, contentType string, err error) bool {
	kind, address := r.Type(), r.URI()
	switch {
	case err != nil:
		return s.give(item{from: from, id: address, err: err})
	case content == nil:
		return true
	}
	return s.give(item{from: from, id: address, sum: s.sum(content), size: len(content), read: func() (a article.Article, err error) {
		if kind == "conversion" {
			a.Text, _, err = plainText(content, contentType)
			a.URL = address
			return a, err
		}
		if err := checkContent(kindHTML, content); err != nil {
			return a, err
		}
		return s.opt.parse(content, address, contentType)
	}})
}

// pageOf is the page or text that a record holds, with its Content-Type; nil where it holds none.
func pageOf(r *warc.Record) (content []byte, contentType string, err error) {
	contentType = r.Header.Get("Content-Type")
	switch {
	case r.Type() == "response" && strings.HasPrefix(strings.ToLower(contentType), "application/http"):
		return answered(r.Body)
	case r.Type() == "resource" && isPage(contentType, nil), r.Type() == "conversion" && strings.HasPrefix(strings.ToLower(contentType), "text/plain"):
		content, err = readAll(r.Body)
		return content, contentType, err
	}
	return nil, "", nil
}

// answered is the page of a server's answer; nil where it is another one than 200, or no page.
func answered(in io.Reader) (content []byte, contentType string, err error) {
	resp, err := http.ReadResponse(bufio.NewReader(in), nil)
	if err != nil {
		return nil, "", fmt.Errorf("not an HTTP answer: %w", err)
	}
	defer resp.Body.Close()
	contentType = resp.Header.Get("Content-Type")
	if resp.StatusCode != http.StatusOK || contentType != "" && !isPage(contentType, nil) {
		return nil, "", nil
	}
	content, err = readAll(resp.Body)
	if err != nil && !(errors.Is(err, io.ErrUnexpectedEOF) && len(content) > 0) { // some crawlers cut what is long
		return nil, "", err
	}
	// Many archives keep the headers of a transfer whose encoding they have undone.
	if plain, err := fetch.Decode(content, resp.Header.Values("Content-Encoding"), maxSize); err == nil {
		content = plain
	} else if !isPage("", content) {
		return nil, "", err
	}
	if contentType == "" && !isPage("", content) {
		return nil, "", nil
	}
	return content, contentType, nil
}

// isPage reports whether a Content-Type, or without one the content, is that of a page.
func isPage(contentType string, content []byte) bool {
	if contentType != "" {
		return suffixOf(contentType) == ".html"
	}
	return looksHTML(bytes.TrimSpace(bytes.TrimPrefix(content, []byte(bom))))
}
