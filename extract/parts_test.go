package extract_test

import (
	"encoding/json"
	"slices"
	"testing"

	"sayso/extract"
	"sayso/extract/document"
)

// Whatever parts are asked for, they are what they are in the whole record.
func TestPartsAreThoseOfTheWhole(t *testing.T) {
	paths := articles(t)
	record := func(x *extract.Extractor, path string, parts []string) string {
		d, err := x.Extract(read(t, path))
		if err != nil {
			t.Fatal(err)
		}
		d.Keep(parts)
		if !slices.Contains(parts, "dates") { // the warning is of dates
			d.Warnings = slices.DeleteFunc(d.Warnings, func(w string) bool { return w == extract.Undated })
		}
		record, _ := json.Marshal(d)
		return string(record)
	}
	whole, err := extract.New(extract.Options{To: []string{"EUR", "USD"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, parts := range [][]string{{"money"}, {"dates"}, {"entities"}, {"quantities"}, {"money", "dates"}} {
		x, err := extract.New(extract.Options{To: []string{"EUR", "USD"}, Parts: parts})
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			if got, want := record(x, path, parts), record(whole, path, parts); got != want {
				t.Errorf("%s, %v alone:\n%s\nof the whole:\n%s", path, parts, got, want)
			}
		}
	}
	if n := len(document.Parts); n != 6 {
		t.Errorf("a record has %d parts; those that lean on others are told in parts.go", n)
	}
}
