package rules

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// headerFile is the file that makes a folder a pack.
const headerFile = "pack.yaml"

// formats are the versions of the rule language that this program reads.
var formats = []string{"1"}

// A loader reads the files of one pack.
type loader struct {
	reader
	src *source
}

// read reads a pack's folder as it is written. It gives nil where nothing can be made of it.
func read(f folder, m *mistakes) *source {
	src := &source{folder: f, writing: map[string]setting{}}
	names, err := f.files()
	if err != nil {
		m.fail(err)
		return nil
	}
	for _, name := range names {
		if !src.readFile(name, m) {
			return nil
		}
	}
	src.readConfidence(f, m)
	src.readWeights(f, m)
	src.sign()
	return src
}

// sign puts the pack's name on its definitions; the header may come after them.
func (src *source) sign() {
	for _, d := range src.defs {
		d.base().pack = src.name.value
	}
	for _, r := range src.rules {
		r.pack = src.name.value
	}
	for _, c := range src.inflections {
		c.pack = src.name.value
	}
}

// files are the names of the folder's YAML files, pack.yaml first, the others in the order of the alphabet.
func (f folder) files() ([]string, *Error) {
	all, err := yamlFiles(f.fsys)
	if err != nil {
		return nil, (&file{name: f.dir}).errorAt(1, 1, cause(err).Error(), "")
	}
	f.note(".", listing(all))
	if len(all) > maxFiles {
		return nil, (&file{name: f.dir}).errorAt(1, 1, fmt.Sprintf("more than %d files", maxFiles), "")
	}
	own := slices.DeleteFunc(all, func(name string) bool { return name == headerFile || name == confidenceFile || name == weightsFile })
	return append([]string{headerFile}, own...), nil
}

// yamlFiles are the names of a folder's YAML files, in the order of the alphabet. Hidden ones are an editor's or a
// system's own.
func yamlFiles(fsys fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(fsys, ".")
	var names []string
	for _, e := range entries {
		if ext := path.Ext(e.Name()); (ext == ".yaml" || ext == ".yml") && !e.IsDir() && e.Name()[0] != '.' {
			names = append(names, e.Name())
		}
	}
	return names, err
}

// readFile reads one YAML file; false means that the pack is not for this program.
func (src *source) readFile(name string, m *mistakes) bool {
	in, err := src.open(name, maxYAML)
	if err != nil {
		m.fail(err)
		src.cut = true
		return true
	}
	before := len(m.list)
	l := loader{reader{m, in}, src}
	root := l.document()
	if root == nil {
		src.cut = src.cut || len(m.list) > before
		l.needHeader(name)
		return true
	}
	pairs := l.pairs(root)
	if name == headerFile && !l.known(pairs) {
		return false
	}
	for _, p := range pairs {
		l.section(p, name == headerFile)
	}
	l.needHeader(name)
	return true
}

// known reports whether the file's format is one of ours.
func (l *loader) known(pairs []pair) bool {
	for _, p := range pairs {
		if p.key.value == "format" && isText(p.value) && !slices.Contains(formats, p.value.Value) {
			l.failNode(p.value, "unknown format "+shorten(p.value.Value), "this pack needs a newer sayso")
			return false
		}
	}
	return true
}

// needHeader notes what pack.yaml must say and does not.
func (l *loader) needHeader(name string) {
	if name != headerFile || l.src.cut {
		return
	}
	if l.src.name.file == nil {
		l.fail(l.file.errorAt(1, 1, "the pack has no name", "write pack: and a name"))
	}
	if l.src.language.file == nil {
		l.fail(l.file.errorAt(1, 1, "the pack has no language", "write language: and its code; und is for any language"))
	}
}

var sections = []string{"writing", "numbers", "inflection", "lists", "tokens", "phrases", "rules"}

// section reads one key of a file's top.
func (l *loader) section(p pair, header bool) {
	switch p.key.value {
	case "writing":
		l.readWriting(p.value)
	case "numbers":
		l.readNumbers(p.value)
	case "inflection":
		l.each(p.value, kindInflection, l.readInflection)
	case "lists":
		l.each(p.value, kindList, l.readList)
	case "tokens":
		l.each(p.value, kindToken, l.readClass)
	case "phrases":
		l.each(p.value, kindPhrase, l.readPart)
	case "rules":
		l.each(p.value, kindRule, l.readRule)
	default:
		l.readHeader(p, header)
	}
}

