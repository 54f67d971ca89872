package dates

import (
	"testing"

	"sayso/extract/view/viewtest"
)

// A verb of the past right before a month tells of it, whatever it was for; a month up to which something was told, at the front
// of its clause, is over; and what is to come takes no year from what has been.
func TestSideOfAMonth(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "The council voted in February to ban the flag.", "2023-02"},
		{"en", "The man was sentenced in June to serve life.", "2023-06"},
		{"en", "But until April, there was no way to buy it.", "2023-04"},
		{"en", "He was suspended until May.", "2024-05"},
		{"en", "The law was signed in June and takes effect in March.", "2024-03"},
		{"en", "Her album D-Day came out on April 21 and won praise.", "2023-04-21"},
		{"en", "The troops landed on D-Day, June 6.", "1944-06-06"},
		{"fr", "Le conseil a voté en février pour interdire le drapeau.", "2023-02"},
		{"fr", "Jusqu'en avril, il n'y avait aucun moyen d'en acheter.", "2023-04"},
		{"fr", "Il est suspendu jusqu'en mai.", "2024-05"},
		{"fr", "La loi a été signée en juin et entre en vigueur en mars.", "2024-03"},
		{"pt", "O conselho votou em fevereiro para proibir a bandeira.", "2023-02"},
		{"pt", "Até abril, não havia meio de comprar.", "2023-04"},
		{"pt", "Ele está suspenso até maio.", "2024-05"},
		{"pt", "A lei foi assinada em junho e entra em vigor em março.", "2024-03"},
		{"en", "The fair opens on January 9. The mayor never spoke of January 9.", "2024-01-09"},
		{"fr", "La foire ouvrira le 9 janvier. Le maire n'a rien dit du 9 janvier.", "2024-01-09"},
		{"fr", "La foire ouvrira le 9 janvier. Le maire avait promis d'y être le 9.", "2024-01-09"},
		{"pt", "A feira abre no dia 9 de janeiro. O presidente nunca falou do 9 de janeiro.", "2024-01-09"},
		{"pt", "A feira abre no dia 9 de janeiro. O presidente disse que esteve livre no dia 9.", "2024-01-09"},
	} {
		all := read(viewtest.Of(t, c.lang, "2023-12-22", c.text))
		if len(all) == 0 {
			t.Errorf("%s: no date", c.text)
		} else if last := all[len(all)-1]; last.Value != c.want {
			t.Errorf("%s: got %q, want %q", c.text, last.Value, c.want)
		}
	}
}
