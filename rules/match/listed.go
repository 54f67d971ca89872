package match

import (
	"iter"
	"strings"
	"unsafe"

	"sayso/rules/token"
)

// Lists are the lists that hold token i of the text last searched as a form of their own. The names stay as they are.
func (r *Reader) Lists(i int) []string { return r.scan.listsOf(r.scan.set[i]) }

// Lookup is Program.Lookup, quicker for words that the reader has read.
func (r *Reader) Lookup(list, form string) (string, bool) {
	s := r.scan
	if w, _ := s.cache.find(form, token.Word); w != nil && w.plain {
		return s.lookUp(w, list, false)
	}
	return s.askAside(list, form)
}

// Value is what Program.Lookup gives for token i of the text last searched.
func (r *Reader) Value(i int, list string) (string, bool) {
	if w := r.scan.word(i); w.plain {
		return r.scan.lookUp(w, list, false)
	}
	return r.scan.askAside(list, r.scan.text.Word(i))
}

// LowerValue is what Program.Lookup gives for token i of the text last searched in lower case.
func (r *Reader) LowerValue(i int, list string) (string, bool) {
	if w := r.scan.word(i); w.plain {
		return r.scan.lookUp(w, list, true)
	}
	return r.scan.askAside(list, strings.ToLower(r.scan.text.Word(i)))
}

// lookUp is what a list gives for a plain word, or for the word in lower case. Whatever list holds either is one of the word's
// classes, and most lists hold neither.
func (s *scan) lookUp(w *word, list string, lower bool) (string, bool) {
	c := s.listed.class(&s.lists, list)
	if c < 0 || w.filter>>(c%64)&1 == 0 || !s.sets.has(w.set, c) {
		return "", false
	}
	return s.valueOf(w, c, lower)
}

// Asides remember what lists gave for forms that are no plain words: marks, elided words, what a text does not hold. Each has one
// place, by its hash; the last one stays.
type asides [1 << 9]struct {
	form  string
	list  class // and one more
	holds bool
	value string
}

// maxAside is how many bytes a form has at most that is remembered.
const maxAside = 32

// askAside is Program.Lookup, remembered.
func (s *scan) askAside(list, form string) (string, bool) {
	c := s.listed.class(&s.lists, list)
	if c < 0 {
		return "", false
	}
	if len(form) > maxAside {
		return s.lookup(c, form, &s.aside)
	}
	a := &s.asides[join(hashOf(form), uint64(c))%uint64(len(s.asides))]
	if a.list != c+1 || a.form != form {
		a.value, a.holds = s.lookup(c, form, &s.aside)
		a.list, a.form = c+1, strings.Clone(form)
	}
	return a.value, a.holds
}

// A listNumbers remembers the classes of lists by where their names stand in memory, for most are constants.
type listNumbers [1 << 9]struct {
	name  string
	class class // and one more, less than none where there is no such list, 0 where nothing is remembered
}

// class is that of a list, or -1.
func (n *listNumbers) class(lists *table[class], name string) class {
	at := uintptr(unsafe.Pointer(unsafe.StringData(name)))
	m := &n[(at>>3^at>>12)&uintptr(len(n)-1)]
	if m.class == 0 || unsafe.StringData(m.name) != unsafe.StringData(name) || len(m.name) != len(name) {
		m.name, m.class = name, -1
		if c, ok := lists.get(name); ok {
			m.class = c + 1
		}
	}
	return m.class - 1
}

// Readings is what Program.Readings gives for token i of the text last searched, into room that the caller has.
func (r *Reader) Readings(room []Reading, i int, list string) []Reading {
	x, w := &r.scan.inflections, r.scan.word(i)
	n, ok := x.readable.get(list)
	if !ok {
		return room
	}
	if w.kind != token.Word { // its readings are not kept
		return append(room, r.scan.Program.Readings(list, r.scan.text.Word(i))...)
	}
	return x.readingsIn(room, n, w.readings)
}

// Known is a place for what a user of the reader knows of token i of the text last searched, and of all tokens written alike. It
// may be found empty: words that are not met again are forgotten.
func (r *Reader) Known(i int) *any { return &r.scan.word(i).kept }

// Form is how token i of the text last searched is written, as all tokens written alike are: dashes by what they do.
func (r *Reader) Form(i int) string { return r.scan.word(i).form }

// LongForms are the forms of lists in the text last searched that begin with token i and go on behind it: the token that each
// ends before, and the lists that hold it. They are good until the reader's next text.
func (r *Reader) LongForms(i int) iter.Seq2[int, []string] {
	s := r.scan
	return func(yield func(int, []string) bool) {
		for k := s.edges.head[i]; k > 0; k = s.edges.all[k].next {
			e := &s.edges.all[k]
			if e.match != nil {
				continue
			}
			if lists := s.listsOf(e.set); len(lists) > 0 && !yield(e.end, lists) {
				return
			}
		}
	}
}

// listsOf is the names of the lists in a set of classes.
func (s *scan) listsOf(set int32) []string {
	if n := len(s.setLists); n <= int(set) {
		s.setLists = append(s.setLists, make([][]string, max(s.sets.count(), 2*n)-n)...)
	}
	if s.setLists[set] == nil {
		s.setLists[set] = []string{}
		for _, c := range s.sets.at(set) {
			if int(c) < len(s.listNames) && s.listNames[c] != "" {
				s.setLists[set] = append(s.setLists[set], s.listNames[c])
			}
		}
	}
	return s.setLists[set]
}

// Excluded are the matches of the text last searched that others of their group exclude, in no order.
func (r *Reader) Excluded() []*Match { return r.scan.excluded }

// Kept is a place for what a user of the reader knows of the texts that it read. It may be found empty.
func (r *Reader) Kept() *any { return &r.scan.kept }
