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

// A season is that of any year in a clause of the present, else the one that the verb tells.
func TestSeasonInGeneral(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Hares are brown in the summer.", "XXXX-SU"},
		{"en", "The mill closed in the summer.", "2022-SU"},
		{"en", "The mill will close in the summer.", "2023-SU"},
		{"en", "Many bake bread on the weekend.", "XXXX-WXX-WE"},
		{"fr", "La station tourne l'été grâce au vélo.", "XXXX-SU"},
		{"fr", "La station fermera l'été.", "2023-SU"},
		{"pt", "As lebres dormem no inverno.", "XXXX-WI"},
		{"pt", "A fábrica fechou no verão.", "2022-SU"},
	} {
		all := read(viewtest.Of(t, c.lang, "2023-03-30", c.text))
		if len(all) != 1 || all[0].Value != c.want {
			t.Errorf("%s: got %+v, want %s", c.text, all, c.want)
		}
	}
}
