package dates

import (
	"testing"

	"sayso/extract/view/viewtest"
)

// Today stands for these days in a clause of the present, in Portuguese where somebody is quoted; beside a verb of the past or
// the future, after a preposition and in English it is the day.
func TestNowadays(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "La filière subit aujourd'hui la hausse des prix.", "PRESENT_REF"},
		{"fr", "Aujourd’hui, la ville compte trois théâtres.", "PRESENT_REF"},
		{"fr", "Le maire inaugurera aujourd'hui le théâtre.", "2023-03-30"},
		{"fr", "Le théâtre a ouvert aujourd'hui.", "2023-03-30"},
		{"fr", "Le vote d'aujourd'hui compte.", "2023-03-30"},
		{"pt", "“Hoje ninguém lê jornais”, lamenta Rui Tavares Moita.", "PRESENT_REF"},
		{"pt", "A ponte está fechada, hoje.", "2023-03-30"},
		{"pt", "“Queremos sair hoje”, garante Rui Tavares Moita.", "2023-03-30"},
		{"en", "The road is closed today.", "2023-03-30"},
	} {
		all := read(viewtest.Of(t, c.lang, "2023-03-30", c.text))
		if len(all) != 1 || all[0].Value != c.want {
			t.Errorf("%s: got %+v, want %s", c.text, all, c.want)
		}
	}
}
