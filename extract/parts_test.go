package extract_test

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"sayso/extract"
	"sayso/extract/document"
)

// Whatever parts are asked for, they are what they are in the whole record.
func TestPartsAreThoseOfTheWhole(t *testing.T) {
	if n := len(document.Parts); n != 6 {
		t.Errorf("a record has %d parts; those that lean on others are told in parts.go", n)
	}
	to := []string{"EUR", "USD"}
	whole, err := extract.New(extract.Options{To: to})
	if err != nil {
		t.Fatal(err)
	}
	all := [][]string{{"money"}, {"dates"}, {"entities"}}
	for lang, more := range map[string][][]string{"fr": nil, "pt": {{"quantities"}}, "en": {{"dates", "money"}}} {
		for _, parts := range append(more, all...) {
			x, err := extract.New(extract.Options{To: to, Parts: parts})
			if err != nil {
				t.Fatal(err)
			}
			for _, path := range articles(t) {
				if filepath.Base(filepath.Dir(path)) != lang {
					continue
				}
				if got, want := partsOf(t, x, path, parts), partsOf(t, whole, path, parts); got != want {
					t.Errorf("%s, %v alone:\n%s\nof the whole:\n%s", path, parts, got, want)
				}
			}
		}
	}
}

// partsOf is the record of an article with some parts alone. Warnings are of dates where these are read, and of all parts.
func partsOf(t *testing.T, x *extract.Extractor, path string, parts []string) string {
	d, err := x.Extract(read(t, path))
	if err != nil {
		t.Fatal(err)
	}
	d.Keep(parts)
	d.Warnings = nil
	record, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	return string(record)
}
