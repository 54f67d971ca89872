package rules

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"sayso/rules/match"
)

// Lint finds what is no mistake in a pack and yet nothing that its author can want: lists, token classes and phrases that
// no rule leads to, phrases that can never come first, rules' old names that are another's, forms that stand for two
// values or that the list has already, rules that no example holds to what they must find and must leave alone. What the pack inherits is not looked at. The names are those of lists that the
// program itself reads. The error is for a pack that does not load.
func (p *Pack) Lint(read ...string) (Errors, error) {
	m := new(mistakes)
	shadows, err := match.Shadows(p.Grammar)
	if err != nil {
		return nil, err
	}
	m.collect(func() {
		l := linter{p.scope, p, m, map[string]bool{}}
		l.unused(read)
		l.revived()
		l.ambiguous()
		l.shadowed(shadows)
		l.untested()
	})
	return m.list.sorted(), nil
}

// A linter looks at what one pack defines of a scope.
type linter struct {
	*scope
	pack  *Pack
	found *mistakes
	used  map[string]bool
}

// anyLanguage is the language of packs that others build on: what such a pack defines, those use.
const anyLanguage = "und"

// unused reports the definitions that no rule leads to.
func (l *linter) unused(read []string) {
	for _, name := range read {
		l.use(name)
	}
	for _, r := range l.rules {
		l.useAll(slices.Concat(r.match, r.after, r.before, r.except))
	}
	for _, d := range l.defs {
		if b := d.base(); b.pack == l.pack.Name && !l.used[b.name] && l.pack.Language != anyLanguage {
			l.report(b.key, fmt.Sprintf("nothing uses %s %q", b.kind, b.name), "")
		}
	}
}

// use notes a name, and what the phrase of that name leads to.
func (l *linter) use(name string) {
	name, _, _ = strings.Cut(name, ".")
	if l.used[name] {
		return
	}
	l.used[name] = true
	switch d := l.find(name).(type) {
	case *part:
		l.useAll(d.bodies)
	case *list:
		l.useAll(d.sentences())
	}
}

func (l *linter) useAll(all []sentence) {
	for _, e := range references(all) {
		l.use(e.to)
	}
}

// ambiguous reports the forms of one word or more that a list has under two values, of which the first one counts, and the
// entries whose every form it has already.
func (l *linter) ambiguous() {
	for _, d := range l.defs {
		all, ok := d.(*list)
		if !ok {
			continue
		}
		values := map[string]string{}
		for _, e := range all.entries {
			if e.form.node != nil {
				l.entry(e, values)
			}
		}
		l.ambiguousNames(all, values)
	}
}

// entry does so for one entry; values are those of the forms before it.
func (l *linter) entry(e entry, values map[string]string) {
	texts := l.texts(e.form.node)
	said, repeated := !l.own(e.form.text), len(texts) > 0
	for _, t := range texts {
		first, known := values[t]
		if !known {
			values[t], repeated = e.value, false
		} else if first != e.value && !said {
			said = true
			l.report(e.form.text, fmt.Sprintf("%q stands for %q already", t, first), "the first value counts")
		}
	}
	if repeated && !said {
		l.report(e.form.text, fmt.Sprintf("%q is in the list already", shorten(e.form.text.value)), "")
	}
}

// ambiguousNames does the same for the lines of name files.
func (l *linter) ambiguousNames(all *list, values map[string]string) {
	if !slices.ContainsFunc(all.files, l.ownFile) {
		return
	}
	for _, in := range all.files {
		for line, n := range nameLines(in.body) {
			first, known := values[n.form]
			switch {
			case !known:
				values[n.form] = n.value
			case l.ownFile(in) && first != n.value:
				l.found.fail(in.errorAt(line, 1, fmt.Sprintf("%q stands for %q already", n.form, first), "the first value counts"))
			}
		}
	}
}

// own reports whether a text stands in the pack itself.
func (l *linter) own(t text) bool { return l.ownFile(t.file) }

func (l *linter) ownFile(f *file) bool { return path.Dir(f.name) == l.pack.Dir }

// shadowed reports the phrases that never come first.
func (l *linter) shadowed(all []match.Shadow) {
	for _, s := range all {
		r, by := l.rules[s.Rule], l.rules[s.By]
		at := parsedSentences(r.match)[s.Phrase].text
		switch {
		case !l.own(at):
		case r == by:
			l.report(at, "this phrase never comes first: the phrases before it find all that it finds", "")
		default:
			l.report(at, fmt.Sprintf("this phrase never comes first: %s finds all that it finds", by.full()), "see "+place(by.key))
		}
	}
}

// revived reports the old names of rules that another rule goes by.
func (l *linter) revived() {
	for _, r := range l.rules {
		for _, was := range r.was {
			i := slices.IndexFunc(l.rules, func(o *rule) bool { return o != r && o.name == was.value })
			if i >= 0 && l.own(was) {
				l.report(was, fmt.Sprintf("rule %q is there still: its name means both", was.value), "see "+place(l.rules[i].key))
			}
		}
	}
}

// untested reports the rules without examples of both kinds.
func (l *linter) untested() {
	for _, r := range l.rules {
		if r.pack != l.pack.Name {
			continue
		}
		without := func(nothing bool) bool {
			return !slices.ContainsFunc(r.examples, func(e Example) bool { return (len(e.Want) == 0) == nothing })
		}
		switch {
		case len(r.examples) == 0:
			l.report(r.key, fmt.Sprintf("rule %q has no examples", r.name), "")
		case without(false):
			l.report(r.key, fmt.Sprintf("rule %q has no example of what it finds", r.name), "")
		case without(true):
			l.report(r.key, fmt.Sprintf("rule %q has no example of what it must leave alone", r.name), "write a sentence that looks like one and \"nothing\"")
		}
	}
}

func (l *linter) report(at text, msg, hint string) { l.found.fail(at.errorAt(0, msg, hint)) }

// parsedSentences are those that parse, in the order that the grammar has them.
func parsedSentences(all []sentence) []sentence {
	return slices.DeleteFunc(slices.Clone(all), func(s sentence) bool { return s.node == nil })
}
