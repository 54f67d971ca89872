package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"sayso/rules/inflect"
)

// checkLemmas holds that lists of lemmas inflect, that every lemma fits a paradigm, and that what is said of it means
// something.
func (s *scope) checkLemmas() {
	s.former = inflect.NewFormer()
	f := inflector{s, s.former, nil}
	for _, d := range s.defs {
		l, ok := d.(*list)
		if !ok || l.lemmas.class.file == nil {
			if ok && len(l.lemmas.all) > 0 {
				s.fail(l.lemmas.all[0].key.errorAt(0, fmt.Sprintf("list %q does not inflect", l.name), "write inflect: and how, in the list"))
			}
			continue
		}
		c := s.inflections[l.lemmas.class.value]
		if c == nil {
			t := l.lemmas.class
			s.fail(t.errorAt(0, fmt.Sprintf("there is no inflection %q", shorten(t.value)), oneOf(t.value, slices.Sorted(maps.Keys(s.inflections)))))
			continue
		}
		f.check(l, c)
	}
}

// check holds the lemmas of one list.
func (f *inflector) check(l *list, c *inflection) {
	names, _, _ := l.lemmas.names(c)
	known := slices.Sorted(maps.Keys(names))
	holds := func(t text, at int, name string) {
		if _, ok := names[name]; !ok {
			f.fail(t.errorAt(at, fmt.Sprintf("list %q knows no %q", l.name, shorten(name)), oneOf(name, known)))
		}
	}
	for _, t := range l.lemmas.traits {
		for _, means := range t.means {
			holds(means, 0, means.value)
		}
		for _, on := range t.on {
			for name := range strings.FieldsSeq(on.value) {
				holds(on, 0, name)
			}
		}
	}
	for _, t := range l.lemmas.apart {
		holds(t, 0, t.value)
	}
	for _, t := range l.lemmas.others {
		if other, ok := f.find(t.value).(*list); !ok || other.lemmas.class.value != l.lemmas.class.value {
			f.fail(t.errorAt(0, fmt.Sprintf("there is no list %q of lemmas that inflect alike", shorten(t.value)), didYouMean(t.value, f.namesOf(kindList))))
		}
	}
	class := c.class()
	for _, m := range l.lemmas.all {
		at := 0
		for part := range strings.SplitSeq(m.said.value, ",") {
			words := strings.Fields(part)
			if len(words) > 0 && words[0] != "like" {
				holds(m.said, at+len([]rune(part))-len([]rune(strings.TrimLeft(part, " "))), words[0])
			}
			at += len([]rune(part)) + 1
		}
		said := l.lemmas.said(m, names)
		if _, ok := f.lemma(class, c, m.key.value, said); !ok {
			f.fail(m.key.errorAt(0, fmt.Sprintf("no paradigm of %q fits %q", c.name, shorten(m.key.value)), "write "+m.key.value+": like and a word that inflects as it does"))
		}
	}
	for _, in := range l.files {
		for line, n := range nameLines(in.body) {
			if _, ok := f.lemma(class, c, n.form, saying{}); !ok {
				f.fail(in.errorAt(line, 1, fmt.Sprintf("no paradigm of %q fits %q", c.name, shorten(n.form)), ""))
			}
		}
	}
}
