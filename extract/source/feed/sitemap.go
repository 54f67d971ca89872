package feed

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html/charset"
)

// A location is one element of a sitemap, with what Google's extension for news adds to it.
type location struct {
	Loc      string `xml:"loc"`
	Modified string `xml:"lastmod"`
	News     struct {
		Published string `xml:"publication_date"`
		Title     string `xml:"title"`
	} `xml:"news"`
}

// parseSitemap reads a sitemap as far as it can be read: what stands before a mistake is there beside the error.
func parseSitemap(file []byte, base *url.URL) (File, error) {
	var f File
	in := xml.NewDecoder(bytes.NewReader(clean(file)))
	in.Strict = false
	in.CharsetReader = charset.NewReaderLabel
	for {
		next, err := in.Token()
		if err == io.EOF {
			if len(f.Entries)+len(f.Maps) == 0 {
				return f, ErrEmpty
			}
			return f, nil
		}
		start, ok := next.(xml.StartElement)
		if err == nil && ok {
			err = f.add(in, start, base)
		}
		if err != nil {
			return f, fmt.Errorf("a damaged sitemap: %w", err)
		}
	}
}

// add takes in an element of a sitemap.
func (f *File) add(in *xml.Decoder, start xml.StartElement, base *url.URL) error {
	name := start.Name.Local
	if name != "url" && name != "sitemap" {
		return nil
	}
	var l location
	if err := in.DecodeElement(&l, &start); err != nil {
		return err
	}
	address, ok := absolute(base, l.Loc)
	if !ok {
		return nil
	}
	e := Entry{URL: address, Title: plain(l.News.Title), Published: w3cDate(l.News.Published), Modified: w3cDate(l.Modified)}
	if name == "url" {
		f.Entries = append(f.Entries, e)
	} else {
		f.Maps = append(f.Maps, e)
	}
	return nil
}

// layouts are the forms of dates that sitemaps may have (www.w3.org/TR/NOTE-datetime), and one that many have.
var layouts = []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", time.DateOnly, "2006-01", "2006"}

func w3cDate(s string) time.Time {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil {
			return t
		}
	}
	return time.Time{}
}
