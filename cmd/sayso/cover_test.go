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

// What the examples of a file have to cover: of its phrases and exceptions, and of the alternatives within them. Of the groups of
// verbs, which rules read in several ways, the table of tenses notices more.
const (
	enoughLines        = .95
	enoughAlternatives = .8
)

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

// TestExamplesCoverTheRules holds that little of the built-in packs could be deleted unnoticed. What a file lacks, sayso rules
// test --cover names.
func TestExamplesCoverTheRules(t *testing.T) {
	parts, err := covered()
	if err != nil {
		t.Fatal(err)
	}
	lines, alternatives := map[string]tally{}, map[string]tally{}
	for _, p := range parts {
		switch {
		case isLine(p):
			lines[p.File] = lines[p.File].with(p)
		case p.Kind == rules.AlternativePart:
			alternatives[p.File] = alternatives[p.File].with(p)
		}
	}
	if len(lines) < 15 || len(alternatives) < 15 {
		t.Fatalf("only %d files hold phrases, %d alternatives", len(lines), len(alternatives))
	}
	holdCovered(t, "phrases and exceptions", lines, enoughLines)
	holdCovered(t, "alternatives", alternatives, enoughAlternatives)
}

// with is a tally with one part more.
func (n tally) with(p rules.Part) tally {
	n.Of++
	if p.Covered {
		n.Covered++
	}
	return n
}

// holdCovered holds that of each file's parts a share is covered.
func holdCovered(t *testing.T, what string, files map[string]tally, enough float64) {
	t.Helper()
	for file, n := range files {
		name := path.Join(path.Base(path.Dir(file)), path.Base(file))
		if share := float64(n.Covered) / float64(n.Of); share < enough {
			t.Errorf("%s: examples cover %d of %d %s, %.3f, want %.3f", name, n.Covered, n.Of, what, share, enough)
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
