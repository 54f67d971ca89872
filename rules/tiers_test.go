package rules_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sayso/extract/value"
	"sayso/rules"
	"sayso/rules/match"
	"sayso/rules/token"
)

// What tiers of rules find of their types is what all rules find, whatever tier a reader has come to.
func TestTiersFindWhatTheWholeFinds(t *testing.T) {
	tiers := [][]string{{"money"}, {"tense"}, {"date"}}
	for _, language := range []string{"fr", "pt", "en"} {
		pack, err := rules.NewLibrary(value.Types()).ForLanguage(language)
		if err != nil {
			t.Fatal(err)
		}
		whole, err := pack.Program()
		if err != nil {
			t.Fatal(err)
		}
		parts, err := match.Compile(pack.Grammar.For(tiers...))
		if err != nil {
			t.Fatal(err)
		}
		if all, few := len(whole.Rules()), len(parts.Rules()); few >= all {
			t.Errorf("%s: %d rules of %d are needed for three types", language, few, all)
		}
		reader := parts.NewReader()
		for _, text := range exampleTexts(pack, 10) {
			found := whole.Find(whole.Tokenise(text))
			tokens := reader.Tokenise(text)
			some, err := reader.FindContext(context.Background(), tokens)
			past := len(some)
			for tier, types := range tiers {
				if err != nil {
					t.Fatal(err)
				}
				for _, kind := range types {
					if n, _ := parts.TypeOf(kind); parts.Tier(n) > tier {
						t.Errorf("%s: %s is found in tier %d, want %d at most", language, kind, parts.Tier(n), tier)
					}
					if got, want := shownAs(parts, tokens, some, kind), shownAs(whole, tokens, found, kind); got != want {
						t.Errorf("%s, %q, %s:\n got %s\nwant %s", language, text, kind, got, want)
					}
				}
				var more []*match.Match
				if tier+1 < len(tiers) {
					more, err = reader.Through(context.Background(), tier+1, token.Range{End: len(tokens.Tokens)})
				}
				some, past = append(slices.Clone(some), more...), len(more)
			}
			if past > 0 {
				t.Errorf("%s, %q: there is a match behind the last tier", language, text)
			}
		}
		reader.Close()
	}
}

// exampleTexts are those of the examples of every n-th rule.
func exampleTexts(p *rules.Pack, n int) (all []string) {
	for i := 0; i < len(p.Rules); i += n {
		for _, e := range p.Rules[i].Examples {
			all = append(all, e.Variants()[0].Text)
		}
	}
	return all
}

// shownAs are the matches of one type with their places and fields.
func shownAs(p *match.Program, text *token.Text, all []*match.Match, kind string) string {
	var shown []string
	for _, m := range all {
		if r := p.Rules()[m.Rule]; r.Makes == kind {
			var fields []string
			for _, f := range m.Fields {
				fields = append(fields, f.Name+"="+f.Value)
			}
			shown = append(shown, fmt.Sprint(r.Name, " ", text.Slice(m.Tokens), fields))
		}
	}
	return strings.Join(shown, "\n")
}
