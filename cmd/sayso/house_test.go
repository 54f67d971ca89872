package main

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"sayso/extract"
	"sayso/rules"
)

// arrows are the packages with what each may import of the project: always downward.
var arrows = map[string][]string{
	"cmd/sayso":             {"extract", "extract/article", "extract/batch", "extract/compare", "extract/currency", "extract/document", "extract/evidence", "extract/files", "extract/filter", "extract/gold", "extract/journal", "extract/learn", "extract/markdown", "extract/output", "extract/pattern", "extract/printable", "extract/source", "extract/source/fetch", "extract/source/warc", "rules"},
	"cmd/sayso/trials":      {},
	"extract/learn":         {"extract", "extract/document", "extract/evidence", "extract/gold", "extract/view", "rules/match", "rules/token"},
	"extract/gold":          {"extract", "extract/article", "extract/document", "rules"},
	"extract/compare":       {"extract/document", "extract/names"},
	"extract/output":        {"extract/article", "extract/compare", "extract/document", "extract/language", "extract/pattern", "extract/source"},
	"extract/batch":         {"extract/article", "extract/budget", "extract/document", "extract/source"},
	"extract/budget":        {},
	"extract/filter":        {"extract/article", "extract/minhash"},
	"extract/markdown":      {"extract/article"},
	"extract/pattern":       {},
	"extract/printable":     {},
	"extract/files":         {},
	"extract/journal":       {},
	"extract/source":        {"extract/article", "extract/budget", "extract/pattern", "extract/printable", "extract/source/cues", "extract/source/feed", "extract/source/fetch", "extract/source/gzip", "extract/source/mail", "extract/source/warc"},
	"extract/source/feed":   {"extract/pattern"},
	"extract/source/fetch":  {"extract/source/robots"},
	"extract/source/robots": {},
	"extract/source/warc":   {"extract/pattern", "extract/source/gzip", "extract/source/rewind"},
	"extract/source/gzip":   {"extract/source/rewind"},
	"extract/source/rewind": {},
	"extract/source/mail":   {},
	"extract/source/cues":   {"extract/pattern"},
	"extract/minhash":       {},
	"extract":               {"extract/article", "extract/claims", "extract/currency", "extract/dates", "extract/document", "extract/entities", "extract/evidence", "extract/language", "extract/minhash", "extract/money", "extract/names", "extract/page", "extract/press", "extract/quantities", "extract/quotes", "extract/value", "extract/view", "rules", "rules/match", "rules/token"},
	"extract/page":          {"extract/article", "extract/dates", "extract/entities", "extract/value", "extract/view", "rules/match", "rules/token"},
	"extract/quantities":    {"extract/document", "extract/entities", "extract/value", "extract/view", "rules/match", "rules/token"},
	"extract/claims":        {"extract/document", "extract/entities", "extract/names", "extract/quotes", "extract/value", "extract/view", "rules/match", "rules/token"},
	"extract/quotes":        {"extract/clause", "extract/document", "extract/entities", "extract/names", "extract/value", "extract/view", "rules/match", "rules/token"},
	"extract/money":         {"extract/currency", "extract/dates", "extract/document", "extract/entities", "extract/value", "extract/view", "rules/match", "rules/token"},
	"extract/timex":         {},
	"extract/dates":         {"extract/document", "extract/entities", "extract/timex", "extract/value", "extract/view", "rules/match", "rules/token"},
	"extract/press":         {"extract/value", "extract/view"},
	"extract/entities":      {"extract/document", "extract/evidence", "extract/names", "extract/value", "extract/view", "rules/match", "rules/token"},
	"extract/evidence":      {"rules/match", "rules/token"},
	"extract/names":         {"rules/token"},
	"extract/clause":        {"rules/match", "rules/token"},
	"extract/view/viewtest": {"extract/article", "extract/value", "extract/view", "rules", "rules/match"}, // for tests alone
	"extract/view":          {"extract/article", "extract/document", "extract/value", "rules/match", "rules/token"},
	"extract/document":      {"extract/article"},
	"extract/article":       {"extract/pattern"},
	"extract/currency":      {},
	"extract/language":      {},
	"extract/value":         {"extract/currency", "extract/timex", "rules", "rules/match", "rules/token"},
	"rules":                 {"rules/inflect", "rules/match", "rules/phrase", "rules/token"},
	"rules/match":           {"rules/inflect", "rules/phrase", "rules/token"},
	"rules/inflect":         {},
	"rules/phrase":          {},
	"rules/token":           {},
}

// owners are the modules that one package alone may import, so that each can be exchanged in one place. (YAML is read twice: as
// rules, and as the settings of the command.)
var owners = map[string]string{
	"github.com/PuerkitoBio/goquery":         "extract/article",
	"codeberg.org/readeck/go-readability/v2": "extract/article",
	"github.com/pemistahl/lingua-go":         "extract/language",
	"gopkg.in/yaml.v3":                       "rules cmd/sayso",
	"github.com/spf13/cobra":                 "cmd/sayso",
}

