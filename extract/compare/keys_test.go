package compare

import (
	"os"
	"path/filepath"
	"testing"
)

// keysAsked is the share of the keys of a story that its other languages have too.
const keysAsked = 0.65

// The claims of one story have the same keys in three languages.
func TestKeysAcrossLanguages(t *testing.T) {
	same, all := 0, 0
	for story, day := range stories {
		keys := map[string]map[string]bool{}
		for _, lang := range []string{"en", "fr", "pt"} {
			text, err := os.ReadFile(filepath.Join("testdata", story+"."+lang+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			keys[lang] = map[string]bool{}
			for _, c := range read(t, string(text), lang, day).Claims {
				if c.Key != "" {
					keys[lang][c.Key] = true
				}
			}
		}
		for _, pair := range [][2]string{{"en", "fr"}, {"en", "pt"}, {"fr", "pt"}} {
			a, b := keys[pair[0]], keys[pair[1]]
			all += min(len(a), len(b))
			for key := range a {
				if b[key] {
					same++
				}
			}
		}
	}
	if all < 40 || float64(same) < keysAsked*float64(all) {
		t.Errorf("%d of %d keys are the same", same, all)
	}
}
