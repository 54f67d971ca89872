package dates

import (
	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/press"
	"sayso/extract/view"
	"sayso/extract/view/viewtest"
	"strings"
	"testing"
)

// TestDateTraps reads sentences published on Tuesday, 15 July 2025; a twin gives the intervals of its dates, first and
// last day, or the one day.
func TestDateTraps(t *testing.T) {
	viewtest.Hold(t, "dates", "2025-07-15", 100, func(v *view.View) string {
		var all []string
		for _, m := range read(v) {
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
	for _, lang := range viewtest.Languages {
		all := viewtest.Traps(t, "dates-modern", lang)
		if len(all) < 40 {
			t.Errorf("%s: %d forms", lang, len(all))
		}
		for _, c := range all {
			var got []string
			for _, m := range read(viewtest.Of(t, lang, "2025-07-15", c.Text)) {
				got = append(got, m.Value)
			}
			if s := strings.Join(got, "; "); s != c.Want {
				t.Errorf("%s: %s\n got %s, want %s", lang, c.Text, s, c.Want)
			}
		}
	}
}

// TestComposedDates reads dates that are composed of parts, lean on others or on a verb: each must be right.
func TestComposedDates(t *testing.T) {
	for _, lang := range viewtest.Languages {
		all := viewtest.Traps(t, "dates-composed", lang)
		if len(all) < 80 {
			t.Errorf("%s: %d sentences", lang, len(all))
		}
		for _, c := range all {
			published, text := "2023-04-11", c.Text
			if day, rest, ok := strings.Cut(text, " "); ok && len(day) == 10 && day[4] == '-' {
				published, text = day, rest
			}
			var got []string
			for _, m := range read(viewtest.Of(t, lang, published, text)) {
				got = append(got, m.Text+" = "+m.Value)
			}
			if s := strings.Join(got, "; "); s != c.Want {
				t.Errorf("%s: %s\n got %s\nwant %s", lang, c.Text, s, c.Want)
			}
		}
	}
}

// TestOrderOfFigures reads a day and a month in figures in the order of the article, and keeps both readings where nothing
// tells it.
func TestOrderOfFigures(t *testing.T) {
	for text, want := range map[string]string{
		"The bill was signed on 05/06/2023.":                       "2023-05-06 or 2023-06-05",
		"The bill was signed on 05/05/2023.":                       "2023-05-05",
		"The bill was signed on 05/06/2023, and on 15/06/2023.":    "2023-06-05",
		"The bill was signed on 05/06/2023, and on 06/15/2023.":    "2023-05-06",
		"In Manchester, England, it was signed on 05/06/2023.":     "2023-06-05",
		"In the United States, it was signed on 05/06/2023.":       "2023-05-06",
		"Between England and the United States, on 05/06/2023, it": "2023-05-06 or 2023-06-05",
	} {
		m := read(viewtest.Of(t, "en", "2023-07-01", text))[0]
		got := m.Value
		if m.Ambiguous != "" {
			got += " or " + m.Ambiguous
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

// read is the dates of a text as the record has them.
func read(v *view.View) []document.Date {
	return Records(v, Read(v, entities.Later(v), func() string { return press.Of(v) }))
}
