package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"sayso/rules/phrase"
)

// builtins are the names that the engine itself gives a meaning.
var builtins = []string{"number", "word", "Capital", "capitals", "mixed", "quoted", "mark", "any"}

// A checker holds what is needed to check a scope.
type checker struct {
	*scope
	types  map[string]Type
	makers map[string][]*rule // the rules that make a type
	named  map[string]*rule   // rules by short name
	single map[string]bool    // lists that hold single words only, as far as looked at
	valued map[[3]string]bool // lists with the fields and types whose values were looked at
}

// check finds the mistakes that only the whole of a pack shows.
func (s *scope) check() {
	c := checker{scope: s, types: map[string]Type{}, makers: map[string][]*rule{}, named: map[string]*rule{}, single: map[string]bool{}, valued: map[[3]string]bool{}}
	for _, t := range s.types {
		c.types[t.Name] = t
	}
	for _, r := range s.rules {
		c.makers[r.makes.value] = append(c.makers[r.makes.value], r)
		c.named[r.name] = r
	}
	c.checkNumerals()
	c.checkInflections()
	c.checkLemmas()
	for _, d := range s.defs {
		switch d := d.(type) {
		case *part:
			c.checkSentences(d.bodies, "")
		case *list:
			c.checkForms(d)
		}
	}
	for _, r := range s.rules {
		c.checkRule(r)
	}
	if c.checkCycles() {
		c.checkSizes()
	}
}

// checkRule checks a rule's type, its fields and its phrases.
func (c *checker) checkRule(r *rule) {
	made, known := c.types[r.makes.value]
	if !known && r.makes.file != nil {
		c.fail(r.makes.errorAt(0, c.noType(r.makes.value), oneOf(r.makes.value, slices.Sorted(maps.Keys(c.types)))))
	}
	makes := ""
	if known {
		makes = made.Name
	}
	c.checkSentences(r.match, makes)
	for _, side := range [][]sentence{r.after, r.before, r.except} {
		c.checkSentences(side, "")
	}
	if !known {
		return
	}
	for _, p := range r.set {
		if !slices.Contains(made.Fields, p.key.value) {
			c.fail(p.key.errorAt(0, noField(made, p.key.value), oneOf(p.key.value, made.Fields)))
			continue
		}
		c.checkValue(made, p.key.value, p.value.value, p.value)
	}
	c.checkLists(r.match, made, map[string]bool{})
	c.checkProperties(r, made)
}

// checkValue holds that a field takes a value, which stands at a text.
func (c *checker) checkValue(t Type, field, value string, at text) {
	if t.Expect == nil {
		return
	}
	if want := t.Expect(field, value); want != "" {
		c.fail(at.errorAt(0, fmt.Sprintf("%q is no value of the field %s of %s", shorten(value), field, t.Name), "expected "+want))
	}
}

// checkLists holds that the fields of a type take the values of the lists that phrases capture them from.
func (c *checker) checkLists(phrases []sentence, t Type, seen map[string]bool) {
	for _, s := range phrases {
		if s.node == nil {
			continue
		}
		s.node.Walk(func(n *phrase.Node) {
			key := n.Field + ":" + n.Name
			if n.Op != phrase.Ref || seen[key] {
				return
			}
			seen[key] = true
			switch d := c.find(n.Name).(type) {
			case *part:
				c.checkLists(d.bodies, t, seen)
			case *list:
				if n.Field != "" && slices.Contains(t.Fields, n.Field) {
					c.checkEntries(d, n.Field, t)
				}
			}
		})
	}
}

// checkEntries holds that a field takes every value of a list. A value is told once.
func (c *checker) checkEntries(l *list, field string, t Type) {
	key := [3]string{l.name, field, t.Name}
	if c.valued[key] {
		return
	}
	c.valued[key] = true
	for _, e := range l.entries {
		if told := [3]string{l.name, field, "=" + e.value}; e.value != "" && !c.valued[told] {
			c.valued[told] = true
			c.checkValue(t, field, e.value, e.form.text)
		}
	}
}

// checkProperties holds that examples ask for what the type has.
func (c *checker) checkProperties(r *rule, made Type) {
	of := func(t Type) []string { return slices.Concat([]string{"text"}, t.Fields, t.Properties) }
	var any []string
	for _, t := range c.types {
		any = append(any, of(t)...)
	}
	for _, e := range r.examples {
		for _, want := range e.Want {
			for _, p := range want {
				known := of(made)
				for name := range strings.SplitSeq(p.Key, ".") {
					if !slices.Contains(known, name) {
						c.fail(p.at.errorAt(0, fmt.Sprintf("%s has no property %q", r.makes.value, shorten(p.Key)), didYouMean(name, known)))
						break
					}
					known = any
				}
			}
		}
	}
}

// noType says that no type has the name, and what has it instead.
func (c *checker) noType(name string) string {
	switch d := c.find(name); {
	case d != nil:
		return fmt.Sprintf("%q is a %s, not a type", name, d.base().kind)
	case c.named[name] != nil:
		return fmt.Sprintf("%q is a rule, not a type", name)
	}
	return fmt.Sprintf("nothing is called %q", shorten(name))
}

func noField(t Type, field string) string {
	return fmt.Sprintf("%s has no field %q", t.Name, shorten(field))
}

// checkSentences looks up every name in phrases; makes is the type whose fields they fill, or empty.
func (c *checker) checkSentences(all []sentence, makes string) {
	for _, s := range all {
		if s.node == nil {
			continue
		}
		s.node.Walk(func(n *phrase.Node) {
			if n.Op == phrase.Ref {
				c.checkName(s, n)
				c.checkField(s, n, makes)
			}
		})
	}
}

