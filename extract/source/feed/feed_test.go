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

// A feed that is cut, or holds a bad byte, keeps the items that can be read.
func TestDamagedFeeds(t *testing.T) {
	item := func(n string) string {
		return "<item><title>T" + n + "</title><link>https://example.org/" + n + "</link></item>"
	}
	head := `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>N</title><link>https://example.org/</link>`
	entry := func(n string) string {
		return `<entry><title>T</title><id>` + n + `</id><link href="https://example.org/` + n + `"/></entry>`
	}
	atomHead := `<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title>`
	rdf := `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>N</title></channel>`
	for about, c := range map[string]struct{ file, want, err string }{
		"cut between items":  {head + item("1") + item("2"), "1 2", "damaged behind its items"},
		"cut in an item":     {head + item("1") + item("2") + item("3")[:30], "1 2", "damaged, items that cannot be read: 1"},
		"a bad byte":         {head + item("1") + "<item><title>\xff\x01</title><link>https://example.org/2</link></item>" + item("3") + "</channel></rss>", "1 2 3", ""},
		"a broken item":      {head + item("1") + "<item><title>T</tit<le></item>" + item("3") + "</channel></rss>", "1 3", "damaged, items that cannot be read: 1"},
		"an item not closed": {head + item("1") + "<item><title>T</title>" + item("3") + "</channel></rss>", "1 3", "damaged"},
		"Atom, cut":          {atomHead + entry("1") + entry("2") + "<entry><ti", "1 2", "damaged"},
		"RSS 1.0, cut":       {rdf + item("1") + item("2") + "<ite", "1 2", "damaged"},
		"JSON, cut":          {jsonFeed[:len(jsonFeed)-2] + `,{"id":"2","url":"https://exa`, "a", "damaged"},
		"a sitemap, cut":     {sitemap[:len(sitemap)-len("</urlset>")] + "<url><lo", "a", "a damaged sitemap"},
		"no item":            {head + "</channel></rss>", "", "announces nothing"},
		"an empty sitemap":   {`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>`, "", "announces nothing"},
	} {
		f, err := Parse([]byte(c.file), "https://example.org/rss.xml")
		var got []string
		for _, e := range f.Entries {
			got = append(got, strings.TrimPrefix(e.URL, "https://example.org/"))
		}
		if strings.Join(got, " ") != c.want || (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: %q, %v", about, got, err)
		}
	}
}

func TestTitlesWithoutMarkup(t *testing.T) {
	for title, want := range map[string]string{
		"<b>One</b> &amp; <i>two</i>": "One & two", "5 < 6": "5 < 6", "One&amp;#8217;s\n  two": "One\u2019s two", "&lt;b&gt;": "<b>", " One ": "One", "R&D": "R&D",
	} {
		if got := plain(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}

func TestContent(t *testing.T) {
	file := `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><link>https://example.org/a</link><description>Short.</description><content:encoded><![CDATA[<p>All of it.</p>]]></content:encoded></item></channel></rss>`
	if f, err := Parse([]byte(file), "https://example.org/"); err != nil || len(f.Entries) != 1 || f.Entries[0].Content != "<p>All of it.</p>" {
		t.Errorf("%+v, %v", f, err)
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
