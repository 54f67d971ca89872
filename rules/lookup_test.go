package rules_test

import (
	"context"
	"strings"
	"testing"

	"sayso/extract/value"
	"sayso/rules"
)

// A reader looks words up as the program does: whatever the list, whatever the word.
func TestAReaderLooksUpAsTheProgramDoes(t *testing.T) {
	const text = "L’an dernier, Marie Dupont-Roux a dit : « Les États-Unis d'Amérique ont-ils payé 12,5 millions d’euros – ou DEUX ? » Paris, le 3 mai. — Oui, AUJOURD’HUI…"
	p, err := rules.NewLibrary(value.Types()).Program("fr")
	if err != nil {
		t.Fatal(err)
	}
	r := p.NewReader()
	defer r.Close()
	tokens := r.Tokenise(text)
	if _, err := r.FindContext(context.Background(), tokens); err != nil {
		t.Fatal(err)
	}
	lists := map[string]bool{"no such list": true}
	for i := range tokens.Tokens {
		for _, list := range r.Lists(i) {
			lists[list] = true
		}
	}
	held := 0
	for list := range lists {
		for i := range tokens.Tokens {
			word := tokens.Word(i)
			for what, ask := range map[string]struct {
				form string
				of   func() (string, bool)
			}{
				"Value":      {word, func() (string, bool) { return r.Value(i, list) }},
				"LowerValue": {strings.ToLower(word), func() (string, bool) { return r.LowerValue(i, list) }},
				"Lookup":     {word, func() (string, bool) { return r.Lookup(list, word) }},
			} {
				value, holds := p.Lookup(list, ask.form)
				if holds {
					held++
				}
				if v, h := ask.of(); v != value || h != holds {
					t.Errorf("%s of %q in %s: %q %v, want %q %v", what, word, list, v, h, value, holds)
				}
				if v, h := ask.of(); v != value || h != holds {
					t.Errorf("%s of %q in %s, asked again: %q %v, want %q %v", what, word, list, v, h, value, holds)
				}
			}
		}
	}
	if held < 100 {
		t.Errorf("lists hold %d forms", held)
	}
}
