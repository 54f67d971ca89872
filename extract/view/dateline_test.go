package view

import (
	"slices"
	"testing"

	"sayso/rules/token"
)

func TestDatelines(t *testing.T) {
	scanner := token.NewScanner(token.Writing{Decimal: ".", Abbreviations: []string{"Sept."}})
	for _, c := range []struct {
		text string
		want []string
	}{
		{"LONDON, June 4 (Agency) - The firm paid. It fell.", []string{"LONDON, June 4 (Agency) -", "The firm paid.", "It fell."}},
		{"PORT-AU-PRINCE — Rain fell.", []string{"PORT-AU-PRINCE —", "Rain fell."}},
		{"PORTLAND, Maine – “Rain,” he said.", []string{"PORTLAND, Maine –", "“Rain,” he said."}},
		{"Lyon, 4 juin (Agence) - La ville a payé.", []string{"Lyon, 4 juin (Agence) -", "La ville a payé."}},
		{"OPEC, the oil cartel - Saudi Arabia among them - paid.", []string{"OPEC, the oil cartel - Saudi Arabia among them - paid."}},
		{"NATO paid - Acme did not.", []string{"NATO paid - Acme did not."}},
		{"UNESCO - the agency of the UN - paid.", []string{"UNESCO - the agency of the UN - paid."}},
		{"Paris - The city paid.", []string{"Paris - The city paid."}},
		{"LONDON -", []string{"LONDON -"}},
		{"LONDON, June 4 (Agency) - The firm paid.\n\nIt fell.\n\nROME — Rain fell.", []string{"LONDON, June 4 (Agency) -", "The firm paid.", "It fell.", "ROME —", "Rain fell."}},
	} {
		text := scanner.Scan(c.text)
		splitDatelines(text)
		var got []string
		for _, s := range text.Sentences {
			got = append(got, text.Slice(s))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
