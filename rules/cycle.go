package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sayso/rules/phrase"
)

// An edge is a reference from one phrase or rule to another, and where it is written.
type edge struct {
	to   string
	text text
	at   int
}

// A walk looks for cycles among named things.
type walk struct {
	kind  string
	edges map[string][]edge
	state map[string]int // 1 on the path, 2 done
	path  []edge         // the references that led here
	fail  func(*Error)
	found bool
}

// checkCycles finds phrases that name themselves and rules that wait for themselves. It reports whether there are
// none.
func (c *checker) checkCycles() bool {
	parts := c.cycles(kindPhrase, c.partEdges())
	return !parts && !c.cycles(kindRule, c.ruleEdges())
}

func (c *checker) cycles(kind string, edges map[string][]edge) bool {
	w := walk{kind: kind, edges: edges, state: map[string]int{}, fail: c.fail}
	for _, name := range c.inOrder(edges) {
		w.visit(name)
	}
	return w.found
}

// inOrder is the names in the order of their references' places.
func (c *checker) inOrder(edges map[string][]edge) []string {
	var names []string
	for name, to := range edges {
		if len(to) > 0 {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(edges[a][0].text.pos().compare(edges[b][0].text.pos()), cmp.Compare(a, b))
	})
	return names
}

func (w *walk) visit(name string) {
	if w.state[name] != 0 {
		return
	}
	w.state[name] = 1
	for _, e := range w.edges[name] {
		w.path = append(w.path, e)
		if w.state[e.to] == 1 {
			w.report(e.to)
		} else {
			w.visit(e.to)
		}
		w.path = w.path[:len(w.path)-1]
	}
	w.state[name] = 2
}

// report names the cycle that the last reference of the path closes: a → b → a. It stands at the reference that
// leaves its first name.
func (w *walk) report(start string) {
	w.found = true
	first := len(w.path) - 1
	for first > 0 && w.path[first-1].to != start {
		first--
	}
	names := []string{start}
	for _, e := range w.path[first:] {
		names = append(names, e.to)
	}
	e := w.path[first]
	w.fail(e.text.errorAt(e.at, fmt.Sprintf("a cycle of %ss: %s", w.kind, strings.Join(names, " → ")), ""))
}

// references is the edges to everything that phrases name, each name once.
func references(all []sentence) []edge {
	var edges []edge
	seen := map[string]bool{}
	for _, s := range all {
		if s.node == nil {
			continue
		}
		s.node.Walk(func(n *phrase.Node) {
			if n.Op == phrase.Ref && !seen[n.Name] {
				seen[n.Name] = true
				edges = append(edges, edge{n.Name, s.text, n.NamePos()})
			}
		})
	}
	return edges
}

// partEdges is which phrase names which.
func (c *checker) partEdges() map[string][]edge {
	edges := map[string][]edge{}
	for _, d := range c.defs {
		p, ok := d.(*part)
		if !ok {
			continue
		}
		for _, e := range references(p.bodies) {
			if _, ok := c.find(e.to).(*part); ok {
				edges[p.name] = append(edges[p.name], e)
			}
		}
	}
	return edges
}

// ruleEdges is which rule waits for which: those that it names itself or through phrases, and all that make a type
// that it names so.
func (c *checker) ruleEdges() map[string][]edge {
	inside := map[string][]string{}
	edges := map[string][]edge{}
	for _, r := range c.rules {
		seen := map[string]bool{}
		for _, e := range references(slices.Concat(r.match, r.except, r.after, r.before)) {
			for _, name := range c.leaves(e.to, inside) {
				for _, to := range c.rulesOf(name) {
					if !seen[to.name] {
						seen[to.name] = true
						edges[r.name] = append(edges[r.name], edge{to.name, e.text, e.at})
					}
				}
			}
		}
	}
	return edges
}

// rulesOf is the rules that <name> waits for.
func (c *checker) rulesOf(name string) []*rule {
	if _, ok := c.types[name]; ok {
		return c.makers[name]
	}
	if r := c.named[name]; r != nil && !c.taken(name) {
		return []*rule{r}
	}
	return nil
}

// leaves is the name itself, or what a phrase of that name comes to: the names in it that are no phrases. Phrases
// are in no cycle here.
func (c *checker) leaves(name string, inside map[string][]string) []string {
	p, ok := c.find(name).(*part)
	if !ok {
		return []string{name}
	}
	if all, ok := inside[name]; ok {
		return all
	}
	all := []string{}
	for _, e := range references(p.bodies) {
		for _, leaf := range c.leaves(e.to, inside) {
			if !slices.Contains(all, leaf) {
				all = append(all, leaf)
			}
		}
	}
	inside[name] = all
	return all
}
