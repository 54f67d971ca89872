package dates

import (
	"testing"

	"sayso/extract/view/viewtest"
)

// What was moved to a day is still to come, though the verb is one of the past; a year in
// brackets lends nothing to what stands behind them; "until" beside a verb of the past tells neither. What something goes ahead of is
// the nearest one. Of two days that are about as far off, the one gone by is meant where the sentence tells the past.
func TestNearDays(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "L'arrivée a été avancée au 17 octobre.", "2016-10-17"},
		{"en", "The opening was moved to 17 October.", "2016-10-17"},
		{"pt", "A estreia foi antecipada para 17 de outubro.", "2016-10-17"},
		{"fr", "Anne Kerbrat (née en 1965) a été nommée en septembre.", "2016-09"},
		{"en", "Anne Carver (born in 1965) was appointed in September.", "2016-09"},
		{"en", "He was jailed until 4 November.", "2016-11-04"},
		{"en", "They hadn't thought about it until Monday.", "2016-10-10"},
		{"en", "Ahead of the first vote in Marlow on Nov. 15, Carver has been visiting farms.", "2016-11-15"},
		{"fr", "Choisi pour la prochaine fête du port, le 14 mai, le groupe a été applaudi.", "2017-05-14"},
		{"fr", "Le maire veut absolument inaugurer le pont en mai.", "2017-05"},
		{"pt", "Escolhido para a próxima festa do porto, em maio, o grupo foi saudado.", "2017-05"},
		{"en", "On Nov. 15, Carver has been acquitted.", "2015-11-15"},
		{"fr", "La pire attaque s'est déroulée à Marlow, dans le grand marché couvert de la place du port, dans le nord, le 8 mars.", "2016-03-08"},
	} {
		all := read(viewtest.Of(t, c.lang, "2016-10-15", c.text))
		if len(all) == 0 || all[len(all)-1].Value != c.want {
			t.Errorf("%s: got %+v, want %s", c.text, all, c.want)
		}
	}
}
