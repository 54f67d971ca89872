package output

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"

	"sayso/extract/document"
	"sayso/extract/source"
)

// reportFiles are the page's template, style and script.
//
//go:embed report
var reportFiles embed.FS

// PerPage is how many articles a page of a report has, where there may be several.
const PerPage = 500

// Paged is a writer of pages for the browser: many articles are slow on one.
type Paged interface{ paged() }

func (*report) paged() {}

// A report writes documents as HTML pages that need nothing else: no network, and no script to be read. Up to PerPage articles are one
// page with its index. Where there are more and Terminal.Page opens further files, each of these has so many articles, and the report
// itself is the index over all of them.
type report struct {
	out       io.Writer
	language  string // of the interface, or empty
	open      func(n int) (io.WriteCloser, string, error)
	home      string               // its address as seen from its pages
	words     words                // chosen by the first articles
	documents []*document.Document // that are on no page yet
	contents  []reportEntry
	index     reportIndex
	files     []reportFile // pages that are written
}

func newReport(w io.Writer, t Terminal) Writer {
	return &report{out: w, language: t.Language, open: t.Page, home: t.Home}
}

// Write takes in one document. What fills a page is written once it is certain that there are more pages.
func (r *report) Write(d *document.Document) error {
	r.documents = append(r.documents, d)
	if len(r.documents) <= PerPage || r.open == nil {
		return nil
	}
	full := r.documents[:PerPage]
	r.documents = append([]*document.Document{}, r.documents[PerPage:]...)
	return r.writeFile(full)
}

// Close writes the page, or the last one and the index. Without any document there is none.
func (r *report) Close() error {
	if len(r.documents) == 0 {
		return nil
	}
	if len(r.files) == 0 {
		articles := r.take(r.documents, "")
		return r.execute(r.out, reportPage{Articles: articles, Contents: r.contents, Index: r.index.shown(r.words)})
	}
	if err := r.writeFile(r.documents); err != nil {
		return err
	}
	return r.execute(r.out, reportPage{Contents: r.contents, Index: r.index.shown(r.words), Files: r.files})
}

// writeFile writes a page of its own.
func (r *report) writeFile(docs []*document.Document) error {
	w, name, err := r.open(len(r.files) + 1)
	if err != nil {
		return err
	}
	first := len(r.contents) + 1
	articles := r.take(docs, name)
	r.files = append(r.files, reportFile{Href: name, Label: fmt.Sprintf("%d–%d", first, len(r.contents))})
	var own reportIndex
	for i, d := range docs {
		own.add(d, articles[i], "", r.words)
	}
	p := reportPage{Articles: articles, Index: own.shown(r.words), Home: r.home, Here: name, Files: r.files}
	p.Index.Figures = nil
	if err := r.execute(w, p); err != nil {
		w.Close()
		return err
	}
	return w.Close()
}

// take makes articles of documents, and adds them to the contents and the index with links into that file.
func (r *report) take(docs []*document.Document, file string) []reportArticle {
	if r.words == nil {
		r.language = r.languageCode(docs)
		r.words = inLanguage(r.language)
	}
	var articles []reportArticle
	for _, d := range docs {
		a := newReportArticle(fmt.Sprintf("a%d", len(r.contents)+1), d, r.words)
		articles = append(articles, a)
		r.contents = append(r.contents, reportEntry{file + "#" + a.ID, a.Title, a.About})
		r.index.add(d, a, file, r.words)
	}
	return articles
}

// A reportPage is what the template shows.
type reportPage struct {
	Title    string
	Language string // of the interface: fr, pt or en
	Words    words  // of the interface
	Style    template.CSS
	Script   template.JS
	// ScriptHash is what the page's policy knows the script by: no other one is run.
	ScriptHash string
	Filters    []reportFilter
	Articles   []reportArticle
	Contents   []reportEntry
	Index      reportIndexed
	Home       string       // of a page of several, where the index is
	Here       string       // and its own address
	Files      []reportFile // these, as far as they are written
}

// Part reports whether the page is one of several.
func (p reportPage) Part() bool { return p.Here != "" }

// Many reports whether the page is about several articles.
func (p reportPage) Many() bool { return p.Part() || len(p.Contents) > 1 }

// A reportEntry is an article in the contents.
type reportEntry struct{ Href, Title, About string }

// A reportFile is a page of a report of several, and which articles it has.
type reportFile struct{ Href, Label string }

// A reportFilter shows or hides one kind of annotation.
type reportFilter struct{ Kind, Word string }

// reportKinds are the kinds of annotation in the order of the page's lists.
var reportKinds = []reportFilter{
	{"quote", "quotes"}, {"money", "money"}, {"date", "dates"}, {"person", "person"}, {"organization", "organization"},
	{"location", "location"}, {"misc", "misc"}, {"claim", "claims"},
}

// execute writes a page.
func (r *report) execute(w io.Writer, p reportPage) error {
	style, err := reportFiles.ReadFile("report/style.css")
	if err != nil {
		return err
	}
	script, err := reportFiles.ReadFile("report/script.js")
	if err != nil {
		return err
	}
	t, err := template.ParseFS(reportFiles, "report/page.html")
	if err != nil {
		return err
	}
	hash := sha256.Sum256(script)
	p.Style, p.Script, p.ScriptHash = template.CSS(style), template.JS(script), "sha256-"+base64.StdEncoding.EncodeToString(hash[:])
	p.Language, p.Words, p.Filters = r.language, r.words, reportKinds[:len(reportKinds)-1]
	p.Title = r.words.counted(max(len(p.Articles), len(p.Contents)), "articles")
	if !p.Many() {
		p.Title = p.Articles[0].Title
	}
	return t.Execute(w, p)
}

// languageCode is that of the interface: the one asked for, else the articles' where they share one.
func (r *report) languageCode(docs []*document.Document) string {
	code := cmp.Or(r.language, text(docs[0].Language.Code))
	for _, d := range docs {
		if r.language == "" && text(d.Language.Code) != code {
			return "en"
		}
	}
	if interfaces()[code] == nil {
		return "en"
	}
	return code
}

// titleOf is what an article is called: its title, the headline in its text, or the name of its file.
func titleOf(d *document.Document) string {
	body := []rune(text(d.Text))
	return cmp.Or(clean(text(d.Title)), clean(string(body[:headlineEnd(body)])), clean(source.Name(d.Source)))
}

// aboutOf is where and when an article stood, and in what language.
func aboutOf(d *document.Document, w words) string {
	return join([]string{clean(text(d.Site)), clean(strings.Join(d.Byline, ", ")), w.day(text(d.Published.Date)), w.or(text(d.Language.Code))}, " · ")
}
