package rules

import (
	"io/fs"
	"strings"

	"gopkg.in/yaml.v3"

	"sayso/rules/match"
)

// fileKey is the key of a list whose text names a file of names.
const fileKey = "file"

// readList reads a list: a sequence of forms, or a mapping of values to forms, which may name a file as well.
func (l *loader) readList(d def, n *yaml.Node) {
	made := &list{def: d}
	l.src.defs = append(l.src.defs, made)
	if n.Kind != yaml.MappingNode {
		made.add("", l.forms(n))
		return
	}
	for _, p := range l.pairs(n) {
		if p.key.value == fileKey && p.value.Kind == yaml.ScalarNode {
			made.names = append(made.names, l.names(p.value)...)
			continue
		}
		made.add(p.key.value, l.forms(p.value))
	}
}

func (m *list) add(value string, forms []sentence) {
	for _, form := range forms {
		m.entries = append(m.entries, entry{value, form})
	}
}

// names reads the file of names that n calls.
func (l *loader) names(n *yaml.Node) []match.Name {
	name, ok := l.text(n)
	if !ok {
		return nil
	}
	from, local := l.src.folder, name.value
	if rest, ok := strings.CutPrefix(local, "../"); ok {
		from, local = l.src.parent(), rest
	}
	if !fs.ValidPath(local) {
		l.fail(name.errorAt(0, "a name file stands in the pack's folder or beside it", "write name.txt or ../pack/name.txt"))
		return nil
	}
	if _, err := fs.Stat(from.fsys, local); err != nil {
		l.fail(name.errorAt(0, from.shown(local)+": "+cause(err).Error(), ""))
		return nil
	}
	in, err := from.open(local, maxNames)
	if err != nil {
		l.fail(err)
		return nil
	}
	return readNames(in, l.mistakes)
}

// maxForm is the longest form of a name file, in bytes.
const maxForm = 1000

// readNames reads the lines of a name file: "form" or "value TAB form TAB form…"; # starts a comment line.
func readNames(in *file, m *mistakes) []match.Name {
	names := make([]match.Name, 0, strings.Count(in.body, "\n")+1)
	number := 0
	for line := range strings.SplitSeq(strings.TrimPrefix(in.body, "\ufeff"), "\n") {
		number++
		trimmed := strings.TrimSpace(line)
		if trimmed == "" || trimmed[0] == '#' {
			continue
		}
		if !strings.Contains(trimmed, "\t") {
			names = appendName(names, in, m, number, "", trimmed)
			continue
		}
		value, forms, _ := strings.Cut(trimmed, "\t")
		for form := range strings.SplitSeq(forms, "\t") {
			names = appendName(names, in, m, number, strings.TrimSpace(value), strings.TrimSpace(form))
		}
	}
	return names
}

func appendName(names []match.Name, in *file, m *mistakes, line int, value, form string) []match.Name {
	switch {
	case form == "":
		m.fail(in.errorAt(line, 1, "an empty form", "write one TAB between value and forms"))
	case len(form) > maxForm:
		m.fail(in.errorAt(line, 1, "a form is too long", ""))
	default:
		return append(names, match.Name{Value: value, Form: form})
	}
	return names
}
