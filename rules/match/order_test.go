package match

import (
	"fmt"
	"testing"

	"sayso/rules/phrase"
)

// Of many rules that hold in one place the one that was defined first counts, to other rules too, however many they are.
func TestFirstOfManyRules(t *testing.T) {
	for _, n := range []int{3, 2 * fewCandidates} {
		g := Grammar{Types: []Type{{Name: "thing"}, {Name: "whole", Fields: []string{"thing"}}}}
		for i := range n {
			name := fmt.Sprint("r", i)
			g.Rules = append(g.Rules, Rule{Name: "x." + name, Short: name, Makes: "thing", Match: []*phrase.Node{parse(t, "a b"), parse(t, "a")}})
		}
		g.Rules = append(g.Rules, Rule{Name: "x.whole", Short: "whole", Makes: "whole", Match: []*phrase.Node{parse(t, "<thing> c")}})
		p, err := Compile(g)
		if err != nil {
			t.Fatal(err)
		}
		text := p.Tokenise("a b c")
		first, inner := -1, -1
		for _, m := range p.Find(text) {
			if f, ok := m.Field("thing"); ok {
				inner = f.Of.Rule
			} else if first < 0 {
				first = m.Rule
			}
		}
		if first != 0 || inner != 0 {
			t.Errorf("%d rules: the first counts as %d, to others as %d", n, first, inner)
		}
	}
}
