package journal

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const run = "f00d"

// begun is the content of a journal of a run that is so far.
func begun(t *testing.T, notes ...Progress) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "journal")
	j, err := open(t, name, run)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range notes {
		if err := j.Note(p); err != nil {
			t.Fatal(err)
		}
	}
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func open(t *testing.T, name, fingerprint string) (*Journal, error) {
	t.Helper()
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return Open(f, fingerprint)
}

func TestTheLastWholeLineCounts(t *testing.T) {
	first, last := Progress{1, 100, 0, 1, 0, 0, 3}, Progress{2, 200, 9, 1, 1, 0, 3}
	whole := begun(t, first, last)
	for cut := 0; cut <= len(whole); cut++ {
		name := filepath.Join(t.TempDir(), "journal")
		if err := os.WriteFile(name, []byte(whole[:cut]), 0o666); err != nil {
			t.Fatal(err)
		}
		j, err := open(t, name, run)
		headEnd := strings.IndexByte(whole, '\n') + 1
		if cut > 0 && cut < headEnd {
			if err == nil {
				t.Fatalf("cut at %d, in its head: taken", cut)
			}
			continue
		}
		want := Progress{}
		switch lines := strings.Count(whole[:cut], "\n"); {
		case lines == 3:
			want = first
		case lines == 4:
			want = last
		}
		if err != nil || j.Last() != want {
			t.Fatalf("cut at %d: %v, %v", cut, j, err)
		}
		if err := j.Note(last); err != nil {
			t.Fatal(err)
		}
		again, err := open(t, name, run)
		if err != nil || again.Last() != last {
			t.Fatalf("cut at %d and gone on with: %v, %v", cut, again, err)
		}
	}
}

func TestWhatIsNoJournalStays(t *testing.T) {
	for content, want := range map[string]error{
		"my thoughts": ErrForeign, "my thoughts\nand others\n": ErrForeign, "s": ErrForeign, "\n": ErrForeign,
		magic + "beef\n0 0 0 0 0 0 0\n":                     ErrOther,
		"sayso resume 2 f00d\n0 0 0 0 0 0 0\n":              ErrOther,
		magic + run + "\nmy thoughts\n":                     ErrForeign,
		magic + run + "\n1 2 3 4 5 6 7 8\n":                 ErrForeign,
		magic + run + "\n" + strings.Repeat("a", 3*maxLine): ErrForeign,
		magic + run + "\n0 0 0 0 0 0 0\n+1 0 0 0 0 0 0\n":   ErrForeign,
		magic + run + "more\n0 0 0 0 0 0 0\n":               ErrOther,
	} {
		name := filepath.Join(t.TempDir(), "journal")
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := open(t, name, run); !errors.Is(err, want) {
			t.Errorf("%.40q: %v", content, err)
		}
		if after, _ := os.ReadFile(name); string(after) != content {
			t.Errorf("%.40q was changed to %.40q", content, after)
		}
	}
}

// A journal of millions of lines is opened by its ends.
func TestLongJournal(t *testing.T) {
	name := filepath.Join(t.TempDir(), "journal")
	one := line(Progress{Done: 1, Out: 1000})
	if err := os.WriteFile(name, []byte(magic+run+"\n"+strings.Repeat(one, 3<<20)+line(Progress{Done: 7})), 0o666); err != nil {
		t.Fatal(err)
	}
	j, err := open(t, name, run)
	if err != nil || j.Last().Done != 7 {
		t.Fatal(j, err)
	}
	if allocs := testing.AllocsPerRun(1, func() { open(t, name, run) }); allocs > 1000 {
		t.Errorf("%v allocations", allocs)
	}
}
