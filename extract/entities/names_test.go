package entities

import (
	"os"
	"path/filepath"
	"testing"

	"sayso/extract/view/viewtest"
	"sayso/rules/token"
)

// Where a glance sees no name, none is when all names are weighed; and it sees most of a text free of them. It is of all paragraphs
// but one in so many.
const skipped = 3

func TestFreePlacesHaveNoNames(t *testing.T) {
	for _, lang := range []string{"fr", "pt", "en"} {
		files, err := filepath.Glob("../../testdata/articles/" + lang + "/*.txt")
		if err != nil || len(files) == 0 {
			t.Fatal(lang, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			v := viewtest.Of(t, lang, "2025-03-12", string(text))
			var places []token.Range
			for n, p := range v.Text.Paragraphs {
				for i := p.Start; i < p.End && n%skipped != skipped-1; i++ {
					places = append(places, token.Range{Start: i, End: i + 1})
				}
			}
			names, free := Later(v), 0
			names.Glance(places)
			var over, holding []token.Range
			for _, at := range places {
				if names.glance.Free(at, false) {
					over = append(over, at)
					free++
				}
				if names.glance.Free(at, true) {
					holding = append(holding, at)
				}
			}
			if 2*free < len(places) {
				t.Errorf("%s: %d of %d tokens are free", file, free, len(places))
			}
			all := names.Weighed()
			for _, at := range over {
				if m := all.At(at); m != nil {
					t.Errorf("%s: %q is in the name %q", file, v.Text.Slice(at), m.Text)
				}
			}
			for _, at := range holding {
				if m := all.At(at); m != nil && m.At.Len() > 1 {
					t.Errorf("%s: %q is in the longer name %q", file, v.Text.Slice(at), m.Text)
				}
			}
		}
	}
}
