package rules

import (
	"errors"

	"gopkg.in/yaml.v3"

	"sayso/rules/phrase"
)

// sentences reads a phrase or a sequence of phrases.
func (l *loader) sentences(n *yaml.Node) []sentence { return l.parse(n, phrase.Parse) }

// forms reads a form of a list or a sequence of forms.
func (l *loader) forms(n *yaml.Node) []sentence { return l.parse(n, phrase.ParseForm) }

func (l *loader) parse(n *yaml.Node, parse func(string) (*phrase.Node, error)) []sentence {
	var all []sentence
	for _, t := range l.texts(n) {
		node, err := parse(t.value)
		var e *phrase.Error
		if errors.As(err, &e) {
			l.fail(t.errorAt(e.Pos, e.Msg, e.Hint))
		}
		all = append(all, sentence{t, node})
	}
	return all
}

// either is one node for the alternatives that parse, nil where there is none.
func either(all []sentence) *phrase.Node {
	nodes := parsed(all)
	switch len(nodes) {
	case 0:
		return nil
	case 1:
		return nodes[0]
	}
	return &phrase.Node{Op: phrase.Alt, Kids: nodes}
}

// parsed is the nodes of those that parse.
func parsed(all []sentence) []*phrase.Node {
	var nodes []*phrase.Node
	for _, s := range all {
		if s.node != nil {
			nodes = append(nodes, s.node)
		}
	}
	return nodes
}

// written is the phrases as text.
func written(all []sentence) []string {
	var texts []string
	for _, s := range all {
		texts = append(texts, s.text.value)
	}
	return texts
}
