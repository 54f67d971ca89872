package rules

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"sayso/rules/inflect"
)

// An inflection is how one class of words inflects.
type inflection struct {
	def
	names     map[string]inflect.Set // features, and names for several of them
	bits      int                    // how many features have a bit
	reflexive []text                 // the words that make a lemma reflexive
	paradigms []inflect.Paradigm
	keys      []text // of the paradigms
	made      *inflect.Class
	likes     []text
}

// reflexive is the trait of lemmas with a reflexive word.
const reflexive = "reflexive"

// columns are the features that the cells of a row have by their number: persons, genders with numbers, numbers.
var columns = map[int][]string{
	1: {""}, 2: {"s", "p"}, 4: {"ms", "fs", "mp", "fp"}, 6: {"1s", "2s", "3s", "1p", "2p", "3p"},
}

// maxFeatures is how many features a class of words, with the traits of a list, may have.
const maxFeatures = 64

// readInflection reads how a class of words inflects.
func (l *loader) readInflection(d def, n *yaml.Node) {
	made := &inflection{def: d, names: map[string]inflect.Set{}}
	l.src.inflections = append(l.src.inflections, made)
	keys := []string{"features", "reflexive", "paradigms"}
	var groups *yaml.Node
	for _, p := range l.pairs(n) {
		switch p.key.value {
		case "features":
			groups = p.value
		case "reflexive":
			made.reflexive = l.texts(p.value)
			made.bit(reflexive)
		case "paradigms":
			for _, q := range l.pairs(p.value) {
				l.readParadigm(made, q)
			}
		default:
			l.unknown(p.key, keys)
		}
	}
	if groups != nil {
		for _, p := range l.pairs(groups) {
			l.readGroup(made, p)
		}
	}
	if made.bits > maxFeatures {
		l.fail(d.key.errorAt(0, fmt.Sprintf("more than %d features", maxFeatures), ""))
	}
}

// class is the paradigms, as they are looked up in.
func (c *inflection) class() *inflect.Class {
	if c.made == nil {
		c.made = inflect.NewClass(c.paradigms)
	}
	return c.made
}

// bit is the bit of a feature.
func (c *inflection) bit(name string) inflect.Set {
	if _, ok := c.names[name]; !ok {
		c.names[name] = 1 << c.bits
		c.bits++
	}
	return c.names[name]
}

// readGroup reads a name for several features.
func (l *loader) readGroup(c *inflection, p pair) {
	var all inflect.Set
	for _, t := range l.texts(p.value) {
		if _, ok := c.names[t.value]; !ok {
			l.fail(t.errorAt(0, fmt.Sprintf("no paradigm has a feature %q", shorten(t.value)), oneOf(t.value, slices.Sorted(maps.Keys(c.names)))))
		}
		all |= c.names[t.value]
	}
	c.names[p.key.value] = all
}

// readParadigm reads a paradigm; its key may hold several lemma endings.
func (l *loader) readParadigm(c *inflection, p pair) {
	keys := strings.Fields(p.key.value)
	end := commonEnd(keys)
	for _, key := range keys {
		m := inflect.Paradigm{Lemma: key}
		if inner, ok := strings.CutPrefix(key, "/"); ok {
			whole, err := regexp.Compile("^(?:" + strings.TrimSuffix(inner, "/") + ")$")
			if err != nil {
				l.fail(p.key.errorAt(0, "not a regular expression: "+shorten(key), ""))
				continue
			}
			m.Whole = whole
		}
		for _, row := range l.pairs(p.value) {
			switch row.key.value {
			case "like":
				if t, ok := l.text(row.value); ok {
					m.Like = t.value
					c.likes = append(c.likes, t)
				}
			case "spelling":
				m.Spelling = l.changes(row.value)
			default:
				l.readRow(c, &m, end, row)
			}
		}
		c.paradigms = append(c.paradigms, m)
		c.keys = append(c.keys, p.key)
	}
}

// changes reads what happens where stems and endings meet: "c+a=ça g+a=gea".
func (l *loader) changes(n *yaml.Node) []inflect.Change {
	t, ok := l.text(n)
	if !ok {
		return nil
	}
	var all []inflect.Change
	for _, change := range strings.Fields(t.value) {
		seam, result, ok := strings.Cut(change, "=")
		stem, ending, joined := strings.Cut(seam, "+")
		if !ok || !joined {
			l.fail(t.errorAt(0, fmt.Sprintf("%q is no change of spelling", shorten(change)), "write the end of the stem, +, the beginning of the ending, = and what they become: g+a=gea"))
			continue
		}
		all = append(all, inflect.Change{Stem: stem, Ending: ending, Result: result})
	}
	return all
}

