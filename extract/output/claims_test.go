package output_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sayso/extract"
	"sayso/extract/article"
	"sayso/extract/document"
	"sayso/extract/output"
)

// read is the project's articles in plain text, read.
func read(t *testing.T) []*document.Document {
	t.Helper()
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob("../../testdata/articles/*/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	var docs []*document.Document
	for _, name := range names {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		code := filepath.Base(filepath.Dir(name))
		d, err := x.Extract(article.Article{
			ID: "un article " + filepath.Base(name), Text: string(body), Language: article.Hint{Code: code, From: "input"},
			Published: article.Published{Date: "2025-03-12", From: "input"},
		})
		if err != nil {
			t.Fatal(err)
		}
		text := string(body)
		d.Text = &text
		docs = append(docs, d)
	}
	return docs
}

// lines is what a format makes of documents, decoded line by line.
func lines(t *testing.T, format string, docs []*document.Document) []any {
	t.Helper()
	var b bytes.Buffer
	w, err := output.New(format, &b, output.Terminal{})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		if err := w.Write(d); err != nil {
			t.Fatal(err)
		}
	}
	var all []any
	for line := range strings.Lines(b.String()) {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		all = append(all, v)
	}
	return all
}

func compiled(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Every draft and every annotation of the project's articles is of its schema; as many are written as there are.
func TestValid(t *testing.T) {
	docs := read(t)
	drafts, annotations := 0, 0
	for _, d := range docs {
		for _, c := range d.Claims {
			if c.Checkable && (c.Stance == document.Asserts || c.Stance == document.Denies) {
				drafts++
			}
		}
		annotations += len(d.Entities) + len(d.Money) + len(d.Dates) + len(d.Quotes) + len(d.Claims)
	}
	for format, want := range map[string]int{"claimreview": drafts, "webannotation": annotations} {
		schema := compiled(t, format+".schema.json")
		all := lines(t, format, docs)
		if len(all) != want || want == 0 {
			t.Errorf("%s: %d lines, want %d", format, len(all), want)
		}
		for _, v := range all {
			if err := schema.Validate(v); err != nil {
				t.Fatalf("%s: %v\n%v", format, err, v)
			}
		}
	}
}

// A schema that lets everything through would show nothing.
func TestInvalid(t *testing.T) {
	for name, body := range map[string]string{
		"claimreview.schema.json":   `{"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": "x", "itemReviewed": {"@type": "Claim", "text": "x", "appearance": {"@type": "NewsArticle", "url": "x"}}}`,
		"webannotation.schema.json": `{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "a b", "type": "Annotation", "target": []}`,
	} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		if compiled(t, name).Validate(v) == nil {
			t.Errorf("%s lets %s through", name, body)
		}
	}
}

// The selectors find the same words both ways.
func TestSelectors(t *testing.T) {
	for _, d := range read(t) {
		text := []rune(*d.Text)
		for _, v := range lines(t, "webannotation", []*document.Document{d}) {
			for _, target := range v.(map[string]any)["target"].([]any) {
				s := target.(map[string]any)["selector"].([]any)
				position, quote := s[0].(map[string]any), s[1].(map[string]any)
				start, _ := position["start"].(json.Number).Int64()
				end, _ := position["end"].(json.Number).Int64()
				exact, prefix, suffix := quote["exact"].(string), quote["prefix"].(string), quote["suffix"].(string)
				if string(text[start:end]) != exact || !strings.HasSuffix(string(text[:start]), prefix) || !strings.HasPrefix(string(text[end:]), suffix) {
					t.Fatalf("%s: %d-%d %q after %q, before %q", d.ID, start, end, exact, prefix, suffix)
				}
			}
		}
	}
}

// A claim's line holds what it refers to.
func TestClaimLines(t *testing.T) {
	for _, d := range read(t) {
		all := lines(t, "claims", []*document.Document{d})
		if len(all) != len(d.Claims) {
			t.Fatalf("%s: %d lines of %d claims", d.ID, len(all), len(d.Claims))
		}
		for i, v := range all {
			c, of := v.(map[string]any), d.Claims[i]
			if c["id"] != of.ID || c["text"] != of.Text || len(c["money"].([]any)) != len(of.Money) || len(c["dates"].([]any)) != len(of.Dates) ||
				len(c["entities"].([]any)) != len(of.Entities) || (c["quote"] == nil) != (of.Quote == nil) || c["stance"] != of.Stance || c["source"] != of.Source || c["key"] != any(of.Key) && (c["key"] != nil || of.Key != "") {
				t.Fatalf("%s: %v\n of %v", d.ID, c, of)
			}
		}
	}
}
