package language

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

func detector() *Detector {
	return New([]Candidate{
		{Code: "fr", Common: strings.Fields("de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont aux son avec on sa ou mais nous été cette ont ses d' l' qu' n' s' c' était elle fait être leur ces comme deux après même aussi sans tout entre depuis contre je avait"),
			Not: strings.Fields("els una uno della delle che gli nel nella sono y amb dels als és són pels aquesta como más muy también lo per i ki nan pou yo ak ap te")},
		{Code: "pt", Common: strings.Fields("de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse está foi ser tem são ele há sobre disse"),
			Not: strings.Fields("unha unhas dunha nunha cunha dun nun cun coa coas non xa máis tamén hai ata cando pero moi moito ten teñen súa súas lle lles despois aínda sen cos polos polas dende ningún algún ningunha algunha calquera dixo fixo houbo puido así xunta el y una también muy sin sus más fue según hay els amb és gli della che")},
		{Code: "en", Common: strings.Fields("the of and to a in for is on that by this with it not or be are from at as an was has have will he his but they which their were been had who she her said its more about after would we i you there when than also out one up new over all into could other"),
			Not: strings.Fields("het een niet voor zijn und das ist nicht det och att som på av ikke til avec dans pour")},
	}, map[string][]string{
		"es": strings.Fields("el la los las de del que y en un una por con para se su al lo más pero como fue ha también"),
		"it": strings.Fields("il lo la gli le di del della delle che e in un una per con non si nel è sono ha anche"),
		"de": strings.Fields("der die das des dem den und in zu mit von für ist nicht ein eine auf im sich auch als"),
		"nl": strings.Fields("de het een en van in op is dat te voor met zijn die niet aan er om ook als"),
		"ca": strings.Fields("el la els les de del dels que i en un una per amb és no al als es més però"),
		"ro": strings.Fields("de la și în a cu pe din un o pentru care că nu se este sau al ale mai"),
	})
}

