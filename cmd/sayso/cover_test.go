package main

import (
	"flag"
	"math/rand/v2"
	"path"
	"sync"
	"testing"

	"sayso/extract"
	"sayso/rules"
)

// enough is the share of a file's phrases and exceptions that its examples have to cover.
const enough = .95

// notYet are the files that are not there yet, with the share that they have reached: raise it with the examples that you
// write, and take the line out at enough.
var notYet = map[string]float64{
	"fr/clause.yaml": .91,
	"fr/quotes.yaml": .74,
}

// covered is which parts of the built-in packs their examples cover. It takes minutes, and is found out once.
var covered = sync.OnceValues(func() ([]rules.Part, error) {
	c := coverage{dirs: map[string]bool{}, index: map[rules.Part]int{}}
	library := rules.NewLibrary(extract.Types())
	for _, name := range library.Names() {
		p, err := library.Load(name)
		if err != nil {
			return nil, err
		}
		if err := c.add(p); err != nil {
			return nil, err
		}
	}
	return c.parts, nil
})

// isLine reports whether a part is a line of a pack of its own, as phrases and exceptions mostly are.
func isLine(p rules.Part) bool { return p.Kind == rules.PhrasePart || p.Kind == rules.ExceptionPart }

// TestExamplesCoverTheRules holds that few phrases and exceptions of the built-in packs could be deleted unnoticed. What a
// file lacks, sayso rules test --cover names.
func TestExamplesCoverTheRules(t *testing.T) {
	parts, err := covered()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]tally{}
	for _, p := range parts {
		if isLine(p) {
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

// deletions seeds the trial of TestDeletionsAreNoticed.
var deletions = flag.Uint64("deletions", 0, "try a hundred deletions, chosen by this `seed`, and name those that no example notices")

// TestDeletionsAreNoticed takes fifty phrases and exceptions and fifty alternatives out of the built-in packs, one at a time and
// at random, and names those without which every example still holds. More tests than the examples may notice those.
func TestDeletionsAreNoticed(t *testing.T) {
	if *deletions == 0 {
		t.Skip("no seed is given")
	}
	parts, err := covered()
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(*deletions, *deletions))
	for _, kind := range []struct {
		name string
		of   func(rules.Part) bool
	}{
		{"phrases and exceptions", isLine},
		{"alternatives", func(p rules.Part) bool { return p.Kind == rules.AlternativePart }},
	} {
		const tried = 50
		noticed, left := 0, tried
		for _, i := range random.Perm(len(parts)) {
			p := parts[i]
			if left == 0 || !kind.of(p) {
				continue
			}
			if left--; p.Covered {
				noticed++
			} else {
				t.Logf("%s: nobody notices this %s of %s: %s", p.Pos, p.Kind, p.Of, p.Text)
			}
		}
		t.Logf("%d of %d %s are noticed", noticed, tried, kind.name)
	}
}
