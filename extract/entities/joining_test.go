package entities

import (
	"fmt"
	"sayso/extract/view/viewtest"
	"slices"
	"strings"
	"testing"
)

// Each text is followed by its entities in the order of their first mentions: the name, in brackets how often it is named
// where that is more than once, and the identifiers.
func TestJoining(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Jane Marlow left. Marlow smiled. J. Marlow is back.", "Jane Marlow (3)"},
		{"en", "Jane Marlow met Peter Marlow in Leeds. Marlow smiled.", "Jane Marlow, Peter Marlow, Leeds geonames:2644688, Marlow"},
		{"en", "The US and the United States are one, and so is the U.S. now.", "United States (3) iso3166:US"},
		{"en", "England beat Scotland. The UK did not care, nor did the United Kingdom.", "England iso3166:GB-ENG, Scotland iso3166:GB-SCT, United Kingdom (2) iso3166:GB"},
		{"en", "The Food and Drug Administration acted. The FDA is slow.", "Food and Drug Administration (2)"},
		{"en", "Zorbalec Inc. fell. The shares of Zorbalec rose in Africa.", "Zorbalec Inc. (2), Africa m49:002"},
		{"fr", "L'Union européenne agit. L'UE ne dit rien en mer Méditerranée, ni en Méditerranée.", "Union européenne (2), mer Méditerranée (2)"},
		{"fr", "Les États-Unis et les Etats-Unis, ou les USA.", "États-Unis (3) iso3166:US"},
		{"fr", "Anne Vernolet est venue. Mme Vernolet est partie pour l'Amérique latine.", "Anne Vernolet (2), Amérique latine m49:419"},
		{"pt", "Os Estados Unidos e os EUA, a Organização Mundial da Saúde e a OMS.", "Estados Unidos (2) iso3166:US, Organização Mundial da Saúde (2)"},
		{"fr", "Le Conseil chinois du commerce a rejoint l'Université américaine de Beyrouth.", "Conseil chinois du commerce CN, Université américaine de Beyrouth"},
		{"en", "The ESA spoke. The Board of Harbour Pilots (BHP) met. The Board was late, so BHP paid.", "ESA, Board of Harbour Pilots (4)"},
		{"en", "HELSINKI (AP) - It rained in Helsinki.", "Helsinki (2), AP"},
		{"en", "The French Harbour Federation met.", "French Harbour Federation FR"},
		{"pt", "A Federação Portuguesa de Remo reuniu.", "Federação Portuguesa de Remo PT"},
		{"pt", "Rui Pinto Vaz saiu. Depois, Rui Pinto de Vaz voltou. Rui Pinto Vaz falou.", "Rui Pinto Vaz (3)"},
		{"en", "The Los Angeles Kings lost. The Kings left New Jersey.", "Los Angeles Kings (2), New Jersey iso3166-2:US-NJ"},
		{"fr", "La Brigade de répression des vols a agi. La Brv-V est partie.", "Brigade de répression des vols, Brv-V"},
		{"fr", "La Brigade de répression des vols montagnards a agi. La Brv-M est partie.", "Brigade de répression des vols montagnards (2)"},
		{"en", "ZELKO FALLS. Zelko Motor Co. fell. Shares of Zelko rose.", "Zelko Motor Co. (2)"},
		{"en", "Zelko University closed. Students left Zelko, and the EU wrote to the EU Parliament.", "Zelko University (2), EU, EU Parliament"},
		{"en", "He moved from Paris, Texas, to Leeds.", "Paris, Texas iso3166-2:US-TX, Leeds geonames:2644688"},
		{"en", "Anna Zorbal spoke. Anna Zorbal left with Tom Zorbal. Zorbal smiled.", "Anna Zorbal (3), Tom Zorbal"},
		{"pt", "O deputado Rui Zorbal (PT-RN) voltou ao Rio Grande do Norte.", "Rui Zorbal, PT, Rio Grande do Norte (2) iso3166-2:BR-RN"},
		{"pt", "A Zorbec Power, SGPS, S. A. caiu. A Zorbec Power subiu, e as ações da Zorbec também.", "Zorbec Power, SGPS, S. A. (3)"},
		{"en", "“Michael [Zorbal] left,” she said. Michael Zorbal smiled.", "Michael Zorbal (2)"},
		{"pt", "Ana Zorbal saiu. Zorbal voltou à Escócia.", "Ana Zorbal (2), Escócia iso3166:GB-SCT"},
	} {
		records := Read(viewtest.Of(t, c.lang, "", c.text)).Records()
		var all []string
		for _, e := range records {
			s := e.Name
			if n := len(e.Mentions); n > 1 {
				s += fmt.Sprintf(" (%d)", n)
			}
			var ids []string
			for scheme, id := range e.IDs {
				ids = append(ids, " "+scheme+":"+id)
			}
			if e.Country != nil && e.Type == "organization" {
				ids = append(ids, " "+*e.Country)
			}
			slices.Sort(ids)
			all = append(all, s+strings.Join(ids, ""))
		}
		if got := strings.Join(all, ", "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
