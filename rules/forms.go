package rules

import (
	"fmt"
	"slices"

	"sayso/rules/match"
	"sayso/rules/phrase"
)

// compiled is a list as the matcher takes it: in the place of <list.feature> stand the forms that have the feature.
func (s *scope) compiled(l *list) match.List {
	made := match.List{Name: l.name, Names: l.names, Accents: l.accents}
	for _, e := range l.entries {
		if e.form.node == nil {
			continue
		}
		for _, n := range s.spelled(e.form.node) {
			made.Entries = append(made.Entries, match.Entry{Value: e.value, Form: n})
		}
	}
	return made
}

// sentences are the forms of a list as written.
func (m *list) sentences() []sentence {
	var all []sentence
	for _, e := range m.entries {
		all = append(all, e.form)
	}
	return all
}

// spelled is a form of a list, as many times as there are forms that it asks lists of lemmas for, with one of them in the
// place of each reference.
func (s *scope) spelled(n *phrase.Node) []*phrase.Node {
	ref := firstRef(n)
	if ref == nil {
		return []*phrase.Node{n}
	}
	var all []*phrase.Node
	for _, f := range s.inflectedForms(ref.Name) {
		all = append(all, s.spelled(with(n, ref, f.Text))...)
	}
	return all
}

// firstRef is the first reference in a node, or nil.
func firstRef(n *phrase.Node) (found *phrase.Node) {
	n.Walk(func(kid *phrase.Node) {
		if kid.Op == phrase.Ref && found == nil {
			found = kid
		}
	})
	return found
}

// with is a node with a word in the place of one of its references; what is written right behind the reference is part
// of the word.
func with(n, ref *phrase.Node, word string) *phrase.Node {
	if n == ref {
		return &phrase.Node{Op: phrase.Word, Pos: n.Pos, Text: word}
	}
	made := *n
	made.Kids = nil
	for i, kid := range n.Kids {
		if i > 0 && n.Kids[i-1] == ref && n.Op == phrase.Seq && kid.Op == phrase.Word && kid.Pos == ref.End() {
			made.Kids[i-1].Text += kid.Text
			continue
		}
		made.Kids = append(made.Kids, with(kid, ref, word))
	}
	return &made
}

// texts is every text that a form of a list stands for.
func (s *scope) texts(n *phrase.Node) []string {
	var all []string
	for _, form := range s.spelled(n) {
		texts, _ := form.Expand(maxExpanded)
		all = append(all, texts...)
	}
	return all
}

// checkForms holds that the forms of a list take those of lists of lemmas alone.
func (c *checker) checkForms(l *list) {
	for _, form := range l.sentences() {
		if form.node == nil {
			continue
		}
		form.node.Walk(func(n *phrase.Node) {
			if n.Op != phrase.Ref {
				return
			}
			if from, ok := c.find(n.Name).(*list); !ok || from.lemmas.class.file == nil {
				c.fail(form.text.errorAt(n.NamePos(), fmt.Sprintf("%q is no list of lemmas", shorten(n.Name)), didYouMean(n.Name, c.lemmaLists())))
				return
			}
			c.checkFeatures(form, n)
		})
	}
}

// lemmaLists are the names of the lists that inflect.
func (s *scope) lemmaLists() []string {
	return slices.DeleteFunc(s.namesOf(kindList), func(name string) bool { return s.find(name).(*list).lemmas.class.file == nil })
}
