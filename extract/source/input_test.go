package source

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"sayso/extract/source/fetch"
)

// A list from the web names addresses alone: no file of this machine is opened by it, whatever it is called.
func TestListFromTheWebOpensNoFile(t *testing.T) {
	place(t, map[string]string{"secret.txt": "The password is twelve."})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		if r.URL.Path == "/list" {
			fmt.Fprintf(w, "secret.txt\n./secret.txt\n\"secret.txt\"\n-\nhttp://%s/page\n", r.Host)
			return
		}
		fmt.Fprint(w, "The bridge is closed.")
	}))
	defer server.Close()
	opt := Options{From: "list", Client: fetch.New(fetch.Options{AllowPrivate: true, IgnoreRobots: true}), Stdin: strings.NewReader("A secret too.")}
	all, failed := readAllOf(t, opt, server.URL+"/list")
	if len(all) != 1 || all[0].Text != "The bridge is closed." {
		t.Errorf("read %v", all)
	}
	if len(failed) != 4 {
		t.Errorf("errors %q", failed)
	}
	for i, f := range failed {
		if want := fmt.Sprintf("%s/list:%d: not an address (https://...)", server.URL, i+1); f != want {
			t.Errorf("error %q, want %q", f, want)
		}
	}
}

// Every name in a list reads back as itself.
func TestNamesInListsReadBack(t *testing.T) {
	names := []string{"a.txt", "a b.txt", " a.txt", "a.txt ", "#a.txt", `"a.txt"`, `"`, "a\nb.txt", "a\r\n/etc/passwd", "\u00e9t\u00e9.txt", "a\u202etxt", "\ufeffa.txt", "\xff.txt", "a\\nb.txt", "a\x1b[2J.txt", "https://example.org/a?b=c#d"}
	var list strings.Builder
	for _, n := range names {
		line := ListLine(n)
		if strings.ContainsAny(line, "\n\r\x1b") {
			t.Errorf("%q is more than a line: %q", n, line)
		}
		list.WriteString(line + "\n")
	}
	got := namesOf(Inputs([]string{"-"}, Options{From: "list", Stdin: strings.NewReader(list.String())}))
	if strings.Join(got, "|") != strings.Join(names, "|") {
		t.Errorf("got  %q\nwant %q", got, names)
	}
	for _, plain := range []string{"a.txt", "a b.txt", "\u00e9t\u00e9.txt", `a\nb.txt`} {
		if ListLine(plain) != plain {
			t.Errorf("%q is written as %s", plain, ListLine(plain))
		}
	}
}

// A member of an archive whose name breaks a line fails under one name, which finds it again and nothing else.
func TestFailedNamesAreReadAgain(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if _, err := z.Create("a\nsecret.txt"); err != nil {
		t.Fatal(err)
	}
	z.Close()
	place(t, map[string]string{"a.zip": b.String(), "secret.txt": "The password is twelve."})
	var list strings.Builder
	for _, err := range Read(t.Context(), []string{"a.zip"}, Options{}) {
		var failed *Error
		if !errors.As(err, &failed) {
			t.Fatal(err)
		}
		list.WriteString(ListLine(failed.Name()) + "\n")
	}
	if err := os.WriteFile("failed.txt", []byte(list.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	all, failed := readAllOf(t, Options{From: "list"}, "failed.txt")
	if len(all) != 0 || len(failed) != 1 || !strings.HasSuffix(failed[0], "secret.txt: empty: there is nothing to read") {
		t.Errorf("read %v, errors %q", all, failed)
	}
}

// A link in an archive is no file of it, and what it leads to is not read.
func TestLinksInArchivesAreNotFollowed(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	link := &zip.FileHeader{Name: "link.txt"}
	link.SetMode(0o777 | fs.ModeSymlink)
	for _, h := range []*zip.FileHeader{link, {Name: "a.txt"}} {
		w, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, "secret.txt")
	}
	z.Close()
	place(t, map[string]string{"a.zip": b.String(), "secret.txt": "The password is twelve."})
	all, failed := readAllOf(t, Options{}, "a.zip")
	if len(all) != 1 || all[0].ID != "a" || len(failed) != 0 {
		t.Errorf("read %v, errors %q", all, failed)
	}
}

// What the run writes is passed over in a folder, and refused where it is named.
func TestWhatIsWrittenIsNotRead(t *testing.T) {
	place(t, map[string]string{"d/a.txt": "One.", "d/b.txt": "Two."})
	written, err := os.Stat("d/b.txt")
	if err != nil {
		t.Fatal(err)
	}
	opt := Options{Written: []fs.FileInfo{written}}
	all, failed := readAllOf(t, opt, "d", "d/b.txt")
	if len(all) != 1 || all[0].ID != "a" || strings.Join(failed, "|") != "d/b.txt: is being written: it is not read" {
		t.Errorf("read %v, errors %q", all, failed)
	}
	for _, name := range []string{"d", "d/b.txt", "./d/../d/b.txt"} {
		if _, ok := Reading(written, []Input{{Name: "d/a.txt"}, {Name: name}}, opt); !ok {
			t.Errorf("%s is not said to be read", name)
		}
	}
	if in, ok := Reading(written, []Input{{Name: "d/a.txt"}, {Name: "-"}}, opt); ok {
		t.Errorf("%s is said to be read", in)
	}
}

// A list without end is given up, and what it named until then is read.
func TestListWithoutEnd(t *testing.T) {
	names, err := namesIn(bufio.NewReader(endless("a.txt\n")), 600)
	if len(names) != 100 || err != errLongList {
		t.Errorf("%d names, %v", len(names), err)
	}
}

// An endless reader gives one text again and again.
type endless string

// Read reads.
func (e endless) Read(p []byte) (int, error) { return copy(p, e), nil }
