package source

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/extract/article"
)

// readAllOf is the stream as lists: articles, and the messages of errors.
func readAllOf(t *testing.T, opt Options, inputs ...string) ([]article.Article, []string) {
	t.Helper()
	var all []article.Article
	var failed []string
	for a, err := range Read(context.Background(), inputs, opt) {
		if err == nil {
			all = append(all, a)
			continue
		}
		if named := (*Error)(nil); !errors.As(err, &named) {
			t.Errorf("%v is a %T, not an *Error", err, err)
		}
		failed = append(failed, err.Error())
	}
	return all, failed
}

// place writes files into a folder of the test and moves there.
func place(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

const page = `<!DOCTYPE html><html lang="en"><head><title>The bridge</title></head><body><article><h1>The bridge</h1>
<p>The town council voted on Monday to repair the old bridge, which has been closed since the flood of last winter.</p>
<p>Work begins in the spring and should take eight months, said the engineer in charge of the site, Ada Brook.</p>
</article></body></html>`

func TestTextIsNeverChanged(t *testing.T) {
	for name, text := range map[string]string{
		"crlf":        "One.\r\n\r\nTwo.\r\n",
		"spaces":      "  \t One. \u00a0\n\n\n",
		"decomposed":  "e\u0301te\u0301",
		"mark":        "\ufeffOne.",
		"no-end":      "One",
		"astral":      "One \U0001F600.",
		"replacement": "One \ufffd two.",
	} {
		place(t, map[string]string{name + ".txt": text})
		all, failed := readAllOf(t, Options{}, name+".txt")
		if len(all) != 1 || len(failed) > 0 {
			t.Fatalf("%s: %d articles, errors %q", name, len(all), failed)
		}
		a := all[0]
		if a.Text != text {
			t.Errorf("%s: text is %q, want %q", name, a.Text, text)
		}
		if want := (article.Source{Kind: "file", Location: name + ".txt"}); a.ID != name || a.Source != want || a.Title != "" {
			t.Errorf("%s: id %q, source %+v, title %q", name, a.ID, a.Source, a.Title)
		}
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	place(t, map[string]string{
		"empty.txt": "", "blank.txt": " \n\t\n", "mark.txt": "\ufeff", "empty.html": "", "empty.jsonl": "\n\n",
		"nul.txt": "One\x00two", "control": strings.Repeat("\x01\x02abc", 100), "scan.pdf": "%PDF-1.7 text",
		"latin.txt": "Un \xe9t\xe9.", "wide.txt": "\xff\xfeO\x00n\x00", "book.epub": "text\nOne.\n",
		"dir/notes.doc": "One.", "dir/.hidden.txt": "One.", "dir/.git/x.txt": "One.",
		"list.json": "[\n  {\"text\": \"One.\"}\n]\n",
	})
	for input, want := range map[string]string{
		"none.txt":            "none.txt: no such file or directory",
		"empty.txt":           "empty.txt: empty: there is nothing to read",
		"blank.txt":           "blank.txt: empty: there is nothing to read",
		"mark.txt":            "mark.txt: empty: there is nothing to read",
		"empty.html":          "empty.html: empty: there is nothing to read",
		"empty.jsonl":         "empty.jsonl: empty: there is nothing to read",
		"-":                   "-: empty: there is nothing to read",
		"nul.txt":             "nul.txt: binary: neither text nor HTML",
		"./control":           "./control: binary: neither text nor HTML",
		"scan.pdf":            "scan.pdf: a PDF file: neither text nor HTML (pdftotext makes text of it)",
		"book.epub":           "book.epub: .epub files are not read by this version: pandoc makes text of it (pandoc -t plain --wrap none)",
		"dir":                 "dir: the folder holds no article (.html .htm .mhtml .txt .md .eml .srt .vtt)",
		"list.json":           "list.json:1: not JSON Lines, one object a line (jq -c makes them: jq -c . for objects, jq -c '.[]' for a list)",
		"https://example.org": "https://example.org: addresses are not fetched here",
	} {
		all, failed := readAllOf(t, Options{}, input)
		if len(all) != 0 || len(failed) != 1 || failed[0] != want {
			t.Errorf("%s: %d articles, errors %q\nwant %q", input, len(all), failed, want)
		}
	}
}

func TestOneBadInputCostsOneInput(t *testing.T) {
	place(t, map[string]string{"a.txt": "One.", "c.txt": "Two."})
	all, failed := readAllOf(t, Options{}, "a.txt", "b.txt", "c.txt")
	if len(all) != 2 || len(failed) != 1 {
		t.Errorf("%d articles, errors %q", len(all), failed)
	}
}

func TestFolderIsWalkedInOrder(t *testing.T) {
	place(t, map[string]string{
		"d/b.txt": "B.", "d/a.md": "A.", "d/a/z.TXT": "Z.", "d/c.html": page, "d/d.jsonl": "{}", "d/.x.txt": "X.", "d/e.css": "p{}",
	})
	if err := os.Symlink("b.txt", "d/link.txt"); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("d", "also"); err != nil {
		t.Fatal(err)
	}
	for root, want := range map[string]string{
		"d":    "d/a/z.TXT d/a.md d/b.txt d/c.html d/link.txt",
		"./d/": "d/a/z.TXT d/a.md d/b.txt d/c.html d/link.txt",
		"also": "also/a/z.TXT also/a.md also/b.txt also/c.html also/link.txt",
	} {
		all, failed := readAllOf(t, Options{}, root)
		var names []string
		for _, a := range all {
			names = append(names, a.Source.Location)
		}
		if got := strings.Join(names, " "); got != want || len(failed) > 0 {
			t.Errorf("%s: %s\nwant %s, errors %q", root, got, want, failed)
		}
	}
}

func TestKinds(t *testing.T) {
	for _, c := range []struct{ from, suffix, head, want string }{
		{"", ".txt", "<p>One", kindText},
		{"", ".HTM", "One", kindHTML},
		{"", "", "One", kindText},
		{"", "", " \n<!DOCTYPE html>", kindHTML},
		{"", "", "\ufeff<HTML lang=fr>", kindHTML},
		{"", "", "<p>One</p>", kindHTML},
		{"", "", "<picture of one>", kindText},
		{"", "", "<< One >>", kindText},
		{"", "", `{"text": "One"}`, kindJSONL},
		{"", "", `{ "text": "One"}`, kindJSONL},
		{"", "", "{One} two", kindText},
		{"", ".ndjson", "One", kindJSONL},
		{"", ".page", "<html>", kindHTML},
		{"text", ".html", "<p>One", kindText},
		{"html", ".csv", "One", kindHTML},
	} {
		if got, err := kindOf(c.from, c.suffix, bufio.NewReader(strings.NewReader(c.head))); got != c.want || err != nil {
			t.Errorf("kind of %q %q %q is %q (%v), want %q", c.from, c.suffix, c.head, got, err, c.want)
		}
	}
}

func TestLines(t *testing.T) {
	dump := "\ufeff" + `{"id": "a", "text": "One.\r\n", "date": "2025-07-15T23:30:00+02:00", "lang": "fr", "title": "T", "url": "https://example.org/a"}` + "\r\n" +
		"\n  \n" +
		`{"id": 7, "text": "Two.", "date": null, "title": null, "extra": [1]}` + "\n" +
		`{"text": "Three.", "date": "2025-02-30"}`
	place(t, map[string]string{"dump.jsonl": dump})
	all, failed := readAllOf(t, Options{}, "dump.jsonl")
	if len(all) != 3 || len(failed) > 0 {
		t.Fatalf("%d articles, errors %q", len(all), failed)
	}
	a, b, c := all[0], all[1], all[2]
	if a.ID != "a" || a.Text != "One.\r\n" || a.Title != "T" || a.URL != "https://example.org/a" ||
		a.Published != (article.Published{Date: "2025-07-15", From: "input"}) || a.Language != (article.Hint{Code: "fr", From: "input"}) ||
		a.Source != (article.Source{Kind: "jsonl", Location: "dump.jsonl", Line: 1}) {
		t.Errorf("first line: %+v", a)
	}
	if b.ID != "7" || b.Source.Line != 4 || b.Published.Date != "" || b.Title != "" {
		t.Errorf("second article: %+v", b)
	}
	if c.ID != "dump:5" || c.Published.Date != "" || len(c.Warnings) != 1 {
		t.Errorf("third article: %+v", c)
	}
}

func TestBadLinesCostThemselves(t *testing.T) {
	bad := []struct{ line, want string }{
		{`{"text": "One."`, "not JSON: unexpected end of JSON input"},
		{`One.`, "not JSON: invalid character 'O' looking for beginning of value"},
		{`{"text": "One."} {"text": "Two."}`, "not JSON: invalid character '{' after top-level value"},
		{`["One."]`, "expected an object, found an array"},
		{`"One."`, "expected an object, found a string"},
		{`{"text": 1}`, "text: expected a string, found a number"},
		{`{"text": "One.", "lang": ["fr"]}`, "lang: expected a string, found an array"},
		{`{"text": "One.", "id": {}}`, "id: expected a string or a number"},
		{`{"title": "One."}`, `neither "text" nor "html" in the object (--columns says what they are called)`},
		{`null`, `neither "text" nor "html" in the object (--columns says what they are called)`},
		{`{"text": null}`, `neither "text" nor "html" in the object (--columns says what they are called)`},
		{`{"text": " "}`, "text is empty"},
		{`{"html": ""}`, "html is empty"},
		{`{"text": {"en": "One."}}`, "text: expected a string, found an object"},
	}
	dump, good := "", `{"text": "Good."}`+"\n"
	for _, b := range bad {
		dump += good + b.line + "\n"
	}
	all, failed := readAllOf(t, Options{From: "jsonl", Stdin: strings.NewReader(dump + good)}, "-")
	if len(all) != len(bad)+1 || len(failed) != len(bad) {
		t.Fatalf("%d articles, %d errors", len(all), len(failed))
	}
	for i, b := range bad {
		if want := fmt.Sprintf("-:%d: %s", 2*i+2, b.want); failed[i] != want {
			t.Errorf("%s\n gives %s\n want  %s", b.line, failed[i], want)
		}
	}
}

func TestGivenWinsOverFound(t *testing.T) {
	given := fmt.Sprintf(`{"html": %q, "title": "Given", "date": "2024-01-02", "lang": "pt", "url": "https://example.org/given"}`, page)
	all, failed := readAllOf(t, Options{Stdin: strings.NewReader(given)}, "-")
	if len(all) != 1 {
		t.Fatalf("errors %q", failed)
	}
	a := all[0]
	if a.Title != "Given" || a.Published.From != "input" || a.Language.Code != "pt" || a.URL != "https://example.org/given" {
		t.Errorf("%+v", a)
	}
	if !strings.Contains(a.Text, "repair the old bridge") {
		t.Errorf("text %q", a.Text)
	}
	all, _ = readAllOf(t, Options{Stdin: strings.NewReader(given), Date: "2023-03-04", Lang: "en"}, "-")
	if all[0].Published != (article.Published{Date: "2023-03-04", From: "flag"}) || all[0].Language != (article.Hint{Code: "en", From: "flag"}) {
		t.Errorf("the flags do not win: %+v", all[0])
	}
}

// long is a reader of one line of n letters between two good lines.
func long(n int64) io.Reader {
	good := `{"text": "Good."}`
	return io.MultiReader(strings.NewReader(good+"\n"), io.LimitReader(letters{}, n), strings.NewReader("\n"+good+"\n"))
}

type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func TestLongLines(t *testing.T) {
	all, failed := readAllOf(t, Options{From: "jsonl", Stdin: long(maxSize + 10)}, "-")
	if len(all) != 2 || len(failed) != 1 || failed[0] != "-:2: longer than 64 MB" {
		t.Errorf("%d articles, errors %q", len(all), failed)
	}
	text := strings.Repeat("word ", 1<<20)
	all, failed = readAllOf(t, Options{Stdin: strings.NewReader(`{"text": "` + text + `"}`)}, "-")
	if len(all) != 1 || all[0].Text != text {
		t.Errorf("a line of 5 MB: %d articles, errors %q", len(all), failed)
	}
}

func TestStopsWhenAsked(t *testing.T) {
	dump := strings.Repeat(`{"text": "One."}`+"\n", 5)
	n := 0
	for range Read(context.Background(), []string{"-", "-"}, Options{Stdin: strings.NewReader(dump)}) {
		if n++; n == 2 {
			break
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n = 0
	for range Read(ctx, []string{"-"}, Options{Stdin: strings.NewReader(dump)}) {
		n++
		cancel()
	}
	if n != 1 {
		t.Errorf("%d articles after the context was cancelled", n)
	}
}

func FuzzLines(f *testing.F) {
	f.Add("{\"text\": \"One.\"}\n\n{\"html\": \"<p>Two.</p>\"}\n")
	f.Add("{\"text\": \"\\ud800\", \"date\": \"2025-13-01T\"}\r\n[\n")
	f.Fuzz(func(t *testing.T, dump string) {
		lines := strings.Count(dump, "\n") + 1
		n := 0
		for a, err := range Read(context.Background(), []string{"-"}, Options{From: "jsonl", Stdin: strings.NewReader(dump)}) {
			if n++; err == nil && (a.Text == "" || a.ID == "" || a.Source.Line < 1 || a.Source.Line > lines) {
				t.Errorf("%+v", a)
			}
		}
		if n > lines {
			t.Errorf("%d results from %d lines", n, lines)
		}
	})
}

func TestOtherEncodings(t *testing.T) {
	place(t, map[string]string{
		"latin.txt": "Un \xe9t\xe9 \x93chaud\x94, 3 \x80.", "wide.txt": "\xff\xfeU\x00n\x00 \x00\xe9\x00t\x00\xe9\x00", "big.txt": "\xfe\xff\x00U\x00n\x00 \x00\xe9", "utf8.txt": "\ufeffUn été",
	})
	for name, want := range map[string][2]string{
		"latin.txt": {"Un été “chaud”, 3 €.", "not UTF-8: read as windows-1252"}, "wide.txt": {"Un été", "not UTF-8: read as utf-16le"},
		"big.txt": {"Un é", "not UTF-8: read as utf-16be"}, "utf8.txt": {"\ufeffUn été", ""},
	} {
		all, failed := readAllOf(t, Options{}, name)
		if len(all) != 1 || len(failed) > 0 {
			t.Errorf("%s: %d articles, errors %q", name, len(all), failed)
			continue
		}
		if a := all[0]; a.Text != want[0] || strings.Join(a.Warnings, "|") != want[1] {
			t.Errorf("%s: %q, warnings %q", name, a.Text, a.Warnings)
		}
	}
}
