package rules

import (
	"slices"
	"strings"
	"testing"
)

func names(p *Pack) []string {
	var all []string
	for _, r := range p.Rules {
		all = append(all, r.Name)
	}
	return all
}

func TestExtend(t *testing.T) {
	p, err := testLibrary("testdata/desk").Load("desk")
	if err != nil {
		t.Fatal(err)
	}
	if got := names(p); !slices.Equal(got, []string{"desk.slang", "desk.town", "it.amount", "it.conversion"}) {
		t.Errorf("rules: %q", got)
	}
	if got := p.Rule("amount"); len(got.Match) != 2 || got.Match[0] != "oltre <amount:number> <unit>" || len(got.Examples) != 4 || got.Set[0].Value != "over" {
		t.Errorf("added to: %+v", got)
	}
	if got := p.Rule("town"); len(got.Match) != 1 || len(got.After) != 0 || len(got.Examples) != 5 {
		t.Errorf("replaced: %+v", got)
	}
	if got := p.Forms("bound"); !slices.Equal(got, []Form{{"about", "circa"}}) {
		t.Errorf("replaced list: %v", got)
	}
	if got := p.Forms("scale"); len(got) != 4 || got[0] != (Form{"1e9", "miliardo"}) {
		t.Errorf("added list: %v", got)
	}
	g := p.Grammar
	if g.Writing.Decimal != "," || !slices.Equal(g.Writing.Groups, []string{"'"}) {
		t.Errorf("writing: %+v", g.Writing)
	}
	if w := g.Numbers.Words; w["doppio"] != 2 || w["tre"] != 3 {
		t.Errorf("numbers: %v", w)
	}
}

func TestExtendMistakes(t *testing.T) {
	base := "pack: b\nlanguage: it\nlists: {l: [x]}\ntokens: {t: /x/}\nphrases: {e: x}\nrules:\n  r: {makes: place, match: x, was: [q]}\n"
	for body, want := range map[string]string{
		"phrases: {e: y}":                                      `4:11: phrase "e" is already defined at rules/b/pack.yaml:5`,
		"lists: {e: [y]}":                                      `4:9: phrase "e" is already defined at rules/b/pack.yaml:5`,
		"lists: {=e: [y]}":                                     `4:9: "e" is a phrase, not a list`,
		"tokens: {t: /y/}":                                     `4:10: token "t" is already defined at rules/b/pack.yaml:4`,
		"tokens: {=t: /y/}":                                    "",
		"phrases: {+e: y, =l: x}":                              `4:18: "l" is a list, not a phrase`,
		"lists: {=l: [y], +l: [z]}":                            "",
		"rules: {r: {makes: place, match: y}}":                 `4:9: rule "r" is already defined at rules/b/pack.yaml:7`,
		"rules: {+r: {makes: role}}":                           `4:21: rule "r" makes place`,
		"rules: {+r: {after: x}}":                              "4:9: after and before cannot be added to a rule",
		"rules: {=r: {match: x}}":                              `4:9: rule "r" lacks makes`,
		"disable: [r]\nrules: {r: {makes: role, match: y}}":    "",
		"disable: [q]\nrules: {+r: {match: y}}":                `5:10: there is no rule "r" to add to`,
		"disable: [b.r]\nrules: {=r: {match: y, makes: role}}": `5:10: there is no rule "r" to replace`,
	} {
		_, err := loadFiles(map[string]string{"b/pack.yaml": base, "p/pack.yaml": head + "extends: b\n" + body + "\n"})
		if got := strings.TrimPrefix(summary(err), "pack.yaml:"); got != want {
			t.Errorf("%s:\n got %s\nwant %s", body, got, want)
		}
	}
}
