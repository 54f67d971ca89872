package rules

import (
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"sayso/rules/inflect"
	"sayso/rules/match"
)

// The keys of a list of lemmas.
const (
	inflectKey = "inflect"
	traitsKey  = "traits"
	choiceKey  = "choice"
	apartKey   = "apart"
	lemmasKey  = "lemmas"
	includeKey = "includes"
)

// Lemmas are what a list of lemmas has besides a list of forms.
type lemmas struct {
	class  text // how they inflect
	traits []trait
	choice []trait // names of traits of which a lemma has one, with these traits
	apart  []text
	others []text // lists whose lemmas it has too, without what is said of them there
	all    []lemma
}

// A trait is something that a lemma may be said to be.
type trait struct {
	name  text
	about text   // what it means
	means []text // or the traits that it is a name for
	on    []text // the features that its forms have, several words in each, or none for all forms
}

// A lemma is a word of such a list and what is said of it.
type lemma struct{ key, said text }

// readLemmaKey reads one key of a list of lemmas; it reports whether the key is one.
func (l *loader) readLemmaKey(made *list, p pair) bool {
	m := &made.lemmas
	switch p.key.value {
	case inflectKey:
		m.class, _ = l.text(p.value)
	case traitsKey:
		for _, q := range l.pairs(p.value) {
			m.traits = append(m.traits, l.readTrait(q))
		}
	case choiceKey:
		for _, q := range l.pairs(p.value) {
			m.choice = append(m.choice, trait{name: q.key, means: l.texts(q.value)})
		}
	case apartKey:
		m.apart = l.texts(p.value)
	case includeKey:
		m.others = l.texts(p.value)
	case lemmasKey:
		m.all = append(m.all, l.readLemmas(p.value)...)
	default:
		return false
	}
	return true
}

// readTrait reads what a trait means: a line, other traits, or a line with the features that its forms have.
func (l *loader) readTrait(p pair) trait {
	t := trait{name: p.key}
	switch p.value.Kind {
	case yaml.MappingNode:
		for _, q := range l.pairs(p.value) {
			switch q.key.value {
			case "about":
				t.about, _ = l.text(q.value)
			case "on":
				t.on = l.texts(q.value)
			default:
				l.unknown(q.key, []string{"about", "on"})
			}
		}
	case yaml.SequenceNode:
		t.means = l.texts(p.value)
	default:
		t.about, _ = l.text(p.value)
	}
	return t
}

// readLemmas reads lemmas with what is said of each, or a sequence of lemmas of which nothing is said.
func (l *loader) readLemmas(n *yaml.Node) []lemma {
	var all []lemma
	if n.Kind != yaml.MappingNode {
		for _, t := range l.texts(n) {
			all = append(all, lemma{key: t})
		}
		return all
	}
	for _, p := range l.pairs(n) {
		said, _ := l.text(p.value)
		all = append(all, lemma{p.key, said})
	}
	return all
}

// extend puts another pack's lemmas before those that are there.
func (m *lemmas) extend(more *lemmas) {
	if m.class.file == nil {
		m.class = more.class
	}
	m.traits, m.choice = append(m.traits, more.traits...), append(m.choice, more.choice...)
	m.apart, m.others = append(m.apart, more.apart...), append(m.others, more.others...)
	m.all = append(slices.Clone(more.all), m.all...)
}

// An inflector makes the lists of lemmas that the matcher takes.
type inflector struct {
	*scope
	former *inflect.Former
	views  map[string][]string // by list, the views that phrases ask for
}

// inflected is a scope's lists of lemmas, and the lists that their choices are.
func (s *scope) inflected(views map[string][]string) (all []match.Inflected, signatures [][]inflect.Form) {
	f := inflector{s, s.former, views}
	s.inflecting = map[string]match.Inflected{}
	for _, d := range s.defs {
		if l, ok := d.(*list); ok && l.lemmas.class.file != nil {
			if c := s.inflections[l.lemmas.class.value]; c != nil {
				made := f.list(l, c)
				s.inflecting[l.name] = made
				all = append(all, made)
			}
		}
	}
	return all, f.former.Signatures()
}

// list makes one list.
func (f *inflector) list(l *list, c *inflection) match.Inflected {
	names, apart, limits := l.lemmas.names(c)
	made := match.Inflected{Name: l.name, Names: names, Apart: apart, Limits: limits}
	class := c.class()
	seen := map[string]bool{}
	for _, m := range l.lemmas.all {
		if seen[m.key.value] {
			continue
		}
		seen[m.key.value] = true
		said := l.lemmas.said(m, names)
		if k, ok := f.lemma(class, c, m.key.value, said); ok {
			made.Lemmas = append(made.Lemmas, k)
		}
	}
	add := func(name, like string) {
		if k, ok := f.lemma(class, c, name, saying{like: like}); ok && !seen[name] {
			seen[name] = true
			made.Lemmas = append(made.Lemmas, k)
		}
	}
	for _, in := range l.files {
		for _, n := range nameLines(in.body) {
			add(n.form, "")
		}
	}
	for _, t := range l.lemmas.others {
		if other, ok := f.find(t.value).(*list); ok {
			for _, m := range other.lemmas.all {
				head, _ := c.bare(m.key.value)
				head, _, _ = strings.Cut(head, " ")
				add(head, like(m.said.value))
			}
		}
	}
	for _, view := range f.views[l.name] {
		made.Views = append(made.Views, viewOf(view, names))
	}
	return made
}

