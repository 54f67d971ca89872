package extract

import (
	"os"
	"strings"
	"testing"

	"sayso/extract/article"
)

// missesAllowed is the share of the twins that may be missed: sentences with something that looks like nothing.
const missesAllowed = 0.02

// A trap is a sentence that seems to hold something and holds nothing; its twin, with a bar and what it holds, does.
type trap struct {
	lang, text, want string
	twin             bool
}

// traps reads the sentences of one kind in one language.
func traps(t *testing.T, kind, lang string) []trap {
	t.Helper()
	content, err := os.ReadFile("../testdata/traps/" + kind + "." + lang + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []trap
	for line := range strings.Lines(string(content)) {
		text, want, twin := strings.Cut(strings.TrimSpace(line), " | ")
		if text != "" && text[0] != '#' && text[0] != '|' {
			all = append(all, trap{lang, text, want, twin})
		}
	}
	return all
}

// hold reads the sentences of a kind in all languages: no trap may catch anything, and few twins be missed. At least so
// many of both must stand in each language.
func hold(t *testing.T, kind, published string, least int, read func(*Document) string) {
	t.Helper()
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range Languages {
		caught, twins, missed := 0, 0, 0
		for _, c := range traps(t, kind, lang) {
			d, err := x.Extract(article.Article{
				Text: c.text, Published: article.Published{Date: published, From: "input"}, Language: article.Hint{Code: lang, From: "input"},
			})
			if err != nil {
				t.Fatal(err)
			}
			got := read(d)
			switch {
			case !c.twin:
				caught++
				if got != "" {
					t.Errorf("%s: %s\n found %s", lang, c.text, got)
				}
			case got != c.want:
				missed++
				t.Logf("%s: %s\n got %q, want %q", lang, c.text, got, c.want)
				fallthrough
			default:
				twins++
			}
		}
		if caught < least || twins < least {
			t.Errorf("%s: %d traps and %d twins, want %d of each", lang, caught, twins, least)
		}
		if float64(missed) > missesAllowed*float64(twins) {
			t.Errorf("%s: %d of %d twins are read wrongly", lang, missed, twins)
		}
	}
}

func TestMoneyTraps(t *testing.T) {
	hold(t, "money", "2020-03-03", 50, func(d *Document) string {
		var all []string
		for _, m := range d.Money {
			all = append(all, m.Amount.String()+" "+m.Currency)
		}
		return strings.Join(all, "; ")
	})
}