// known reports whether <name> means something.
func (c *checker) known(name string) bool {
	_, isType := c.types[name]
	return isType || slices.Contains(builtins, name) || c.find(name) != nil || c.named[name] != nil
}

func (c *checker) checkName(s sentence, n *phrase.Node) {
	if !c.known(n.Name) {
		c.fail(s.text.errorAt(n.NamePos(), fmt.Sprintf("nothing is called %q", shorten(n.Name)), c.nameHint(n.Name)))
		return
	}
	c.checkFeatures(s, n)
	if !n.Not {
		return
	}
	l, ok := c.find(n.Name).(*list)
	switch {
	case !ok:
		c.fail(s.text.errorAt(n.NamePos(), fmt.Sprintf("%q is not a list", n.Name), "<!name> is a word that is not in the list"))
	case !c.singleWords(l):
		c.fail(s.text.errorAt(n.NamePos(), fmt.Sprintf("list %q holds forms of several words", n.Name), "<!name> takes a list of single words"))
	}
}

// nameHint offers the nearest of all names, unless a rule of that name is switched off.
func (c *checker) nameHint(name string) string {
	for _, t := range c.disabled {
		if t.value == name || strings.HasSuffix(t.value, "."+name) {
			return "the rule is switched off at " + place(t)
		}
	}
	names := slices.Concat(builtins, slices.Collect(maps.Keys(c.types)), c.ruleNames())
	for _, d := range c.defs {
		names = append(names, d.base().name)
	}
	return didYouMean(name, names)
}

// singleWords reports whether no form of the list holds a space.
func (c *checker) singleWords(l *list) bool {
	single, seen := c.single[l.name]
	if !seen {
		single = !slices.ContainsFunc(l.entries, func(e entry) bool { return e.form.node != nil && !c.isSingle(e.form.node) })
		for _, f := range l.names {
			for _, form := range f.All {
				single = single && !strings.ContainsAny(form, " \u00a0")
			}
		}
		c.single[l.name] = single
	}
	return single
}

// isSingle reports whether a form stands for single words only.
func (c *checker) isSingle(n *phrase.Node) bool {
	switch n.Op {
	case phrase.Ref:
		from, ok := c.find(n.Name).(*list)
		return ok && !slices.ContainsFunc(from.lemmas.all, func(m lemma) bool { return strings.Contains(m.key.value, " ") })
	case phrase.Word:
		return !strings.ContainsAny(n.Text, " \u00a0")
	case phrase.Alt:
		return !slices.ContainsFunc(n.Kids, func(kid *phrase.Node) bool { return !c.isSingle(kid) })
	}
	return false
}

// checkField holds that a field written out is one of the type that the rule makes; in a named phrase, of any type.
func (c *checker) checkField(s sentence, n *phrase.Node, makes string) {
	if !n.Named {
		return
	}
	if t, ok := c.types[makes]; ok {
		if !slices.Contains(t.Fields, n.Field) {
			c.fail(s.text.errorAt(n.FieldPos(), noField(t, n.Field), oneOf(n.Field, t.Fields)))
		}
		return
	}
	var fields []string
	for _, t := range c.types {
		if slices.Contains(t.Fields, n.Field) {
			return
		}
		fields = append(fields, t.Fields...)
	}
	c.fail(s.text.errorAt(n.FieldPos(), fmt.Sprintf("no type has a field %q", shorten(n.Field)), didYouMean(n.Field, fields)))
}

// checkNumerals holds that no word means two numbers.
func (c *checker) checkNumerals() {
	seen := map[string]numeral{}
	for _, n := range c.numerals {
		for _, s := range n.words {
			if s.node == nil {
				continue
			}
			words, _ := s.node.Expand(maxExpanded)
			for _, w := range words {
				w = strings.ToLower(w)
				if old, ok := seen[w]; ok && old.value != n.value {
					c.fail(s.text.errorAt(0, fmt.Sprintf("%q already means %d at %s", w, old.value, place(old.key)), ""))
				}
				seen[w] = n
			}
		}
	}
}

// checkSizes holds that no phrase is empty or too large once the phrases it names stand in it.
func (c *checker) checkSizes() {
	sizes, empty := map[string]int{}, map[string]bool{}
	var weight func(*phrase.Node) int
	var nullable func(*phrase.Node) bool
	visit := func(name string) bool {
		p, ok := c.find(name).(*part)
		if _, seen := sizes[name]; !ok || seen {
			return ok
		}
		for _, n := range parsed(p.bodies) {
			sizes[name] = min(sizes[name]+n.Weight(weight), phrase.MaxWeight)
			empty[name] = empty[name] || n.Nullable(nullable)
		}
		return true
	}
	weight = func(n *phrase.Node) int {
		if visit(n.Name) {
			return sizes[n.Name]
		}
		return 1
	}
	nullable = func(n *phrase.Node) bool { return visit(n.Name) && empty[n.Name] }
	for _, r := range c.rules {
		for _, s := range slices.Concat(r.match, r.except, r.after, r.before) {
			if s.node != nil && s.node.Weight(weight) >= phrase.MaxWeight {
				c.fail(s.text.errorAt(0, "phrase is too large once the phrases it names stand in it", "repeat less, or skip fewer words"))
			}
		}
		for _, s := range slices.Concat(r.match, r.except) {
			if s.node != nil && s.node.Nullable(nullable) {
				c.fail(s.text.errorAt(0, "a phrase that can match nothing", "one part must stand without ? and *"))
			}
		}
		for _, s := range slices.Concat(r.after, r.before) {
			if s.node != nil && s.node.Nullable(nullable) {
				c.fail(s.text.errorAt(0, "a context that holds everywhere", "one part must stand without ? and *"))
			}
		}
	}
}
