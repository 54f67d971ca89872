package main

import (
	"path"
	"testing"

	"sayso/extract"
	"sayso/rules"
)

// enough is the share of a file's phrases and exceptions that its examples have to cover.
const enough = .95

// notYet are the files that are not there yet, with the share that they have reached: raise it with the examples that you
// write, and take the line out at enough.
var notYet = map[string]float64{
	"en/claims.yaml":   .19,
	"en/dates.yaml":    .67,
	"en/entities.yaml": .51,
	"en/money.yaml":    .52,
	"en/notices.yaml":  .42,
	"en/parties.yaml":  .5,
	"en/quotes.yaml":   .52,
	"fr/claims.yaml":   .25,
	"fr/dates.yaml":    .72,
	"fr/entities.yaml": .6,
	"fr/money.yaml":    .61,
	"fr/notices.yaml":  .43,
	"fr/parties.yaml":  .45,
	"fr/quotes.yaml":   .66,
	"pt/claims.yaml":   .21,
	"pt/dates.yaml":    .61,
	"pt/entities.yaml": .63,
	"pt/money.yaml":    .7,
	"pt/notices.yaml":  .4,
	"pt/parties.yaml":  .45,
	"pt/quotes.yaml":   .47,
}

// TestExamplesCoverTheRules holds that few phrases and exceptions of the built-in packs could be deleted unnoticed. What a
// file lacks, sayso rules test --cover names.
func TestExamplesCoverTheRules(t *testing.T) {
	c := coverage{dirs: map[string]bool{}, index: map[rules.Part]int{}}
	library := rules.NewLibrary(extract.Types())
	for _, name := range library.Names() {
		p, err := library.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.add(p); err != nil {
			t.Fatal(err)
		}
	}
	files := map[string]tally{}
	for _, p := range c.parts {
		if p.Kind == rules.PhrasePart || p.Kind == rules.ExceptionPart {
			n := files[p.File]
			n.Of++
			if p.Covered {
				n.Covered++
			}
			files[p.File] = n
		}
	}
	if len(files) < 15 {
		t.Fatalf("only %d files hold phrases", len(files))
	}
	for file, n := range files {
		name := path.Join(path.Base(path.Dir(file)), path.Base(file))
		want, below := notYet[name]
		if !below {
			want = enough
		}
		if share := float64(n.Covered) / float64(n.Of); share < want {
			t.Errorf("%s: examples cover %d of %d phrases and exceptions, %.3f, want %.3f", name, n.Covered, n.Of, share, want)
		}
	}
}
