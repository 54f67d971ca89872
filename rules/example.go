package rules

import "gopkg.in/yaml.v3"

// nothing is what an example expects where its rule must not match.
const nothing = "nothing"

// An Example is a sentence and what its rule makes of it, or several: see Variants.
type Example struct {
	Text string        // as it is written, with its groups of alternatives
	Want []Expectation // one for each match, in the order of the text; none where the rule must not match
	Pos  Pos

	at text
}

// An Expectation is what one match must give: some of its properties. No properties stand for any match.
type Expectation []Property

// A Property is a key, with a dot for the properties of a nested match, and its value.
type Property struct {
	Key, Value string

	at text
}

// examples reads a mapping of sentences to what they give.
func (l *loader) examples(n *yaml.Node) []Example {
	var all []Example
	for _, p := range l.pairs(n) {
		if want, ok := l.wants(p.value); ok {
			all = append(all, Example{Text: p.key.value, Want: want, Pos: p.key.pos(), at: p.key})
		}
	}
	return all
}

// wants reads a mapping of fields, a sequence of such mappings, or nothing.
func (l *loader) wants(n *yaml.Node) ([]Expectation, bool) {
	switch {
	case isText(n) && n.Value == nothing:
		return nil, true
	case n.Kind == yaml.MappingNode:
		return []Expectation{l.expectation(n, "", 0)}, true
	case n.Kind == yaml.SequenceNode && len(n.Content) > 0 && l.plain(n):
		var all []Expectation
		for _, kid := range n.Content {
			all = append(all, l.expectation(kid, "", 0))
		}
		return all, true
	}
	hint := "write {field: value}, a list of these, or nothing"
	if near := didYouMean(n.Value, []string{nothing}); near != "" {
		hint = near
	}
	l.failNode(n, "expected fields or nothing, found "+describe(n), hint)
	return nil, false
}

// maxNested is how deep the fields of matches in matches may be.
const maxNested = 8

// expectation reads a mapping of fields; a mapping in it holds the fields of a nested match.
func (l *loader) expectation(n *yaml.Node, prefix string, depth int) Expectation {
	var all Expectation
	for _, p := range l.pairs(n) {
		key := prefix + p.key.value
		if p.value.Kind == yaml.MappingNode && depth < maxNested {
			all = append(all, l.expectation(p.value, key+".", depth+1)...)
		} else if t, ok := l.text(p.value); ok {
			all = append(all, Property{key, t.value, p.key})
		}
	}
	return all
}

// exampleTexts are the sentences of all examples.
func (p *Pack) exampleTexts() []string {
	var all []string
	for _, rule := range p.Rules {
		for _, e := range rule.Examples {
			for _, v := range e.Variants() {
				all = append(all, v.Text)
			}
		}
	}
	return all
}
