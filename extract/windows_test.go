package extract

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"sayso/extract/article"
	"sayso/extract/document"
)

// A long text is read in windows: nothing of it is lost, every place and reference is of the whole, and who is named in one
// window is the same in the next.
func TestWindows(t *testing.T) {
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	const paragraph = "« Le moulin coûtera 3 millions d’euros (3,4 millions de dollars) », a déclaré Claire Dumont, maire de Marsac, le 3 mai 2024. L’usine a coûté 12 %% de moins en %d.\n\n"
	var text strings.Builder
	n := 0
	for ; text.Len() < 3*window; n++ {
		fmt.Fprintf(&text, paragraph, 1950+n%70)
	}
	text.WriteString("« C’est fini », a dit Dumont.")
	d, err := x.Extract(article.Article{Text: text.String(), Language: article.Hint{Code: "fr", From: "input"}, Published: article.Published{Date: "2025-03-12", From: "input"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Warnings) > 0 || len(d.Money) != n || len(d.Quotes) != n+1 || len(d.Dates) != 2*n || len(d.Quantities) != n {
		t.Errorf("%d paragraphs: %d figures, %d statements, %d dates, %d quantities, warnings %q", n, len(d.Money), len(d.Quotes), len(d.Dates), len(d.Quantities), d.Warnings)
	}
	people := 0
	for _, e := range d.Entities {
		if e.Type == "person" {
			people++
			if len(e.Mentions) != n+1 || len(e.Roles) == 0 {
				t.Errorf("%s %q: %d mentions", e.ID, e.Name, len(e.Mentions))
			}
		}
	}
	last := d.Quotes[n]
	if people != 1 || last.Speaker == nil || last.Speaker.Entity == nil || last.Content[0].End > utf8.RuneCountInString(text.String()) {
		t.Errorf("%d people, last statement %+v", people, last)
	}
	for i, c := range d.Claims {
		if c.ID != fmt.Sprintf("c%d", i+1) || c.Quote == nil && c.Source != document.SourceArticle {
			t.Fatalf("claim %d: %+v", i, c)
		}
	}
}

// A record holds so many annotations, and says where it was full.
func TestFullRecord(t *testing.T) {
	if testing.Short() {
		t.Skip()
	}
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("5 %. ", 2*maxAnnotations)
	d, err := x.Extract(article.Article{Text: text, Language: article.Hint{Code: "en", From: "input"}})
	if err != nil {
		t.Fatal(err)
	}
	end := d.Quantities[len(d.Quantities)-1].End
	if len(d.Warnings) != 1 || !strings.HasPrefix(d.Warnings[0], fmt.Sprintf("read as far as character %d: ", end+2)) {
		t.Errorf("the last at %d, warnings %q", end, d.Warnings)
	}
	if raw, err := json.Marshal(d.Quantities[len(d.Quantities)-1]); err != nil || len(d.Claims)+len(d.Quantities) < maxAnnotations {
		t.Errorf("%s %v", raw, err)
	}
}

func TestCutWindow(t *testing.T) {
	for _, c := range []struct{ text, head string }{
		{"short", "short"},
		{"aaaaaaa\n\nb ccc", "aaaaaaa\n\n"},
		{"a\n\naaaaa\nbb ccc", "a\n\naaaaa\n"},
		{"a\naaaa b. c dd", "a\naaaa b. "},
		{"a aaaa bb cccc", "a aaaa bb "},
		{"aaaaaaaaaéaaa", "aaaaaaaaa"},
		{"ééééééééé", "ééééé"},
	} {
		head, rest := cutWindow(c.text, 10)
		if head != c.head || head+rest != c.text || rest != "" && head == "" {
			t.Errorf("%q: %q and %q", c.text, head, rest)
		}
	}
}
