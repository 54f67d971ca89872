package entities

import (
	"slices"
	"testing"

	"sayso/extract/view"
	"sayso/extract/view/viewtest"
	"sayso/rules/token"
)

// span is the tokens of the last place of some words in a text.
func span(t *testing.T, v *view.View, words string) token.Range {
	t.Helper()
	for start := len(v.Text.Tokens) - 1; start >= 0; start-- {
		for end := start + 1; end <= len(v.Text.Tokens); end++ {
			if at := (token.Range{Start: start, End: end}); v.Text.Slice(at) == words {
				return at
			}
		}
	}
	t.Fatalf("%q does not stand in the text", words)
	return token.Range{}
}

// What an article says of itself is evidence on each of its spans.
func TestEvidenceOfTheArticle(t *testing.T) {
	for _, c := range []struct{ lang, text, span, what, value string }{
		{"en", "The gross domestic product (GDP) fell. Then GDP rose.", "GDP", "spelt", "in common words"},
		{"pt", "O VAB (valor acrescentado bruto) caiu. O VAB subiu.", "VAB", "spelt", "in common words"},
		{"en", "CLEVELAND, Ohio — The mayor spoke to the press.", "CLEVELAND", "in", "dateline"},
		{"fr", "Le match était fini, le gardien et le buteur de l’équipe saluaient le stade de Lyon.", "Lyon", "sport", "world-city"},
		{"en", "He met Kerrigan Ostrow.", "Kerrigan Ostrow", "unknown words", "all"},
		{"en", "He saw The Long Road.", "The Long Road", "common words", "most"},
		{"en", "They hired Zorbalec, a small maker of clocks.", "Zorbalec", "apposed noun", "company-word"},
		{"fr", "Le Premier ministre, Zoltan Kebrat, a parlé.", "Zoltan Kebrat", "in apposition to noun", "office"},
		{"pt", "Falou a diretora jurídica do clube, Zorina Kebral, ontem.", "Zorina Kebral", "in apposition to noun", "trade"},
		{"en", "She sang with artists like Zorba.", "Zorba", "in apposition to noun", "trade"},
		{"en", "They met Zorba, and she smiled.", "Zorba", "pronoun", "person unknown"},
		{"en", "Zorba rose as its shares fell.", "Zorba", "pronoun", "thing unknown"},
		{"en", "Zorba Likes Long Walks\n\nHe likes walks, and long ones.", "Zorba Likes Long Walks", "title lower elsewhere", "most"},
		{"en", "A layer of polyurethane (PU) covers it.", "PU", "spelt", "in common words"},
		{"pt", "A Ordem de Remo (OR) saiu.", "Ordem de Remo", "before", "acronym of it"},
		{"pt", "Disse Romero Zorbal (RR) ontem.", "Romero Zorbal", "before", "acronym"},
		{"pt", "O procurador da República Rodrigo Zorbal saiu.", "República Rodrigo Zorbal", "first name behind", "common"},
	} {
		v := viewtest.Of(t, c.lang, "", c.text)
		var got []string
		Evidence(v).Evidence(span(t, v, c.span), func(what, value string) {
			if what == c.what {
				got = append(got, value)
			}
		})
		if !slices.Contains(got, c.value) {
			t.Errorf("%s, %s: %s %v, want %s", c.text, c.span, c.what, got, c.value)
		}
	}
}