// The texts are the author's own.
var texts = []struct{ name, want, found, hint, text string }{
	{"French", "fr", "", "", "Le conseil municipal a voté mardi soir le budget de la ville pour l'année prochaine, avec une hausse de deux pour cent des dépenses dans les écoles et les transports."},
	{"French, long", "fr", "", "fr-FR", "La ministre a annoncé lundi que le plan de soutien aux éleveurs serait prolongé jusqu'à la fin de l'année. « Nous ne laisserons personne au bord de la route », a-t-elle déclaré devant les députés, alors que les syndicats réclament depuis des mois une aide d'urgence. Selon le gouvernement, 12 000 exploitations ont déjà reçu une avance, mais les sommes versées restent loin de ce qui avait été promis au printemps."},
	{"French from Canada", "fr", "", "en", "La mairesse de la ville a confirmé que les travaux sur le pont ne commenceront pas avant le printemps, puisque le gouvernement n'a pas encore signé l'entente sur le financement du chantier."},
	{"Portuguese from Portugal", "pt", "", "", "A câmara municipal aprovou na terça-feira o orçamento da cidade para o próximo ano, com um aumento de dois por cento das despesas com as escolas e os transportes públicos."},
	{"Portuguese from Portugal, long", "pt", "", "pt-PT", "O primeiro-ministro garantiu esta segunda-feira que o Governo está a trabalhar para que a linha seja inaugurada ainda este ano. «Não vamos falhar o prazo», disse aos jornalistas, à margem de uma visita às obras, depois de a oposição ter pedido explicações sobre a derrapagem de 40 milhões de euros. A empresa não quis comentar, mas fonte da administração adiantou que os comboios já foram entregues."},
	{"Portuguese from Brazil", "pt", "", "", "O prefeito disse nesta quarta-feira que a obra do metrô vai atrasar mais seis meses e que não há dinheiro para concluir as estações que já foram anunciadas à população."},
	{"Portuguese from Brazil, hint wrong", "pt", "", "en-US", "A polícia prendeu na manhã desta sexta-feira três suspeitos de participar do assalto a um carro-forte na zona leste. Segundo o delegado, eles estavam em um sítio e não reagiram. Você pode acompanhar a cobertura ao vivo, e os moradores contam como foi a noite."},
	{"English", "en", "", "fr", "The city council on Tuesday approved the budget for the coming year, with a rise of two per cent in what it spends on schools and on the buses that serve the suburbs."},
	{"English, long", "en", "", "", "The company said on Monday that it had agreed to sell its European stores for 1.2 billion euros, after months of talks with three bidders. Shares rose by more than 6% in early trading. “We are pleased with the price,” the chief executive said, but unions fear that as many as 900 jobs could go when the sale is completed in the spring, and they have asked for a meeting with the new owners."},
	{"Spanish", "", "es", "pt", "El ayuntamiento aprobó el martes el presupuesto de la ciudad para el próximo año, con un aumento del dos por ciento en el gasto de las escuelas y del transporte público."},
	{"Spanish, long", "", "es", "", "La ministra anunció el lunes que el plan de apoyo a los ganaderos se prolongará hasta finales de año. «No dejaremos a nadie en el camino», declaró ante los diputados, mientras los sindicatos reclaman desde hace meses una ayuda de emergencia para las explotaciones más pequeñas."},
	{"Italian", "", "it", "", "Il consiglio comunale ha approvato martedì il bilancio della città per il prossimo anno, con un aumento del due per cento della spesa per le scuole e per i trasporti pubblici."},
	{"German", "", "de", "en", "Der Stadtrat hat am Dienstag den Haushalt der Stadt für das kommende Jahr beschlossen, mit einem Anstieg der Ausgaben für Schulen und den öffentlichen Verkehr um zwei Prozent."},
	{"Catalan", "", "ca", "", "L'ajuntament va aprovar dimarts el pressupost de la ciutat per a l'any vinent, amb un augment del dos per cent de la despesa en les escoles i en el transport públic."},
	{"Catalan, hint French", "", "", "fr", "La consellera va anunciar dilluns que el pla d'ajuts als ramaders s'allargarà fins a finals d'any. «No deixarem ningú enrere», va dir davant dels diputats, mentre els sindicats reclamen des de fa mesos un ajut d'urgència per a les explotacions més petites de la comarca."},
	{"Galician", "", "", "", "O concello aprobou o martes o orzamento da cidade para o vindeiro ano, cunha suba do dous por cento do gasto nas escolas e no transporte público, e tamén coa axuda da Xunta."},
	{"Galician, hint Portuguese", "", "", "pt", "A conselleira anunciou o luns que o plan de apoio aos gandeiros vai durar ata finais de ano. «Non imos deixar a ninguén no camiño», dixo diante dos deputados, cando os sindicatos piden dende hai meses unha axuda de urxencia para as explotacións máis pequenas."},
	{"Romanian", "", "ro", "", "Consiliul local a aprobat marți bugetul orașului pentru anul viitor, cu o creștere de două procente a cheltuielilor pentru școli și pentru transportul public din cartiere."},
	{"Dutch", "", "nl", "en", "De gemeenteraad heeft dinsdag de begroting van de stad voor het komende jaar goedgekeurd, met een stijging van twee procent van de uitgaven voor scholen en openbaar vervoer."},
	{"Haitian Creole", "", "", "fr", "Konsèy minisipal la te vote bidjè vil la madi swa pou ane k ap vini an, ak yon ogmantasyon de pousan nan depans pou lekòl yo ak pou transpò piblik la, dapre sa majistra a te di jounalis yo."},
	{"Finnish", "", "", "", "Kaupunginvaltuusto hyväksyi tiistaina kaupungin ensi vuoden talousarvion, jossa koulujen ja joukkoliikenteen menot kasvavat kahdella prosentilla edelliseen vuoteen verrattuna."},
	{"Japanese", "", "", "en", strings.Repeat("市議会は火曜日、来年度の予算案を可決した。", 8)},
	{"short with a hint", "fr", "", "fr-CA", "Trop court pour juger"},
	{"short with a hint of none of ours", "", "", "es", "Demasiado corto"},
	{"short", "", "", "", "Trop court pour juger"},
	{"French, one sentence", "fr", "", "", "Le maire a promis que le pont serait rouvert avant la fin de l'été."},
	{"Portuguese, one sentence", "pt", "", "", "O presidente da câmara disse que a ponte vai abrir antes do verão."},
	{"English, one sentence", "en", "", "", "The mayor said on Tuesday that it had cost five million euros and would rise."},
	{"English, names", "en", "", "", "The deal with Bjarne Lindqvist and Mei-Ling Voss was signed on Monday in Caen."},
	{"English, a headline and a hint", "en", "", "en-GB", "Ministers delay plans for new coastal railway bridges again"},
	{"Spanish, one sentence, hint English", "", "es", "en", "La alcaldesa dijo que el puente se abriría antes del final del verano."},
	{"Galician, one sentence", "", "", "", "O alcalde dixo que a ponte non vai abrir ata despois do verán."},
	{"Czech", "", "", "", "Městská rada v úterý schválila rozpočet na příští rok, v němž výdaje na školy a veřejnou dopravu vzrostou o dvě procenta."},
	{"Czech, one sentence", "", "", "", "Starosta řekl, že most bude znovu otevřen před koncem léta."},
	{"Hungarian, one sentence", "", "", "", "A polgármester azt mondta, hogy a hidat még a nyár előtt megnyitják."},
	{"no words", "", "", "fr", "12 345 — 678"},
	{"empty", "", "", "", ""},
	{"broken", "", "", "", strings.Repeat("\xff\xfe ", 100)},
}

