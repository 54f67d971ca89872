package extract

import (
	"strings"
	"testing"

	"sayso/extract/article"
)

// TestDateTraps reads sentences published on Tuesday, 15 July 2025; a twin gives the intervals of its dates, first and
// last day, or the one day.
func TestDateTraps(t *testing.T) {
	hold(t, "dates", "2025-07-15", 100, func(d *Document) string {
		var all []string
		for _, m := range d.Dates {
			switch {
			case m.From == nil:
				all = append(all, m.Value)
			case *m.From == *m.To:
				all = append(all, *m.From)
			default:
				all = append(all, *m.From+"/"+*m.To)
			}
		}
		return strings.Join(all, "; ")
	})
}

// TestModernDates reads forms that news of today writes: each must be right.
func TestModernDates(t *testing.T) {
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range Languages {
		all := traps(t, "dates-modern", lang)
		if len(all) < 40 {
			t.Errorf("%s: %d forms", lang, len(all))
		}
		for _, c := range all {
			d, err := x.Extract(article.Article{
				Text: c.text, Published: article.Published{Date: "2025-07-15", From: "input"}, Language: article.Hint{Code: lang, From: "input"},
			})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, m := range d.Dates {
				got = append(got, m.Value)
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("%s: %s\n got %s, want %s", lang, c.text, s, c.want)
			}
		}
	}
}
