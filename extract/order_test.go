package extract_test

import (
	"encoding/json"
	"slices"
	"testing"

	"sayso/extract"
	"sayso/extract/article"
)

// What an article gives does not depend on what was read before it: neither in which order, nor how often.
func TestOrderIsOfNoMatter(t *testing.T) {
	var all []article.Article
	for _, text := range []string{
		"The town hall - Ada Brook's old school - opened on Monday. Miami - Lyon is a long way, the council said.",
		"The town hall – Ada Brook’s old school – opened on Monday. Miami – Lyon is a long way, the council said.",
		"MIAMI — Talks on the Miami-Lyon line went on, Ada Brook told Reuters - a first - on Monday.",
	} {
		all = append(all, article.Article{Text: text, Language: article.Hint{Code: "en", From: "flag"}})
	}
	records := func(all []article.Article) []string {
		x, err := extract.New(extract.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var records []string
		for _, a := range all {
			d, err := x.Extract(a)
			if err != nil {
				t.Fatal(err)
			}
			record, _ := json.Marshal(d)
			records = append(records, string(record))
		}
		return records
	}
	want := records(all)
	backwards := slices.Clone(all)
	slices.Reverse(backwards)
	got := records(backwards)
	slices.Reverse(got)
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("article %d read last to first gives\n%s\nand first to last\n%s", i, got[i], want[i])
		}
	}
}
