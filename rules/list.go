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
		case p.key.value == fileKey && p.value.Kind == yaml.ScalarNode:
			if f, ok := l.names(p.value); ok {
				made.names = append(made.names, f)
			}
		case p.key.value == accentsKey:
			made.accents = l.optional(p.value)
		case p.key.value == formsKey:
			made.add("", l.forms(p.value))
		default:
			made.add(p.key.value, l.forms(p.value))
		}
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

// names reads the file of names that n calls.
func (l *loader) names(n *yaml.Node) (names match.NameFile, ok bool) {
	name, ok := l.text(n)
	if !ok {
		return names, false
	}
	from, local := l.src.folder, name.value
	if rest, ok := strings.CutPrefix(local, "../"); ok {
		from, local = l.src.parent(), rest
	}
	if !fs.ValidPath(local) {
		l.fail(name.errorAt(0, "a name file stands in the pack's folder or beside it", "write name.txt or ../pack/name.txt"))
		return names, false
	}
	if _, err := fs.Stat(from.fsys, local); err != nil {
		l.fail(name.errorAt(0, from.shown(local)+": "+cause(err).Error(), ""))
		return names, false
	}
	in, err := from.open(local, maxNames)
	if err != nil {
		l.fail(err)
		return names, false
	}
	return readNames(in, l.mistakes), true
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
	return f
}

// A name is one form of a name file.
type name struct{ value, form string }

// nameLines are the names of a name file with their lines: "form" or "value TAB form TAB form…"; # starts a comment.
func nameLines(body string) iter.Seq2[int, name] {
	return func(yield func(line int, n name) bool) {
		number := 0
		for line := range strings.SplitSeq(strings.TrimPrefix(body, "\ufeff"), "\n") {
			number++
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
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
