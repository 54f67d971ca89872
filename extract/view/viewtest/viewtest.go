// Package viewtest gives the tests of the rooms their articles, seen with the built-in packs and read by nothing else.
package viewtest

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"sayso/extract/article"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules"
	"sayso/rules/match"
)

// Languages are those of the built-in packs, as BCP 47 codes.
var Languages = []string{"fr", "pt", "en"}

var library = sync.OnceValue(func() *rules.Library { return rules.NewLibrary(value.Types()) })

var programs sync.Map // by language

// Program is the built-in pack of a language, compiled once a process.
func Program(t testing.TB, lang string) *match.Program {
	t.Helper()
	if p, ok := programs.Load(lang); ok {
		return p.(*match.Program)
	}
	p, err := library().Program(lang)
	if err != nil {
		t.Fatal(err)
	}
	programs.Store(lang, p)
	return p
}

// Of is a text of a language, published on a day (YYYY-MM-DD, or empty), as the rules see it. It lasts as long as the test.
func Of(t testing.TB, lang, day, text string) *view.View {
	t.Helper()
	return Article(t, lang, article.Article{Text: text, Published: article.Published{Date: day, From: "input"}})
}

// Article is an article of a language as the rules see it. It lasts as long as the test.
func Article(t testing.TB, lang string, a article.Article) *view.View {
	t.Helper()
	p := Program(t, lang)
	reader := p.NewReader()
	t.Cleanup(reader.Close)
	return view.New(p, reader, a)
}

// Root is the folder of the project: the one with go.mod above that of the test.
func Root() string {
	dir, err := os.Getwd()
	for err == nil {
		if _, missing := os.Stat(filepath.Join(dir, "go.mod")); missing == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			break
		}
		dir = up
	}
	return "."
}

// A Trap is a sentence that seems to hold something and holds nothing. A twin of one holds what is wanted.
type Trap struct {
	Text, Want string
	Twin       bool
}

// Traps are the sentences of a kind in a language, testdata/traps/KIND.LANGUAGE.txt: a line each, twins with a bar and what
// they hold; lines that begin with # are comments.
func Traps(t testing.TB, kind, lang string) []Trap {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(Root(), "testdata", "traps", kind+"."+lang+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	var all []Trap
	for line := range strings.Lines(string(content)) {
		text, want, twin := strings.Cut(strings.TrimSpace(line), " | ")
		if text != "" && text[0] != '#' && text[0] != '|' {
			all = append(all, Trap{text, want, twin})
		}
	}
	return all
}

// missesAllowed is the share of the twins that may be missed.
const missesAllowed = 0.02

// Hold reads the sentences of a kind in all languages: no trap may catch anything, and few twins be missed. At least so
// many of both must stand in each language.
func Hold(t *testing.T, kind, published string, least int, read func(*view.View) string) {
	t.Helper()
	for _, lang := range Languages {
		caught, twins, missed := 0, 0, 0
		for _, c := range Traps(t, kind, lang) {
			got := read(Of(t, lang, published, c.Text))
			switch {
			case !c.Twin:
				caught++
				if got != "" {
					t.Errorf("%s: %s\n found %s", lang, c.Text, got)
				}
			case got != c.Want:
				missed++
				t.Logf("%s: %s\n got %q, want %q", lang, c.Text, got, c.Want)
				fallthrough
			default:
				twins++
			}
		}
		if caught < least || twins < least {
			t.Errorf("%s: %d traps and %d twins, want %d of each", lang, caught, twins, least)
		}
		if float64(missed) > missesAllowed*float64(twins) {
			t.Errorf("%s: %d of %d twins are read wrongly", lang, missed, twins)
		}
	}
}
