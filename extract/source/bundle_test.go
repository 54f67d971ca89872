package source

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// members are the files of a bundle in their order: the name, then the content.
var members = [][2]string{
	{"a/page.html", pageOfText(savedText)}, {"a/.hidden.txt", "no"}, {"__MACOSX/a/page.html", "no"}, {"a/picture.png", "\x89PNG"},
	{"b.jsonl", `{"id": "x", "text": "One."}` + "\n" + `{"id": "y"}` + "\n"}, {"c.txt.gz", gzipped("Two.")}, {"d.zip", "PK\x03\x04"}, {"e.txt", ""},
}

func zipOf(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, m := range members {
		w, err := z.Create(m[0])
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(m[1]))
	}
	z.Close()
	return b.String()
}

func tarOf(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, m := range members {
		if err := w.WriteHeader(&tar.Header{Name: m[0], Size: int64(len(m[1])), Mode: 0o644, Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(m[1]))
	}
	w.Close()
	return b.String()
}

func TestBundles(t *testing.T) {
	tarred := tarOf(t)
	place(t, map[string]string{"a.zip": zipOf(t), "b.tar": tarred, "c.tar.gz": gzipped(tarred), "d.tgz": gzipped(tarred), "e.tar.zst": zstdOf(tarred), "f": tarred})
	for _, name := range []string{"a.zip", "b.tar", "c.tar.gz", "d.tgz", "e.tar.zst", "f"} {
		all, failed := readAllOf(t, Options{}, name)
		var got []string
		for _, a := range all {
			got = append(got, a.ID+" "+a.Source.Location)
		}
		if want := "page " + name + "/a/page.html|x " + name + "/b.jsonl|c " + name + "/c.txt.gz"; strings.Join(got, "|") != want {
			t.Errorf("%s:\n got %s\nwant %s", name, strings.Join(got, "|"), want)
		}
		want := name + "/b.jsonl:2: neither \"text\" nor \"html\" in the object (--columns says what they are called)|" + name + "/e.txt: empty: there is nothing to read"
		if strings.Join(failed, "|") != want {
			t.Errorf("%s: errors %q", name, failed)
		}
	}
}

func TestBadBundles(t *testing.T) {
	whole := zipOf(t)
	place(t, map[string]string{"cut.zip": whole[:len(whole)-40], "cut.tar": tarOf(t)[:1200], "none.tar": strings.Repeat("\x00", 1024)})
	for name, want := range map[string]string{
		"cut.zip": "cut.zip: zip: not a valid zip file", "cut.tar": "cut.tar: unexpected EOF",
		"none.tar": "none.tar: the file holds no article",
	} {
		_, failed := readAllOf(t, Options{}, name)
		if got := strings.Join(failed, "|"); !strings.HasPrefix(got, want) {
			t.Errorf("%s: errors %q, want %q", name, failed, want)
		}
	}
	if _, failed := readAllOf(t, Options{Stdin: strings.NewReader(whole)}, "-"); len(failed) != 1 || !strings.Contains(failed[0], "from a file alone") {
		t.Errorf("errors %q", failed)
	}
}

func TestTables(t *testing.T) {
	place(t, map[string]string{
		"a.csv": "\ufeffid,Title,TEXT,date,extra\r\n1,T,\"One, two.\nThree.\",2025-03-12,x\r\n2,T,,2025-03-12,x\r\n3,T,Four.\r\n4,T,\"Five\"x\",2025-03-12,x\r\n5,U,Six.,2025-03-12T08:00:00Z,x\r\n",
		"b.tsv": "text\tlang\nOne.\tfr\n", "c.csv": "text;title\nOne.;T\n", "d.csv": "html,url\n\"" + strings.ReplaceAll(pageOfText(savedText), "\"", "\"\"") + "\",https://example.org/a\n",
		"none.csv": "a,b\n1,2\n", "empty.csv": "", "twice.csv": "text,Text\nx,y\n", "open.csv": "text\n\"One.\n",
	})
	all, failed := readAllOf(t, Options{}, "a.csv")
	if len(all) != 2 || all[0].ID != "1" || all[0].Text != "One, two.\nThree." || all[0].Title != "T" || all[0].Published.Date != "2025-03-12" || all[1].ID != "5" || all[1].Source.Line != 7 {
		t.Errorf("%+v", all)
	}
	if want := "a.csv:4: neither text nor html in the row|a.csv:5: 3 fields, and the first row names 5 columns|a.csv:6: not CSV: extraneous or missing \" in quoted-field"; strings.Join(failed, "|") != want {
		t.Errorf("errors %q", failed)
	}
	for name, text := range map[string]string{"b.tsv": "One.", "c.csv": "One.", "d.csv": savedText} {
		all, failed := readAllOf(t, Options{}, name)
		if len(all) != 1 || len(failed) > 0 || !strings.HasPrefix(all[0].Text, text) {
			t.Errorf("%s: %+v, errors %q", name, all, failed)
		}
	}
	for name, want := range map[string]string{
		"none.csv": "none.csv:1: no column is called text or html (--columns says what they are called); the first row names: a, b", "empty.csv": "empty.csv: empty: there is nothing to read",
		"twice.csv": "twice.csv:1: two columns are called \"text\"", "open.csv": "open.csv:2: not CSV: extraneous or missing \" in quoted-field",
	} {
		if _, failed := readAllOf(t, Options{}, name); len(failed) != 1 || failed[0] != want {
			t.Errorf("%s: errors %q", name, failed)
		}
	}
}
