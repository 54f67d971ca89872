package rules

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"sayso/rules/match"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// testTypes is a small table of types.
func testTypes() []Type {
	typ := func(name string, fields ...string) Type {
		return Type{Type: match.Type{Name: name, Fields: fields}}
	}
	return []Type{
		typ("money", "amount", "scale", "currency", "bound"), typ("conversion", "from", "to"), typ("place", "name"),
		typ("role", "person"), typ("quote", "content", "cue"),
	}
}

// testLibrary has testdata/built in the place of the embedded packs.
func testLibrary(dirs ...string) *Library {
	l := NewLibrary(testTypes(), dirs...)
	l.built = os.DirFS("testdata/built")
	return l
}

// loadFiles loads a pack from files in memory.
func loadFiles(files map[string]string) (*Pack, error) {
	built := fstest.MapFS{}
	for name, body := range files {
		built[name] = &fstest.MapFile{Data: []byte(body)}
	}
	l := NewLibrary(testTypes())
	l.built = built
	return l.Load("p")
}

// golden compares got with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; got:\n%s", file, got)
	}
}

func TestNames(t *testing.T) {
	if got := testLibrary("testdata/desk", "testdata/missing").Names(); !slices.Equal(got, []string{"desk", "base", "it"}) {
		t.Errorf("got %q", got)
	}
	if got := testLibrary("testdata").Names(); !slices.Equal(got, []string{"broken", "desk", "base", "it"}) {
		t.Errorf("got %q", got)
	}
}

func TestLoad(t *testing.T) {
	p, err := testLibrary().Load("it")
	if err != nil {
		t.Fatal(err)
	}
	if p.Language != "it" || p.Version != "1.2.0" || p.Extends != "base" || !p.Embedded || p.Dir != "rules/it" {
		t.Errorf("header: %+v", p)
	}
	r := p.Rule("it.amount")
	if r == nil || r.Makes != "money" || len(r.Examples) != 3 || r.Pos.String() != "rules/it/money.yaml:19:3" {
		t.Errorf("rule: %+v", r)
	}
	if got := r.Examples[0]; got.Pos.Line != 25 || len(got.Want) != 1 || got.Want[0][1].Key != "scale" || got.Want[0][1].Value != "1e6" {
		t.Errorf("example: %+v", got)
	}
	if w := p.Grammar.Writing; w.Decimal != "," || len(w.Quotes) != 2 || w.Quotes[0].Close != "»" {
		t.Errorf("writing: %+v", w)
	}
	if n := p.Grammar.Numbers; n.Words["cento"] != 100 || n.Words["mille"] != 1000 || n.Vigesimal {
		t.Errorf("numbers: %+v", n)
	}
}

func TestForms(t *testing.T) {
	p, err := testLibrary().Load("it")
	if err != nil {
		t.Fatal(err)
	}
	want := []Form{{"EUR", "euro"}, {"USD", "dollaro"}, {"USD", "dollari"}, {"EUR", "EUR"}, {"EUR", "€"}, {"USD", "USD"}, {"USD", "$"}}
	if got := p.Forms("currency"); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if got := p.Forms("town"); !slices.Equal(got, []Form{{"", "Roma"}, {"Milano", "Milano"}, {"Milano", "Mediolanum"}, {"", "Torre Annunziata"}}) {
		t.Errorf("got %v", got)
	}
	if p.Forms("none") != nil {
		t.Error("a list that is not there has forms")
	}
}

func TestForLanguage(t *testing.T) {
	for code, want := range map[string]string{"it": "desk", "it-CH": "desk"} {
		p, err := testLibrary("testdata/desk").ForLanguage(code)
		if err != nil || p.Name != want {
			t.Errorf("%s: got %v, %v", code, p, err)
		}
	}
	if p, err := testLibrary().ForLanguage("it"); err != nil || p.Name != "it" {
		t.Errorf("got %v, %v", p, err)
	}
	if _, err := testLibrary().ForLanguage("xx"); err == nil {
		t.Error("no error for a language without a pack")
	}
}

func TestUnknownPack(t *testing.T) {
	_, err := testLibrary().Load("bsae")
	if err == nil || err.Error() != `there is no pack called "bsae"; did you mean "base"?` {
		t.Errorf("got %v", err)
	}
}

func TestReplaces(t *testing.T) {
	dir := t.TempDir()
	write := func(body string) {
		if err := os.WriteFile(filepath.Join(dir, "pack.yaml"), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("pack: it\nlanguage: it\n")
	if _, err := testLibrary(dir).Load("it"); err == nil || !strings.Contains(err.Error(), `pack "it" is built in`) {
		t.Errorf("got %v", err)
	}
	write("pack: mine\nlanguage: it\nreplaces: it\nextends: it\n")
	p, err := testLibrary(dir).Load("it")
	if err != nil || p.Name != "mine" || p.Rule("amount") == nil {
		t.Errorf("got %v, %v", p, err)
	}
	write("pack: mine\nlanguage: it\nextends: mine\n")
	if _, err := testLibrary(dir).LoadDir(dir); err == nil || !strings.Contains(err.Error(), "extends itself") {
		t.Errorf("got %v", err)
	}
}

// TestEmbedded loads the packs of the program as far as no types are needed.
func TestEmbedded(t *testing.T) {
	l := NewLibrary(nil)
	for _, name := range []string{"common", "en", "fr", "pt"} {
		if !slices.Contains(l.Names(), name) {
			t.Errorf("pack %s is not embedded under its folder's name", name)
		}
	}
	err := fs.WalkDir(embedded, ".", func(name string, d fs.DirEntry, err error) error {
		if ext := filepath.Ext(name); err == nil && !d.IsDir() && ext != ".yaml" && ext != ".txt" {
			t.Errorf("%s is embedded", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