// readRow reads a row of a paradigm: the features of all its cells, and the cells.
func (l *loader) readRow(c *inflection, m *inflect.Paradigm, end string, row pair) {
	t, ok := l.text(row.value)
	if !ok {
		return
	}
	var features inflect.Set
	for _, name := range strings.Fields(row.key.value) {
		if !featurePattern().MatchString(name) {
			l.fail(row.key.errorAt(0, fmt.Sprintf("%q is not a name", shorten(name)), ""))
			return
		}
		features |= c.bit(name)
	}
	cells := strings.Fields(t.value)
	names, ok := columns[len(cells)]
	if !ok {
		l.fail(t.errorAt(0, fmt.Sprintf("a row of %d forms", len(cells)), "a row has 1 form, 2 (numbers), 4 (genders and numbers) or 6 (persons); . is for one that is not there"))
		return
	}
	for i, cell := range cells {
		of := features
		if names[i] != "" {
			of |= c.bit(names[i])
		}
		for way := range strings.SplitSeq(cell, "/") {
			if way != "." {
				m.Cells = append(m.Cells, cellOf(m.Lemma, end, way, features, of))
			}
		}
	}
}

var featurePattern = lazyRegexp(`^[a-z0-9][a-z0-9-]*$`)

// cellOf is a cell as written: "-ons" takes the place of the end that the paradigm's lemmas share, or follows whole lemmas;
// "~ém" takes the place of the end that whole lemmas share, "sommes" that of a whole lemma.
func cellOf(lemma, end, way string, row, features inflect.Set) inflect.Cell {
	cell := inflect.Cell{Row: row, Features: features}
	cell.Ending = strings.TrimLeft(way, "-~")
	switch {
	case way[0] == '~' || way[0] == '-' && lemma[0] == '-':
		cell.Cut = end
	case way[0] != '-':
		cell.Cut = lemma
	}
	return cell
}

// commonEnd is what lemma endings have in common at their end.
func commonEnd(keys []string) string {
	end := strings.TrimPrefix(keys[0], "-")
	for _, k := range keys[1:] {
		for !strings.HasSuffix(k, end) {
			_, size := utf8.DecodeRuneInString(end)
			end = end[size:]
		}
	}
	return end
}

// addInflections merges how a pack's words inflect: with + a pack's own paradigms come before the inherited ones.
func (s *scope) addInflections(all []*inflection) {
	for _, c := range all {
		old := s.inflections[c.name]
		switch {
		case old == nil && c.mode == fresh:
			s.inflections[c.name] = c
		case old == nil:
			s.missing(c.base(), slices.Sorted(maps.Keys(s.inflections)))
		case c.mode == fresh:
			s.already(c.base(), old.base())
		case c.mode == replace:
			s.inflections[c.name] = c
		default:
			s.inflections[c.name] = old.with(c)
		}
	}
}

// with is an inflection with the paradigms of another before its own.
func (c *inflection) with(more *inflection) *inflection {
	all := &inflection{def: c.def, names: maps.Clone(c.names), bits: c.bits, reflexive: slices.Concat(more.reflexive, c.reflexive)}
	var moved [maxFeatures]inflect.Set
	for name, set := range more.names {
		if n := single(set); n >= 0 {
			moved[n] = all.bit(name)
		}
	}
	move := func(set inflect.Set) (to inflect.Set) {
		for n := range moved {
			if set&(1<<n) != 0 {
				to |= moved[n]
			}
		}
		return to
	}
	for name, set := range more.names {
		if single(set) < 0 {
			all.names[name] = move(set)
		}
	}
	for _, m := range more.paradigms {
		m.Cells = slices.Clone(m.Cells)
		for i := range m.Cells {
			m.Cells[i].Row, m.Cells[i].Features = move(m.Cells[i].Row), move(m.Cells[i].Features)
		}
		all.paradigms = append(all.paradigms, m)
	}
	all.paradigms = append(all.paradigms, c.paradigms...)
	all.keys, all.likes = slices.Concat(more.keys, c.keys), slices.Concat(more.likes, c.likes)
	return all
}

// single is the bit of a set of one, else -1.
func single(set inflect.Set) int {
	for n := range maxFeatures {
		if set == 1<<n {
			return n
		}
	}
	return -1
}

// checkInflections holds that paradigms are like others that there are.
func (s *scope) checkInflections() {
	for _, name := range slices.Sorted(maps.Keys(s.inflections)) {
		c := s.inflections[name]
		var known []string
		for _, m := range c.paradigms {
			known = append(known, m.Lemma)
		}
		for _, t := range c.likes {
			if !slices.Contains(known, t.value) {
				s.fail(t.errorAt(0, fmt.Sprintf("there is no paradigm %q", shorten(t.value)), didYouMean(t.value, known)))
			}
		}
	}
}
