package source

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// No two articles of a run have one id: files of one name, lines that give the same, the same file twice; and a run that goes on
// with another one calls the rest as a whole run does.
func TestIDsAreDistinct(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, content := range map[string]string{
		"x/b.txt": "One.", "y/b.txt": "Two.", "y/b.html": "<p>Three.</p>", ".profile": "Four.", ".bashrc.txt": "Five.",
		"d.jsonl": `{"id":"b","text":"Six."}` + "\n" + `{"text":"Seven."}` + "\n" + `{"id":"b","text":""}` + "\n" + `{"id":7,"text":"Eight."}` + "\n" + `{"id":"d:2","text":"Nine."}` + "\n",
		"e.csv":   "id,text\n7,Ten.\n,Eleven.\n",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	inputs := []string{"x/b.txt", "y", "x/b.txt", "x/b.txt", ".profile", ".bashrc.txt", "d.jsonl", "e.csv", "x/b.txt"}
	ids := func(opt Options) (all []string) {
		for a, err := range Read(t.Context(), inputs, opt) {
			failed := (*Error)(nil)
			if errors.As(err, &failed) {
				a.ID = failed.ID
			}
			if warned := slices.ContainsFunc(a.Warnings, func(w string) bool { return strings.Contains(w, "another article's") }); warned != (strings.Contains(a.ID, "@") && err == nil) {
				t.Errorf("%s: warnings %q", a.ID, a.Warnings)
			}
			all = append(all, a.ID)
		}
		return all
	}
	whole := ids(Options{Distinct: true})
	want := []string{"b", "b@y/b.html", "b@y/b.txt", "b@x/b.txt", "b@x/b.txt#5", ".profile", ".bashrc", "b@d.jsonl:1", "d:2", "b@d.jsonl:3", "7", "d:2@d.jsonl:5", "7@e.csv:2", "e:3", "b@x/b.txt#15"}
	if !slices.Equal(whole, want) {
		t.Errorf("ids %q", whole)
	}
	for skip := range len(want) {
		if rest := ids(Options{Distinct: true, Skip: skip, Workers: 1 + skip%3}); !slices.Equal(rest, want[skip:]) {
			t.Errorf("after %d: %q", skip, rest)
		}
	}
	if plain := ids(Options{}); plain[1] != "b" || plain[5] != ".profile" {
		t.Errorf("where it is not asked for: %q", plain)
	}
}
