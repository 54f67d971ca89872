package language

import (
	"strings"
	"testing"
)

func detector() *Detector {
	return New([]Candidate{
		{Code: "fr", Common: strings.Fields("de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont aux son avec on l' d' qu' n' s' c'"), Not: strings.Fields("pou nan yo ki")},
		{Code: "pt", Common: strings.Fields("de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das à seu sua ou quando muito nos já eu também só pelo pela até isso"), Not: strings.Fields("unha tamén coa polo dos' el los las y con una del")},
		{Code: "en", Common: strings.Fields("the of to and a in that is was for on it with as he be at by i this had not are but from or have an they which")},
	})
}

func TestDetect(t *testing.T) {
	d := detector()
	for _, c := range []struct{ want, found, hint, text string }{
		{"fr", "", "", "Le conseil municipal a voté mardi soir le budget de la ville pour l'année prochaine, avec une hausse de deux pour cent des dépenses dans les écoles et les transports."},
		{"pt", "", "", "A câmara municipal aprovou na terça-feira o orçamento da cidade para o próximo ano, com um aumento de dois por cento das despesas com as escolas e os transportes públicos."},
		{"pt", "", "", "O prefeito disse nesta quarta-feira que a obra do metrô vai atrasar mais seis meses e que não há dinheiro para concluir as estações que já foram anunciadas à população."},
		{"en", "", "fr", "The city council on Tuesday approved the budget for the coming year, with a rise of two per cent in what it spends on schools and on the buses that serve the suburbs."},
		{"", "es", "pt", "El ayuntamiento aprobó el martes el presupuesto de la ciudad para el próximo año, con un aumento del dos por ciento en el gasto de las escuelas y del transporte público."},
		{"", "it", "", "Il consiglio comunale ha approvato martedì il bilancio della città per il prossimo anno, con un aumento del due per cento della spesa per le scuole e per i trasporti pubblici."},
		{"", "de", "en", "Der Stadtrat hat am Dienstag den Haushalt der Stadt für das kommende Jahr beschlossen, mit einem Anstieg der Ausgaben für Schulen und den öffentlichen Verkehr um zwei Prozent."},
		{"", "ca", "", "L'ajuntament va aprovar dimarts el pressupost de la ciutat per a l'any vinent, amb un augment del dos per cent de la despesa en les escoles i en el transport públic."},
		{"fr", "", "fr", "Trop court pour juger"},
		{"", "", "", "Trop court pour juger"},
		{"", "", "", ""},
	} {
		got := d.Detect(c.text, c.hint)
		if got.Code != c.want || c.found != "" && got.Found != c.found {
			t.Errorf("%q: got %+v, want %q", c.text, got, c.want)
		}
		if got.Code == "" && got.Reason == "" {
			t.Errorf("%q: refused without a reason", c.text)
		}
	}
}
