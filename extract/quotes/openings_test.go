package quotes_test

import (
	"strings"
	"testing"

	"sayso/extract"
	"sayso/extract/article"
	"sayso/extract/document"
)

// An opening is the parts of sentences that begin with a subject and what is set beside it, and go on with a verb and its
// object: nothing in them is told by anybody.
type opening struct{ subjects, beside, does []string }

var openings = map[string]opening{
	"fr": {
		[]string{"Le ministre de l'Économie", "La directrice du musée", "Le patron de la cave", "Mme Jeanne Aubert", "L'entreprise Vinobel", "Les 212 pages", "Son ancien entraîneur"},
		[]string{"Luc Aubert", "vigneron de 60 ans", "denses", "élu en mai à Mende", "qui vit à Lyon"},
		[]string{"a annoncé une réforme des caves", "racontent une longue dérive", "regrette son départ vers Nantes", "a critiqué Marc Roux", "réclame des moyens"},
	},
	"pt": {
		[]string{"A ministra da Agricultura", "O diretor do museu", "O dono da adega", "Ana Prates", "A empresa Vinobel", "As 212 páginas", "O seu antigo treinador"},
		[]string{"Lúcia Prates", "de 60 anos", "densas", "eleita em maio no Porto", "que vive em Braga", "natural de Faro"},
		[]string{"criticou Rui Sousa", "anunciou uma reforma das adegas", "contam uma longa história", "lamentou a saída do clube"},
	},
	"en": {
		[]string{"The head of Abbott Wines", "The museum's director", "The owner of the cellar", "Mrs. Jane Abbott", "The company Vinobel", "The 212 pages", "His former coach"},
		[]string{"Luke Abbott", "a grower of 60", "dense", "elected in May in Marlow", "who lives in Leeds", "53"},
		[]string{"accused Mark Rowe of theft", "announced a feast", "recalled a long drift", "denied a loan to the mill"},
	},
}

// No sentence that opens with a subject and what is set beside it is read as told by its object: 511 of them.
func TestOpeningsAreNotTold(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	read, wrong := 0, 0
	for lang, o := range openings {
		for _, subject := range o.subjects {
			for _, beside := range o.beside {
				for _, does := range o.does {
					text := subject + ", " + beside + ", " + does + "."
					d, err := x.Extract(article.Article{Text: text, Language: article.Hint{Code: lang, From: "input"}})
					if err != nil {
						t.Fatal(err)
					}
					if read++; len(d.Quotes) > 0 {
						wrong++
						t.Errorf("%s: %s\n found %s", lang, text, told(d))
					}
				}
			}
		}
	}
	if read != 511 {
		t.Errorf("%d sentences, want 511", read)
	}
}

func told(d *document.Document) string {
	var all []string
	for _, q := range d.Quotes {
		for _, c := range q.Content {
			all = append(all, c.Text)
		}
	}
	return strings.Join(all, " … ")
}
