package main

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// A dress makes a page of an article, and says how the server sends it.
type dress struct {
	name    string
	make    func(p sitePage, url string) string
	send    func(w http.ResponseWriter, body string)
	without string // what the page does not tell: date, byline
	warning string // that its record has
}

func paragraphs(p sitePage) string {
	var b strings.Builder
	for _, s := range p.paragraphs {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(s))
	}
	return b.String()
}

func whole(p sitePage, head, before, after string) string {
	return fmt.Sprintf("<!DOCTYPE html>\n<html lang=%q><head><meta charset=utf-8><title>%s</title>%s</head><body>%s<article><h1>%s</h1>\n%s</article>%s</body></html>",
		p.lang, html.EscapeString(p.title), head, before, html.EscapeString(p.title), paragraphs(p), after)
}

func linked(p sitePage, more string) string {
	data, _ := json.Marshal(p.title)
	return fmt.Sprintf(`<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Marlou"},
		{"@type": "NewsArticle", "headline": %s, "datePublished": "%sT08:30:00+00:00", "author": [{"@type": "Person", "name": %q}], "publisher": {"@type": "Organization", "name": "Marlou"}%s}]}</script>`,
		data, p.day, p.byline, more)
}

func metas(p sitePage) string {
	return fmt.Sprintf(`<meta property="og:title" content="%s"><meta property="article:published_time" content="%sT08:30:00Z"><meta name="author" content="%s"><meta property="og:site_name" content="Marlou">`,
		html.EscapeString(p.title), p.day, p.byline)
}

func sendAs(contentType string, encode func(string) []byte) func(http.ResponseWriter, string) {
	return func(w http.ResponseWriter, body string) {
		w.Header().Set("Content-Type", contentType)
		w.Write(encode(body))
	}
}

func plainly(w http.ResponseWriter, body string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprint(w, body)
}

func asBytes(s string) []byte { return []byte(s) }

// dresses are the kinds of pages, and of troubles with them.
func dresses() []dress {
	return []dress{
		{name: "graph", make: func(p sitePage, _ string) string { return whole(p, linked(p, ""), "", "") }},
		{name: "metas", make: func(p sitePage, _ string) string { return whole(p, metas(p), "", "") }},
		{name: "broken-json", make: func(p sitePage, _ string) string {
			return whole(p, `<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>`+metas(p), "", "")
		}},
		{name: "shown", make: func(p sitePage, _ string) string {
			return whole(p, "", "", "") + fmt.Sprintf(`<p class="byline">%s</p><time datetime="%sT08:30">x</time>`, p.byline, p.day)
		}, without: "date byline"},
		{name: "time-above", make: func(p sitePage, _ string) string {
			body := whole(p, "", "", "")
			return strings.Replace(body, "</h1>", fmt.Sprintf(`</h1><p class="author"><a rel="author" href="/a">%s</a></p><time datetime="%sT08:30:00Z" pubdate>x</time>`, p.byline, p.day), 1)
		}},
		{name: "asides", make: func(p sitePage, _ string) string {
			aside := asideText + strings.Repeat(" of many words that say nothing of it", 3)
			before := fmt.Sprintf(`<nav><ul><li><a href="/">%[1]s</a></li><li><a href="/b">%[1]s</a></li></ul></nav><div class="cookie-banner" id="cookie-consent"><p>%[1]s</p><button>OK</button></div>`, aside)
			after := fmt.Sprintf(`<aside class="related"><h2>%[1]s</h2><ul><li><a href="/x">%[1]s</a></li><li><a href="/y">%[1]s</a></li></ul></aside><div class="newsletter"><form><p>%[1]s</p><input></form></div><footer><p>%[1]s</p></footer>`, aside)
			return whole(p, linked(p, ""), before, after)
		}},
		{name: "modified", make: func(p sitePage, _ string) string {
			return whole(p, linked(p, `, "dateModified": "2026-01-02T10:00:00Z"`), "", "")
		}},
		{name: "live", make: func(p sitePage, _ string) string {
			return strings.Replace(whole(p, linked(p, ""), "", ""), `"@type": "NewsArticle"`, `"@type": "LiveBlogPosting"`, 1)
		}, warning: "live blog"},
		{name: "paywall", make: func(p sitePage, _ string) string {
			return whole(p, linked(p, `, "isAccessibleForFree": false`), "", "")
		}, warning: "not free to read"},
		{name: "xhtml", make: func(p sitePage, _ string) string {
			return `<?xml version="1.0" encoding="utf-8"?>` + strings.NewReplacer("<!DOCTYPE html>", `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">`, "charset=utf-8>", `http-equiv="Content-Type" content="application/xhtml+xml; charset=utf-8"/>`).Replace(whole(p, linked(p, ""), "", ""))
		}, send: sendAs("application/xhtml+xml", asBytes)},
		{name: "windows-1252", make: func(p sitePage, _ string) string {
			return strings.Replace(whole(p, linked(p, ""), "", ""), "charset=utf-8", "charset=windows-1252", 1)
		}, send: sendAs("text/html", func(s string) []byte {
			b, _ := charmap.Windows1252.NewEncoder().String(narrow(s))
			return []byte(b)
		})},
		{name: "charset-lie", make: func(p sitePage, _ string) string { return whole(p, linked(p, ""), "", "") }, send: sendAs("text/html; charset=iso-8859-1", asBytes)},
		{name: "utf-16", make: func(p sitePage, _ string) string { return whole(p, linked(p, ""), "", "") }, send: sendAs("text/html", func(s string) []byte {
			b, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(s)
			return []byte(b)
		})},
		{name: "gzip", make: func(p sitePage, _ string) string { return whole(p, linked(p, ""), "", "") }, send: func(w http.ResponseWriter, body string) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			fmt.Fprint(z, body)
			z.Close()
		}},
	}
}

// narrow is a text of characters that Windows-1252 has.
func narrow(s string) string {
	return strings.NewReplacer("\u202f", "\u00a0", "\u2009", "\u00a0", "\u2011", "-", "₹", "Rs ").Replace(s)
}
