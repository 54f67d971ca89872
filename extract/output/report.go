package output

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"maps"
	"math/big"
	"slices"
	"strings"

	"sayso/extract/document"
	"sayso/extract/source"
)

// reportFiles are the page's template, style and script.
//
//go:embed report
var reportFiles embed.FS

// A report writes all documents as one HTML page that needs nothing else: no network, and no script to be read.
type report struct {
	out       io.Writer
	language  string // of the interface, or empty
	documents []*document.Document
	articles  []reportArticle // made by Close
}

func newReport(w io.Writer, t Terminal) Writer { return &report{out: w, language: t.Language} }

// Write takes in one document; the page is written by Close.
func (r *report) Write(d *document.Document) error {
	r.documents = append(r.documents, d)
	return nil
}

// Close writes the page. Without any document there is none.
func (r *report) Close() error {
	if len(r.documents) == 0 {
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
	Language string // of the interface: fr, pt or en
	Words    words  // of the interface
	Style    template.CSS
	Script   template.JS
	// ScriptHash is what the page's policy knows the script by: no other one is run.
	ScriptHash string
	Filters    []reportFilter
	Articles   []reportArticle
	Speakers   []reportSpeaker
	Figures    []reportCurrency
}

// A reportFilter shows or hides one kind of annotation.
type reportFilter struct{ Kind, Word string }

// reportKinds are the kinds of annotation in the order of the page's lists.
var reportKinds = []reportFilter{
	{"quote", "quotes"}, {"money", "money"}, {"date", "dates"}, {"person", "person"}, {"organization", "organization"},
	{"location", "location"}, {"misc", "misc"}, {"claim", "claims"},
}

func (r *report) page() (*reportPage, error) {
	style, err := reportFiles.ReadFile("report/style.css")
	if err != nil {
		return nil, err
	}
	script, err := reportFiles.ReadFile("report/script.js")
	if err != nil {
		return nil, err
	}
	hash := sha256.Sum256(script)
	code := r.languageCode()
	w := interfaces()[code]
	for i, d := range r.documents {
		r.articles = append(r.articles, newReportArticle(fmt.Sprintf("a%d", i+1), d, w))
	}
	p := &reportPage{
		Title: w.counted(len(r.articles), "articles"), Language: code, Words: w, Style: template.CSS(style), Script: template.JS(script), ScriptHash: "sha256-" + base64.StdEncoding.EncodeToString(hash[:]),
		Filters: reportKinds[:len(reportKinds)-1], Articles: r.articles, Speakers: r.speakers(w), Figures: r.figures(w),
	}
	if len(r.articles) == 1 {
		p.Title = r.articles[0].Title
	}
	return p, nil
}

// languageCode is that of the interface: the one asked for, else the articles' where they share one.
func (r *report) languageCode() string {
	code := cmp.Or(r.language, text(r.documents[0].Language.Code))
	for _, d := range r.documents {
		if r.language == "" && text(d.Language.Code) != code {
			return "en"
		}
	}
	if interfaces()[code] == nil {
		return "en"
	}
	return code
}

// A reportSpeaker is somebody quoted, with the statements.
type reportSpeaker struct {
	Name   string
	Count  int
	Direct int    // of these, those with the speaker's own words
	Said   string // both in words
	Links  []reportLink
}

// A reportLink leads to a place of the page: the words there, their language, and the article that they stand in.
type reportLink struct{ To, Label, Language, Article string }

// linkTo is the link to an annotation.
func (r *report) linkTo(article int, id, words string) reportLink {
	a := r.articles[article]
	return reportLink{a.anchor(id), shortened(clean(words)), a.Language, a.Title}
}

// longestLink is how many characters of the words at a place a link to it has.
const longestLink = 60

// shortened is a text cut behind a word.
func shortened(s string) string {
	runes := []rune(s)
	if len(runes) <= longestLink {
		return s
	}
	cut := string(runes[:longestLink])
	if at := strings.LastIndex(cut, " "); at > longestLink/2 {
		cut = cut[:at]
	}
	return cut + " …"
}

// speakers are those who are quoted and known, the most quoted first: one article's "she" is not another's.
func (r *report) speakers(w words) []reportSpeaker {
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
			if q.Kind != "indirect" {
				all[k].Direct++
			}
			all[k].Links = append(all[k].Links, r.linkTo(i, q.ID, q.Said()))
		}
	}
	slices.SortStableFunc(all, func(a, b reportSpeaker) int { return cmp.Compare(b.Count, a.Count) })
	for i, s := range all {
		all[i].Said = s.said(w)
	}
	return all
}

// said is how often somebody is quoted, and how.
func (s reportSpeaker) said(w words) string {
	var parts []string
	for _, kind := range []struct {
		n    int
		word string
	}{{s.Direct, "direct"}, {s.Count - s.Direct, "reported"}} {
		if kind.n > 0 {
			parts = append(parts, w.counted(kind.n, kind.word))
		}
	}
	return w.counted(s.Count, "times") + " · " + join(parts, ", ")
}

// A reportCurrency is the largest sums of a currency: sums of two currencies are not compared.
type reportCurrency struct {
	Currency string
	Sums     []reportSum
}

// A reportSum is a figure with the places where it stands.
type reportSum struct {
	Value  string
	Links  []reportLink
	amount *big.Float
}

// maxFigures is how many of the largest figures of a currency are shown.
const maxFigures = 5

// figures are the largest sums of each currency.
func (r *report) figures(w words) []reportCurrency {
	sums := map[string][]reportSum{}
	for i, d := range r.documents {
		for _, m := range d.Money {
			n, _, err := big.ParseFloat(cmp.Or(m.Amount, m.High).String(), 10, 128, big.ToNearestEven)
			if err == nil && m.Currency != "" {
				sums[m.Currency] = withSum(sums[m.Currency], reportSum{w.value(m), []reportLink{r.linkTo(i, m.ID, m.Text)}, n})
			}
		}
	}
	var all []reportCurrency
	for _, code := range slices.Sorted(maps.Keys(sums)) {
		list := sums[code]
		slices.SortStableFunc(list, func(a, b reportSum) int { return b.amount.Cmp(a.amount) })
		all = append(all, reportCurrency{code, list[:min(len(list), maxFigures)]})
	}
	return all
}

// withSum adds a sum, or its place to the same one.
func withSum(list []reportSum, s reportSum) []reportSum {
	for i := range list {
		if list[i].Value == s.Value {
			list[i].Links = append(list[i].Links, s.Links...)
			return list
		}
	}
	return append(list, s)
}

// titleOf is what an article is called.
func titleOf(d *document.Document) string {
	return cmp.Or(clean(text(d.Title)), clean(source.Name(d.Source)))
}

// aboutOf is where and when an article stood, and in what language.
func aboutOf(d *document.Document, w words) string {
	return join([]string{clean(text(d.Site)), clean(strings.Join(d.Byline, ", ")), w.day(text(d.Published.Date)), w.or(text(d.Language.Code))}, " · ")
}
