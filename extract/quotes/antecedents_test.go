package quotes

import (
	"sayso/extract/view/viewtest"
	"testing"
)

// Whom the last statement of each text has as its speaker; - is nobody.
func TestSpeakersOverTheDocument(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		// The subject is meant, not the name that stands nearer.
		{"fr", "Le maire Luc Aubert a reçu Marc Roux. « C'est une bonne nouvelle », a-t-il déclaré.", "Luc Aubert"},
		{"pt", "O ministro Rui Sousa recebeu Marco Reis. “É uma boa notícia”, disse.", "Rui Sousa"},
		{"en", "Mayor Luke Abbott met Mark Rowe. “It is good news,” he said.", "Luke Abbott"},
		// Whoever was named last.
		{"fr", "Luc Aubert, le maire de Mende, a reçu Jean Roux. Celui-ci a estimé que « la route est dangereuse ».", "Jean Roux"},
		{"fr", "Luc Aubert a reçu Anne Roux. Cette dernière a promis que le pont ouvrirait.", "Anne Roux"},
		{"pt", "Rui Sousa, prefeito de Campinas, recebeu João Reis. Este disse que “a estrada é perigosa”.", "João Reis"},
		{"en", "Luke Abbott, the mayor of Marlow, met Jane Rowe. The latter said the road was “dangerous”.", "Jane Rowe"},
		// What somebody is said to be.
		{"fr", "Anne Roux est luthière à Mende depuis 2010. Marc Aubert l'a aidée. « Le bois manque », regrette la luthière.", "Anne Roux"},
		{"pt", "Ana Prates é relojoeira em Braga desde 2010. Marco Reis ajudou-a. “Falta madeira”, lamenta a relojoeira.", "Ana Prates"},
		{"en", "Jane Rowe is a luthier in Leeds. Mark Abbott helped her. “Wood is scarce,” the luthier said.", "Jane Rowe"},
		{"fr", "Le commissaire-priseur, Luc Aubert, a vu le tableau avec Marc Roux. « C'est un vrai », dit le commissaire-priseur.", "Luc Aubert"},
		// Another's words for an office, and the name behind what it is of.
		{"fr", "Le président Luc Aubert était à Mende. « La loi passera », a promis le chef de l'État.", "Luc Aubert"},
		{"pt", "O presidente Rui Sousa esteve em Braga. “A lei passa”, prometeu o chefe de Estado.", "Rui Sousa"},
		{"fr", "Selon le directeur de l'usine pour la région Sud, Marc Roux, les ventes montent.", "Marc Roux"},
		{"en", "According to the director of the mill for the South, Mark Rowe, sales are rising.", "Mark Rowe"},
		{"fr", "« Le pont tient », a affirmé le patron du commandement du Nord pour le Moyen-Orient, le général Michel Curie, cité par la presse.", "Michel Curie"},
		{"fr", "« Le pont tient », a affirmé le commandant des marins-pompiers de Nice, le vice-amiral Luc Aubert évoquant un choc.", "Luc Aubert"},
		{"fr", "Selon les mots du rapporteur de la commission, Antoine Armand (LR), le pont est fermé. « C'est fini », écrit le rapporteur.", "Antoine Armand"},
		// The noun beside a name tells the gender, and within "the car of the journalist" only that of the journalist.
		{"fr", "La voiture de la journaliste bretonne Morgan Large a brûlé.\n\nLa journaliste assure que la roue tenait.", "Morgan Large"},
		// Whom no name tells is meant by a pronoun too; a police officer is no police.
		{"en", "The teacher left the school in May. She noted that the roof leaked.", "The teacher"},
		{"en", "A senior police officer of Marlow Police said the road was closed. He also said that a car was found.", "A senior police officer of Marlow Police"},
		{"pt", "O advogado Rui Sousa saiu. “A ponte está segura”, escreveu a família.", "a família"},
		// Whose words are told by a noun.
		{"fr", "Selon les propos de Luc Aubert, la cave est vide.", "Luc Aubert"},
		{"pt", "Segundo as declarações de Rui Sousa, a adega está vazia.", "Rui Sousa"},
		// A text means who issued it; it never means a person who spoke.
		{"fr", "Le rapport de la Cour des comptes est sévère. « Rien n'est prêt », conclut le rapport.", "Cour des comptes"},
		{"pt", "O relatório da Polícia Federal é duro. “Nada está pronto”, conclui o relatório.", "Polícia Federal"},
		{"en", "The Red Cross said so in a statement. “Nothing is ready,” the statement said.", "Red Cross"},
		{"en", "“It is over,” said Jane Rowe. “Nothing is ready,” the lawsuit said.", "the lawsuit"},
		// The company is no body of state, though that spoke last.
		{"fr", "Nvidia vend des puces. La Maison Blanche a dit non. L'entreprise a répondu que « tout va bien ».", "Nvidia"},
		// A text is whose statement names it, and may be what a verb without its subject goes on about.
		{"en", "The bridge is shut, said the Red Cross in a statement. “Nothing is ready,” the statement said.", "Red Cross"},
		{"pt", "O documento da Câmara, que Ana Reis leu, é curto. Refere apenas que “a ponte fecha”.", "O documento da Câmara"},
		// Who belongs to somebody is not him.
		{"en", "Abbott campaign officials say the bridge will open.\n\nLuke Abbott is the mayor.", "Abbott campaign officials"},
		{"en", "Mark Rowe came. “It is over,” said Rowe campaign spokesman Luke Abbott.", "Luke Abbott"},
		{"en", "People interviewed by the Red Cross said the bridge was shut.", "People interviewed by the Red Cross"},
		// A cleft sentence, and words that open a text.
		{"pt", "“É tarde”, disse Rui Sousa. Foi em Braga que Ana Prates percebeu o perigo. “Estava a ir para casa e vi a ponte cair no rio.”", "Ana Prates"},
		{"pt", "A ponte caiu\n\n“Eu estava em casa e ouvi um estrondo que nunca vou esquecer.”\n\nAna Prates vive ao lado da ponte. Rui Sousa não.", "Ana Prates"},
		// Somebody else's people are not they.
		{"fr", "« C'est fini », a dit Anne Roux. « Rien ne presse », a ajouté l'avocat de la victime.", "l'avocat de la victime"},
		{"en", "“It is over,” said Jane Rowe. “Nothing is ready,” critics said.", "critics"},
		// Nobody's verb: the text or the body behind it.
		{"fr", "« La méthode est contestable », est-il écrit dans le rapport de la Cour des comptes.", "Cour des comptes"},
		{"fr", "« On n'a rien signé », assure-t-on à Matignon.", "Matignon"},
		{"pt", "“O método é contestável”, lê-se no relatório do Tribunal de Contas.", "Tribunal de Contas"},
	} {
		all := read(viewtest.Of(t, c.lang, "", c.text))
		got := "-"
		if len(all) > 0 && all[len(all)-1].Speaker != nil {
			got = all[len(all)-1].Speaker.Name
		}
		if got != c.want {
			t.Errorf("%s\n got %s, want %s", c.text, got, c.want)
		}
	}
}

