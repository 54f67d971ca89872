package extract

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/extract/article"
	"sayso/extract/value"
)

// findings are those of an article, each held to stand where it says.
func findings(t *testing.T, a article.Article, text string) (all []Finding) {
	t.Helper()
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	letters := []rune(text)
	_, err = x.Explain(context.Background(), a, func(f Finding) {
		if string(letters[f.Start:f.End]) != f.Text {
			t.Fatalf("%q does not stand at %d-%d", f.Text, f.Start, f.End)
		}
		if f.Makes == value.TypeMoney && !f.OutOfPlace() {
			all = append(all, f)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// A long text is explained in the windows that it was read in, and each finding points to what the whole record holds.
func TestExplainInWindows(t *testing.T) {
	const sentence = "Le maire a versé 3 millions d’euros à l’école.\n\n"
	text := strings.Repeat(sentence, 2*window/len(sentence))
	all := findings(t, article.Article{Text: text, Language: article.Hint{Code: "fr", From: "input"}, Published: article.Published{Date: "2025-03-12"}}, text)
	kept := map[string]bool{}
	for _, f := range all {
		if f.Record != "" {
			kept[f.Record] = true
		}
	}
	if want := strings.Count(text, sentence); len(kept) != want {
		t.Errorf("%d figures of %d are found in the record", len(kept), want)
	}
}

// What is explained of a page is the text that is read: without its credits, and with its places.
func TestExplainReadsWhatIsRead(t *testing.T) {
	const text, credit = "The mill in Dover cost $3 million, said mayor Jane Marlow on Monday.", "(Reporting by Ann Smith, who has $4; editing by Paul Jones)"
	page := article.Article{Text: credit + "\n\n" + text, Language: article.Hint{Code: "en", From: "input"}, Published: article.Published{Date: "2025-03-12"}}
	page.Blocks = []article.Block{{Kind: article.Paragraph, Start: 0, End: len(credit)}, {Kind: article.Paragraph, Start: len(credit) + 2, End: len(page.Text)}}
	all := findings(t, page, text)
	if len(all) != 1 || all[0].Record != "m1" {
		t.Errorf("%+v", all)
	}
}

// The packs are loaded once for all articles: those after the first are explained though the files are gone.
func TestExplainLoadsPacksOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "desk")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	const pack = "pack: desk\nlanguage: fr\nversion: 1.0.0\nextends: fr\nrules:\n  slang: {makes: money, match: <amount:number> balles, set: {currency: EUR}}\n"
	if err := os.WriteFile(filepath.Join(dir, "pack.yaml"), []byte(pack), 0o644); err != nil {
		t.Fatal(err)
	}
	x, err := New(Options{PackDirs: []string{dir}})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"Le billet coûte 20 balles.", "Le billet coûte 30 balles."} {
		found := false
		_, err := x.Explain(context.Background(), article.Article{Text: text, Language: article.Hint{Code: "fr", From: "input"}}, func(f Finding) {
			found = found || f.Rule == "desk.slang"
		})
		if err != nil || !found {
			t.Errorf("%s: found %t, %v", text, found, err)
		}
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
	}
}
