package rules

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"sayso/rules/match"
)

const gazetteer = `pack: gazetteer
language: it
extends: it
lists:
  desk-town: {file: towns.txt}
rules:
  desk-place:
    makes: place
    match: <name:desk-town>
`

// shelf is a folder with a pack that lists names, and a library with a cache that reads it.
func shelf(t *testing.T) (*Library, string) {
	dir := t.TempDir()
	write := func(name, body string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("pack.yaml", gazetteer)
	write("towns.txt", "Q1\tSanta Rita\n")
	return testLibrary(dir).Cached(filepath.Join(t.TempDir(), "deep", "packs")), dir
}

// towns are the values of the places in a text.
func towns(t *testing.T, l *Library, text string) string {
	t.Helper()
	p, err := l.Program("it")
	if err != nil {
		t.Fatal(err)
	}
	return townsOf(p, text)
}

func townsOf(p *match.Program, text string) string {
	var all []string
	for _, m := range p.Find(p.Tokenise(text)) {
		if v := m.Value("name"); v != "" {
			all = append(all, v)
		}
	}
	return strings.Join(all, " ")
}

func kept(t *testing.T, l *Library) *match.Program {
	t.Helper()
	v, err := l.forLanguage("it")
	if err != nil {
		t.Fatal(err)
	}
	return l.cache.load(l.key(v, nil))
}

// What comes from the cache finds what the pack itself finds.
func TestCache(t *testing.T) {
	l, _ := shelf(t)
	if kept(t, l) != nil {
		t.Error("the cache holds what nobody put in")
	}
	const text = "Da Santa Rita a santa rita."
	if got := towns(t, l, text); got != "Q1" {
		t.Errorf("compiled: %q", got)
	}
	p := kept(t, l)
	if p == nil {
		t.Fatal("nothing was kept")
	}
	if got := townsOf(p, text); got != "Q1" {
		t.Errorf("kept: %q", got)
	}
	v, err := l.forLanguage("it")
	if err != nil {
		t.Fatal(err)
	}
	pack, err := l.load(v)
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := pack.Program()
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range []string{"currency", "scale", "desk-town"} {
		if a, b := words(fresh, list), words(p, list); !slices.Equal(a, b) {
			t.Errorf("%s: %q, kept %q", list, a, b)
		}
	}
	if len(p.Rules()) != len(fresh.Rules()) || p.Rules()[0].Name != fresh.Rules()[0].Name {
		t.Error("the rules differ")
	}
}

func words(p *match.Program, list string) []string {
	var all []string
	for value, form := range p.Words(list) {
		all = append(all, value+"="+form)
	}
	return all
}

// A change of any file that the pack was made of shows at once.
func TestCacheNoticesChanges(t *testing.T) {
	for name, change := range map[string]func(dir string) error{
		"a name file": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "towns.txt"), []byte("Q2\tSanta Rita\n"), 0o644)
		},
		"the pack": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "pack.yaml"), []byte(gazetteer+"    set: {name: Q2}\n"), 0o644)
		},
		"another file": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "more.yaml"), []byte("disable: [place]\n"), 0o644)
		},
		"a file less": func(dir string) error { return os.Remove(filepath.Join(dir, "towns.txt")) },
	} {
		l, dir := shelf(t)
		towns(t, l, "")
		if kept(t, l) == nil {
			t.Fatal("nothing was kept")
		}
		if err := change(dir); err != nil {
			t.Fatal(err)
		}
		if kept(t, l) != nil {
			t.Errorf("%s: the cache did not notice", name)
		}
	}
}