func TestArrowsPointDownward(t *testing.T) {
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, "sayso/")
		allowed, known := arrows[name]
		if !known {
			t.Errorf("package %s has no place in the house: add it to the arrows", name)
		}
		for _, imported := range p.Imports {
			if inner, ours := strings.CutPrefix(imported, "sayso/"); ours && !slices.Contains(allowed, inner) {
				t.Errorf("%s imports %s", name, inner)
			}
			if owner, owned := owners[imported]; owned && !slices.Contains(strings.Fields(owner), name) {
				t.Errorf("%s imports %s, which is for %s alone", name, imported, owner)
			}
		}
	}
}

// A goPackage is what go list tells of a package.
type goPackage struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	list := exec.Command("go", "list", "-json=ImportPath,Imports", "sayso/...")
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []goPackage
	for in := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := in.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// The words of a language stand in its pack. Go sources hold no letter outside of ASCII, and no text in them holds a
// word that is French or Portuguese and not English, or is one of the English pack's own words.
func TestLanguageLivesInThePacks(t *testing.T) {
	foreign, english := packWords(t)
	for _, path := range sources(t) {
		for _, lit := range literals(t, path) {
			if strings.ContainsFunc(lit.written, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) }) {
				t.Errorf("%s: %s holds letters outside of ASCII", lit.at, lit.written)
			}
			for _, word := range strings.FieldsFunc(lit.text, func(r rune) bool { return !unicode.IsLetter(r) }) {
				if pack := foreign[strings.ToLower(word)]; pack != "" {
					t.Errorf("%s: %q holds %q, a word of pack %s", lit.at, lit.text, word, pack)
				}
			}
			if list := english[strings.ToLower(lit.text)]; list != "" && !strings.Contains(path, "extract/document/") { // the record's own vocabulary
				t.Errorf("%s: %q is a word of the English pack's list %s", lit.at, lit.text, list)
			}
		}
	}
}

// packWords are the words of the French and Portuguese packs that are no English words, with their packs, and the
// forms of the English lists that name times and tell of speech. The long name files are left out: they hold words
// of the web and of programs too.
func packWords(t *testing.T) (foreign, english map[string]string) {
	t.Helper()
	library := rules.NewLibrary(extract.Types())
	load := func(name string) *rules.Pack {
		p, err := library.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	foreign, english = map[string]string{}, map[string]string{}
	for _, name := range []string{"fr", "pt"} {
		p := load(name)
		for _, l := range p.Grammar.Lists {
			l.Names = nil // long lists hold names, not words of the language
			for _, f := range rules.Forms(l) {
				if isLongWord(f.Text) {
					foreign[strings.ToLower(f.Text)] = name
				}
			}
		}
	}
	en := load("en")
	for _, l := range en.Grammar.Lists {
		for _, f := range en.Forms(l.Name) {
			for w := range strings.FieldsSeq(strings.ToLower(f.Text)) {
				delete(foreign, w)
			}
		}
	}
	for _, list := range []string{"month", "weekday", "said"} {
		for _, f := range en.Forms(list) {
			english[strings.ToLower(f.Text)] = list
		}
	}
	delete(english, "said")      // the name of the list too
	delete(foreign, "commenter") // a name of the web's for who wrote a comment
	delete(foreign, "parquet")   // the name of a format
	return foreign, english
}

// isLongWord reports whether a form is one word of four letters or more: shorter ones are words of many languages.
func isLongWord(s string) bool {
	return utf8.RuneCountInString(s) >= 4 && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// sources are the Go files of the project that are no tests.
func sources(t *testing.T) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir("../..", func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.IsDir() && e.Name() == "third_party" { // others' sources
			return fs.SkipDir
		}
		if err == nil && !e.IsDir() && strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			all = append(all, path)
		}
		return err
	})
	if err != nil || len(all) < 50 {
		t.Fatalf("%d sources, %v", len(all), err)
	}
	return all
}

// A literal is a text in a source, and as it is written there.
type literal struct {
	at            token.Position
	text, written string
}

func literals(t *testing.T, path string) []literal {
	t.Helper()
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var all []literal
	ast.Inspect(file, func(n ast.Node) bool {
		if _, ok := n.(*ast.ImportSpec); ok {
			return false
		}
		if l, ok := n.(*ast.BasicLit); ok && (l.Kind == token.STRING || l.Kind == token.CHAR) {
			if text, err := strconv.Unquote(l.Value); err == nil {
				all = append(all, literal{files.Position(l.Pos()), text, l.Value})
			}
		}
		return true
	})
	return all
}

// The changelog begins with the version that the program says it is.
func TestChangelogBeginsWithTheVersion(t *testing.T) {
	changelog, err := os.ReadFile("../../CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	_, from, _ := strings.Cut(string(changelog), "\n## ")
	if head, _, _ := strings.Cut(from, "\n"); !strings.HasPrefix(head, version+" — ") {
		t.Errorf("the changelog's newest version is %q, the program's %s", head, version)
	}
}