// without is what stands before a feature that forms must not have.
const without = "not-"

// viewOf is the view that a name asks for: list.feature.not-feature.
func viewOf(name string, names map[string]inflect.Set) match.View {
	v := match.View{Name: name}
	for _, feature := range strings.Split(name, ".")[1:] {
		if set, known := names[feature]; known {
			v.Needs = append(v.Needs, set)
		} else {
			v.Lacks |= names[strings.TrimPrefix(feature, without)]
		}
	}
	return v
}

// names are what the features and traits of a list are called; apart and limits what is particular of some traits.
func (m *lemmas) names(c *inflection) (names map[string]inflect.Set, apart inflect.Set, limits []match.Limit) {
	all := &inflection{names: maps.Clone(c.names), bits: c.bits}
	for _, t := range m.traits {
		if t.means == nil {
			all.bit(t.name.value)
		}
	}
	for _, choice := range m.choice {
		for _, t := range choice.means {
			all.bit(t.value)
		}
	}
	union := func(texts []text) (set inflect.Set) {
		for _, t := range texts {
			set |= all.names[t.value]
		}
		return set
	}
	for _, t := range m.traits {
		if t.means != nil {
			all.names[t.name.value] = union(t.means)
		}
		if t.on != nil {
			limit := match.Limit{Trait: all.names[t.name.value]}
			for _, on := range t.on {
				limit.On = append(limit.On, together(on.value, all.names))
			}
			limits = append(limits, limit)
		}
	}
	return all.names, union(m.apart) | all.names[reflexive], limits
}

func together(features string, names map[string]inflect.Set) (set inflect.Set) {
	for _, name := range strings.Fields(features) {
		set |= names[name]
	}
	return set
}

// A saying is what is said of a lemma.
type saying struct {
	like   string
	traits inflect.Set
	marks  []match.Mark
}

// said reads what is said of a lemma: traits with commas between them, "like" and another lemma, a trait with the forms
// that alone have it. Where a choice is not made its first trait holds.
func (m *lemmas) said(k lemma, names map[string]inflect.Set) saying {
	var s saying
	for part := range strings.SplitSeq(k.said.value, ",") {
		words := strings.Fields(part)
		switch {
		case len(words) == 0:
		case words[0] == "like":
			s.like = strings.Join(words[1:], " ")
		case len(words) > 1:
			for _, form := range words[1:] {
				s.marks = append(s.marks, match.Mark{Form: form, Trait: names[words[0]]})
			}
		default:
			s.traits |= names[words[0]]
		}
	}
	for _, choice := range m.choice {
		if len(choice.means) > 0 && chosen(choice, k.said.value) == "" {
			s.traits |= names[choice.means[0].value]
		}
	}
	return s
}

// like is the word that a lemma is said to inflect as, or empty.
func like(said string) string {
	for part := range strings.SplitSeq(said, ",") {
		if words := strings.Fields(part); len(words) > 1 && words[0] == "like" {
			return strings.Join(words[1:], " ")
		}
	}
	return ""
}

// chosen is the trait of a choice that is said of a lemma, or empty.
func chosen(choice trait, said string) string {
	for part := range strings.SplitSeq(said, ",") {
		name := strings.TrimSpace(part)
		if slices.ContainsFunc(choice.means, func(t text) bool { return t.value == name }) {
			return name
		}
	}
	return ""
}

// lemma makes one lemma; it gives ok = false where no paradigm fits it.
func (f *inflector) lemma(class *inflect.Class, c *inflection, name string, said saying) (match.Lemma, bool) {
	k := match.Lemma{Text: name, Traits: said.traits, Marks: said.marks}
	head, own := c.bare(name)
	if own {
		k.Traits |= c.names[reflexive]
	}
	head, k.After, _ = strings.Cut(head, " ")
	var ok bool
	k.Stem, k.Signature, ok = f.former.Stem(class, head, said.like)
	return k, ok
}

// bare is a lemma without its reflexive word, if it has one.
func (c *inflection) bare(name string) (head string, own bool) {
	for _, t := range c.reflexive {
		word := t.value
		switch {
		case strings.HasPrefix(word, "-") && strings.HasSuffix(name, word):
			return strings.TrimSuffix(name, word), true
		case strings.HasSuffix(word, "'") && strings.HasPrefix(name, word):
			return strings.TrimPrefix(name, word), true
		case strings.HasPrefix(name, word+" "):
			return strings.TrimPrefix(name, word+" "), true
		case strings.HasPrefix(word, "-"):
			if head, tail, ok := strings.Cut(name, word+" "); ok {
				return head + " " + tail, true
			}
		}
	}
	return name, false
}
