package rules

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// The lists of a header are the same from the cache; a file that is damaged is made anew.
func TestHeadsAreKept(t *testing.T) {
	dir := t.TempDir()
	plain := NewLibrary(nil)
	kept := plain.Cached(dir)
	lists := []string{"common", "frequent", "page-name", "column-name", "no-list"}
	want := plain.HeadForms("fr", lists...)
	if len(want[0]) == 0 || len(want[2]) == 0 {
		t.Fatal("the header has no lists")
	}
	for _, when := range []string{"before", "after", "damaged", "mended"} {
		if when == "damaged" {
			files, _ := filepath.Glob(filepath.Join(dir, "*"))
			for _, f := range files {
				body, _ := os.ReadFile(f)
				body[len(body)/2] ^= 1
				if err := os.WriteFile(f, body, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if kept.cache.head(kept.builtFolder("fr")) != nil {
				t.Error("a damaged file is read")
			}
		}
		if got := kept.HeadForms("fr", lists...); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", when, got, want)
		}
		if kept.cache.head(kept.builtFolder("fr")) == nil {
			t.Errorf("%s: nothing is kept", when)
		}
	}
}
