package rules

import (
	"cmp"
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"sayso/rules/match"
)

// The keys of a rule.
var ruleKeys = []string{
	"makes", "about", "match", "after", "before", "except", "set", "examples", "status", "was", "see",
}

// The states that a rule may be in; none means that it is in use.
var statuses = []string{"trial", "deprecated"}

// readRule reads a rule.
func (l *loader) readRule(d def, n *yaml.Node) {
	made := &rule{def: d}
	l.src.rules = append(l.src.rules, made)
	before := len(l.list)
	for _, p := range l.pairs(n) {
		l.ruleKey(made, p)
	}
	if n.Kind == yaml.MappingNode {
		l.checkRule(made, n, before)
	}
}

// ruleKey reads one key of a rule.
func (l *loader) ruleKey(made *rule, p pair) {
	texts := map[string]*text{"makes": &made.makes, "about": &made.about, "status": &made.status, "see": &made.see}
	phrases := map[string]*[]sentence{"match": &made.match, "after": &made.after, "before": &made.before, "except": &made.except}
	switch key := p.key.value; {
	case texts[key] != nil:
		if t, ok := l.text(p.value); ok {
			*texts[key] = t
		}
	case phrases[key] != nil:
		*phrases[key] = l.sentences(p.value)
	case key == "was":
		made.was = l.texts(p.value)
	case key == "set":
		made.set = l.constants(p.value)
	case key == "examples":
		made.examples = l.examples(p.value)
	default:
		l.unknown(p.key, ruleKeys)
	}
}

// constants reads fields with a fixed value.
func (l *loader) constants(n *yaml.Node) []pairText {
	var all []pairText
	for _, p := range l.pairs(n) {
		if t, ok := l.text(p.value); ok {
			all = append(all, pairText{p.key, t})
		}
	}
	return all
}

// checkRule notes what a rule lacks. A rule that adds to another may leave everything out. Where a mistake was
// found in the rule already, a missing key may be a misspelt one.
func (l *loader) checkRule(r *rule, n *yaml.Node, before int) {
	if t := r.status; t.file != nil && !slices.Contains(statuses, t.value) {
		l.fail(t.errorAt(0, fmt.Sprintf("unknown status %q", shorten(t.value)), oneOf(t.value, statuses)))
	}
	if r.mode == adds {
		if len(r.after) > 0 || len(r.before) > 0 {
			l.fail(r.key.errorAt(0, "after and before cannot be added to a rule", "write ="+r.name+" to replace it"))
		}
		return
	}
	faultless := len(l.list) == before
	for _, key := range []string{"makes", "match"} {
		if faultless && !slices.ContainsFunc(n.Content, func(k *yaml.Node) bool { return k.Value == key }) {
			l.fail(r.key.errorAt(0, fmt.Sprintf("rule %q lacks %s", r.name, key), ""))
		}
	}
}

// extend is the rule with what another pack adds to it: the added phrases and examples come first.
func (r *rule) extend(more *rule, m *mistakes) {
	if more.makes.file != nil && more.makes.value != r.makes.value {
		m.fail(more.makes.errorAt(0, fmt.Sprintf("rule %q makes %s", r.name, r.makes.value), "a rule that adds to another makes the same"))
	}
	r.match = slices.Concat(more.match, r.match)
	r.except = slices.Concat(more.except, r.except)
	r.examples = slices.Concat(more.examples, r.examples)
	r.was = slices.Concat(r.was, more.was)
	for _, t := range []struct{ to, from *text }{{&r.about, &more.about}, {&r.status, &more.status}, {&r.see, &more.see}} {
		if t.from.file != nil {
			*t.to = *t.from
		}
	}
	added := func(old pairText) bool {
		return slices.ContainsFunc(more.set, func(p pairText) bool { return p.key.value == old.key.value })
	}
	r.set = append(slices.DeleteFunc(slices.Clone(r.set), added), more.set...)
}

// called reports whether the rule goes, or went, by that name, with or without its pack.
func (r *rule) called(name string) bool {
	return name == r.name || name == r.full() || slices.ContainsFunc(r.was, func(t text) bool { return t.value == name })
}

// compiled is the rule as the matcher takes it.
func (r *rule) compiled() match.Rule {
	m := match.Rule{
		Name: r.full(), Short: r.name, Makes: r.makes.value,
		Match: parsed(r.match), After: either(r.after), Before: either(r.before), Except: parsed(r.except),
	}
	for _, p := range r.set {
		m.Set = append(m.Set, match.Constant{Field: p.key.value, Value: p.value.value})
	}
	slices.SortFunc(m.Set, func(a, b match.Constant) int { return cmp.Compare(a.Field, b.Field) })
	return m
}
