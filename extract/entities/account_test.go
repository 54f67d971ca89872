package entities

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"sayso/extract/evidence"
	"sayso/extract/view/viewtest"
)

// What a candidate weighs is the sum of its pieces of evidence, though much of it is summed up for several candidates at once.
func TestScoresAreSumsOfEvidence(t *testing.T) {
	for _, lang := range []string{"fr", "pt", "en"} {
		files, err := filepath.Glob("../../testdata/articles/" + lang + "/*.txt")
		if err != nil || len(files) == 0 {
			t.Fatal(lang, err)
		}
		for _, file := range files[:min(len(files), 3)] {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			v := viewtest.Of(t, lang, "2025-03-12", string(text))
			e := Evidence(v)
			for _, c := range e.Score(v.Program) {
				for k, got := range c.Score {
					if _, want := e.Account(c.Range, evidence.Kind(k), v.Program); math.Abs(got-want) > 1e-9 {
						t.Errorf("%s: %q as %s weighs %f, want %f", file, v.Text.Slice(c.Range), evidence.Types[k], got, want)
					}
				}
			}
			e.Close()
		}
	}
}
