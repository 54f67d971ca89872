package rules

import (
	"fmt"
	"io/fs"
	"iter"
	"strings"

	"gopkg.in/yaml.v3"

	"sayso/rules/match"
)

// The keys of a list that are no values: the one whose text names a file of names, the one of forms without a value,
// and what is said of all forms.
const (
	fileKey    = "file"
	formsKey   = "forms"
	accentsKey = "accents"
)

// optional is the one thing to say of accents.
const optional = "optional"

// readList reads a list: a sequence of forms, or a mapping of values to forms, which may name a file as well.
func (l *loader) readList(d def, n *yaml.Node) {
	made := &list{def: d}
	l.src.defs = append(l.src.defs, made)
	if n.Kind != yaml.MappingNode {
		made.add("", l.forms(n))
		return
	}
	for _, p := range l.pairs(n) {
		switch {
		case l.readLemmaKey(made, p):
		case p.key.value == fileKey:
			for _, name := range l.texts(p.value) {
				if in := l.names(name); in != nil {
					made.files = append(made.files, in)
					made.names = append(made.names, readNames(in, l.mistakes))
				}
			}
		case p.key.value == accentsKey:
			made.accents = l.optional(p.value)
		case p.key.value == formsKey:
			made.add("", l.forms(p.value))
		default:
			made.add(p.key.value, l.forms(p.value))
		}
	}
	if len(n.Content) == 0 {
		l.failNode(n, "an empty list", "")
	}
}

// optional reads what is said of accents.
func (l *loader) optional(n *yaml.Node) bool {
	said, ok := l.text(n)
	if ok && said.value != optional {
		l.fail(said.errorAt(0, fmt.Sprintf("accents are %q or not spoken of", optional), ""))
	}
	return ok
}

func (m *list) add(value string, forms []sentence) {
	for _, form := range forms {
		m.entries = append(m.entries, entry{value, form})
	}
}

// names opens a file of names; nil where it cannot.
func (l *loader) names(name text) *file {
	from, local := l.src.folder, name.value
	if rest, ok := strings.CutPrefix(local, "../"); ok {
		from, local = l.src.parent(), rest
	}
	if !fs.ValidPath(local) {
		l.fail(name.errorAt(0, "a name file stands in the pack's folder or beside it", "write name.txt or ../pack/name.txt"))
		return nil
	}
	switch info, err := fs.Stat(from.fsys, local); {
	case err != nil:
		l.fail(name.errorAt(0, from.shown(local)+": "+cause(err).Error(), ""))
		return nil
	case !info.Mode().IsRegular():
		l.fail(name.errorAt(0, from.shown(local)+" is not a file", ""))
		return nil
	}
	in, err := from.open(local, maxNames)
	if err != nil {
		l.fail(err)
		return nil
	}
	return in
}

// maxForm is the longest form of a name file, in bytes.
const maxForm = 1000

// readNames checks the lines of a name file, which are read again whenever they are needed: it may be a long one.
func readNames(in *file, m *mistakes) match.NameFile {
	f := match.NameFile{Bytes: len(in.body), All: func(yield func(value, form string) bool) {
		for _, n := range nameLines(in.body) {
			if !yield(n.value, n.form) {
				return
			}
		}
	}}
	for line, n := range nameLines(in.body) {
		switch {
		case n.form == "":
			m.fail(in.errorAt(line, 1, "an empty form", "write one TAB between value and forms"))
		case len(n.form) > maxForm:
			m.fail(in.errorAt(line, 1, "a form is too long", ""))
		}
		f.Count++
	}
	if f.Count == 0 {
		m.fail(in.errorAt(1, 1, "the file holds no names", ""))
	}
	return f
}

// A name is one form of a name file.
type name struct{ value, form string }

// nameLines are the names of a name file with their lines: "form" or "value TAB form TAB form…". A line that begins with #
// is a comment, with \# a name.
func nameLines(body string) iter.Seq2[int, name] {
	return func(yield func(line int, n name) bool) {
		number := 0
		for line := range strings.SplitSeq(strings.TrimPrefix(body, "\ufeff"), "\n") {
			number++
			line = strings.Trim(line, " \r")
			if line == "" || line[0] == '#' {
				continue
			}
			if strings.HasPrefix(line, `\#`) {
				line = line[1:]
			}
			value, rest, more := strings.Cut(line, "\t")
			if !more {
				value, rest = "", line
			}
			for more := true; more; {
				var form string
				form, rest, more = strings.Cut(rest, "\t")
				if !yield(number, name{strings.TrimSpace(value), strings.TrimSpace(form)}) {
					return
				}
			}
		}
	}
}
