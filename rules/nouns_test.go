package rules_test

import (
	"slices"
	"strings"
	"testing"

	"sayso/extract/value"
	"sayso/rules"
)

// Nouns have a singular and a plural, adjectives masculine and feminine forms of both.
func TestNounsAndAdjectives(t *testing.T) {
	for language, words := range map[string]map[string]string{
		"fr": {
			"noun": "rapport rapports · aveu aveux · propos propos · choix choix · journal journaux · festival festivals · bail baux · tableau tableaux · pneu pneus",
			"adjective": "certain certaine certains certaines · confiant confiante confiants confiantes · libre libre libres libres · heureux heureuse heureux heureuses · " +
				"premier première premiers premières · français française français françaises · gros grosse gros grosses · annuel annuelle annuels annuelles · " +
				"ancien ancienne anciens anciennes · vif vive vifs vives · national nationale nationaux nationales · inquiet inquiète inquiets inquiètes · " +
				"public publique publics publiques · directeur directrice directeurs directrices · chercheur chercheuse chercheurs chercheuses · " +
				"supérieur supérieure supérieurs supérieures · long longue longs longues · blanc blanche blancs blanches",
		},
		"pt": {
			"noun": "relato relatos · acusação acusações · irmão irmãos · capitão capitães · mensagem mensagens · parecer pareceres · jornal jornais · papel papéis · nível níveis · " +
				"barril barris · míssil mísseis · lápis lápis · mês meses · país países · lençol lençóis",
			"adjective": "convicto convicta convictos convictas · confiante confiante confiantes confiantes · diretor diretora diretores diretoras · superior superior superiores superiores · " +
				"francês francesa franceses francesas · nacional nacional nacionais nacionais · possível possível possíveis possíveis · fiel fiel fiéis fiéis · fácil fácil fáceis fáceis · " +
				"jovem jovem jovens jovens · capaz capaz capazes capazes · europeu europeia europeus europeias · mau má maus más · ator atriz atores atrizes",
		},
		"en": {"noun": "claim claims · story stories · survey surveys · speech speeches · hypothesis hypotheses · spokesman spokesmen · boss bosses · life lives · child children"},
	} {
		lists := ""
		for class, table := range words {
			lemmas := ""
			for line := range strings.SplitSeq(table, " · ") {
				lemmas += strings.Fields(line)[0] + ", "
			}
			lists += "  tried-" + class + ": {inflect: " + class + ", lemmas: [" + lemmas + "]}\n"
		}
		pack, err := rules.NewLibrary(value.Types()).LoadDir(desk(t, language, lists))
		if err != nil {
			t.Fatal(err)
		}
		for class, table := range words {
			for line := range strings.SplitSeq(table, " · ") {
				holdForms(t, pack, "tried-"+class, strings.Fields(line))
			}
		}
	}
}

// holdForms holds that a word has its forms: two of a noun, four of an adjective.
func holdForms(t *testing.T, pack *rules.Pack, list string, forms []string) {
	t.Helper()
	numbers := []string{"singular", "plural"}
	if len(forms) == 4 {
		numbers = []string{"ms", "fs", "mp", "fp"}
	}
	for i, number := range numbers {
		if !slices.Contains(pack.Forms(list+"."+number), rules.Form{Value: forms[0], Text: forms[i]}) {
			t.Errorf("%s of %s is not %s", number, forms[0], forms[i])
		}
	}
}
