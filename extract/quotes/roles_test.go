package quotes

import (
	"sayso/extract/view/viewtest"
	"testing"
)

// The last statement of each text has a speaker who is named by an office; who that is stands after the text.
func TestByRole(t *testing.T) {
	for _, c := range []struct{ lang, text, want, how string }{
		{"fr", "Le maire de Lyon, Paul Girard, a rencontré la ministre de l'Économie, Anne Leroux. « Nous paierons », a promis la ministre.", "Anne Leroux", "role"},
		{"fr", "Le maire de Lyon, Paul Girard, a rencontré la ministre de l'Économie, Anne Leroux. « Nous paierons », a déclaré le maire.", "Paul Girard", "role"},
		{"fr", "Anne Leroux, directrice de l'usine, a vu Paul Girard. « C'est fini », a déclaré la directrice.", "Anne Leroux", "role"},
		{"fr", "Le cabinet de la ministre de l'Économie, Anne Leroux, est muet. « Rien », a déclaré le cabinet de la ministre.", "le cabinet de la ministre", "unnamed"},
		{"en", "The mayor of Leeds, Paul Garrard, met Jane Holloway, the company's chief executive. “It is over,” said the mayor.", "Paul Garrard", "role"},
		{"en", "The mayor of Leeds, Paul Garrard, met Jane Holloway, the company's chief executive. “It is over,” the chief executive said.", "Jane Holloway", "role"},
		{"pt", "O prefeito de Campinas, Paulo Garcia, recebeu a ministra da Saúde, Ana Gomes. “Vamos pagar”, disse o prefeito.", "Paulo Garcia", "role"},
		{"pt", "O prefeito de Campinas, Paulo Garcia, recebeu a ministra da Saúde, Ana Gomes. “Vamos pagar”, afirmou a ministra.", "Ana Gomes", "role"},
	} {
		all := read(viewtest.Of(t, c.lang, "", c.text))
		if len(all) == 0 || all[len(all)-1].Speaker == nil {
			t.Errorf("%s\n no speaker", c.text)
			continue
		}
		if s := all[len(all)-1].Speaker; s.Name != c.want || s.How != c.how {
			t.Errorf("%s\n got %s by %s, want %s by %s", c.text, s.Name, s.How, c.want, c.how)
		}
	}
}
