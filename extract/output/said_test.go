package output

import (
	"strings"
	"testing"

	"sayso/extract/document"
)

// laid is what the view for people shows of a text with one quotation, in the words of a language.
func laid(t *testing.T, language, body, quotation, kind string) string {
	t.Helper()
	d := &document.Document{ID: "x", Language: document.Language{Code: p("en")}, Text: &body}
	if quotation != "" {
		at := placed(body, quotation)
		d.Quotes = []document.Quote{{ID: "q1", Kind: kind, Stance: document.Denies, Start: at.Start, End: at.End, Content: []document.Place{at},
			Speaker: &document.Speaker{Name: "Ashgrove"}, Cue: &document.Cue{Place: document.Place{Text: "denied"}}}}
	}
	return written(t, "text", Terminal{Language: language}, d)
}

func TestQuotationsKeepTheirMarks(t *testing.T) {
	for _, c := range []struct{ body, quotation, kind, want string }{
		{"She said ‘no more’ to us.", "no more", "mixed", "‘no more’"},
		{"She said “no more.” Then she left.", "no more", "direct", "“no more”"},
		{"Elle a dit « plus jamais » hier.", "plus jamais", "direct", "«\u00a0plus jamais\u00a0»"},
		{"Disse «nunca mais» ontem.", "nunca mais", "direct", "«nunca mais»"},
		{"He denied taking the money.", "taking the money", "indirect", "taking the money"},
		{"– No more, she said.", "No more", "direct", "“No more”"},
	} {
		if got := laid(t, "", c.body, c.quotation, c.kind); !strings.Contains(got, "          "+c.want+"\n") {
			t.Errorf("%q: no line %q in\n%s", c.body, c.want, got)
		}
	}
}

func TestTheVerbIsShown(t *testing.T) {
	if got := laid(t, "", "He denied taking it.", "taking it", "indirect"); !strings.Contains(got, "QUOTE   Ashgrove · denied [denial]\n") {
		t.Errorf("%s", got)
	}
}

func TestTheViewSpeaksItsReadersLanguage(t *testing.T) {
	for language, want := range map[string][]string{
		"en": {"QUOTE ", "[denial]", "English"}, "fr": {"CITATION ", "[démenti]", "anglais"}, "pt": {"CITAÇÃO ", "[desmentido]", "inglês"}, "de": {"QUOTE "},
	} {
		got := laid(t, language, "He denied taking it.", "taking it", "indirect")
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: no %q in\n%s", language, w, got)
			}
		}
	}
	if got := laid(t, "pt", "Nothing here.", "", ""); !strings.Contains(got, "Nada foi encontrado.") {
		t.Errorf("%s", got)
	}
}

func TestHeadlineIsMarked(t *testing.T) {
	body := "Mayor denies theft\n\nThe mayor denied it on Monday. It was long ago."
	if got := laid(t, "", body, "theft", "indirect"); !strings.Contains(got, "[denial, headline]") {
		t.Errorf("%s", got)
	}
	if got := laid(t, "", body, "theft", "indirect"); !strings.HasPrefix(got, "Mayor denies theft\n") {
		t.Errorf("the title is not the headline:\n%s", got)
	}
	if got := laid(t, "", strings.Replace(body, "theft\n", "theft.\n", 1), "theft", "indirect"); strings.Contains(got, "headline") {
		t.Errorf("a sentence is no headline: %s", got)
	}
}

func TestBracketsCloseInnermostFirst(t *testing.T) {
	body := "She will go on Monday."
	d := &document.Document{ID: "x", Text: &body, Quotes: []document.Quote{{ID: "q3", Kind: "indirect", Content: []document.Place{placed(body, "will go on Monday")}}},
		Dates: []document.Date{{ID: "d4", Place: placed(body, "Monday")}}}
	if got := written(t, "annotated", Terminal{}, d); !strings.Contains(got, "She [will go on [Monday d4] q3].") {
		t.Errorf("%s", got)
	}
}

func TestDatesInWords(t *testing.T) {
	for _, c := range []struct{ language, typ, value, from, to, want string }{
		{"en", "DATE", "2025-07-15", "2025-07-15", "2025-07-15", "Tue 15 July 2025"},
		{"fr", "DATE", "2025-07-01", "2025-07-01", "2025-07-01", "mar. 1er juillet 2025"},
		{"pt", "DATE", "2025-07-15", "2025-07-15", "2025-07-15", "ter. 15 de julho de 2025"},
		{"en", "TIME", "2025-07-15TEV", "2025-07-15", "2025-07-15", "Tue 15 July 2025, evening"},
		{"pt", "DATE", "2025-07", "2025-07-01", "2025-07-31", "julho de 2025"},
		{"en", "DATE", "2025-SU", "2025-06-01", "2025-08-31", "summer 2025 · 1 June 2025 to 31 August 2025"},
		{"en", "SET", "XXXX-WXX-2", "", "", "every Tuesday"},
		{"en", "DATE", "XXXX-05", "", "", "May, year unknown"},
		{"pt", "DATE", "XXXX-05-03", "", "", "3 de maio, ano desconhecido"},
		{"fr", "DATE", "XXXX-FA", "", "", "automne, année inconnue"},
		{"en", "DATE", "XXXX-WXX-3", "", "", "a Wednesday, day unknown"},
		{"en", "DATE", "PAST_REF", "", "", "in the past"},
		{"en", "DATE", "XXXX-WXX", "", "", "day unknown"},
	} {
		d := document.Date{Type: c.typ, Value: c.value, From: document.Optional(c.from), To: document.Optional(c.to)}
		if got := inLanguage(c.language).date(d); got != c.want {
			t.Errorf("%s in %s is %q, want %q", c.value, c.language, got, c.want)
		}
	}
}

func TestQuantitiesInWords(t *testing.T) {
	for _, c := range []struct {
		n    document.Quantity
		want string
	}{
		{document.Quantity{Amount: "0.1111", Unit: "share"}, "11.1 %"},
		{document.Quantity{Amount: "12", Unit: "percent", Of: "change", Direction: "up"}, "+12 %"},
		{document.Quantity{Amount: "250000", Unit: "count"}, "250,000"},
		{document.Quantity{Low: "2", High: "3", Unit: "km"}, "2–3 km"},
		{document.Quantity{Amount: "80", Unit: "count", Per: "day", Qualifier: p("about")}, "≈ 80 per day"},
	} {
		if got := english().quantity(c.n); got != c.want {
			t.Errorf("%+v is %q, want %q", c.n, got, c.want)
		}
	}
}