// A candidate does not end within a word of several parts; the name of a body may end in lower case, an address in its
// last part. Two names of the lists that a hyphen couples are two; what an article joins again and again is one.
func TestCandidates(t *testing.T) {
	for _, c := range []struct {
		lang, text, span string
		want             bool
	}{
		{"en", "They sent ILLUMA-T into space.", "ILLUMA", false},
		{"en", "They sent ILLUMA-T into space.", "ILLUMA-T", true},
		{"en", "A US-led force came.", "US", true},
		{"fr", "Le Conseil supérieur du culte forestier proteste.", "Conseil supérieur du culte forestier", true},
		{"en", "She wrote for Trovato.com again.", "Trovato.com", true},
		{"pt", "Ele viu o Mundial de 2014.", "Mundial de 2014", false},
		{"en", "She watched Plum+ again.", "Plum+", true},
		{"pt", "A guerra comercial Estados Unidos-China continua.", "Estados Unidos-China", false},
		{"pt", "A guerra comercial Estados Unidos-China continua.", "Estados Unidos", true},
		{"en", "The Barcelona-Leipzig train is late.", "Barcelona-Leipzig", false},
		{"fr", "Il habite en Bourgogne-Franche-Comté.", "Bourgogne-Franche-Comté", true},
		{"pt", "Ele vive na Guiné-Bissau.", "Guiné-Bissau", true},
		{"pt", "Gouveia e Melo voltou. Ana Gouveia e Melo saiu.", "Ana Gouveia", false},
		{"pt", "Gouveia e Melo voltou. Ana Gouveia e Melo saiu.", "Ana Gouveia e Melo", true},
		{"pt", "Ana Gouveia e Melo saíram.", "Ana Gouveia", true},
		{"pt", "A linha Zorba-Telmar abriu. Em Zorba chove, e em Telmar também.", "Zorba-Telmar", false},
		{"pt", "A linha Zorba-Telmar abriu. Em Zorba chove.", "Zorba-Telmar", true},
		{"en", "Many SUVs and NGOs came.", "SUVs", false},
		{"pt", "Provou o “Pato Zelko” (€25) ontem.", "Pato Zelko", false},
		{"pt", "Viu o “Pato Zelko” (2015) ontem.", "Pato Zelko", true},
		{"pt", "Leu-se no Zorbador 28.11.2014 também.", "Zorbador 28.11.2014", false},
		{"pt", "Leu-se no Zorbador 28.11.2014 também.", "Zorbador 28", false},
		{"pt", "Leu-se no Zorbador de 28/11/2014 também.", "Zorbador de 28/11/2014", false},
		{"en", "They sold Zorba 3.1.20 again.", "Zorba 3.1.20", true},
		{"fr", "L'Opérette des Nations unies joue.", "Opérette des Nations", false},
		{"fr", "Le Courrier baisse de 6 % et Zorbador de 19 %.", "Zorbador de 19", false},
		{"en", "They met in the Gulf of Zelko.", "Gulf", false},
		{"en", "They met in the Gulf of Zelko.", "Gulf of Zelko", true},
		{"pt", "Votaram o Bloco de Zorba, PCP e Telmar.", "Bloco de Zorba, PCP e Telmar", false},
		{"pt", "Votaram o Bloco de Zorba, PCP e Telmar.", "Bloco de Zorba", true},
		{"pt", "Concorrem a Zorba Capital e o consórcio Telmar.", "Zorba Capital e o consórcio Telmar", false},
		{"fr", "Le groupe Zorba et la banque Telmar signent.", "Zorba et la banque Telmar", false},
		{"en", "Anna Marks the Solstice!", "Solstice!", false},
		{"en", "She reads Zorba! every week.", "Zorba!", true},
		{"fr", "L'Opérette des Nations unies joue.", "Opérette des Nations unies", true},
	} {
		v := viewtest.Of(t, c.lang, "", c.text)
		want, offered := span(t, v, c.span), false
		Evidence(v).Candidates(func(at token.Range) { offered = offered || at == want })
		if offered != c.want {
			t.Errorf("%s: %s offered %v, want %v", c.text, c.span, offered, c.want)
		}
	}
}

// Whole names and the last name that they share are those of people, where they are that somewhere; so is a name that goes on.
func TestFamilies(t *testing.T) {
	for _, c := range []struct{ lang, text, name string }{
		{"en", "Police identified two migrants as Belém Zordache, 28. Belém Zordache was carrying passports. Zordache was last seen on Monday, and Zordache's friend said Zordache had been seeking a lawyer.", "Belém Zordache"},
		{"fr", "Le dessin de Turin Zordache séduit la ville. Zordache, qui vit seul, a raconté son enfance. La maison de Turin Zordache est petite. « J'aime dessiner », a dit Zordache.", "Turin Zordache"},
		{"pt", "Ayrton Senna, o piloto. Um dos maiores da história: Ayrton Senna da Silva. Ayrton Senna venceu.", "Ayrton Senna da Silva"},
		{"pt", "A arquitetura de Belém Kebran seduz. Kebran disse que gosta de desenhar. É o código Belém Kebran, e Kebran, que vive só, explicou tudo à mulher.", "Belém Kebran"},
	} {
		found := false
		for _, m := range Read(viewtest.Of(t, c.lang, "", c.text)).Mentions {
			if m.Text == c.name {
				if found = true; m.Kind != "person" {
					t.Errorf("%s: %s is a %s", c.text, c.name, m.Kind)
				}
			}
		}
		if !found {
			t.Errorf("%s: no %s", c.text, c.name)
		}
	}
}
