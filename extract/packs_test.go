package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/extract"
	"sayso/rules"
)

// TestExamplesGuardTheWords takes a word out of each pack: an example of a rule that needs it has to fail, and the
// failure has to name the file and line of the example.
func TestExamplesGuardTheWords(t *testing.T) {
	for _, c := range []struct{ pack, file, word, without string }{
		{"fr", "money.yaml", "[milliard(s)", "[milliardx"},
		{"fr", "dates.yaml", "avril", "avrilx"},
		{"fr", "say.yaml", "déclarer:", "déclaxer:"},
		{"pt", "money.yaml", "bilhões", "bilhõesx"},
		{"pt", "dates.yaml", "abril", "abrilx"},
		{"pt", "say.yaml", "      afirmar:", "      afirxar:"},
		{"en", "money.yaml", "billion", "billionx"},
		{"en", "dates.yaml", "[March", "[Marchx"},
		{"en", "quotes.yaml", "according to", "according tox"},
	} {
		t.Run(c.pack+"/"+c.word, func(t *testing.T) {
			above := t.TempDir()
			for _, pack := range []string{"common", c.pack} {
				if err := os.CopyFS(filepath.Join(above, pack), os.DirFS(filepath.Join("..", "rules", pack))); err != nil {
					t.Fatal(err)
				}
			}
			dir := filepath.Join(above, c.pack)
			edit(t, filepath.Join(dir, "pack.yaml"), "pack: "+c.pack+"\n", "pack: "+c.pack+"\nreplaces: "+c.pack+"\n")
			edit(t, filepath.Join(dir, c.file), c.word, c.without)
			p, err := rules.NewLibrary(extract.Types(), dir).LoadDir(dir)
			if err != nil {
				t.Fatal(err)
			}
			report := p.Test()
			if len(report.Failures) == 0 {
				t.Fatal("no example fails")
			}
			if f := report.Failures[0].String(); !strings.Contains(f, ".yaml:") || !strings.HasPrefix(f, filepath.ToSlash(dir)) {
				t.Errorf("the failure names no file and line: %s", f)
			}
		})
	}
}

// edit puts a text in the place of another's first occurrence among the lists: what stands in examples stays.
func edit(t *testing.T, path, old, now string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), old) {
		t.Fatalf("%s holds no %q", path, old)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(data), old, now, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}
