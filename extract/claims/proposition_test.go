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
		{"fr", "Jean Morel a ouvert le pont. Le pont est long. Il a coûté 4 millions d'euros.", "[Jean Morel a ouvert le pont. Le pont est long.] Il a coûté 4 millions d'euros."},
		// Nobody speaks of himself as of another.
		{"en", "“She paid 4 million euros,” said Jane Holloway.", "She paid 4 million euros"},
		// Words that already bring in somebody.
		{"en", "Jane Holloway opened the hall. Rui Tavora said that the driver had left because he was 90 years old.", "[Jane Holloway opened the hall.] the driver had left because he was 90 years old"},
		// A mixed statement begins with its own words.
		{"pt", "Ana Gomes sublinhou, que “a ponte custou 3 milhões de euros a todos”.", "a ponte custou 3 milhões de euros a todos"},
		// An infinitive has its subject.
		{"en", "Jane Holloway claimed to have suffered a “vast loss of income”.", "[Jane Holloway has] suffered a “vast loss of income”"},
		{"en", "Jane Holloway vowed to pay 40 million euros.", "[Jane Holloway will] pay 40 million euros"},
		{"fr", "Anne Leroux a dit avoir payé 40 millions d'euros.", "[Anne Leroux a] payé 40 millions d'euros"},
		{"fr", "Les maires ont dit avoir payé 40 millions d'euros.", "[Les maires ont] payé 40 millions d'euros"},
		{"pt", "Ana Gomes disse ter pago 40 milhões de euros.", "[Ana Gomes tinha] pago 40 milhões de euros"},
		{"pt", "Ana Gomes disse não ter 40 milhões de euros.", "[Ana Gomes] não [tem] 40 milhões de euros"},
		// Who speaks stands beside the words by which he means himself, and where the verb alone tells it.
		{"en", "“I paid 4 million euros,” said Jane Holloway.", "I [Jane Holloway] paid 4 million euros"},
		{"en", "“We paid 4 million euros,” said Valmora Group.", "We [Valmora Group] paid 4 million euros"},
		// Of several one does not say it alone.
		{"en", "“We paid 4 million euros,” said Jane Holloway.", "We paid 4 million euros"},
		{"pt", "“Mantivemos 40 empregos”, disse Ana Gomes.", "Mantivemos 40 empregos"},
		{"fr", "« J'ai payé 4 millions d'euros », a dit Anne Leroux.", "[Anne Leroux] J'ai payé 4 millions d'euros"},
		{"pt", "“Paguei 40 milhões de euros”, disse Ana Gomes.", "[Ana Gomes] Paguei 40 milhões de euros"},
		{"en", "“My town lost 40 jobs,” said Jane Holloway.", "My [Jane Holloway] town lost 40 jobs"},
		// What joins it to the sentence before is none of it.
		{"en", "Leeds is rich. But the bank of Leeds lost 40 jobs.", "the bank of Leeds lost 40 jobs."},
		{"fr", "Lyon est riche. En revanche, la banque de Lyon a perdu 40 emplois.", "la banque de Lyon a perdu 40 emplois."},
		{"pt", "Braga é rica. No entanto, o banco de Braga perdeu 40 empregos.", "o banco de Braga perdeu 40 empregos."},
		// A verb has its subject: before its marks, or the speaker where it leaves it out.
		{"fr", "La banque de Lyon « a perdu 40 emplois », a dit Anne Leroux.", "La banque de Lyon « a perdu 40 emplois »"},
		{"pt", "Ana Gomes disse que em maio não pagou 40 mil euros.", "em maio [Ana Gomes] não pagou 40 mil euros"},
		{"pt", "Ana Gomes disse que chegou a pagar 40 mil euros.", "[Ana Gomes] chegou a pagar 40 mil euros"},
		{"en", "Leeds was told that that plan would cost 40 million euros, said Jane Holloway.", "Leeds was told that that plan would cost 40 million euros"},
		{"en", "“I'll pay 4 million euros,” said Jane Holloway.", "[Jane Holloway] I'll pay 4 million euros"},
		// Brackets are whole, or none.
		{"en", "(The mill of Leeds lost 40 jobs.)", "The mill of Leeds lost 40 jobs."},
		// Parts of a statement are whole sentences, or go on.
		{"en", "“I did not take it,” Jane Holloway told her. “I paid 3 million euros.”", "I [Jane Holloway] did not take it | I [Jane Holloway] paid 3 million euros."},
		{"en", "“I paid 4 million euros. My sister paid 3 million euros,” said Jane Holloway.", "I [Jane Holloway] paid 4 million euros. | My [Jane Holloway] sister paid 3 million euros"},
		{"en", "“The bridge of Leeds,” Jane Holloway said, “cost 4 million euros.”", "The bridge of Leeds cost 4 million euros."},
		{"en", "Leeds said that “the bridge cost 4 million euros. The tower of York cost 3 million euros.”", "the bridge cost 4 million euros. | The tower of York cost 3 million euros."},
		{"en", "Jane Holloway said: “I paid 40 million euros; the town of York paid 3 million euros.”", "I [Jane Holloway] paid 40 million euros | the town of York paid 3 million euros."},
		// Another statement ends it.
		{"pt", "Ana Gomes disse que pagou 40 mil euros e o juiz Rui Pires disse que a banca de Braga pagou 3 mil euros.", "[Ana Gomes] pagou 40 mil euros"},
		{"fr", "Anne Leroux a dit que le pont a coûté 40 millions d'euros, tout en affirmant que la ville de Lyon a payé 3 millions d'euros.", "le pont a coûté 40 millions d'euros | la ville de Lyon a payé 3 millions d'euros"},
		// Of what little is in marks the clause is whole.
		{"en", "Jane Holloway said that the bridge of Leeds is now “mostly useless”.", "the bridge of Leeds is now “mostly useless”"},
		{"fr", "Le pont de Lyon reçoit une « aide nouvelle » de 40 millions d'euros, annonce Anne Leroux.", "Le pont de Lyon reçoit une « aide nouvelle » de 40 millions d'euros"},
		{"pt", "Ana Gomes disse que a ponte de Braga é “muito cara”.", "a ponte de Braga é “muito cara”"},
		// What is said behind a colon is no more than that.
		{"fr", "Le pont de Lyon est connu de tous : selon Anne Leroux, 5 millions de piétons passent le pont chaque année.", "5 millions de piétons passent le pont chaque année"},
		{"en", "The town of Leeds has been poor for years, but according to Jane Holloway of York, the bridge will cost 40 million euros.", "the bridge will cost 40 million euros"},
		// An infinitive or a participle may be the subject itself, and a verb of several has another than one who speaks.
		{"en", "Jane Holloway said giving 40 schools access to the bridge of Leeds would be dear.", "giving 40 schools access to the bridge of Leeds would be dear"},
		{"pt", "Ana Gomes disse que perder a ponte de Braga era o pior golpe em 40 anos.", "perder a ponte de Braga era o pior golpe em 40 anos"},
		{"pt", "Ana Gomes disse que estavam 300 pessoas na ponte de Braga.", "estavam 300 pessoas na ponte de Braga"},
		{"pt", "A taxa de Braga caiu. Contudo, representa um aumento de 0,4% face a março de 2022.", "[A taxa de Braga caiu.] representa um aumento de 0,4% face a março de 2022."},
		// A deed told with words in marks is the article's, or nobody's claim.
		{"en", "Jane Holloway called the bridge of Leeds “a reckless and costly thing” in an open letter.", ""},
		{"en", "Jane Holloway called the bridge of Leeds, for which 40 people work, “a reckless and costly thing”.", "Jane Holloway called the bridge of Leeds, for which 40 people work, “a reckless and costly thing”."},
		// A pronoun of several means no single thing, one for a man no thing, one for a matter what was said before; where the sentence
		// before leans too, the one before that tells.
		{"en", "The unions left York. The old bridge was shut, but they paid 3 million euros.", "[The unions left York.] The old bridge was shut, but they paid 3 million euros."},
		{"en", "The king came in May. The bridge of Leeds paid him 40 million euros.", "[The king came in May.] The bridge of Leeds paid him 40 million euros."},
		{"fr", "Les syndicats ont quitté Lyon. Le pont a fermé, mais ils ont payé 3 millions d'euros.", "[Les syndicats ont quitté Lyon.] Le pont a fermé, mais ils ont payé 3 millions d'euros."},
		{"pt", "O porto de Braga fechou. Por causa disso a ponte perdeu 40 milhões de euros.", "[O porto de Braga fechou.] Por causa disso a ponte perdeu 40 milhões de euros."},
		{"pt", "“O porto de Braga fechou. Ele valia muito. Muito disso custou 40 milhões de euros”, disse Ana Gomes.", "O porto de Braga fechou. | [O porto de Braga fechou.] Ele valia muito. | [O porto de Braga fechou. Ele valia muito.] Muito disso custou 40 milhões de euros"},
		// What nobody known says of himself is of no use, nor is what a reader is bidden.
		{"pt", "Como foi em Braga?\n\nTomei a decisão de partir em maio de 2024 com 40 amigos.", ""},
		{"en", "Leeds sells trams\n\nSave 20% on the bridge of Leeds. (Think the great tram of 2019.)", ""},
		{"fr", "Lyon vend\n\nEntre 2014 et 2015, la baisse était de 2,7 % à Lyon.", "Entre 2014 et 2015, la baisse était de 2,7 % à Lyon."},
		// Who demands something is not who is to do it.
		{"pt", "Ana Gomes pede ao tribunal de Braga que pague 40 milhões de euros.", "[tribunal de Braga] pague 40 milhões de euros"},
		// A clause about the speaker is no part of it.
		{"fr", "« Le pont de Lyon a coûté 40 millions d'euros en mai, détaille Anne Leroux, présidente du syndicat des ponts, qui réunit 60 membres. Lyon a payé 3 millions d'euros. »", "Le pont de Lyon a coûté 40 millions d'euros en mai | Lyon a payé 3 millions d'euros."},
		// A source stands in the midst of it.
		{"fr", "Le retard de 40 jours est dû selon Anne Leroux à la pluie de mai.", "Le retard de 40 jours est dû à la pluie de mai"},
		{"pt", "Braga e Faro são as cidades, segundo Ana Gomes, onde o comboio perdeu 40 mil passageiros.", "Braga e Faro são as cidades onde o comboio perdeu 40 mil passageiros"},
		{"fr", "D'une autre part, selon Anne Leroux, la ville a perdu 40 emplois.", "D'une autre part la ville a perdu 40 emplois"},
		// A subject may stand before the verb that reports it.
		{"pt", "A ponte de Braga, acrescentou, não é paga desde 2015, mantendo “apenas regras de acesso antigas”.", "A ponte de Braga não é paga desde 2015, mantendo “apenas regras de acesso antigas”"},
		// A dateline or a label is none of it.
		{"en", "So it is\n\nLEEDS - The bank of York lost 40 jobs in May 2024.", "[So it is] The bank of York lost 40 jobs in May 2024."},
		{"fr", "Ainsi va Lyon\n\nvidéo Depuis mai 2024, la banque de Lyon a perdu 40 emplois.", "[Ainsi va Lyon] Depuis mai 2024, la banque de Lyon a perdu 40 emplois."},
		{"pt", "Assim vai Braga\n\nProblema: em maio de 2024 o banco de Braga perdeu 40 empregos.", "[Assim vai Braga] em maio de 2024 o banco de Braga perdeu 40 empregos."},
		{"en", "So far, the bank of Leeds has lost 40 jobs.", "So far, the bank of Leeds has lost 40 jobs."},
		// The headline tells what it is about, unless it says the same.
		{"en", "Leeds sells its trams\n\nThe deal for the yard of York cost 40 million euros.", "[Leeds sells its trams] The deal for the yard of York cost 40 million euros."},
		{"en", "Leeds sells trams for 40 million euros\n\nLeeds sold 12 trams for 40 million euros in May 2024.", "Leeds sold 12 trams for 40 million euros in May 2024."},
		{"pt", "Segundo a revista “Carris Hoje”, a ponte de Braga custou 40 milhões de euros.", "a ponte de Braga custou 40 milhões de euros"},
		{"pt", "“Não paguei 40 mil euros”, disse Ana Gomes.", "[Ana Gomes] Não paguei 40 mil euros"},
		{"en", "“The bridge of Leeds cost 4 million euros. Because the town lost its yard,” said Jane Holloway.", "The bridge of Leeds cost 4 million euros."},
		// A date may open it, and a participle belong to its subject.
		{"pt", "Ana Gomes disse ainda que no fim de 2021 a ponte de Braga custou 40 milhões de euros.", "no fim de 2021 a ponte de Braga custou 40 milhões de euros"},
		{"en", "Smoked fish is sold at 40 euros in Leeds, said Jane Holloway.", "Smoked fish is sold at 40 euros in Leeds"},
		{"en", "The town of Leeds vowed to rewild 40 parks.", "[The town of Leeds will] rewild 40 parks"},
		// What is his, or its, is the speaker's.
		{"en", "The Valmora Group said its mills lost 40 jobs.", "its [Valmora Group] mills lost 40 jobs"},
		{"en", "Several experts said they had lost 40 jobs.", "[Several experts] had lost 40 jobs"},
		{"en", "The bank said it had lost 40 jobs.", "[The bank] had lost 40 jobs"},
		// What marks hold only a part of has the writer's verb and subject.
		{"en", "Jane Holloway called the plan that lost 40 jobs “a vast loss of public money”.", "Jane Holloway called the plan that lost 40 jobs “a vast loss of public money”."},
		{"fr", "Anne Leroux a fait part mardi d'un « énorme choc pour la ville » et a prévenu de 40 licenciements.", "Anne Leroux a fait part mardi d'un « énorme choc pour la ville » et a prévenu de 40 licenciements."},
		{"fr", "La banque Crédia rappelle sur son site « qu'un retard de 40 jours est possible pour Lyon ».", "un retard de 40 jours est possible pour Lyon"},
	} {
		all := read(viewtest.Of(t, c.lang, "2025-07-15", c.text))
		var got []string
		for _, x := range all {
			got = append(got, x.Proposition)
		}
		if len(got) > 0 && !strings.Contains(c.want, " | ") {
			got = got[:1]
		}
		if strings.Join(got, " | ") != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, strings.Join(got, " | "), c.want)
		}
	}
}

