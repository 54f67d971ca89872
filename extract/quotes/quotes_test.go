package quotes

import (
	"os"
	"path/filepath"
	"sayso/extract/view/viewtest"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// saidBy is the words of each statement of a text, in composed form with plain marks, by the paragraph they begin in.
func saidBy(t *testing.T, lang, text string) map[string]int {
	t.Helper()
	runes, said := []rune(text), map[string]int{}
	for _, q := range read(viewtest.Of(t, lang, "2025-03-12", text)) {
		var parts []string
		for _, c := range q.Content {
			if got := string(runes[c.Start:c.End]); got != c.Text {
				t.Errorf("%s: text[%d:%d] is %q, the content %q", lang, c.Start, c.End, got, c.Text)
			}
			parts = append(parts, plainWords(c.Text))
		}
		said[strings.Join(parts, " … ")] = strings.Count(plainLines(string(runes[:q.Content[0].Start])), "\n")
	}
	return said
}

var plainMarks = strings.NewReplacer("“", `"`, "”", `"`, "«\u00a0", `"`, "\u00a0»", `"`, "«\u202f", `"`, "\u202f»", `"`, "« ", `"`, " »", `"`, "«", `"`, "»", `"`, "’", "'", "‘", "'")

func plainWords(s string) string {
	return strings.Join(strings.Fields(plainMarks.Replace(norm.NFC.String(s))), " ")
}

func plainLines(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

// articles are the project's own texts by language.
func articles(t *testing.T) map[string]map[string]string {
	t.Helper()
	all := map[string]map[string]string{}
	for _, lang := range viewtest.Languages {
		all[lang] = map[string]string{}
		files, err := filepath.Glob("../../testdata/articles/" + lang + "/*.txt")
		if err != nil || len(files) == 0 {
			t.Fatal("no articles", err)
		}
		for _, name := range files {
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			all[lang][filepath.Base(name)] = string(content)
		}
	}
	return all
}

// How a text is written down does not change who says what: neither its normal form, nor its line ends.
func TestStatementsDoNotDependOnWriting(t *testing.T) {
	for lang, texts := range articles(t) {
		for name, text := range texts {
			want := saidBy(t, lang, text)
			for how, other := range map[string]string{
				"NFD": norm.NFD.String(text), "CRLF": strings.ReplaceAll(plainLines(text), "\n", "\r\n"), "typographic apostrophes": strings.ReplaceAll(text, "'", "’"),
			} {
				if how == "typographic apostrophes" && strings.ContainsAny(text, "‘") {
					continue // there the mark quotes
				}
				if got := saidBy(t, lang, other); !sameKeys(got, want) {
					t.Errorf("%s as %s:\n got %q\nwant %q", name, how, keysOf(got), keysOf(want))
				}
			}
		}
	}
}

// A quotation mark that is lost costs statements of its own paragraph alone, or of the next one where the quotation goes
// on there.
func TestLostMarkCostsItsParagraph(t *testing.T) {
	for lang, texts := range articles(t) {
		for name, text := range texts {
			want := saidBy(t, lang, text)
			for i, r := range text {
				if !strings.ContainsRune("“”«»\"", r) {
					continue
				}
				at := strings.Count(text[:i], "\n")
				got := saidBy(t, lang, text[:i]+text[i+len(string(r)):])
				for said, line := range want {
					if _, ok := got[said]; !ok && line != at && line != at+1 {
						t.Errorf("%s without the mark in line %d loses %q of line %d", name, at+1, said, line+1)
					}
				}
			}
		}
	}
}

func sameKeys(a, b map[string]int) bool { return slices.Equal(keysOf(a), keysOf(b)) }

func keysOf(m map[string]int) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
