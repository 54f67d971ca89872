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
		{"pt", "Conversa com Ana Gomes.\n\nO frio é a pior notícia que podia ter?\n\nNão, de todo. Eu já esperava isso.\n\nE o que muda?\n\nTenho um plano. O prefeito diz que a ponte fecha.\n\nVai ficar?\n\nEu fico, claro.", []string{"Ana Gomes: Não, de todo. Eu já esperava isso.", "Ana Gomes: Tenho um plano. O prefeito diz que a ponte fecha.", "Ana Gomes: Eu fico, claro."}},
		{"en", "Talk with Jane Marlow.\n\nWhy did you leave the mill?\n\nI was tired of it.\n\nWhat did they say?\n\nMy boss said the mill would close.\n\nAnd now?\n\nNow I rest.", []string{"Jane Marlow: I was tired of it.", "Jane Marlow: My boss said the mill would close.", "Jane Marlow: Now I rest."}},
		{"fr", "Entretien au moulin.\n\nPourquoi partez-vous ?\n\nJe suis fatiguée.\n\nEt après ?\n\nJe me repose.\n\nEt le moulin ?\n\nMon frère le garde.", []string{"-: Je suis fatiguée.", "-: Je me repose.", "-: Mon frère le garde."}},
		{"fr", "Le guide du tri.\n\nQue faire des piles ?\n\nLes piles vont au point de collecte.\n\nEt les bouchons ?\n\nIls vont au bac jaune.\n\nQui paie ?\n\nLa ville paie.", nil},
		{"en", "What is the feast?\n\nWhat do I need?\n\nA pole, as my uncle told me.\n\nHow does it begin?\n\nMy family has a dinner.\n\nWho made it up?\n\nI do not know.", nil},
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
