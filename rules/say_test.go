package rules_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/extract/value"
	"sayso/rules"
)

// desk is a folder with a pack that extends the one for a language and holds some lists.
func desk(t *testing.T, language, lists string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "desk")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	pack := "pack: desk\nlanguage: " + language + "\nversion: 1.0.0\nextends: " + language + "\nlists:\n" + lists
	if err := os.WriteFile(filepath.Join(dir, "pack.yaml"), []byte(pack), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// A reporting verb more is one line, and all its forms are known from then on.
func TestNewVerbOfSaying(t *testing.T) {
	for _, test := range []struct {
		language, line string
		forms          []string
	}{
		{"fr", "podcaster: speech, manner", []string{"podcaste", "podcastaient", "podcastera", "podcasté", "podcastant", "podcaster"}},
		{"fr", "contrerépondre: speech", []string{"contrerépond", "contrerépondit", "contrerépondu"}},
		{"pt", "podcastar: speech", []string{"podcasta", "podcastou", "podcastariam", "podcastado", "podcastando"}},
		{"pt", "tresdizer: speech, like dizer", []string{"tresdiz", "tresdisse", "tresdirá", "tresdito"}},
		{"en", "podcast: speech", []string{"podcast", "podcasts", "podcasting"}},
		{"en", "blag: words, noun", []string{"blag", "blagged", "blagging"}},
	} {
		dir := desk(t, test.language, "  +say: {lemmas: {\""+strings.Replace(test.line, ": ", "\": \"", 1)+"\"}}\n")
		pack, err := rules.NewLibrary(value.Types()).LoadDir(dir)
		if err != nil {
			t.Error(err)
			continue
		}
		program, err := pack.Program()
		if err != nil {
			t.Fatal(err)
		}
		lemma, _, _ := strings.Cut(test.line, ":")
		for _, form := range test.forms {
			found := false
			for _, r := range program.Readings("say", form) {
				found = found || r.Lemma == lemma
			}
			if !found {
				t.Errorf("%s: %q is no form of %q", test.language, form, lemma)
			}
		}
	}
}

// A wrong line is named with its place, and what to write.
func TestWrongVerbOfSaying(t *testing.T) {
	for _, test := range []struct{ language, line, want string }{
		{"fr", "blablaer: speach", `pack.yaml:6:30: list "say" knows no "speach"`},
		{"fr", "blabla: speech", `pack.yaml:6:19: no paradigm of "verb" fits "blabla"`},
		{"pt", "tresfalarem: speech", `pack.yaml:6:19: no paradigm of "verb" fits "tresfalarem"`},
		{"en", "blag: words, dney", `pack.yaml:6:33: list "say" knows no "dney"`},
	} {
		_, err := rules.NewLibrary(value.Types()).LoadDir(desk(t, test.language, "  +say: {lemmas: {"+strings.Replace(test.line, ": ", ": \"", 1)+"\"}}\n"))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", test.line, err)
		}
	}
}
