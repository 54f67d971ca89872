package claims

import (
	"strings"
	"testing"

	"sayso/extract/view/viewtest"
)

// What a claim says stands alone: with whom its subject means, without the words that report it, and whole.
func TestPropositions(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		// A pronoun, and a noun, for somebody whom the article names.
		{"en", "The mayor of Leeds, Jane Holloway, opened the hall. She paid 4 million euros.", "[Jane Holloway] paid 4 million euros."},
		{"en", "The firm Valmora closed its mill. The company laid off 40 workers.", "The company [Valmora] laid off 40 workers."},
		{"fr", "Le maire de Lyon, Jean Morel, a ouvert la halle. Il a payé 4 millions d'euros.", "[Jean Morel] a payé 4 millions d'euros."},
		{"fr", "L'entreprise Valmora a fermé son usine. L'entreprise a licencié 40 ouvriers.", "L'entreprise [Valmora] a licencié 40 ouvriers."},
		{"pt", "O prefeito de Braga, João Sousa, abriu a ponte. Ele pagou 4 milhões de euros.", "[João Sousa] pagou 4 milhões de euros."},
		{"pt", "A empresa Valmora fechou a fábrica. A empresa despediu 40 operários.", "A empresa [Valmora] despediu 40 operários."},
		{"en", "The Labour Party said it had paid 4 million euros.", "[Labour Party] had paid 4 million euros"},
		{"en", "The Labour Party said it is good to pay 4 million euros.", "it is good to pay 4 million euros"},
		// The article's own words may tell of nobody, or of a thing.
		{"fr", "Le maire de Lyon, Jean Morel, a ouvert la halle. Il y a 40 écoles.", "Il y a 40 écoles."},
		{"fr", "Jean Morel a ouvert le pont. Le pont est long. Il a coûté 4 millions d'euros.", "Il a coûté 4 millions d'euros."},
		// Nobody speaks of himself as of another.
		{"en", "“She paid 4 million euros,” said Jane Holloway.", "She paid 4 million euros"},
		// Words that already bring in somebody.
		{"en", "Jane Holloway opened the hall. Rui Tavora said that the driver had left because he was 90 years old.", "the driver had left because he was 90 years old"},
		// A mixed statement begins with its own words.
		{"pt", "Ana Gomes sublinhou, que “a ponte custou 3 milhões de euros a todos”.", "a ponte custou 3 milhões de euros a todos"},
		// An infinitive has its subject.
		{"en", "Jane Holloway claimed to have suffered a “vast loss of income”.", "[Jane Holloway] to have suffered a “vast loss of income”"},
		// Parts of a statement are whole sentences, or go on.
		{"en", "“We did not take it,” Jane Holloway told her. “We paid 3 million euros.”", "We did not take it. We paid 3 million euros."},
	} {
		all := read(viewtest.Of(t, c.lang, "2025-07-15", c.text))
		var got []string
		for _, x := range all {
			got = append(got, x.Proposition)
		}
		if len(got) == 0 || got[0] != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, strings.Join(got, " | "), c.want)
		}
	}
}

// Words in marks that are less than a thought claim nothing, nor does what nobody can check of whom nobody knows.
func TestFragmentsAreNoClaims(t *testing.T) {
	for lang, all := range map[string][]string{
		"en": {"Jane Holloway spoke of the “tale of a steep descent that has led us here”.", "“This is only talk,” said Jane Holloway.", "“They are all the same,” said Jane Holloway."},
		"fr": {"Anne Leroux a plaidé lors des débats pour la « préservation du modèle social » face aux « pratiques peu scrupuleuses ».", "Idem avec Anne Leroux, à Lyon, en 2012.", "« C'est un appel intérieur », a confié Anne Leroux.", "« Ils sont tous pareils », a dit Anne Leroux."},
		"pt": {"Ana Gomes qualificou este arranque como “encorajador para todos”.", "“Isso não é ideologia”, disse Ana Gomes.", "Ana Gomes falou de uma “categoria de risco máxima para corpos como este”."},
	} {
		for _, text := range all {
			for _, c := range read(viewtest.Of(t, lang, "2025-07-15", text)) {
				t.Errorf("%s: %q is claimed", text, c.Proposition)
			}
		}
	}
}

// What the words of another clause tell is not told of the claim, and a date's and a noun's looks are not an event's.
func TestReasonsAreOfTheClause(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "“The measure helps the man who sold the yard,” said Jane Holloway.", ""},
		{"en", "“Talks led by the mayor are to begin soon,” said Jane Holloway.", "future"},
		{"en", "“It is a bit different,” said Jane Holloway.", ""},
		{"en", "“Fans find it odd he hadn't heard of it,” said Jane Holloway.", "past_event"},
		{"fr", "« Le maire demande justice pour la femme qui a quitté la ville », a déclaré Anne Leroux.", ""},
		{"fr", "« Le maire paie tout, y compris le quai », a déclaré Anne Leroux.", ""},
		{"fr", "« Le choix est juste d'un point de vue humain », a déclaré Anne Leroux.", ""},
		{"fr", "« La ligne 9 fermera à midi », a déclaré Anne Leroux.", "future"},
		{"pt", "“A compensação, que tem sido cortada, é baixa”, disse Ana Gomes.", ""},
		{"pt", "“Aos que não receberam dinheiro haverá ajuda”, disse Ana Gomes.", "future"},
		{"pt", "“É justo de um ponto de vista humano”, disse Ana Gomes.", ""},
		{"en", "Toyota is recalling 1 million vehicles.", "figure"},
		{"fr", "Toyota rappelle 1 million de véhicules.", "figure"},
		{"pt", "A Toyota chama 2 milhões de veículos.", "figure"},
	} {
		all := read(viewtest.Of(t, c.lang, "2025-07-15", c.text))
		if len(all) != 1 || strings.Join(all[0].Reasons, " ") != c.want || all[0].Negated {
			t.Errorf("%s\n got %+v\nwant %s", c.text, all, c.want)
		}
	}
}

// A claim with a pronoun has the key of the same claim with the name.
func TestKeysKnowWhomPronounsMean(t *testing.T) {
	key := func(text string) string {
		all := read(viewtest.Of(t, "en", "2025-07-15", text))
		return all[len(all)-1].Key
	}
	pronoun, name := key("Jane Holloway opened the hall. She paid 4 million euros."), key("Jane Holloway opened the hall. Jane Holloway paid 4 million euros.")
	if pronoun != name || !strings.Contains(name, "e:holloway") {
		t.Errorf("keys %q and %q", pronoun, name)
	}
}
