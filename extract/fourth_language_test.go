package extract

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"sayso/extract/article"
	"sayso/extract/document"
	"sayso/rules"
)

// packs is a folder with a pack of a language that the program does not know.
const packs = "../testdata/packs"

// A sentence is an item of es.sentences.yaml: all annotations of the kinds that it names.
type sentence struct {
	Text     string
	Money    []struct{ Text, Amount, Currency string }
	Dates    []struct{ Text, Start, End string }
	Entities []struct{ Text, Type string }
	Quotes   []struct{ Content, Speaker string }
}

// A language is added with YAML alone: its pack passes its examples, and sentences of it are read from end to end.
func TestFourthLanguage(t *testing.T) {
	pack, err := rules.NewLibrary(Types(), packs).Load("es")
	if err != nil {
		t.Fatal(err)
	}
	if report := pack.Test(); report.Err != nil || len(report.Failures)+len(report.Untested) > 0 {
		t.Errorf("the pack: %+v", report)
	}
	x, err := New(Options{PackDirs: []string{packs}})
	if err != nil {
		t.Fatal(err)
	}
	if got := x.Languages(); !slices.Equal(got, []string{"fr", "pt", "en", "es"}) {
		t.Errorf("languages: %q", got)
	}
	body, err := os.ReadFile(packs + "/es.sentences.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var all []sentence
	if err := yaml.Unmarshal(body, &all); err != nil || len(all) != 20 {
		t.Fatal(len(all), err)
	}
	for _, s := range all {
		d, err := x.Extract(article.Article{Text: s.Text, Language: article.Hint{Code: "es", From: "input"}, Published: article.Published{Date: "2025-03-12"}})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := s.read(d), s.expected(); got != want {
			t.Errorf("%s\n got %s\nwant %s", s.Text, got, want)
		}
	}
}

// expected is what the item says of its sentence.
func (s *sentence) expected() string {
	var all []string
	for _, m := range s.Money {
		all = append(all, fmt.Sprint(m.Text, " ", m.Amount, " ", m.Currency))
	}
	for _, d := range s.Dates {
		all = append(all, fmt.Sprint(d.Text, " ", d.Start, "/", d.End))
	}
	for _, e := range s.Entities {
		all = append(all, fmt.Sprint(e.Text, " ", e.Type))
	}
	for _, q := range s.Quotes {
		all = append(all, fmt.Sprint(q.Content, " - ", q.Speaker))
	}
	return strings.Join(all, "; ")
}

// read is the same of a document.
func (s *sentence) read(d *document.Document) string {
	var all []string
	for _, m := range d.Money {
		if s.Money != nil {
			all = append(all, fmt.Sprint(m.Text, " ", m.Amount, " ", m.Currency))
		}
	}
	for _, m := range d.Dates {
		if s.Dates != nil {
			all = append(all, fmt.Sprint(m.Text, " ", text(m.From), "/", text(m.To)))
		}
	}
	all = append(all, s.named(d)...)
	for _, q := range d.Quotes {
		if s.Quotes != nil {
			all = append(all, fmt.Sprint(joined(q.Content), " - ", q.Speaker.Name))
		}
	}
	return strings.Join(all, "; ")
}

// named are the mentions of a document in the order of the text.
func (s *sentence) named(d *document.Document) []string {
	type named struct {
		start int
		text  string
	}
	var all []named
	for _, e := range d.Entities {
		for _, m := range e.Mentions {
			if s.Entities != nil {
				all = append(all, named{m.Start, m.Text + " " + e.Type})
			}
		}
	}
	slices.SortFunc(all, func(a, b named) int { return a.start - b.start })
	var texts []string
	for _, n := range all {
		texts = append(texts, n.text)
	}
	return texts
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func joined(places []document.Place) string {
	var texts []string
	for _, p := range places {
		texts = append(texts, p.Text)
	}
	return strings.Join(texts, " … ")
}
