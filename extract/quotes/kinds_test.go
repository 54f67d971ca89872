package quotes

import (
	"strings"
	"testing"

	"sayso/extract/view/viewtest"
)

// The words of the last statement of each text and whom it has as its speaker; - is nobody, and no words are no statement.
func TestReportsAndTheirSpeakers(t *testing.T) {
	for _, c := range []struct{ lang, text, said, by string }{
		// A passive verb has the speaker whom a preposition brings in, or nobody.
		{"pt", "Rui Costa chegou. Foi anunciado que a ponte fecha em maio.", "a ponte fecha em maio", "-"},
		{"pt", "Foi ontem anunciado pelo ministro Rui Costa que a ponte fecha em maio.", "a ponte fecha em maio", "Rui Costa"},
		{"pt", "Foi confirmado pelo ministro que a ponte fecha em maio.", "a ponte fecha em maio", "ministro"},
		{"fr", "Luc Aubert est arrivé. Il a été annoncé que le pont fermerait.", "le pont fermerait", "-"},
		{"en", "Luke Abbott arrived. It was announced on Tuesday that the bridge would close.", "the bridge would close", "-"},
		// A participle and its preposition name a source.
		{"pt", "Conforme apontado por Ana Reis, o preço vai subir.", "o preço vai subir", "Ana Reis"},
		{"fr", "Comme annoncé par la mairie, le pont ferme.", "le pont ferme", "la mairie"},
		{"en", "As reported by the Herald, the bridge will close.", "the bridge will close", "Herald"},
		// Whose view words in marks tell, without a comma.
		{"pt", "Para Rui Costa “a ponte tem de fechar”.", "a ponte tem de fechar", "Rui Costa"},
		{"fr", "Pour Luc Aubert « le pont doit fermer ».", "le pont doit fermer", "Luc Aubert"},
		// A few words in marks that make a clause, and a verb behind them without a comma.
		{"fr", "« Nous avons peur » dit le maire.", "Nous avons peur", "le maire"},
		{"en", "“We are ready” said the mayor.", "We are ready", "the mayor"},
		{"fr", "« Les gènes peuvent provoquer des maladies graves » souligne le comité.", "Les gènes peuvent provoquer des maladies graves", "le comité"},
		// A verb set off by commas with its speaker behind it.
		{"pt", "A ideia, explica Ana Reis, é “abrir a ponte”.", "abrir a ponte", "Ana Reis"},
		{"fr", "L'idée, explique Luc Aubert, est de « fermer le pont ».", "fermer le pont", "Luc Aubert"},
		// States of mind beside a verb of saying.
		{"pt", "Rui Costa manifestou-se confiante de que a ponte abre.", "a ponte abre", "Rui Costa"},
		{"fr", "Luc Aubert s'est dit convaincu que le pont fermerait.", "le pont fermerait", "Luc Aubert"},
		// An infinitive behind a verb of saying, and one that a preposition brings in.
		{"pt", "Ana Reis disse esperar que a ponte feche.", "esperar que a ponte feche", "Ana Reis"},
		{"pt", "Ana Reis disse à rádio nunca ter assinado o contrato.", "nunca ter assinado o contrato", "Ana Reis"},
		{"fr", "Luc Aubert a salué la foule avant d'ajouter que le pont fermerait.", "le pont fermerait", "Luc Aubert"},
		// A participle tells which one is meant.
		{"fr", "Une note diffusée mardi par la préfecture indique que le pont va fermer.", "le pont va fermer", "Une note diffusée mardi par la préfecture"},
		{"pt", "O parque abre em maio, segundo um estudo publicado esta terça-feira.", "O parque abre em maio", "um estudo publicado esta terça-feira"},
		{"en", "A note released Tuesday by the ministry says the bridge will close.", "the bridge will close", "A note released Tuesday by the ministry"},
		// A list, an apposition with commas, and a comma that should not be there.
		{"en", "The food, tobacco and beer company said it will close a plant.", "it will close a plant", "The food, tobacco and beer company"},
		{"pt", "A Galp, uma empresa de energia de Lisboa, em Portugal, disse que a venda acabou.", "a venda acabou", "Galp"},
		{"pt", "O presidente da Junta, disse que a ponte fecha.", "a ponte fecha", "O presidente da Junta"},
		// What a comma sets off before a colon, and a clause about a noun.
		{"pt", "O armador limitou-se a dizer, em voz baixa: “Peço perdão.”", "Peço perdão.", "O armador"},
		{"en", "Luke Abbott has a system which he says is kind of old.", "is kind of old", "Luke Abbott"},
		// Nobody near is a spokesman, and no noun means a person by its adjective alone.
		{"fr", "L'usine de Luc Aubert ferme en mai. Le porte-parole a assuré qu'il ne regrettait rien.", "il ne regrettait rien", "Le porte-parole"},
		{"pt", "A fábrica de Rui Costa fecha. O porta-voz disse que não há dinheiro.", "não há dinheiro", "O porta-voz"},
		{"en", "Mark Rowe visited the site. The spokesman said it was closed.", "it was closed", "The spokesman"},
		{"fr", "Selon certains experts, dont Anna Roux, la route est dangereuse.", "la route est dangereuse", "certains experts"},
		// The subject of the main clause, not of one within it.
		{"fr", "Luc Aubert a une médaille, qu'il doit à l'ancien président Jean Roux. « Je l'ai mise exprès pour vous », indique-t-il.", "Je l'ai mise exprès pour vous", "Luc Aubert"},
		// What is set beside a subject, with commas of its own, a noun that looks like a verb, a clause with several verbs.
		{"en", "Luke Abbott, superintendent of police for the town of Marlow, in the southern state of Florida, told the Herald that the bridge was shut.", "the bridge was shut", "Luke Abbott"},
		{"en", "The neighbour, who did not want to be named over fears of losing her job, said the bridge had been shut.", "the bridge had been shut", "The neighbour"},
		{"en", "Luke Abbott conceded 50 runs in his spell against the town.", "", ""},
		// What a single dash adds, and what it does not.
		{"en", "Luke Abbott said the victims were two families — one of them from Leeds.", "the victims were two families — one of them from Leeds", "Luke Abbott"},
		// What others tell begins a statement of its own.
		{"en", "Luke Abbott said the bridge is shut, but he cautioned it was too early to worry.", "it was too early to worry", "Luke Abbott"},
		{"en", "Luke Abbott said the village is raising money for the families, whom the priest described as poor.", "the village is raising money for the families", "Luke Abbott"},
		// The subject of what a source says has something set beside it, not the source.
		{"fr", "Selon la police, les deux victimes, un homme et une femme, étaient de Mende.", "les deux victimes, un homme et une femme, étaient de Mende", "la police"},
		{"en", "According to the police, the two victims, a man and a woman, were from Leeds.", "the two victims, a man and a woman, were from Leeds", "the police"},
		{"pt", "Segundo a polícia, as duas vítimas, um homem e uma mulher, eram de Braga.", "as duas vítimas, um homem e uma mulher, eram de Braga", "a polícia"},
		{"en", "According to Jane Rowe, the mayor of Leeds, the bridge is shut.", "the bridge is shut", "Jane Rowe"},
		// A clause that goes on behind its speaker.
		{"en", "The work is hard, Luke Abbott said, to keep going.", "The work is hard", "Luke Abbott"},
		{"en", "The answers are few, Luke Abbott added, because the work has just begun.", "The answers are few", "Luke Abbott"},
		{"en", "Luke Abbott said Jane Rowe impressed her.", "Jane Rowe impressed her", "Luke Abbott"},
		// What is asked.
		{"en", "Luke Abbott questioned why the town would shut the bridge.", "why the town would shut the bridge", "Luke Abbott"},
		{"fr", "Luc Aubert a demandé pourquoi le pont était fermé.", "pourquoi le pont était fermé", "Luc Aubert"},
		{"pt", "Rui Costa questionou por que a ponte foi fechada.", "por que a ponte foi fechada", "Rui Costa"},
		// What cannot speak says nothing behind its verb, nor before a colon.
		{"pt", "Já era tarde, mas não havia outra saída, propôs um plano vago.", "", ""},
		{"en", "The meeting is a year away, but after the last one, expect the role of coal to be a topic.", "", ""},
		{"pt", "A dívida da fábrica continuou a aumentar: foram pedidos dois empréstimos.", "", ""},
		{"fr", "Le pont est fermé, indique un rapport établi par la mairie.", "Le pont est fermé", "un rapport établi"},
		// A list that a verb has stands before the verb of saying and its speaker.
		{"pt", "Entre os que entregaram propostas estão a Galp, a Efacec e o grupo Sonae, refere a Câmara de Lisboa em comunicado.", "Entre os que entregaram propostas estão a Galp, a Efacec e o grupo Sonae", "Câmara de Lisboa"},
		// Whose support or words the noun before a clause about him tells of.
		{"pt", "O plano tem o apoio do ministro das Obras, que disse que “a ponte fecha”.", "a ponte fecha", "ministro das Obras"},
		{"en", "The plan has the support of the mayor, who said that the bridge will close.", "the bridge will close", "the mayor"},
		{"fr", "Le plan a l'appui du maire, qui a dit que le pont fermerait.", "le pont fermerait", "maire"},
		// A word in marks before its noun.
		{"en", "Film reveals ‘legendary’ artist of Leeds.", "", ""},
		// Whom a participle tells of, and two clauses about one noun.
		{"en", "Pages lit up, with users reporting that new laptops failed.", "new laptops failed", "users"},
		{"en", "The plan is opposed by residents, who are fighting it and who have said that it is dead.", "it is dead", "residents"},
		// Who does something to a thing that a sentence is about.
		{"pt", "Ana Reis saiu do partido.\n\nO ato foi assinado pelo presidente do partido, senador Rui Costa (RR), que elogiou a decisão em nota. “Demonstra uma nova fase”, afirmou.", "Demonstra uma nova fase", "Rui Costa"},
		// Several who say something are not one.
		{"pt", "Os médicos ouviram Ana Reis. “Este trabalho ajuda muita gente a andar”, sublinharam.", "Este trabalho ajuda muita gente a andar", "Os médicos"},
		// Behind a gerund that no list knows stands nobody who speaks.
		{"pt", "“Reagimos, metendo o Rui Costa, que é forte no jogo, e arriscámos mais.”", "Reagimos, metendo o Rui Costa, que é forte no jogo, e arriscámos mais.", "-"},
		{"en", "Luke Abbott fired back: “If they sue us, they will lose,” referencing the many cases.", "If they sue us, they will lose", "Luke Abbott"},
		{"fr", "Luc Aubert a répliqué : « Nous allons gagner ce procès », rappelant le jugement.", "Nous allons gagner ce procès", "Luc Aubert"},
		// What something varies or goes by is no source.
		{"en", "Fees vary according to the size of the flat.", "", ""},
		{"en", "The works went according to schedule.", "", ""},
		{"en", "Rents fell according to a study.", "Rents fell", "a study"},
		{"pt", "O valor varia de acordo com a renda.", "", ""},
		{"pt", "As rendas caíram segundo a prefeitura.", "As rendas caíram", "a prefeitura"},
		{"fr", "Les tarifs varient selon l'âge.", "", ""},
		// A list of titles behind a colon says nothing.
		{"en", "Luke Abbott made a record of three songs: “Do You Care,” “Rainy Days” and “Blue.”", "", ""},
		{"pt", "O disco de Rui Costa tem duas canções: “Dias de Chuva” e “Azul”.", "", ""},
		// Laws say nothing, nouns and names are no verbs.
		{"pt", "A lei exige que os partidos publiquem o nome.", "", ""},
		{"fr", "La loi prévoit que le pont ferme.", "", ""},
		{"fr", "Abel Roux était considéré comme le « ministre des attentats ».", "", ""},
		{"en", "Secretary of State Anna Berg headed to Lima.", "", ""},
		{"en", "Let me say that I love it.", "", ""},
	} {
		all := read(viewtest.Of(t, c.lang, "", c.text))
		said, by := "", ""
		if len(all) > 0 {
			last := all[len(all)-1]
			said, by = last.Content[0].Text, "-"
			if last.Speaker != nil {
				by = last.Speaker.Name
			}
		}
		if said != c.said || by != c.by {
			t.Errorf("%s\n got %q by %s, want %q by %s", c.text, said, by, c.said, c.by)
		}
	}
}

