package claims

import (
	"strings"
	"testing"

	"sayso/extract/view/viewtest"
)

// Only what the main clause of a claim denies is denied.
func TestNegated(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		want       bool
	}{
		{"pt", "Ana Gomes disse que se não houver dinheiro em maio, a ponte de Braga ficará fechada.", false},
		{"pt", "Ana Gomes disse que se houver dinheiro em maio, a ponte de Braga não ficará fechada.", true},
		{"en", "Jane Holloway said that if there is no money in May, the bridge of Leeds will stay closed.", false},
		{"fr", "Anne Leroux a dit que si la ville ne paie pas en mai, le pont de Lyon restera fermé.", false},
		{"pt", "Ana Gomes disse: “Desde que pague em maio, não me importo com a ponte de Braga.”", true},
		{"en", "“While there are some delays in Leeds, there’s no danger,” said Jane Holloway.", true},
		{"fr", "« Jamais le pont de Lyon n'a été fermé de cette manière », a dit Anne Leroux.", true},
		{"fr", "« Je ne voudrais pas que le pont de Lyon soit fermé », a dit Anne Leroux.", true},
	} {
		all := read(viewtest.Of(t, c.lang, "2025-07-15", c.text))
		if len(all) != 1 || all[0].Negated != c.want || strings.Contains(all[0].Text, "disse") {
			t.Errorf("%s\n got %+v", c.text, all)
		}
	}
}
