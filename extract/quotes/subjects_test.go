package quotes

import (
	"sayso/extract/view/viewtest"
	"testing"
)

// The last statement of each text is that of the noun phrase that the verb's subject is, whoever else its words name.
func TestWhoseSubject(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		// A clause about the subject names somebody else.
		{"en", "A clerk who had worked for Jane Holloway said that the bridge fell in May.", "A clerk"},
		{"fr", "Un homme qui avait vu Anne Leroux a dit que le pont est tombé en mai.", "Un homme"},
		{"pt", "Um médico que testemunhou a favor de Ana Gomes disse que a ponte caiu em maio.", "Um médico"},
		// A noun of two words is no verb, nor is an infinitive a speaker.
		{"fr", "Hamid Darou, porte-parole du groupe, confirme : « Le pont est tombé en mai ».", "Hamid Darou"},
		{"pt", "Ana Gomes cantou. “A ponte caiu em maio”, chegou também a dizer.", "Ana Gomes"},
		// An adverb stands before the verb.
		{"pt", "O prefeito de Braga já disse que a ponte caiu em maio.", "O prefeito de Braga"},
		// A name within it tells whose it is, or where it stands.
		{"en", "Leeds City mayor Anna Berg's office said that the bridge fell in May.", "Leeds City mayor Anna Berg's office"},
		{"fr", "« Nous avons perdu un grand homme de la musique », peut-on lire sur la page Facebook du musicien.", "la page Facebook du musicien"},
		{"pt", "Os signatários da carta a Carlos Tavares disseram que a ponte caiu em maio.", "Os signatários da carta a Carlos Tavares"},
		// What stands between the verb and its clause.
		{"pt", "Certa de que a ponte \"vai à velocidade da luz\", Ana Gomes disse então que ia partir em maio.", "Ana Gomes"},
		// What is set beside a name is not the subject.
		{"en", "“It is a fine bridge and the town will need it,” Jane Holloway, Technical Analyst, Leeds Town Trust and Trainer at York Academy, said.", "Jane Holloway"},
		// A sentence that begins in lower case begins all the same.
		{"fr", "La mairie met à disposition des recueils pour les victimes du drame. le maire Paul Girard y a écrit ces mots : « Lyon est en deuil. La peine est grande. »", "Paul Girard"},
		// A mark with space on either side closes before a full stop.
		{"fr", "Le maire Paul Girard a parlé : \" Il reste de l'espoir pour tous \". La ministre Anne Leroux explique que \"les recherches sont de plus en plus longues\".", "Anne Leroux"},
		// A verb without its subject goes on with that of whom the article is, not with one who is only named beside.
		{"pt", "Hugo Renato treina Marrocos. Hugo Renato nasceu em Braga.\n\nPerderam com um golo de Carlos Ramalho num jogo complicado.\n\nEm maio assinou pela seleção e fez história: “Foi uma vitória memorável para todos”, disse no fim.", "Hugo Renato"},
		// A verb of those who speak has nobody else as its subject, a crosshead is about nobody, somebody's own trainer is not he.
		{"pt", "João Pedro Sousa: “Não queríamos que o Vitória dominasse, queríamos colocar o Vitória em apuros no jogo”\n\nBoa imagem\n\n“Fizemos um bom trabalho, uma primeira parte muito boa para todos.”", "João Pedro Sousa"},
		{"en", "Interview with Jane Holloway: “The league of this country is the hardest of all”\n\n“The game is faster than it was before,” Jane Holloway said.\n\nPaul Garrard leaves in May\n\n“The players must be ready for a longer year.”", "Jane Holloway"},
		{"pt", "Rui Tavares chegou a Braga. Rui Tavares é tenista. O teu treinador já disse que tu és um vulcão.", "O teu treinador"},
		// What a thing proves nobody says; whoever had the picture taken is nobody of the story.
		{"en", "The ice of the lake broke in May, proving that it was too thin for the horses.", ""},
		{"pt", "Ana Gomes chegou a Braga em maio. Ana Gomes jogou bem.\n\nCarla Ramos - Agência\n\nMas era tarde: “Podia ter feito mais golos esta noite”, disse.", "Ana Gomes"},
		// Sentences without a subject go on about whom the one before them names.
		{"pt", "“É uma resposta a todos os desafios do país”, afirmou Luís Ribeiro.\n\nAna Gomes já era velha quando mudou de vida. Dedicou 30 anos à escola, até que abriu uma loja. “Tinha 55 anos quando decidi mudar de vida.”", "Ana Gomes"},
		// A name behind a noun for a person and a body is that person's, whom it was answered.
		{"pt", "Ana Gomes falou no parlamento. \"Acho que o governo arriscava tudo\", referiu em resposta ao deputado do PCP Bruno Dias.", "Ana Gomes"},
	} {
		all := read(viewtest.Of(t, c.lang, "", c.text))
		got := ""
		if len(all) > 0 && all[len(all)-1].Speaker != nil {
			got = all[len(all)-1].Speaker.Name
		}
		if got != c.want {
			t.Errorf("%s\n got %q, want %q", c.text, got, c.want)
		}
	}
}
