package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"sayso/rules/inflect"
	"sayso/rules/match"
)

// A scope is everything that a pack says with what it inherits.
type scope struct {
	types     []Type
	writing   map[string]setting
	joiner    text
	point     text
	vigesimal text
	numerals  []numeral
	defs      []definition   // in the order of definition, the base's first
	index     map[string]int // of defs by name
	rules     []*rule        // in the order of definition, the base's last
	disabled  []text

	inflections map[string]*inflection // by the classes of words
	former      *inflect.Former
	inflecting  map[string]match.Inflected // the lists of lemmas, once they are made

	confidence map[string]Count // by the rules' full names
	weights    map[[2]string]match.Weight
	*mistakes
}

// find is the list, token class or phrase of that name, or the list of which list.feature asks for some forms.
func (s *scope) find(name string) definition {
	base, _, asks := strings.Cut(name, ".")
	i, ok := s.index[base]
	if !ok {
		return nil
	}
	if _, isList := s.defs[i].(*list); asks && !isList {
		return nil
	}
	return s.defs[i]
}

// add puts a pack on top of what is there.
func (s *scope) add(src *source) {
	s.addLanguage(src)
	s.addInflections(src.inflections)
	s.disable(src.disable)
	for _, late := range []bool{false, true} {
		for _, d := range src.defs {
			if (d.base().mode == adds) == late {
				s.addDefinition(d)
			}
		}
	}
	s.addRules(src.rules)
	maps.Copy(s.confidence, src.confidence)
	s.weigh(src)
}

// addLanguage merges writing and numbers key by key: a key takes the place of the inherited one, with + it adds to it.
func (s *scope) addLanguage(src *source) {
	for key, more := range src.writing {
		if more.adds {
			more.texts = slices.Concat(s.writing[key].texts, more.texts)
		}
		s.writing[key] = more
	}
	if src.joiner.file != nil {
		s.joiner = src.joiner
	}
	if src.point.file != nil {
		s.point = src.point
	}
	if src.vigesimal.file != nil {
		s.vigesimal = src.vigesimal
	}
	own := map[int64]bool{}
	for _, n := range src.numerals {
		own[n.value] = true
	}
	s.numerals = append(slices.DeleteFunc(s.numerals, func(n numeral) bool { return own[n.value] }), src.numerals...)
}

// disable takes inherited rules away.
func (s *scope) disable(names []text) {
	for _, t := range names {
		called := func(r *rule) bool { return r.called(t.value) }
		if !slices.ContainsFunc(s.rules, called) {
			s.fail(t.errorAt(0, fmt.Sprintf("no rule called %q is inherited", shorten(t.value)), didYouMean(t.value, s.ruleNames())))
		}
		s.rules = slices.DeleteFunc(s.rules, called)
		s.disabled = append(s.disabled, t)
	}
}

func (s *scope) ruleNames() []string {
	var names []string
	for _, r := range s.rules {
		names = append(names, r.name)
	}
	return names
}

// addDefinition adds, replaces or defines a list, a token class or a phrase.
func (s *scope) addDefinition(d definition) {
	b := d.base()
	old := s.find(b.name)
	switch {
	case b.mode == fresh:
		s.defineFresh(d, old)
	case old == nil:
		s.missing(b, s.namesOf(b.kind))
	case old.base().kind != b.kind:
		s.fail(b.key.errorAt(0, fmt.Sprintf("%q is a %s, not a %s", b.name, old.base().kind, b.kind), ""))
	case b.mode == replace && old.base().pack == b.pack:
		s.already(b, old.base())
	case b.mode == replace:
		s.defs[s.index[b.name]] = d
	default:
		extend(old, d)
	}
}

// defineFresh adds a definition whose name must be free.
func (s *scope) defineFresh(d, old definition) {
	b := d.base()
	isType := func(t Type) bool { return t.Name == b.name }
	switch {
	case slices.Contains(builtins, b.name):
		s.fail(b.key.errorAt(0, fmt.Sprintf("<%s> is built in", b.name), "choose another name"))
	case slices.ContainsFunc(s.types, isType):
		s.fail(b.key.errorAt(0, fmt.Sprintf("%q is a type that rules make", b.name), "choose another name"))
	case old != nil:
		s.already(b, old.base())
	default:
		s.index[b.name] = len(s.defs)
		s.defs = append(s.defs, d)
	}
}