func TestDetect(t *testing.T) {
	d := detector()
	for _, c := range texts {
		t.Run(c.name, func(t *testing.T) {
			got := d.Detect(c.text, c.hint)
			if got.Code != c.want || c.found != "" && got.Found != c.found {
				t.Errorf("got %+v, want %q, found %q", got, c.want, c.found)
			}
			if (got.Code == "") != (got.Reason != "") {
				t.Errorf("an answer or a reason, not both: %+v", got)
			}
			if (got.Code == "") != (got.Confidence == 0) || got.Confidence > 1 {
				t.Errorf("confidence %v for %q", got.Confidence, got.Code)
			}
		})
	}
}

// The vote is quick because it asks no model; it must never be what lets a neighbour in.
func TestVote(t *testing.T) {
	d := detector()
	for _, c := range texts {
		text, _ := beginning(c.text)
		if code, ok := d.vote(split(text)); ok && code != c.want {
			t.Errorf("%s: voted %q", c.name, code)
		}
		if _, ok := d.vote(split(text)); !ok && strings.HasSuffix(c.name, "long") && c.want != "" {
			t.Errorf("%s: no vote: the models are asked for a plain text", c.name)
		}
	}
}

func TestVoteNeedsWordsAgainst(t *testing.T) {
	d := New([]Candidate{{Code: "pt", Common: strings.Fields("a o que de da em um para e não")}}, nil)
	if _, ok := d.vote(split(strings.Repeat("o que não é de um dia para a noite ", 20))); ok {
		t.Error("a language that knows no words of its neighbours has been voted for")
	}
}

func TestModelsKnowEachLanguageOnce(t *testing.T) {
	d := New([]Candidate{{Code: "es", Common: strings.Fields("el la de que y en los del se las por un para con no una su")}, {Code: "gl"}}, nil)
	if got := d.Detect(texts[10].text, ""); got.Code != "es" {
		t.Errorf("a decoy that is a candidate: got %+v", got)
	}
}

func TestSplit(t *testing.T) {
	got := strings.Join(split("L’État n'a PAS dit : ‘oui’, 3 fois"), "|")
	if want := "l'|état|n'|a|pas|dit|oui|fois"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestDetectInParallel(t *testing.T) {
	d := detector()
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for _, c := range texts {
				if got := d.Detect(c.text, c.hint); got.Code != c.want {
					t.Errorf("%s: got %+v", c.name, got)
				}
			}
		})
	}
	wait.Wait()
}

func FuzzDetect(f *testing.F) {
	for _, c := range texts {
		f.Add(c.text, c.hint)
	}
	d := detector()
	f.Fuzz(func(t *testing.T, text, hint string) {
		got := d.Detect(text, hint)
		if got.Code == "" && got.Reason == "" || utf8.RuneCountInString(got.Code) > 2 {
			t.Errorf("%q, %q: %+v", text, hint, got)
		}
	})
}

func BenchmarkVote(b *testing.B) {
	d := detector()
	for b.Loop() {
		d.Detect(texts[1].text, "fr")
	}
}

func TestVariant(t *testing.T) {
	regions := map[string]string{"você": "BR", "ônibus": "BR", "prefeito": "BR", "autocarro": "PT", "concelho": "PT", "golo": "PT"}
	variants := map[string]*Variants{"pt": NewVariants("pt", regions), "en": NewVariants("en", nil)}
	for _, c := range []struct{ name, code, text, hint, host, want string }{
		{"words", "pt", "O prefeito andou de ônibus.", "pt-PT", "a.pt", "pt-BR"},
		{"one word is chance", "pt", "O prefeito andou.", "", "a.example", ""},
		{"the hint", "pt", "Ele andou.", "pt-pt", "a.com.br", "pt-PT"},
		{"the host", "pt", "Ele andou.", "pt", "www.a.com.br", "pt-BR"},
		{"words of both", "pt", "O prefeito andou de ônibus e de autocarro.", "pt-PT", "a.pt", ""},
		{"a region that is none", "pt", "Ele andou.", "pt-XX", "localhost", ""},
		{"a hint of another language", "pt", "Ele andou.", "en-BR", "", ""},
		{"a language without variants", "en", "He walked.", "en-GB", "a.uk", ""},
	} {
		if got := variants[c.code].Of(c.text, c.hint, c.host); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// Every language that the models are asked for has its model in third_party/lingua-go.
func TestModelsAreThere(t *testing.T) {
	for _, l := range slices.Concat(ours, decoys) {
		code := strings.ToLower(l.IsoCode639_1().String())
		for _, model := range []string{"unigrams", "bigrams", "trigrams"} { // what is in none of three letters is sought in shorter ones
			if _, err := os.Stat("../../third_party/lingua-go/language-models/" + code + "/" + model + ".pb.bin.zip"); err != nil {
				t.Errorf("%v: %v (.ci/lingua makes the folder)", l, err)
			}
		}
	}
}