// What is wrong with the cache costs nothing but time.
func TestCacheThatFails(t *testing.T) {
	l, _ := shelf(t)
	towns(t, l, "")
	v, _ := l.forLanguage("it")
	file := l.cache.file(l.key(v, nil))
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(whole); n += 1 + len(whole)/97 {
		if err := os.WriteFile(file, whole[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		if kept(t, l) != nil {
			t.Errorf("a file cut off after %d of %d bytes is read", n, len(whole))
		}
		if got := towns(t, l, "Santa Rita"); got != "Q1" {
			t.Errorf("after %d bytes: %q", n, got)
		}
	}
	line := bytes.IndexByte(whole, '\n')
	for at := line + 1; at < len(whole); at += 1 + len(whole)/97 {
		hurt := bytes.Clone(whole)
		hurt[at] ^= 4
		if err := os.WriteFile(file, hurt, 0o600); err != nil {
			t.Fatal(err)
		}
		if kept(t, l) != nil {
			t.Errorf("a file with another byte at %d is read", at)
		}
		if got := towns(t, l, "Santa Rita"); got != "Q1" || kept(t, l) == nil {
			t.Errorf("another byte at %d: %q, or it was not mended", at, got)
		}
	}
	for _, dir := range []string{"", file} { // none, and one that is a file
		if got := towns(t, l.Cached(dir), "Santa Rita"); got != "Q1" {
			t.Errorf("cache %q: %q", dir, got)
		}
	}
}

// A file is checked whole until it has settled, once then, and again when somebody has written to it.
func TestCacheChecksOnce(t *testing.T) {
	l, _ := shelf(t)
	towns(t, l, "")
	v, _ := l.forLanguage("it")
	name := l.cache.file(l.key(v, nil))
	checked := func() (n int) {
		t.Helper()
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for range 2 {
			if !l.cache.isSound(f, func() bool { n++; return true }) {
				t.Error("a sound file does not pass")
			}
		}
		return n
	}
	if n := checked(); n != 2 {
		t.Errorf("a new file is checked %d times of 2", n)
	}
	for _, hours := range []time.Duration{3, 2} {
		then := time.Now().Add(-hours * time.Hour)
		if err := os.Chtimes(name, then, then); err != nil {
			t.Fatal(err)
		}
		if n := checked(); n != 1 {
			t.Errorf("a file of %d hours ago is checked %d times", hours, n)
		}
	}
}

// Runs that race for one file all read it whole.
func TestCacheRace(t *testing.T) {
	l, _ := shelf(t)
	var runs sync.WaitGroup
	for i := range 8 {
		runs.Go(func() {
			for range 20 {
				if p, err := l.Program("it"); err != nil || townsOf(p, "Santa Rita") == "" {
					t.Error(i, err)
				}
				if v, err := l.forLanguage("it"); err == nil && i%2 == 0 {
					_ = os.Remove(l.cache.file(l.key(v, nil)))
				}
			}
		})
	}
	runs.Wait()
	left, _ := filepath.Glob(filepath.Join(l.cache.dir, "*.new"))
	if len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

// The folder keeps the files that were written last.
func TestCachePrunes(t *testing.T) {
	l, _ := shelf(t)
	dir := l.cache.dir
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for i := range maxKept + 10 {
		old := filepath.Join(dir, fmt.Sprint(i, ".pack"))
		if err := os.WriteFile(old, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(old, time.Time{}, time.Now().Add(time.Duration(i-1000)*time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	towns(t, l, "")
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) != maxKept || kept(t, l) == nil {
		t.Errorf("%d files are left, or not the new one", len(left))
	}
	if _, err := os.Stat(filepath.Join(dir, "0.pack")); err == nil {
		t.Error("the oldest is left")
	}
}

func TestBuildID(t *testing.T) {
	for head, want := range map[string]string{
		"":                                       "",
		"MZ\x00\xff Go build ID: \"a/b\"\n \xff": "a/b",
		"ELF\x00Go\x00\x00x/y/z\x00":             "x/y/z\x00",
	} {
		if got := buildID([]byte(head)); got != want {
			t.Errorf("%q: got %q", head, got)
		}
	}
	if !strings.Contains(executable(), "/") {
		t.Errorf("no build ID in %q", executable())
	}
}
