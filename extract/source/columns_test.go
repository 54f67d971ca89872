package source

import (
	"strings"
	"testing"

	"sayso/extract/article"
)

func TestDumpsWithOtherNames(t *testing.T) {
	for about, c := range map[string]struct {
		columns Columns
		line    string
		want    string // text|title|url|date|lang
	}{
		"usual names":         {nil, `{"body": "One.", "headline": "T", "link": "https://example.org/a", "publish_date": "2025-03-12", "language": "fr"}`, "One.|T|https://example.org/a|2025-03-12|fr"},
		"ways of writing":     {nil, `{"articleBody": "One.", "Published-At": "2025-03-12T08:00:00Z", "URL": "https://example.org/a"}`, "One.||https://example.org/a|2025-03-12|"},
		"its own name first":  {nil, `{"content": "A summary.", "text": "One.", "published": "2025-03-12", "date": "2025-03-11"}`, "One.|||2025-03-11|"},
		"a blank passes":      {nil, `{"body": " ", "content": "One.", "date": "", "published": "2025-03-12"}`, "One.|||2025-03-12|"},
		"no text of its name": {nil, `{"text": null, "body": "One."}`, "One.||||"},
		"paragraphs":          {nil, `{"content": ["One.", "Two."]}`, "One.\n\nTwo.||||"},
		"something else":      {nil, `{"text": "One.", "language": "English", "url": "https://example.org/a", "link": {"a": 1}}`, "One.||https://example.org/a||"},
		"named":               {Columns{"text": "corps", "date": "paru"}, `{"corps": "One.", "text": "No.", "paru": "2025-03-12", "date": "2025-03-11"}`, "One.|||2025-03-12|"},
		"named inside":        {Columns{"text": "data.story.words", "title": "a.b"}, `{"data": {"story": {"words": "One."}}, "a.b": "T"}`, "One.|T|||"},
		"named, in vain":      {Columns{"text": "data.story"}, `{"data": {"story": 3}}`, "data.story: expected a string, found a number"},
		"named, not there":    {Columns{"text": "words"}, `{"text": "One."}`, `neither "text" nor "html" in the object (--columns says what they are called)`},
	} {
		all, failed := readAllOf(t, Options{From: "jsonl", Columns: c.columns, Stdin: strings.NewReader(c.line)}, "-")
		got := strings.TrimPrefix(strings.Join(failed, " "), "-:1: ")
		if len(all) == 1 {
			a := all[0]
			got = strings.Join([]string{a.Text, a.Title, a.URL, a.Published.Date, a.Language.Code}, "|")
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", about, got, c.want)
		}
	}
}

// Where no name is known, what a language calls a column counts, but never before a name that was given.
func TestColumnsInOtherLanguages(t *testing.T) {
	words := func() article.Words {
		return article.Words{Columns: map[string]string{"texte": "text", "titre": "title", "paru": "date", "resume": "text"}}
	}
	for line, want := range map[string]string{
		`{"Texte": "Un.", "titre": "T", "paru": "2025-03-12"}`: "Un.|T|2025-03-12",
		`{"text": "One.", "texte": "Un.", "titre": "T"}`:       "One.|T|",
		`{"html": "", "texte": "Un."}`:                         "html is empty",
		`{"texte": {"a": 1}}`:                                  "texte: expected a string, found an object",
		`{"words": "One."}`:                                    `neither "text" nor "html" in the object (--columns says what they are called)`,
	} {
		all, failed := readAllOf(t, Options{From: "jsonl", Words: words, Stdin: strings.NewReader(line)}, "-")
		got := strings.TrimPrefix(strings.Join(failed, " "), "-:1: ")
		if len(all) == 1 {
			got = all[0].Text + "|" + all[0].Title + "|" + all[0].Published.Date
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", line, got, want)
		}
	}
	place(t, map[string]string{"a.csv": "titre;texte\nT;Un.\n", "b.csv": "title,text\nT,One.\n"})
	all, failed := readAllOf(t, Options{Words: words}, "a.csv", "b.csv")
	if len(all) != 2 || all[0].Text+all[0].Title != "Un.T" || all[1].Text+all[1].Title != "One.T" {
		t.Errorf("%+v, errors %q", all, failed)
	}
}

