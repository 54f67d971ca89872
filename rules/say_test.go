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

// Lists that take their forms from the verbs and nouns of saying have those that a pack adds.
func TestListsTakeNewForms(t *testing.T) {
	for _, test := range []struct{ language, more, list, form string }{
		{"fr", "+say: {lemmas: {podcaster: \"speech, question\"}}", "question-form", "podcasterait"},
		{"fr", "+say-noun: {lemmas: {boniment: \"that, words\"}}", "claim-noun", "boniments"},
		{"pt", "+say-noun: {lemmas: {mexerico: that}}", "claim-noun", "mexericos"},
		{"pt", "+carrying: {lemmas: {dignar: itself}}", "carrier", "dignou-se a"},
		{"en", "+say: {lemmas: {podcast: \"speech, bare\"}}", "bare", "podcasting"},
		{"en", "+say-noun: {lemmas: {tidy story: that}}", "claim-noun", "tidy story"},
	} {
		pack, err := rules.NewLibrary(value.Types()).LoadDir(desk(t, test.language, "  "+test.more+"\n"))
		if err != nil {
			t.Error(err)
			continue
		}
		program, err := pack.Program()
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := program.Lookup(test.list, test.form); !ok {
			t.Errorf("%s: %q is no form of %s", test.language, test.form, test.list)
		}
	}
}

// What is no list of lemmas has no forms to give.
func TestFormsOfNoLemmas(t *testing.T) {
	for _, test := range []struct{ list, want string }{
		{"barge: [<sya.finite>]", `pack.yaml:6:12: "sya.finite" is no list of lemmas`},
		{"barge: [<weekday>]", `pack.yaml:6:12: "weekday" is no list of lemmas`},
		{"barge: [<say.finte>]", `pack.yaml:6:16: list "say" knows no "finte"`},
		{"barge: [<cue:say>]", `pack.yaml:6:11: a form of a list takes the forms of another as they are`},
	} {
		_, err := rules.NewLibrary(value.Types()).LoadDir(desk(t, "en", "  "+test.list+"\n"))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", test.list, err)
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
