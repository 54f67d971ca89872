package output

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sayso/extract/document"
)

// reported is a document whose annotations stand at their places of its text.
func reported() *document.Document {
	d := sample()
	words := "Anne Vasseur, la maire, a parlé à Lyon d'environ 12 millions d'euros (13,4 M$) en avril.\n\n« Il faut agir », dit Vasseur."
	d.Text = &words
	d.Dates[0].Place = placed(words, "avril")
	d.Entities[0].Mentions = []document.Mention{{Place: placed(words, "Anne Vasseur"), Rule: "fr.person"}}
	d.Entities[1].Mentions = []document.Mention{{Place: placed(words, "Lyon"), Rule: "fr.city"}}
	d.Money = d.Money[:1]
	d.Money[0].Place = placed(words, "12 millions d'euros")
	d.Money[0].Stated.Place = placed(words, "13,4 M$")
	d.Quotes[0].Content = []document.Place{placed(words, "Il faut agir")}
	d.Claims[0].Place = placed(words, "12 millions d'euros")
	return d
}

// placed is where a part stands in a text.
func placed(text, part string) document.Place {
	at := len([]rune(text[:strings.Index(text, part)]))
	return document.Place{Start: at, End: at + len([]rune(part)), Text: part}
}

func TestReportShowsEveryAnnotationAtItsPlace(t *testing.T) {
	d := reported()
	page := closed(t, d)
	shown := map[string]string{} // by id, the words under its marks
	ids := map[string]bool{}
	walk(page, func(n *html.Node) {
		ids[attribute(n, "id")] = true
		for id := range strings.FieldsSeq(attribute(n, "data-marks")) {
			shown[id] += content(n)
		}
	})
	for id, want := range map[string]string{"q1": "Il faut agir", "m1": "12 millions d'euros13,4 M$", "d1": "avril", "e1": "Anne Vasseur", "e2": "Lyon"} {
		if shown[id] != want {
			t.Errorf("%s marks %q, want %q", id, shown[id], want)
		}
		if !ids["a1-"+id] || !ids["a1-"+id+"-note"] {
			t.Errorf("%s has no anchor or no line in a list", id)
		}
	}
	walk(page, func(n *html.Node) {
		if to := attribute(n, "href"); strings.HasPrefix(to, "#") && !ids[to[1:]] {
			t.Errorf("%s leads nowhere", to)
		}
	})
}

func TestReportNeedsNothingElse(t *testing.T) {
	var b strings.Builder
	w := newReport(&b, Terminal{})
	d := reported()
	d.Title, d.URL = p("</title><script>alert(1)</script>"), p("javascript:alert(1)")
	if err := w.Write(d); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<script>alert", "javascript:", "src=", "<link", "@import", "url("} {
		if strings.Contains(b.String(), bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
}

func TestReportOverSeveralArticles(t *testing.T) {
	page := content(closed(t, reported(), reported()))
	for _, want := range []string{"Qui est cité", "Anne Vasseur 2 fois · 2 directes", "≈ EUR 12 000 000 12 millions d'euros Le pont <fermé> 12 millions d'euros Le pont <fermé>", "1er avril 2025 au 30 avril 2025"} {
		if !strings.Contains(strings.Join(strings.Fields(page), " "), want) {
			t.Errorf("no %q in the index", want)
		}
	}
}

func TestReportWordsAreTheSameInEveryLanguage(t *testing.T) {
	for _, code := range []string{"fr", "pt"} {
		for key := range inLanguage("en") {
			if inLanguage(code)[key] == "" {
				t.Errorf("%s has no word for %s", code, key)
			}
		}
	}
}

// closed is the page of documents, parsed.
func closed(t *testing.T, docs ...*document.Document) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(written(t, "html", Terminal{}, docs...)))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func walk(n *html.Node, do func(*html.Node)) {
	do(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walk(c, do)
	}
}

func attribute(n *html.Node, key string) string {
	i := slices.IndexFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
	if i < 0 {
		return ""
	}
	return n.Attr[i].Val
}

// content is the text below a node, scripts and styles left out.
func content(n *html.Node) string {
	var b strings.Builder
	var add func(*html.Node)
	add = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Data == "script" || n.Data == "style" {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			add(c)
		}
	}
	add(n)
	return b.String()
}

// The page's policy lets no script run but its own.
func TestReportRunsItsOwnScriptAlone(t *testing.T) {
	page := written(t, "html", Terminal{}, reported())
	_, rest, _ := strings.Cut(page, "<script>")
	script, _, ok := strings.Cut(rest, "</script>")
	sum := sha256.Sum256([]byte(script))
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil || !ok {
		t.Fatal(err)
	}
	policy := ""
	walk(doc, func(n *html.Node) {
		for _, a := range n.Attr {
			if a.Key == "content" && strings.HasPrefix(a.Val, "default-src") {
				policy = a.Val
			}
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("%s has %s", n.Data, a.Key)
			}
		}
	})
	want := "script-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	if !slices.Contains(strings.Split(policy, "; "), want) {
		t.Errorf("the policy is %s, want %s in it", policy, want)
	}
}

// A file is a page of a report in memory.
type file struct {
	strings.Builder
	closed bool
}

func (f *file) Close() error { f.closed = true; return nil }

// A report of more articles than a page has is an index with pages of their own, and every link leads somewhere.
func TestReportOfManyPages(t *testing.T) {
	pages := map[string]*file{}
	var b strings.Builder
	w := newReport(&b, Terminal{Home: "week.html", Page: func(n int) (io.WriteCloser, string, error) {
		name := fmt.Sprintf("week-%d.html", n)
		pages[name] = &file{}
		return pages[name], name, nil
	}})
	const articles = 2*PerPage + 3
	for range articles {
		if err := w.Write(reported()); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{"week.html": true}
	parsed := map[string]*html.Node{}
	for name, text := range map[string]string{"week.html": b.String(), "week-1.html": pages["week-1.html"].String(), "week-2.html": pages["week-2.html"].String(), "week-3.html": pages["week-3.html"].String()} {
		root, err := html.Parse(strings.NewReader(text))
		if err != nil || name != "week.html" && !pages[name].closed {
			t.Fatalf("%s: %v", name, err)
		}
		parsed[name] = root
		ids[name] = true
		walk(root, func(n *html.Node) { ids[name+"#"+attribute(n, "id")] = true })
	}
	links := 0
	for name, root := range parsed {
		walk(root, func(n *html.Node) {
			to := attribute(n, "href")
			if strings.HasPrefix(to, "#") {
				to = name + to
			}
			if n.Data == "a" && to != "" {
				if links++; !ids[to] {
					t.Errorf("%s: %s leads nowhere", name, to)
				}
			}
		})
	}
	if len(parsed) != 4 || links < articles || !strings.Contains(content(parsed["week.html"]), "1003 fois") || strings.Count(pages["week-3.html"].String(), "<article ") != 3 {
		t.Errorf("%d links, %d articles on the last page", links, strings.Count(pages["week-3.html"].String(), "<article "))
	}
}
