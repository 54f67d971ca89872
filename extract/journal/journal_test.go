package journal

import (
	"errors"
	"fmt"
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
		j.Saw(articleOf(p), 7)
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

// articleOf is the name of the article that a progress has come to.
func articleOf(p Progress) string { return fmt.Sprint("dump.jsonl:", p.Done) }

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
	first, last := Progress{1, Bytes{100, 8}, Bytes{}, 1, 0, 0, 3}, Progress{2, Bytes{200, 9}, Bytes{9, 1}, 1, 1, 0, 3}
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
		case lines == 2:
			want = first
		case lines == 3:
			want = last
		}
		if err != nil || j.Last() != want {
			t.Fatalf("cut at %d: %v, %v", cut, j, err)
		}
		for _, p := range []Progress{first, last, {Done: 3}} {
			if !j.Saw(articleOf(p), 7) {
				t.Fatalf("cut at %d: %v", cut, j.Err(false))
			}
			if p.Done > want.Done {
				if err := j.Note(p); err != nil {
					t.Fatal(err)
				}
			}
		}
		last := Progress{Done: 3}
		again, err := open(t, name, run)
		if err != nil || again.Last() != last {
			t.Fatalf("cut at %d and gone on with: %v, %v", cut, again, err)
		}
	}
}

func TestWhatIsNoJournalStays(t *testing.T) {
	for content, want := range map[string]error{
		"my thoughts": ErrForeign, "my thoughts\nand others\n": ErrForeign, "s": ErrForeign, "\n": ErrForeign,
		magic + "beef\n0 0 0 0 0 0 0\n":                                       ErrOther,
		"sayso resume 2 f00d\n0 0 0 0 0 0 0\n":                                ErrOther,
		magic + run + "\nmy thoughts\n":                                       ErrForeign,
		magic + run + "\n1 2 3 4 5 6 7 8\n":                                   ErrForeign,
		magic + run + "\n" + strings.Repeat("a", 3*maxLine):                   ErrForeign,
		magic + run + "\n+1 0 00000000 0 00000000 0 0 0 0 0000000000000000\n": ErrForeign,
		magic + run + "more\n0 0 0 0 0 0 0\n":                                 ErrOther,
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
	one := line(Progress{Done: 1}, 1)
	if err := os.WriteFile(name, []byte(magic+run+"\n"+strings.Repeat(one, 1<<18)+line(Progress{Done: 7}, 1)), 0o666); err != nil {
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

// A run that goes on sees the articles that the run before saw, or is told which one is another.
func TestInputsThatHaveChanged(t *testing.T) {
	before := begun(t, Progress{Done: 1}, Progress{Done: 2}, Progress{Done: 3})
	type seen struct {
		name string
		sum  uint32
	}
	for want, all := range map[string][]seen{
		"": {{"dump.jsonl:1", 7}, {"dump.jsonl:2", 7}, {"dump.jsonl:3", 7}, {"dump.jsonl:4", 9}},
		"dump.jsonl:2 is not what was read there before":       {{"dump.jsonl:1", 7}, {"dump.jsonl:2", 8}, {"dump.jsonl:3", 7}},
		"dump.jsonl:3 is not what was read there before":       {{"dump.jsonl:1", 7}, {"dump.jsonl:3", 7}, {"dump.jsonl:2", 7}},
		"the inputs hold 2 articles, of which 3 had been read": {{"dump.jsonl:1", 7}, {"dump.jsonl:2", 7}},
		"the inputs hold 0 articles, of which 3 had been read": {},
	} {
		name := filepath.Join(t.TempDir(), "journal")
		if err := os.WriteFile(name, []byte(before), 0o666); err != nil {
			t.Fatal(err)
		}
		j, err := open(t, name, run)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range all {
			if !j.Saw(a.name, a.sum) {
				break
			}
		}
		got := ""
		if err := j.Err(true); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%v: %q, want %q", all, got, want)
		}
		if err := j.Note(Progress{Done: 4}); (err == nil) != (want == "") {
			t.Errorf("%v: noted: %v", all, err)
		}
	}
}

func TestBytes(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out")
	if err := os.WriteFile(name, []byte("one two three"), 0o666); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for written, want := range map[string]bool{"": true, "one ": true, "one two three": true, "two": false, "one two three four": false} {
		var b Bytes
		for i := range len(written) {
			b.Add([]byte(written[i : i+1]))
		}
		if same, err := b.BeginsWith(f); same != want || err != nil {
			t.Errorf("%q: %v, %v", written, same, err)
		}
	}
}
