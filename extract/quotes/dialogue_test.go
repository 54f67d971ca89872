package quotes

import (
	"sayso/extract/view/viewtest"
	"strings"
	"testing"
)

// Each text is followed by its statements: the speaker and the words, parts joined with …
func TestDialogue(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		want       []string
	}{
		{"fr", "— Nous partons, dit Anne Leroux.\n\n— Pourquoi ? demanda Paul Girard.\n\n— Je suis là, dit Anne Leroux, et je reste.", []string{"Anne Leroux: Nous partons", "Paul Girard: Pourquoi ?", "Anne Leroux: Je suis là … et je reste."}},
		{"fr", "Le bilan :\n\n– un pont de 3 millions d'euros\n\n– une école à Lyon", nil},
		{"pt", "— Vamos sair — disse Ana Gomes — e não voltamos.", []string{"Ana Gomes: Vamos sair … e não voltamos."}},
		{"fr", "Le Monde : Pourquoi partez-vous ?\n\nAnne Leroux : Parce que je suis fatiguée.\n\nLe Monde : Et après ?\n\nAnne Leroux : Je me repose.", []string{"Anne Leroux: Parce que je suis fatiguée.", "Anne Leroux: Je me repose."}},
		{"en", "Talk with Jane Marlow.\n\nQ. Why did you leave?\n\nA. Because I was tired of it.\n\nQ. And now?\n\nA. Now I rest.", []string{"Jane Marlow: Because I was tired of it.", "Jane Marlow: Now I rest."}},
		{"pt", "Ana Gomes falou.\n\nP: Porque saiu?\n\nR: Estava cansada de tudo.", []string{"Ana Gomes: Estava cansada de tudo."}},
		{"en", "Jane Marlow: a life in pictures.", nil},
	} {
		all := read(viewtest.Of(t, c.lang, "", c.text))
		var got []string
		for _, q := range all {
			var parts []string
			for _, p := range q.Content {
				parts = append(parts, p.Text)
			}
			name := "-"
			if q.Speaker != nil {
				name = q.Speaker.Name
			}
			got = append(got, name+": "+strings.Join(parts, " … "))
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
