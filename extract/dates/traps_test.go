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

// read is the dates of a text as the record has them.
func read(v *view.View) []document.Date {
	return Records(v, Read(v, entities.Read(v), press.Of(v)))
}