// Words that say who said what stands before them.
func TestBackward(t *testing.T) {
	for _, c := range []struct{ lang, text, said, by string }{
		{"fr", "Le chantier prendra du retard. C'est ce qu'a indiqué Luc Aubert.", "Le chantier prendra du retard", "Luc Aubert"},
		{"fr", "Le chantier prendra du retard, c'est du moins ce qu'affirme la préfecture.", "Le chantier prendra du retard", "la préfecture"},
		{"fr", "La pluie. C'est ce qu'a indiqué Luc Aubert.", "", ""},
		{"fr", "Le chantier prendra du retard. C'est ce que n'a pas dit Luc Aubert.", "", ""},
		{"pt", "A obra vai atrasar. Foi o que indicou Rui Sousa.", "A obra vai atrasar", "Rui Sousa"},
		{"en", "The works will be late. That is what Luke Abbott said.", "The works will be late", "Luke Abbott"},
		{"en", "The works will be late. That is what Luke Abbott built.", "", ""},
	} {
		all := read(viewtest.Of(t, c.lang, "", c.text))
		said, by := "", ""
		if len(all) > 0 {
			said, by = all[0].Content[0].Text, all[0].Speaker.Name
		}
		if said != c.said || by != c.by || len(all) > 1 {
			t.Errorf("%s\n got %q by %q, %d statements; want %q by %q", c.text, said, by, len(all), c.said, c.by)
		}
	}
}
