package match

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sayso/rules/token"
)

// verdicts are those of a text, of a reading that nobody ends.
func verdicts(p *Program, text *token.Text) []Verdict {
	all, _ := p.Explain(context.Background(), text)
	return all
}

// explained are the places where rules hold, one a line: the rule, the words, why they give nothing and what they lost to.
func explained(p *Program, s string) string {
	text := p.Tokenise(s)
	var b strings.Builder
	for _, v := range verdicts(p, text) {
		fmt.Fprintf(&b, "%s %q", p.Rules()[v.Rule].Short, text.Slice(v.Tokens))
		if v.Why != None {
			fmt.Fprintf(&b, " %s", [...]string{Precedes: "precedes", Follows: "follows", Exception: "exception", Overlap: "overlap", Exclusion: "exclusion"}[v.Why])
		}
		if v.To != nil {
			fmt.Fprintf(&b, " to %s %q", p.Rules()[v.To.Rule].Short, text.Slice(v.To.Tokens))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestExplain(t *testing.T) {
	p := compiled(t)
	for text, want := range map[string]string{
		"":                        "",
		"deux euros":              "amount \"deux euros\"\n",
		"2 dollars short":         "amount \"2 dollars\" exception\n",
		"a dormi":                 "past \"a dormi\" follows\n",
		"a dormi hier":            "past \"a dormi\"\n",
		"entre 2 et 3 euros":      "range \"entre 2 et 3 euros\"\namount \"3 euros\" overlap to range \"entre 2 et 3 euros\"\n",
		"et Lyon":                 "place \"Lyon\" precedes\n",
		"à Lyon":                  "place \"Lyon\"\n",
		"à New York":              "person \"New York\" exclusion to place \"New York\"\nplace \"New York\"\n",
		"3 euros (4 dollars)":     "pair \"3 euros (4 dollars)\"\namount \"3 euros\"\namount \"4 dollars\"\n",
		"« Oui », dit Anne Berg.": "quote \"« Oui », dit Anne Berg\"\nperson \"Anne Berg\"\n",
	} {
		if got := explained(p, text); sorted(got) != sorted(want) {
			t.Errorf("%q:\n got %swant %s", text, got, want)
		}
	}
}

// sorted takes the order from lines of one place.
func sorted(s string) string {
	lines := strings.SplitAfter(s, "\n")
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// What Explain lets stand is what Find finds.
func FuzzExplain(f *testing.F) {
	p := compiled(f)
	for _, s := range []string{"entre 2 et 3 euros", "à New York", "« Oui », dit Anne Berg. Deux dollars short (4 euros) hier."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var found, stands []string
		text := p.Tokenise(s)
		for _, m := range p.Find(text) {
			found = append(found, fmt.Sprint(m.Rule, m.Tokens))
		}
		for _, v := range verdicts(p, text) {
			if v.Why == None {
				stands = append(stands, fmt.Sprint(v.Rule, v.Tokens))
			}
		}
		slices.Sort(found)
		slices.Sort(stands)
		if !slices.Equal(found, stands) {
			t.Errorf("found %v, explained %v", found, stands)
		}
	})
}