// already notes a name that is taken, and how to add to an inherited one.
func (s *scope) already(b, old *def) {
	hint := ""
	switch {
	case old.pack != b.pack && old.kind == b.kind && b.kind == kindToken:
		hint = fmt.Sprintf("write =%s to replace it", b.name)
	case old.pack != b.pack && old.kind == b.kind:
		hint = fmt.Sprintf("write +%s to add to it or =%s to replace it", b.name, b.name)
	}
	s.fail(b.key.errorAt(0, fmt.Sprintf("%s %q is already defined at %s", old.kind, b.name, place(old.key)), hint))
}

// missing notes a + or = before a name that nothing has.
func (s *scope) missing(b *def, names []string) {
	verb := map[byte]string{adds: "add to", replace: "replace"}[b.mode]
	s.fail(b.key.errorAt(1, fmt.Sprintf("there is no %s %q to %s", b.kind, shorten(b.name), verb), didYouMean(b.name, names)))
}

func (s *scope) namesOf(kind string) []string {
	var names []string
	for _, d := range s.defs {
		if d.base().kind == kind {
			names = append(names, d.base().name)
		}
	}
	return names
}

// extend adds the entries of a list, or the alternatives of a phrase, to the inherited ones. A form that both have
// stands for what the later pack says.
func extend(old, more definition) {
	switch old := old.(type) {
	case *list:
		more := more.(*list)
		old.entries = append(more.entries, old.entries...)
		old.names = append(more.names, old.names...)
		old.files = append(more.files, old.files...)
		old.accents = old.accents || more.accents
		old.lemmas.extend(&more.lemmas)
	case *part:
		old.bodies = append(old.bodies, more.(*part).bodies...)
	}
}

// addRules puts a pack's rules before the inherited ones; a rule that adds to another leaves it in its place.
func (s *scope) addRules(rules []*rule) {
	inherited := s.rules
	named := map[string]*rule{}
	for _, r := range inherited {
		named[r.name] = r
	}
	s.rules = nil
	for _, r := range rules {
		if r.mode != adds && s.mayDefine(r, named) {
			named[r.name] = r
			s.rules = append(s.rules, r)
		}
	}
	for _, r := range inherited {
		if named[r.name] == r {
			s.rules = append(s.rules, r)
		}
	}
	for _, r := range rules {
		switch old := named[r.name]; {
		case r.mode != adds:
		case old == nil:
			s.missing(r.base(), s.ruleNames())
		default:
			old.extend(r, s.mistakes)
		}
	}
}

// mayDefine reports whether a rule is new, or replaces an inherited one, whose examples it then takes over.
func (s *scope) mayDefine(r *rule, named map[string]*rule) bool {
	old := named[r.name]
	switch {
	case r.mode == fresh && old == nil:
		return true
	case r.mode == replace && old == nil:
		s.missing(r.base(), slices.Collect(maps.Keys(named)))
		return false
	case r.mode == replace && old.pack != r.pack:
		r.examples = append(r.examples, old.examples...)
		return true
	}
	s.already(r.base(), old.base())
	return false
}

// taken reports whether <name> means something else than the rule of that name.
func (s *scope) taken(name string) bool {
	return s.find(name) != nil || slices.Contains(builtins, name) || slices.ContainsFunc(s.types, func(t Type) bool { return t.Name == name })
}

// grammar is the scope as the matcher takes it.
func (s *scope) grammar() match.Grammar {
	g := match.Grammar{Writing: writingOf(s.writing), Numbers: s.numbers()}
	g.Inflected, g.Signatures = s.inflected(s.views())
	for _, d := range s.defs {
		switch d := d.(type) {
		case *list:
			g.Lists = append(g.Lists, s.compiled(d))
		case *class:
			g.Classes = append(g.Classes, match.Class{Name: d.name, Regexp: d.regexp})
		case *part:
			g.Phrases = append(g.Phrases, match.Phrase{Name: d.name, Body: either(d.bodies)})
		}
	}
	for _, r := range s.rules {
		m := r.compiled()
		m.Confidence = s.confidence[m.Name].Precision()
		if s.taken(r.name) {
			m.Short = m.Name
		}
		g.Rules = append(g.Rules, m)
	}
	g.Weights = s.sortedWeights()
	for _, t := range s.types {
		g.Types = append(g.Types, t.Type)
	}
	for _, l := range g.Inflected {
		g.Lists = append(g.Lists, s.choices(l.Name)...)
	}
	return g
}
