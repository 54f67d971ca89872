package files

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func read(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestOpenKeepsWhatIsThere(t *testing.T) {
	dir := t.TempDir()
	old, made := filepath.Join(dir, "old"), filepath.Join(dir, "new")
	if err := os.WriteFile(old, []byte("kept"), 0o666); err != nil {
		t.Fatal(err)
	}
	var s Set
	for _, name := range []string{old, made} {
		f, err := s.Open(name)
		if err != nil || f.IsNew() != (name == made) {
			t.Fatalf("%s: new %v, %v", name, f.IsNew(), err)
		}
	}
	s.Abandon()
	if read(t, old) != "kept" {
		t.Error("the old file is gone")
	}
	if _, err := os.Stat(made); err == nil {
		t.Error("the new file stays")
	}
}

func TestTwoNamesOfOneFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a")
	other := filepath.Join(dir, "b")
	var s Set
	defer s.Abandon()
	if _, err := s.Open(name); err != nil {
		t.Fatal(err)
	}
	if err := os.Link(name, other); err != nil {
		t.Skip(err)
	}
	for _, same := range []string{name, other, dir + "/./a"} {
		var shared *SharedError
		if _, err := s.OpenBoth(same); !errors.As(err, &shared) {
			t.Errorf("%s: %v", same, err)
		}
	}
}

func TestCut(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(name, []byte("whole half"), 0o666); err != nil {
		t.Fatal(err)
	}
	var s Set
	f, err := s.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Cut(5); err != nil {
		t.Fatal(err)
	}
	f.WriteString("!")
	if _, err := s.Close(); err != nil || read(t, name) != "whole!" {
		t.Errorf("%q, %v", read(t, name), err)
	}
}
