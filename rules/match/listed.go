package match

import (
	"iter"
	"strings"
)

// Lists are the lists that hold token i of the text last searched as a form of their own. The names stay as they are.
func (r *Reader) Lists(i int) []string { return r.scan.listsOf(r.scan.set[i]) }

// Value is what Program.Lookup gives for token i of the text last searched.
func (r *Reader) Value(i int, list string) (string, bool) { return r.valueOf(i, list, false) }

// LowerValue is what Program.Lookup gives for token i of the text last searched in lower case.
func (r *Reader) LowerValue(i int, list string) (string, bool) { return r.valueOf(i, list, true) }

func (r *Reader) valueOf(i int, list string, lower bool) (string, bool) {
	s := r.scan
	if w := s.word(i); w.plain {
		c, ok := s.lists[list]
		if !ok {
			return "", false
		}
		return s.valueOf(w, c, lower)
	}
	form := s.text.Word(i)
	if lower {
		form = strings.ToLower(form)
	}
	return s.Lookup(list, form)
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
	for len(s.setLists) <= int(set) {
		s.setLists = append(s.setLists, nil)
	}
	if s.setLists[set] == nil {
		s.setLists[set] = []string{}
		for _, c := range s.sets.classes[set] {
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
