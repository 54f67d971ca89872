package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"sayso/rules/match"
	"sayso/rules/phrase"
)

// views are, by list, the names by which rules ask for forms of a list of lemmas, the list's own name among them.
func (s *scope) views() map[string][]string {
	all := map[string][]string{}
	seen := map[string]bool{}
	var each func(sentences []sentence)
	note := func(n *phrase.Node) {
		if n.Op != phrase.Ref || seen[n.Name] {
			return
		}
		seen[n.Name] = true
		switch d := s.find(n.Name).(type) {
		case *part:
			each(d.bodies)
		case *list:
			if d.lemmas.class.file != nil {
				all[d.name] = append(all[d.name], n.Name)
			}
		}
	}
	each = func(sentences []sentence) {
		for _, p := range parsed(sentences) {
			p.Walk(note)
		}
	}
	for _, r := range s.rules {
		each(slices.Concat(r.match, r.after, r.before, r.except))
	}
	for _, d := range s.defs {
		if l, ok := d.(*list); ok {
			note(&phrase.Node{Op: phrase.Ref, Name: l.name})
		}
	}
	return all
}

// checkFeatures holds that a list has the features that a name asks for.
func (c *checker) checkFeatures(s sentence, n *phrase.Node) {
	name, asked, ok := strings.Cut(n.Name, ".")
	if !ok {
		return
	}
	l, isList := c.find(name).(*list)
	if !isList || l.lemmas.class.file == nil {
		c.fail(s.text.errorAt(n.NamePos(), fmt.Sprintf("%q is no list of lemmas", shorten(name)), "<list.feature> is for lists that inflect"))
		return
	}
	inflection := c.inflections[l.lemmas.class.value]
	if inflection == nil {
		return
	}
	names, _, _ := l.lemmas.names(inflection)
	at := n.NamePos() + len([]rune(name)) + 1
	for feature := range strings.SplitSeq(asked, ".") {
		_, known := names[feature]
		if _, lacks := names[strings.TrimPrefix(feature, without)]; !known && !lacks {
			c.fail(s.text.errorAt(at, fmt.Sprintf("list %q knows no %q", name, shorten(feature)), oneOf(feature, slices.Sorted(maps.Keys(names)))))
		}
		at += len([]rune(feature)) + 1
	}
}

// choices are the lists of a list's choices: lemmas by what they are said to be.
func (s *scope) choices(name string) []match.List {
	l := s.find(name).(*list)
	var all []match.List
	for _, choice := range l.lemmas.choice {
		made := match.List{Name: choice.name.value}
		for _, m := range l.lemmas.all {
			value := chosen(choice, m.said.value)
			if value == "" && len(choice.means) > 0 {
				value = choice.means[0].value
			}
			made.Entries = append(made.Entries, match.Entry{Value: value, Form: &phrase.Node{Op: phrase.Word, Text: m.key.value}})
		}
		all = append(all, made)
	}
	return all
}

// inflectedForms is every form of a list of lemmas, or of a view of one; nil where there is none of that name.
func (s *scope) inflectedForms(name string) []Form {
	base, _, _ := strings.Cut(name, ".")
	l, ok := s.inflecting[base]
	if !ok {
		return nil
	}
	var all []Form
	v, signatures := viewOf(name, l.Names), s.former.Signatures()
	for _, m := range l.Lemmas {
		for _, text := range l.Forms(m, v, signatures[m.Signature]) {
			all = append(all, Form{m.Text, text})
		}
	}
	return all
}
