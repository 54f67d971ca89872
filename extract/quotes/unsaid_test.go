package quotes_test

import (
	"strings"
	"testing"

	"sayso/extract"
	"sayso/extract/article"
)

// unsaid are sentences with words in marks that nobody says: each of the first with each of the second in its place.
var unsaid = map[string][]struct{ sentences, words []string }{
	"fr": {
		{[]string{"L'homme est poursuivi pour « %s ».", "Deux policiers ont été mis en examen pour « %s »."}, []string{"abus de confiance aggravé", "violences en réunion", "faux et usage de faux", "recel de vol", "mise en danger d'autrui"}},
		{[]string{"Elle a joué dans « %s » en 2010.", "Le roman « %s » paraît en mai."}, []string{"Les Voix du Nord", "Marlou", "La Route des Vignes", "Une Saison blanche", "Horizons bleus"}},
		{[]string{"Les « %s » occupent la place depuis lundi.", "La ville des « %s » attend la pluie."}, []string{"gilets bleus", "Indiens de Metz", "bonnets blancs", "zadistes", "invisibles"}},
		{[]string{"Une boutique nommée « %s » ouvre à Lyon.", "Le bateau « %s » a coulé."}, []string{"Chez Paul", "Vent du Large", "La Belle Anne", "Étoile", "Neptune"}},
		{[]string{"Le programme « %s » finance l'école.", "Il vit du « %s » depuis trois ans."}, []string{"Cœur de ville", "système D", "Action Logement", "travail au noir", "France Relance"}},
	},
	"pt": {
		{[]string{"O homem responde por “%s”.", "Dois polícias foram acusados de “%s”."}, []string{"abuso de confiança", "roubo qualificado", "falsificação de documento", "lavagem de dinheiro", "ofensa à integridade"}},
		{[]string{"Ela atuou em “%s” em 2010.", "O romance “%s” sai em maio."}, []string{"As Vozes do Norte", "Marlou", "A Rota das Vinhas", "Uma Estação Branca", "Horizontes Azuis"}},
		{[]string{"Os “%s” ocupam a praça desde segunda.", "A cidade dos “%s” espera a chuva."}, []string{"coletes azuis", "índios de Braga", "gorros brancos", "invisíveis", "retornados"}},
		{[]string{"Uma loja chamada “%s” abre no Porto.", "O barco “%s” afundou."}, []string{"Casa do Paulo", "Vento Novo", "Bela Ana", "Estrela", "Netuno"}},
		{[]string{"O programa “%s” paga a escola.", "Ele vive do “%s” há três anos."}, []string{"Cidade Viva", "bico", "Casa Segura", "trabalho informal", "Luz para Todos"}},
	},
	"en": {
		{[]string{"The man faces a charge of “%s”.", "Two officers were indicted for “%s”."}, []string{"aggravated breach of trust", "robbery in concert", "forgery in the first degree", "money laundering", "endangering a child"}},
		{[]string{"She starred in “%s” in 2010.", "The novel “%s” comes out in May."}, []string{"Voices of the North", "Marlou", "The Vineyard Road", "A White Season", "Blue Horizons"}},
		{[]string{"The “%s” have held the square since Monday.", "The town of the “%s” waits for rain."}, []string{"blue vests", "Indians of Marlow", "white caps", "invisible ones", "night owls"}},
		{[]string{"A shop named “%s” opens in Leeds.", "The boat “%s” sank."}, []string{"Paul's Place", "New Wind", "Fair Anne", "Star", "Neptune"}},
		{[]string{"The scheme “%s” pays for the school.", "He has lived off “%s” for three years."}, []string{"Heart of Town", "odd jobs", "Safe Homes", "cash in hand", "Light for All"}},
	},
}

// Of 150 sentences with charges, titles, labels and names in marks at most three are taken for statements.
func TestUnsaid(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	read, taken := 0, 0
	for lang, groups := range unsaid {
		for _, g := range groups {
			for _, sentence := range g.sentences {
				for _, words := range g.words {
					text := strings.Replace(sentence, "%s", words, 1)
					d, err := x.Extract(article.Article{Text: text, Language: article.Hint{Code: lang, From: "input"}})
					if err != nil {
						t.Fatal(err)
					}
					if read++; len(d.Quotes) > 0 {
						taken++
						t.Logf("%s: %s\n found %s", lang, text, told(d))
					}
				}
			}
		}
	}
	if read != 150 || taken > 3 {
		t.Errorf("%d of %d sentences are taken for statements", taken, read)
	}
}
