package match

import (
	"fmt"
	"slices"

	"sayso/rules/phrase"
)

// order sorts the rules into stages: a rule runs after every rule it refers to, by its name or by the type it
// makes.
func (b *builder) order() ([][]int, error) {
	makers, short := map[string][]int{}, map[string]int{}
	for i, r := range b.grammar.Rules {
		makers[r.Makes] = append(makers[r.Makes], i)
		short[r.Short] = i
	}
	level := make([]int, len(b.grammar.Rules)) // 0 unknown, -1 under way, else stage + 1
	var visit func(i int) error
	visit = func(i int) error {
		if level[i] > 0 {
			return nil
		}
		if level[i] < 0 {
			return fmt.Errorf("rule %s refers to itself", b.grammar.Rules[i].Name)
		}
		level[i] = -1
		deepest := 0
		for name := range b.references(b.grammar.Rules[i]) {
			needs := makers[name]
			if j, ok := short[name]; ok {
				needs = []int{j}
			}
			for _, j := range needs {
				if err := visit(j); err != nil {
					return err
				}
				deepest = max(deepest, level[j])
			}
		}
		level[i] = deepest + 1
		return nil
	}
	for i := range b.grammar.Rules {
		if err := visit(i); err != nil {
			return nil, err
		}
	}
	return b.inTiers(level), nil
}

// inTiers is the rules by stage, tier by tier; of one tier they are ordered by level, from 1 on. It notes where each tier ends.
func (b *builder) inTiers(level []int) [][]int {
	tier := make([]int, len(level))
	for i, r := range b.grammar.Rules {
		tier[i] = max(0, slices.IndexFunc(b.grammar.Tiers, func(types []string) bool { return slices.Contains(types, r.Makes) }))
	}
	var stages [][]int
	for n := range max(1, len(b.grammar.Tiers)) {
		for l := 1; l <= slices.Max(append(level, 0)); l++ {
			var rules []int
			for i := range level {
				if tier[i] == n && level[i] == l {
					rules = append(rules, i)
				}
			}
			if len(rules) > 0 {
				stages = append(stages, rules)
			}
		}
		b.tiers = append(b.tiers, int32(len(stages)))
	}
	return stages
}

// references are the names that a rule refers to, phrases followed.
func (b *builder) references(r Rule) map[string]bool {
	found := map[string]bool{}
	var walk func(n *phrase.Node)
	walk = func(n *phrase.Node) {
		if n == nil {
			return
		}
		if n.Op == phrase.Ref && !found[n.Name] {
			found[n.Name] = true
			walk(b.phrases[n.Name])
		}
		for _, k := range n.Kids {
			walk(k)
		}
	}
	for _, n := range append(append([]*phrase.Node{r.After, r.Before}, r.Match...), r.Except...) {
		walk(n)
	}
	return found
}