// A headline's quotation is by whom the article quotes with its words, a crosshead's by whom the next paragraph tells of.
func TestQuotedHeads(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "« J'ai eu très peur » : un soir à Mende\n\nLuc Aubert dormait chez lui.\n\n« J'ai eu très peur ce soir-là », raconte Luc Aubert.", "Luc Aubert Luc Aubert"},
		{"en", "Jane Rowe said it was over.\n\n‘I was told to pay’\n\nMark Abbott, who paid in May, said he would sue.", "Jane Rowe Mark Abbott Mark Abbott"},
	} {
		var got []string
		for _, q := range read(viewtest.Of(t, c.lang, "", c.text)) {
			if q.Speaker != nil {
				got = append(got, q.Speaker.Name)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s\n got %s, want %s", c.text, strings.Join(got, " "), c.want)
		}
	}
}

// Between the questions of an interview, a sentence that speaks to whoever is asked is a question too.
func TestPromptsWithoutAQuestionMark(t *testing.T) {
	text := "Rui Costa fala da ponte.\n\nA ponte fecha?\n\nEu não sei. Tenho dúvidas.\n\nO senhor é o presidente.\n\nEu sou, mas não decido.\n\nQuem decide?\n\nEu não digo."
	var got []string
	for _, q := range read(viewtest.Of(t, "pt", "", text)) {
		got = append(got, q.Content[0].Text)
	}
	want := "Eu não sei. Tenho dúvidas.|Eu sou, mas não decido.|Eu não digo."
	if strings.Join(got, "|") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "|"), want)
	}
}
