package extract

import (
	"os"
	"strings"
	"testing"

	"sayso/extract/article"
)

// missesAllowed is the share of the twins that may be missed: sentences with a sum that looks like none.
const missesAllowed = 0.02

// TestMoneyTraps reads sentences that seem to hold a sum and hold none, and others that hold one.
func TestMoneyTraps(t *testing.T) {
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range Languages {
		content, err := os.ReadFile("../testdata/traps/money." + lang + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		traps, twins, missed := 0, 0, 0
		for line := range strings.Lines(string(content)) {
			text, want, twin := strings.Cut(strings.TrimSpace(line), " | ")
			if text == "" || text[0] == '#' || text[0] == '|' {
				continue
			}
			got := sums(t, x, lang, text)
			switch {
			case !twin && got != "":
				t.Errorf("%s: %s\n found %s", lang, text, got)
			case twin && got != want:
				missed++
				t.Logf("%s: %s\n got %q, want %q", lang, text, got, want)
			}
			if twin {
				twins++
			} else {
				traps++
			}
		}
		if traps < 50 || twins < 50 {
			t.Errorf("%s: %d traps and %d twins", lang, traps, twins)
		}
		if float64(missed) > missesAllowed*float64(twins) {
			t.Errorf("%s: %d of %d twins are read wrongly", lang, missed, twins)
		}
	}
}

func sums(t *testing.T, x *Extractor, lang, text string) string {
	t.Helper()
	d, err := x.Extract(article.Article{Text: text, Published: article.Published{Date: "2020-03-03", From: "input"}, Language: article.Hint{Code: lang, From: "input"}})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, m := range d.Money {
		all = append(all, m.Amount.String()+" "+m.Currency)
	}
	return strings.Join(all, "; ")
}
