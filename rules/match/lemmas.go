package match

import (
	"slices"
	"strings"

	"sayso/rules/inflect"
)

// inflect fills the inflected lists in.
func (b *builder) inflect() {
	x := &b.inflections
	w := inflector{
		builder: b, inflections: x, lemmas: newIndexer(1<<10, 1<<13), stems: newIndexer(1<<10, 1<<13), endings: newIndexer(1<<9, 1<<12),
		numbers: map[string]uint32{},
	}
	for i := range b.grammar.Inflected {
		w.list(&b.grammar.Inflected[i])
	}
	for n, forms := range b.grammar.Signatures {
		w.signature(n, forms)
	}
	x.readable = tableOf(w.numbers)
	x.of, x.bearers = flatten(w.bearers)
	x.ends, x.rows = flatten(w.rows)
	x.stems, x.endings, x.lemmas = w.stems.done(), w.endings.done(), w.lemmas.done().text
}

// flatten lays runs one behind the other.
func flatten[T any](runs [][]T) (where []listing, all []T) {
	for _, run := range runs {
		where = append(where, listing{uint32(len(all)), uint32(len(run))})
		all = append(all, run...)
	}
	return where, all
}

// An inflector fills inflections.
type inflector struct {
	*builder
	*inflections
	lemmas, stems, endings *indexer
	bearers                [][]bearer        // by the numbers of stems
	rows                   [][]row           // by the numbers of endings
	numbers                map[string]uint32 // of lists
}

// list puts a list's lemmas in.
func (w *inflector) list(l *Inflected) {
	number := uint32(len(w.lists))
	made := inflectedList{apart: l.Apart, limits: l.Limits, names: tableOf(l.Names)}
	for _, v := range l.Views {
		made.views = append(made.views, view{w.names[v.Name], v.Needs, v.Lacks})
	}
	w.lists = append(w.lists, made)
	w.numbers[l.Name] = number
	for i := range l.Lemmas {
		if m := &l.Lemmas[i]; m.After == "" && len(w.tokens(m.form(w.grammar.Signatures[m.Signature][0]))) == 1 {
			w.lemma(number, m)
		} else {
			w.long(l, m)
		}
	}
}

// lemma puts a lemma of one token in.
func (w *inflector) lemma(list uint32, m *Lemma) {
	n, fresh := w.stems.add(m.Stem)
	if fresh {
		w.bearers = append(w.bearers, nil)
	}
	from := uint32(len(w.marks))
	for _, k := range m.Marks {
		w.marks = append(w.marks, mark{k.Trait, w.text(k.Form)})
	}
	w.bearers[n] = append(w.bearers[n], bearer{
		traits: m.Traits, list: list, signature: uint32(m.Signature), lemma: w.text(m.Text), marks: listing{from, uint32(len(m.Marks))},
	})
}

func (w *inflector) text(s string) extent {
	n, _ := w.lemmas.add(s)
	return extent{w.lemmas.ends[n], w.lemmas.ends[n+1] - w.lemmas.ends[n]}
}

// long writes the forms of a lemma of several tokens out.
func (w *inflector) long(l *Inflected, m *Lemma) {
	made := inflectedList{limits: l.Limits}
	told := map[string]inflect.Set{}
	signature := w.grammar.Signatures[m.Signature]
	for _, f := range signature {
		told[f.Text] |= m.features(&made, f)
	}
	for _, f := range signature {
		features, cut := m.features(&made, f), false
		var tokens []string
		for _, v := range l.Views {
			if seen := (&view{needs: v.Needs}); told[f.Text]&v.Lacks != 0 || !seen.holds(features, l.Apart) {
				continue
			}
			if !cut {
				tokens, cut = slices.Clone(w.tokens(m.form(f))), true
			}
			w.form(tokens, member{w.names[v.Name], m.Text})
		}
	}
}

// Forms are the forms of a lemma with that signature that are in a view, each once.
func (l *Inflected) Forms(m Lemma, v View, signature []inflect.Form) []string {
	made, seen := inflectedList{limits: l.Limits}, view{needs: v.Needs}
	told := map[string]inflect.Set{}
	var all []string
	for _, f := range signature {
		told[f.Text] |= m.features(&made, f)
	}
	for _, f := range signature {
		form := m.form(f)
		if told[f.Text]&v.Lacks == 0 && seen.holds(m.features(&made, f), l.Apart) && !slices.Contains(all, form) {
			all = append(all, form)
		}
	}
	return all
}

// form is a form with the words that stand beside it.
func (m *Lemma) form(f inflect.Form) string {
	return strings.TrimSpace(m.Stem + f.Text + " " + m.After)
}

// features are those of a form, with the traits that hold for it.
func (m *Lemma) features(l *inflectedList, f inflect.Form) inflect.Set {
	traits := m.Traits
	for _, k := range m.Marks {
		if k.Form == m.form(f) {
			traits |= k.Trait
		}
	}
	return l.limited(traits, f.Features)
}

// signature puts the endings of a signature in.
func (w *inflector) signature(number int, forms []inflect.Form) {
	for _, f := range forms {
		n, fresh := w.endings.add(f.Text)
		if fresh {
			w.rows = append(w.rows, nil)
		}
		w.rows[n] = append(w.rows[n], row{f.Features, uint64(number)})
		w.longest = max(w.longest, uint32(len(f.Text)))
	}
}

// layoutInflections goes over what is kept of inflected lists.
func layoutInflections(c *codec, x *inflections) {
	c.index(&x.stems)
	flat(c, &x.bearers)
	flat(c, &x.of)
	c.index(&x.endings)
	flat(c, &x.rows)
	flat(c, &x.ends)
	c.text(&x.lemmas)
	flat(c, &x.marks)
	one(c, &x.longest)
	layoutTable(c, &x.readable)
	every(c, &x.lists, func(l *inflectedList) {
		one(c, &l.apart)
		every(c, &l.limits, func(m *Limit) {
			one(c, &m.Trait)
			flat(c, &m.On)
		})
		every(c, &l.views, func(v *view) {
			one(c, &v.class)
			flat(c, &v.needs)
			one(c, &v.lacks)
		})
		layoutTable(c, &l.names)
	})
}

// viewNames are the names of the views of all inflected lists, in their order.
func viewNames(all []Inflected) []string {
	var names []string
	for i := range all {
		for _, v := range all[i].Views {
			names = append(names, v.Name)
		}
	}
	return names
}
