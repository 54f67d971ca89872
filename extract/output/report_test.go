package output

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sayso/extract"
)

// reported is a document whose annotations stand at their places of its text.
func reported() *extract.Document {
	d := sample()
	words := "Anne Vasseur, la maire, a parlé à Lyon d'environ 12 millions d'euros (13,4 M$) en avril.\n\n« Il faut agir », dit Vasseur."
	d.Text = &words
	d.Dates[0].Place = placed(words, "avril")
	d.Entities[0].Mentions = []extract.Mention{{Place: placed(words, "Anne Vasseur"), Rule: "fr.person"}}
	d.Entities[1].Mentions = []extract.Mention{{Place: placed(words, "Lyon"), Rule: "fr.city"}}
	d.Money = d.Money[:1]
	d.Money[0].Place = placed(words, "12 millions d'euros")
	d.Money[0].Stated.Place = placed(words, "13,4 M$")
	d.Quotes[0].Content = []extract.Place{placed(words, "Il faut agir")}
	d.Claims[0].Place = placed(words, "12 millions d'euros")
	return d
}

// placed is where a part stands in a text.
func placed(text, part string) extract.Place {
	at := len([]rune(text[:strings.Index(text, part)]))
	return extract.Place{Start: at, End: at + len([]rune(part)), Text: part}
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
	for _, want := range []string{"Qui est cité", "Anne Vasseur 2 1:q1 2:q1", "EUR 12,000,000"} {
		if !strings.Contains(strings.Join(strings.Fields(page), " "), want) {
			t.Errorf("no %q in the index", want)
		}
	}
}

func TestReportWordsAreTheSameInEveryLanguage(t *testing.T) {
	data, err := reportFiles.ReadFile("report/words.json")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]map[string]string{}
	if err := json.Unmarshal(data, &words); err != nil {
		t.Fatal(err)
	}
	for _, code := range []string{"fr", "pt"} {
		for key := range words["en"] {
			if words[code][key] == "" {
				t.Errorf("%s has no word for %s", code, key)
			}
		}
	}
}

// TestReportInABrowser loads the page in Chromium: its script has to run without an error, and turning a filter off
// has to take the colour of that kind away.
func TestReportInABrowser(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no chromium on this machine: the page is not tried in a browser")
	}
	var b strings.Builder
	w := newReport(&b, Terminal{})
	w.Write(reported())
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	try := `<script>onerror = function (e) { document.body.dataset.error = e; };</script></head>`
	act := `<script>var box = document.querySelector('[data-filter="money"]'); box.focus(); box.click();
document.body.dataset.money = document.querySelectorAll(".text a.money").length;
document.body.dataset.date = document.querySelectorAll(".text a.date").length;</script></body>`
	page := strings.Replace(strings.Replace(b.String(), "</head>", try, 1), "</body>", act, 1)
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--user-data-dir="+t.TempDir(), "--dump-dom", "file://"+file)
	out, err := run.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`data-money="0"`, `data-date="1"`} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %s in the page", want)
		}
	}
	if strings.Contains(string(out), "data-error") {
		t.Errorf("the script failed")
	}
}

// closed is the page of documents, parsed.
func closed(t *testing.T, docs ...*extract.Document) *html.Node {
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
