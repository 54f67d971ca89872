package output

import (
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"math/big"
	"slices"
	"strings"

	"sayso/extract"
	"sayso/extract/source"
)

// reportFiles are the page's template, style and script, and the words of its interface by language.
//
//go:embed report
var reportFiles embed.FS

// A report writes all documents as one HTML page that needs nothing else: no network, and no script to be read.
type report struct {
	out       io.Writer
	articles  []reportArticle
	documents []*extract.Document
}

func newReport(w io.Writer, _ Terminal) Writer { return &report{out: w} }

// Write takes in one document; the page is written by Close.
func (r *report) Write(d *extract.Document) error {
	r.articles = append(r.articles, newReportArticle(fmt.Sprintf("a%d", len(r.articles)+1), d))
	r.documents = append(r.documents, d)
	return nil
}

// Close writes the page. Without any document there is none.
func (r *report) Close() error {
	if len(r.articles) == 0 {
		return nil
	}
	p, err := r.page()
	if err != nil {
		return err
	}
	t, err := template.ParseFS(reportFiles, "report/page.html")
	if err != nil {
		return err
	}
	return t.Execute(r.out, p)
}

// A reportPage is what the template shows.
type reportPage struct {
	Title    string
	Language string            // of the interface: fr, pt or en
	Words    map[string]string // of the interface
	Style    template.CSS
	Script   template.JS
	Filters  []reportFilter
	Articles []reportArticle
	Speakers []reportSpeaker
	Figures  []reportFigure
}

// A reportFilter shows or hides one kind of annotation.
type reportFilter struct{ Kind, Word string }

// reportKinds are the kinds of annotation in the order of the page's lists.
var reportKinds = []reportFilter{
	{"quote", "quotes"}, {"money", "money"}, {"date", "dates"}, {"person", "person"}, {"organization", "organization"},
	{"location", "location"}, {"misc", "misc"}, {"claim", "claims"},
}

func (r *report) page() (*reportPage, error) {
	p := &reportPage{Title: "sayso", Language: r.language(), Articles: r.articles, Filters: reportKinds[:len(reportKinds)-1]}
	if len(r.articles) == 1 {
		p.Title = r.articles[0].Title
	}
	words := map[string]map[string]string{}
	for _, f := range []struct {
		name string
		take func([]byte) error
	}{
		{"words.json", func(b []byte) error { return json.Unmarshal(b, &words) }},
		{"style.css", func(b []byte) error { p.Style = template.CSS(b); return nil }},
		{"script.js", func(b []byte) error { p.Script = template.JS(b); return nil }},
	} {
		data, err := reportFiles.ReadFile("report/" + f.name)
		if err == nil {
			err = f.take(data)
		}
		if err != nil {
			return nil, err
		}
	}
	p.Words = words[p.Language]
	p.Speakers, p.Figures = r.speakers(), r.figures()
	return p, nil
}

// language is that of the interface: the articles' where they share one.
func (r *report) language() string {
	code := text(r.documents[0].Language.Code)
	for _, d := range r.documents {
		if text(d.Language.Code) != code {
			return "en"
		}
	}
	return cmp.Or(code, "en")
}

// A reportSpeaker is somebody quoted, with the statements.
type reportSpeaker struct {
	Name  string
	Count int
	Links []reportLink
}

// A reportLink leads to a place of the page.
type reportLink struct{ To, Label string }

// speakers are those who are quoted and known, the most quoted first: one article's "she" is not another's.
func (r *report) speakers() []reportSpeaker {
	index := map[string]int{}
	var all []reportSpeaker
	for i, d := range r.documents {
		for _, q := range d.Quotes {
			if q.Speaker == nil || q.Speaker.Entity == nil {
				continue
			}
			k, ok := index[q.Speaker.Name]
			if !ok {
				k = len(all)
				index[q.Speaker.Name] = k
				all = append(all, reportSpeaker{Name: q.Speaker.Name})
			}
			all[k].Count++
			all[k].Links = append(all[k].Links, reportLink{r.articles[i].anchor(q.ID), fmt.Sprintf("%d:%s", i+1, q.ID)})
		}
	}
	slices.SortStableFunc(all, func(a, b reportSpeaker) int { return cmp.Compare(b.Count, a.Count) })
	return all
}

// A reportFigure is one of the largest sums.
type reportFigure struct{ Value, Text, To string }

// maxFigures is how many of the largest figures of a currency are shown.
const maxFigures = 5

// figures are the largest sums of each currency: sums of two currencies are not compared.
func (r *report) figures() []reportFigure {
	type sum struct {
		reportFigure
		currency string
		amount   *big.Float
	}
	var all []sum
	for i, d := range r.documents {
		for _, m := range d.Money {
			n, _, err := big.ParseFloat(cmp.Or(m.Amount, m.High).String(), 10, 128, big.ToNearestEven)
			if err == nil {
				all = append(all, sum{reportFigure{figure(m.Figure), m.Text, r.articles[i].anchor(m.ID)}, m.Currency, n})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b sum) int { return cmp.Or(cmp.Compare(a.currency, b.currency), b.amount.Cmp(a.amount)) })
	var kept []reportFigure
	shown := map[string]int{}
	for _, s := range all {
		if shown[s.currency]++; shown[s.currency] <= maxFigures {
			kept = append(kept, s.reportFigure)
		}
	}
	return kept
}

// titleOf is what an article is called.
func titleOf(d *extract.Document) string {
	return cmp.Or(clean(text(d.Title)), clean(source.Name(d.Source)))
}

// aboutOf is where and when an article stood.
func aboutOf(d *extract.Document) string {
	return join([]string{clean(text(d.Site)), strings.Join(d.Byline, ", "), text(d.Published.Date), text(d.Language.Code)}, " · ")
}