// Words in marks that are less than a thought claim nothing, nor does what nobody can check of whom nobody knows.
func TestFragmentsAreNoClaims(t *testing.T) {
	for lang, all := range map[string][]string{
		"en": {"Jane Holloway spoke of the “tale of a steep descent that has led us here”.", "“This is only talk,” said Jane Holloway.", "“They are all the same,” said Jane Holloway.", "Set a limit for spending, say $50.", "Leeds paid. I lost 40 games in May 2024.", "Leeds paid.\n\nThe bridge of Leeds: cost 40 million euros", "Leeds paid.\n\nHere is what the bridge of Leeds cost in 2024:"},
		"fr": {"Anne Leroux a plaidé lors des débats pour la « préservation du modèle social » face aux « pratiques peu scrupuleuses ».", "Idem avec Anne Leroux, à Lyon, en 2012.", "« C'est un appel intérieur », a confié Anne Leroux.", "« Ils sont tous pareils », a dit Anne Leroux.", "Au-delà de 240 euros : 2,70 euros", "« Un crime » qui fut commis « dans la même rue », selon Anne Leroux."},
		"pt": {"Ana Gomes qualificou este arranque como “encorajador para todos”.", "“Isso não é ideologia”, disse Ana Gomes.", "Ana Gomes falou de uma “categoria de risco máxima para corpos como este”.", "Ana Gomes exigiu “respeito”."},
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
		{"en", "“The measure helps the man who sold the yard,” said Jane Holloway.", "present_fact"},
		{"en", "“Talks led by the mayor are to begin soon,” said Jane Holloway.", "future"},
		{"en", "“It is a bit different,” said Jane Holloway.", ""},
		{"en", "“Fans find it odd he hadn't heard of it,” said Jane Holloway.", "present_fact"},
		{"fr", "« Le maire demande justice pour la femme qui a quitté la ville », a déclaré Anne Leroux.", "present_fact"},
		{"fr", "« Le maire paie tout, y compris le quai », a déclaré Anne Leroux.", "present_fact"},
		{"fr", "« Le choix est juste d'un point de vue humain », a déclaré Anne Leroux.", "opinion"},
		{"fr", "« La ligne 9 fermera à midi », a déclaré Anne Leroux.", "future"},
		{"pt", "“A compensação, que tem sido cortada, é baixa”, disse Ana Gomes.", "present_fact"},
		{"pt", "“Aos que não receberam dinheiro haverá ajuda”, disse Ana Gomes.", "future"},
		{"pt", "“É justo de um ponto de vista humano”, disse Ana Gomes.", "opinion"},
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

// What means something told before stands behind the sentence that tells it; with a name or a complement it needs none.
func TestContext(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "The tower of Leeds is old. It cost 4 million euros.", "The tower of Leeds is old."},
		{"en", "The firm is old. The 40 boats sank.", "The firm is old."},
		{"en", "The tower is old. Leeds lost 40 jobs because of this plan.", "The tower is old."},
		{"en", "The tower is old. This plan for Leeds cost 4 million euros.", ""},
		{"en", "Jane Holloway sings. Her YouTube channel has 40,000 readers.", "Jane Holloway sings."},
		{"en", "The tower is old. It was Leeds that paid 4 million euros.", ""},
		{"en", "The tower is old. Those who left lost 40 jobs.", ""},
		{"en", "The tower is old. This year Leeds lost 40 jobs.", ""},
		{"en", "The tower is old. Earlier this year Leeds lost 40 jobs.", ""},
		{"en", "Jane Holloway opened the tower. So be it. It cost 4 million euros.", "Jane Holloway opened the tower. So be it."},
		{"en", "Leeds has two plans:\n\nraise 4 million euros;\n\nsell a stake of 40 percent;", "Leeds has two plans:"},
		{"fr", "Le capital est partagé ainsi :\n\nla famille de Lyon, à hauteur de 61 % ;\n\nune coopérative de 3 000 planteurs.", "Le capital est partagé ainsi :"},
		{"fr", "La tour de Lyon est vieille. Elle a coûté 4 millions d'euros.", "La tour de Lyon est vieille."},
		{"fr", "La tour est vieille. Cette idée a coûté 4 millions d'euros.", "La tour est vieille."},
		{"fr", "La tour est vieille. L'entreprise a perdu 40 emplois.", "La tour est vieille."},
		{"fr", "La tour est vieille. L'entreprise de Lyon a perdu 40 emplois.", ""},
		{"fr", "La tour est vieille. C'est Lyon qui a payé 4 millions d'euros.", ""},
		{"fr", "La tour est vieille. Il y a 40 écoles.", ""},
		{"fr", "La tour est vieille. Le Brésilien a perdu 40 matchs.", "La tour est vieille."},
		{"pt", "A torre de Braga é velha. Ela custou 4 milhões de euros.", "A torre de Braga é velha."},
		{"pt", "A torre é velha. Recebeu 4 milhões de euros.", "A torre é velha."},
		{"pt", "A torre é velha. Foi fechada em 2019 por Ana Gomes.", "A torre é velha."},
		{"pt", "A torre é velha. Chegaram 40 barcos.", ""},
		{"pt", "A torre é velha. A empresa perdeu 40 empregos.", "A torre é velha."},
		{"pt", "A torre é velha. Em 2016 realizou-se em Braga, em 2017 em Faro.", "A torre é velha."},
		{"pt", "A torre é velha. No Porto, em maio de 2017, recebeu 40 mil euros.", "A torre é velha."},
		{"pt", "A torre é velha. São já 40 casas em Braga.", "A torre é velha."},
		{"en", "The tower is old. It would be the first fire in Leeds in 40 years.", "The tower is old."},
		{"fr", "La tour est vieille. Il s'agit du premier incendie à Lyon en 40 ans.", "La tour est vieille."},
		// A pronoun may stand behind other words, with nothing that it can mean before it.
		{"en", "The firm is old. In May 2024, its boats lost 40 men.", "The firm is old."},
		{"en", "Jane Holloway sings. While she was ill, 40 boats sank.", "Jane Holloway sings."},
		{"en", "The firm is old. In May 2024, Leeds lost 40 of its boats.", ""},
		{"pt", "A torre é velha. Nesse incêndio, Braga perdeu 40 casas.", "A torre é velha."},
	} {
		all := read(viewtest.Of(t, c.lang, "2025-07-15", c.text))
		if len(all) == 0 {
			t.Errorf("%s\n no claim", c.text)
			continue
		}
		got, last := "", all[len(all)-1]
		if last.Context != nil {
			got = last.Context.Text
		}
		if got != c.want || got != "" && !strings.HasPrefix(last.Proposition, "["+got+"] ") {
			t.Errorf("%s\n got %q in %q\nwant %q", c.text, got, last.Proposition, c.want)
		}
	}
}
