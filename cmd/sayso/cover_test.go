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
	"en/clause.yaml":   .88,
	"en/entities.yaml": .9,
	"en/quotes.yaml":   .43,
	"en/verbs.yaml":    .93,
	"fr/clause.yaml":   .81,
	"fr/dates.yaml":    .94,
	"fr/entities.yaml": .93,
	"fr/money.yaml":    .94,
	"fr/parties.yaml":  .81,
	"fr/quotes.yaml":   .44,
	"fr/tense.yaml":    .76,
	"fr/verbs.yaml":    .91,
	"pt/clause.yaml":   .81,
	"pt/dates.yaml":    .92,
	"pt/entities.yaml": .94,
	"pt/money.yaml":    .93,
	"pt/parties.yaml":  .9,
	"pt/quotes.yaml":   .26,
	"pt/tense.yaml":    .77,
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
