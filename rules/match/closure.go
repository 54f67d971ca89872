package match

import (
	"maps"
	"slices"

	"sayso/rules/phrase"
)

// For is the grammar with those of its rules alone that the matches of some types depend on: all that make a type of their
// groups, and, as far as phrases lead, all that make a type whose matches they go over. What is found of those types is
// the same as with all rules. The types stand in tiers: a reader runs the rules of the first one, and those of a later one
// when it is asked for.
func (g Grammar) For(tiers ...[]string) Grammar {
	c := closure{grammar: &g, rules: map[string]bool{}, seen: map[string]bool{}, phrases: map[string]*phrase.Node{}, makes: map[string]string{}, makers: map[string][]Rule{}}
	for _, f := range g.Phrases {
		c.phrases[f.Name] = f.Body
	}
	for _, r := range g.Rules {
		c.makes[r.Short] = r.Makes
		c.makers[r.Makes] = append(c.makers[r.Makes], r)
	}
	g.Tiers = nil
	for _, types := range tiers {
		if fresh := c.tier(types); len(fresh) > 0 {
			g.Tiers = append(g.Tiers, fresh)
		}
	}
	g.Rules = slices.DeleteFunc(slices.Clone(g.Rules), func(r Rule) bool { return !c.rules[r.Makes] })
	return g
}

// A closure is the types whose rules are needed.
type closure struct {
	grammar *Grammar
	rules   map[string]bool // by type, whether its rules are needed
	seen    map[string]bool // names that phrases refer to
	phrases map[string]*phrase.Node
	makes   map[string]string // by the short name of a rule, its type
	makers  map[string][]Rule
}

// tier takes some types with what they need, and gives what no earlier tier has.
func (c *closure) tier(types []string) []string {
	var fresh []string
	earlier := maps.Clone(c.rules)
	for _, t := range c.grammar.Types {
		if slices.Contains(types, t.Name) {
			c.group(t)
		}
	}
	for _, t := range c.grammar.Types {
		if c.rules[t.Name] && !earlier[t.Name] {
			fresh = append(fresh, t.Name)
		}
	}
	return fresh
}

// group takes a type and those that it excludes.
func (c *closure) group(t Type) {
	c.kind(t.Name)
	for _, other := range c.grammar.Types {
		if t.Group != "" && other.Group == t.Group {
			c.kind(other.Name)
		}
	}
}

// kind takes the rules of a type, for they exclude each other, and what they refer to.
func (c *closure) kind(name string) {
	if c.rules[name] {
		return
	}
	c.rules[name] = true
	for _, r := range c.makers[name] {
		for _, n := range slices.Concat(r.Match, r.Except, []*phrase.Node{r.After, r.Before}) {
			if n != nil {
				n.Walk(c.refer)
			}
		}
	}
}

// refer takes what a node refers to.
func (c *closure) refer(n *phrase.Node) {
	if n.Op != phrase.Ref || c.seen[n.Name] {
		return
	}
	c.seen[n.Name] = true
	if body := c.phrases[n.Name]; body != nil {
		body.Walk(c.refer)
	} else if makes, ok := c.makes[n.Name]; ok {
		c.kind(makes)
	} else if len(c.makers[n.Name]) > 0 {
		c.kind(n.Name)
	}
}