func TestGuessedMarkupIsAPage(t *testing.T) {
	line := `{"content": "<p>The town council voted on Monday to repair the old bridge, which has been closed since the flood.</p><p>Work begins in the spring and should take eight months, said the engineer.</p>"}`
	all, failed := readAllOf(t, Options{From: "jsonl", Stdin: strings.NewReader(line)}, "-")
	if len(all) != 1 || strings.Contains(all[0].Text, "<p>") || len(all[0].Blocks) != 2 {
		t.Errorf("%+v, errors %q", all, failed)
	}
}

func TestTablesWithOtherNames(t *testing.T) {
	place(t, map[string]string{"a.csv": "Article ID;Body;Publish Date\n7;One.;12/03/2025\n", "b.csv": "words,day\nOne.,1741770000\n", "latin.csv": "text\nUn \xe9t\xe9 \x93chaud\x94\n"})
	all, failed := readAllOf(t, Options{}, "a.csv", "latin.csv")
	if len(all) != 2 || all[0].ID != "7" || all[0].Text != "One." || all[0].GivenDate != "12/03/2025" {
		t.Fatalf("%+v, errors %q", all, failed)
	}
	if a := all[1]; a.Text != "Un \u00e9t\u00e9 \u201cchaud\u201d" || len(a.Warnings) != 1 || a.Warnings[0] != "not UTF-8: read as windows-1252" {
		t.Errorf("%+v", a)
	}
	all, failed = readAllOf(t, Options{Columns: Columns{"text": "words", "date": "day"}}, "b.csv", "a.csv")
	if len(all) != 1 || all[0].Published != (article.Published{Date: "2025-03-12", From: "input"}) {
		t.Errorf("%+v", all)
	}
	if want := `a.csv:1: no column is called "day", which is to be the date; the first row names: Article ID, Body, Publish Date`; len(failed) != 1 || failed[0] != want {
		t.Errorf("errors %q", failed)
	}
}

func TestDaysOfRecords(t *testing.T) {
	for _, c := range []struct {
		date, lang, day string
		words           bool
	}{
		{"2025-03-12", "", "2025-03-12", false}, {"2025-03-12 23:59:01+05:00", "", "2025-03-12", false}, {"20250312", "", "2025-03-12", false},
		{"2025/03/12", "", "2025-03-12", false}, {"1741770000", "", "2025-03-12", false}, {"1741770000.5", "", "2025-03-12", false},
		{"1741770000000", "", "2025-03-12", false}, {"1741770000000000", "", "2025-03-12", false}, {"Wed, 12 Mar 2025 09:00:00 GMT", "", "2025-03-12", false},
		{"Wed, 12 Mar 2025 09:00:00 +0100", "", "2025-03-12", false}, {"12 March 2025", "", "2025-03-12", false}, {"March 12, 2025", "", "2025-03-12", false},
		{"12.03.2025", "", "2025-03-12", false}, {"13/03/2025", "", "2025-03-13", false}, {"12/03/2025", "", "", true}, {"12/03/2025", "en-US", "2025-12-03", false},
		{"12/03/2025 10:00", "en_GB", "2025-03-12", false}, {"12/03/2025", "en", "", true}, {"12 mars 2025", "fr", "", true}, {"12 de mar\u00e7o de 2025", "", "", true},
		{"2025-02-30", "", "", false}, {"soon", "", "", false}, {"", "", "", false}, {"7", "", "", false}, {"12", "", "", false}, {strings.Repeat("1 a ", 50), "", "", false},
	} {
		if day, words := dayOf(c.date, c.lang); day != c.day || words != c.words {
			t.Errorf("%q in %q: %q, %v", c.date, c.lang, day, words)
		}
	}
}