// readHeader reads one key of the header.
func (l *loader) readHeader(p pair, header bool) {
	h := &l.src.header
	keys := map[string]*text{
		"pack": &h.name, "language": &h.language, "version": &h.version, "format": &h.format, "license": &h.license,
		"about": &h.about, "extends": &h.extends, "replaces": &h.replaces,
	}
	field, single := keys[p.key.value]
	several := map[string]*[]text{"authors": &h.authors, "disable": &h.disable}[p.key.value]
	switch {
	case !single && several == nil:
		l.unknown(p.key, slices.Concat(slices.Sorted(maps.Keys(keys)), []string{"authors", "disable"}, sections))
	case !header:
		l.fail(p.key.errorAt(0, fmt.Sprintf("%q belongs in %s", p.key.value, headerFile), ""))
	case several != nil:
		*several = atMost(l, maxDefined, p.key.value, l.texts(p.value))
	default:
		if t, ok := l.text(p.value); ok {
			*field = t
			l.checkHeader(p.key.value, t)
		}
	}
}

// headerForms says what a text of the header must look like.
var headerForms = map[string]struct {
	form func() *regexp.Regexp
	want string
}{
	"pack":     {namePattern, "a name: a-z, 0-9 and -, a letter first"},
	"extends":  {namePattern, "a name: a-z, 0-9 and -, a letter first"},
	"replaces": {namePattern, "a name: a-z, 0-9 and -, a letter first"},
	"language": {lazyRegexp(`^(und|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$`), "a language code such as pt or pt-BR; und is any language"},
	"version":  {lazyRegexp(`^\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$`), "three numbers: 1.0.0"},
}

func (l *loader) checkHeader(key string, t text) {
	if f, ok := headerForms[key]; ok && !f.form().MatchString(t.value) {
		l.fail(t.errorAt(0, fmt.Sprintf("%q is not a %s", shorten(t.value), headerNouns[key]), f.want))
	}
}

var headerNouns = map[string]string{
	"pack": "pack name", "extends": "pack name", "replaces": "pack name", "language": "language code", "version": "version",
}

var namePattern = lazyRegexp(`^[a-z][a-z0-9-]*$`)

// maxDefined is how many definitions of one kind a file may hold.
const maxDefined = 5000

// atMost is the first limit of what a file holds; more is a mistake.
func atMost[T any](l *loader, limit int, what string, all []T) []T {
	if len(all) <= limit {
		return all
	}
	l.fail(l.file.errorAt(1, 1, fmt.Sprintf("more than %d %s", limit, what), "split the pack"))
	return all[:limit]
}

// each reads the definitions of a section.
func (l *loader) each(n *yaml.Node, kind string, read func(def, *yaml.Node)) {
	for _, p := range atMost(l, maxDefined, kind+"s", l.pairs(n)) {
		read(l.define(kind, p.key), p.value)
	}
}

// define reads the key of a definition: its name and the sign before it.
func (l *loader) define(kind string, key text) def {
	d := def{kind: kind, name: key.value, mode: fresh, key: key}
	offset := 0
	if d.name[0] == adds || d.name[0] == replace {
		d.mode, d.name, offset = d.name[0], d.name[1:], 1
	}
	if !namePattern().MatchString(d.name) {
		l.fail(key.errorAt(offset, fmt.Sprintf("%q is not a name", shorten(d.name)), "names are written with a-z, 0-9 and -, a letter first"))
	}
	return d
}

// readClass reads a token class: a regular expression between slashes.
func (l *loader) readClass(d def, n *yaml.Node) {
	c := &class{def: d}
	l.src.defs = append(l.src.defs, c)
	if d.mode == adds {
		l.fail(d.key.errorAt(0, "nothing can be added to a token class", "write ="+d.name+" to replace it"))
	}
	t, ok := l.text(n)
	if !ok {
		return
	}
	inner, ok := strings.CutPrefix(t.value, "/")
	inner, closed := strings.CutSuffix(inner, "/")
	if !ok || !closed {
		l.fail(t.errorAt(0, "expected a regular expression", "write it between slashes: /"+strings.Trim(shorten(t.value), "/")+"/"))
		return
	}
	if _, err := regexp.Compile(inner); err != nil {
		l.fail(t.errorAt(1+expressionError(inner, err), shorten(strings.TrimPrefix(err.Error(), "error parsing regexp: ")), ""))
		return
	}
	if c.regexp, _ = regexp.Compile("^(?:" + inner + ")$"); c.regexp == nil {
		l.fail(t.errorAt(1, "regular expression is too large", ""))
	}
}

// expressionError is the place of a mistake in a regular expression, in code points.
func expressionError(expression string, err error) int {
	var e *syntax.Error
	if errors.As(err, &e) {
		if before, _, ok := strings.Cut(expression, e.Expr); ok {
			return utf8.RuneCountInString(before)
		}
	}
	return 0
}

// readPart reads a named phrase.
func (l *loader) readPart(d def, n *yaml.Node) {
	l.src.defs = append(l.src.defs, &part{def: d, bodies: l.sentences(n)})
}
