package feed

import (
	"bytes"
	"compress/gzip"
	"errors"
	"strings"
	"testing"
	"time"
)

const (
	rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>N</title><link>https://example.org/</link>
<item><title> One </title><link>/a</link><pubDate>Tue, 04 Mar 2025 08:00:00 GMT</pubDate></item>
<item><title>Two</title><link>javascript:alert(1)</link></item></channel></rss>`
	atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><title>One</title>
<link href="https://example.org/a"/><updated>2025-03-04T08:00:00Z</updated></entry></feed>`
	jsonFeed = `{"version":"https://jsonfeed.org/version/1.1","title":"N","items":[{"id":"1","url":"https://example.org/a","title":"One","date_published":"2025-03-04T08:00:00Z"}]}`
	sitemap  = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://example.org/a</loc><lastmod>2025-03-04</lastmod></url></urlset>`
	maps     = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://example.org/map1.xml</loc></sitemap>
<sitemap><loc>https://example.org/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap></sitemapindex>`
	page = `<html><head><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head><body></body></html>`
)

func TestParse(t *testing.T) {
	for about, file := range map[string]string{"rss": rss, "atom": atom, "json": jsonFeed, "sitemap": sitemap} {
		f, err := Parse([]byte(file), "https://example.org/rss.xml")
		if err != nil || len(f.Entries) != 1 || f.Entries[0].URL != "https://example.org/a" {
			t.Errorf("%s: %+v (%v)", about, f, err)
			continue
		}
		e := f.Entries[0]
		if e.Published.Format(time.DateOnly) != "2025-03-04" && e.Modified.Format(time.DateOnly) != "2025-03-04" {
			t.Errorf("%s: published %v, modified %v", about, e.Published, e.Modified)
		}
		if about != "sitemap" && e.Title != "One" {
			t.Errorf("%s: title %q", about, e.Title)
		}
	}
	for about, file := range map[string]string{"text": "Hello.", "empty": "", "a page without a feed": "<html><body></body></html>"} {
		if f, err := Parse([]byte(file), "https://example.org/"); !errors.Is(err, ErrNone) {
			t.Errorf("%s: %+v (%v)", about, f, err)
		}
	}
}

func TestCompressedSitemap(t *testing.T) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(sitemap))
	w.Close()
	if f, err := Parse(b.Bytes(), "https://example.org/map.xml.gz"); err != nil || len(f.Entries) != 1 {
		t.Errorf("%+v (%v)", f, err)
	}
}

func TestListFollowsWhatAFileLeadsTo(t *testing.T) {
	files := map[string]string{"https://example.org/rss.xml": rss, "https://example.org/map1.xml": sitemap}
	var asked []string
	get := func(address string) ([]byte, string, error) {
		asked = append(asked, address)
		file, ok := files[address]
		if !ok {
			return nil, "", errors.New("404 Not Found")
		}
		return []byte(file), address, nil
	}
	since := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	for about, file := range map[string]string{"page": page, "sitemaps": maps} {
		asked = nil
		entries, errs := List([]byte(file), "https://example.org/", since, get)
		if len(entries) != 1 || len(errs) > 0 {
			t.Errorf("%s: %v, %v", about, entries, errs)
		}
		if strings.Contains(strings.Join(asked, " "), "old.xml") {
			t.Errorf("%s: an old sitemap was fetched", about)
		}
	}
	if entries, errs := List([]byte(maps), "https://example.org/", time.Time{}, get); len(entries) != 1 || len(errs) != 1 {
		t.Errorf("%v, %v: one sitemap cannot be fetched", entries, errs)
	}
	if entries, _ := List([]byte(rss), "https://example.org/", time.Date(2025, 3, 5, 0, 0, 0, 0, time.UTC), get); len(entries) != 0 {
		t.Errorf("%v is older than asked for", entries)
	}
}

func FuzzParse(f *testing.F) {
	for _, file := range []string{rss, atom, jsonFeed, sitemap, maps, page} {
		f.Add([]byte(file))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		got, err := Parse(file, "https://example.org/")
		if err != nil {
			return
		}
		for _, e := range got.Entries {
			if !strings.HasPrefix(e.URL, "http") {
				t.Errorf("%q is no address", e.URL)
			}
		}
	})
}
