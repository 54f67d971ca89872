package rules

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// embedded holds the packs that are part of the program: "common" and one folder for each language.
//
//go:embed common [a-z][a-z]
var embedded embed.FS

// A Library is where packs are found. It is immutable and safe to share.
type Library struct {
	types []Type
	dirs  []string
	built fs.FS
	cache cache
}

// NewLibrary is the library of the embedded packs and of those that stand in dirs, which come first. Each dir is a
// pack itself (it holds a pack.yaml) or holds packs as its folders; one that does not exist holds none. The types
// are what rules may make.
func NewLibrary(types []Type, dirs ...string) *Library {
	return &Library{types: types, dirs: slices.Clone(dirs), built: embedded}
}

// A packRef is a pack of the library whose header alone was read.
type packRef struct {
	folder
	name, language, replaces, extends string
	named                             text   // its name in the header
	within                            int    // the dirs' index
	clash                             bool   // another pack of the dir has its name
	err                               Errors // why it cannot be read: its header has mistakes, or another pack has its name
}

// Names is the names of all packs, in the order of the search, none twice.
func (l *Library) Names() []string {
	var names []string
	for _, v := range l.refs() {
		if !slices.Contains(names, v.name) {
			names = append(names, v.name)
		}
	}
	return names
}

// Languages is the language codes of the packs in the dirs, in the order of the search.
func (l *Library) Languages() []string {
	var codes []string
	for _, v := range l.user() {
		codes = append(codes, v.language)
	}
	return codes
}

// Load is the pack of that name. Its error is an Errors with all mistakes of the pack and of those it extends,
// unless there is no such pack.
func (l *Library) Load(name string) (*Pack, error) {
	v, ok := l.find(name, "")
	if !ok {
		return nil, l.unknownPack(name)
	}
	return l.load(v)
}

// LoadDir is the pack that stands in a folder: one of the library's own dirs, or any other.
func (l *Library) LoadDir(dir string) (*Pack, error) {
	return l.load(open(userFolder(dir)))
}

// ForLanguage is the pack for a language code: the first pack of the dirs that is written for it, else the embedded
// one of that name. A code with a region falls back to its language.
func (l *Library) ForLanguage(code string) (*Pack, error) {
	v, err := l.forLanguage(code)
	if err != nil {
		return nil, err
	}
	return l.load(v)
}

func (l *Library) forLanguage(code string) (packRef, error) {
	all := l.user()
	for _, v := range all {
		if v.err != nil {
			return v, v.err
		}
		if strings.EqualFold(v.language, code) && !v.underlies(all) {
			return v, nil
		}
	}
	if v, ok := l.embedded(code); ok {
		return v, nil
	}
	if i := strings.LastIndexByte(code, '-'); i > 0 {
		return l.forLanguage(code[:i])
	}
	return packRef{}, l.unknownPack(code)
}

// underlies reports whether another pack for the language in the same dir extends this one: that one reads it then.
func (v packRef) underlies(all []packRef) bool {
	return slices.ContainsFunc(all, func(o packRef) bool {
		return o.within == v.within && o.extends == v.name && o.name != v.extends && o.language == v.language && o.id() != v.id()
	})
}

// Reads reports whether that pack is the one that reads articles of its language.
func (l *Library) Reads(p *Pack) bool {
	v, err := l.forLanguage(p.Language)
	return err == nil && v.dir == p.Dir && v.built == p.Embedded
}

func (l *Library) unknownPack(name string) error {
	err := fmt.Sprintf("there is no pack called %q", name)
	if hint := didYouMean(name, l.Names()); hint != "" {
		err += "; " + hint
	}
	return errors.New(err)
}

// find is the pack of that name as one pack sees it: a pack that replaces an embedded one sees the embedded one.
func (l *Library) find(name, replaced string) (packRef, bool) {
	if name != replaced {
		for _, v := range l.user() {
			if v.name == name || v.replaces == name {
				return v, true
			}
		}
	}
	return l.embedded(name)
}

func (l *Library) embedded(name string) (packRef, bool) {
	if !fs.ValidPath(name) || !holdsPack(l.built, name) {
		return packRef{}, false
	}
	return open(l.builtFolder(name)), true
}

func (l *Library) builtFolder(name string) folder {
	sub, err := fs.Sub(l.built, name)
	if err != nil { // only where name is no valid path
		sub = l.built
	}
	return folder{fsys: sub, above: l.built, dir: path.Join("rules", name), built: true}
}

func userFolder(dir string) folder {
	return folder{fsys: os.DirFS(dir), above: os.DirFS(filepath.Join(dir, "..")), dir: path.Clean(filepath.ToSlash(dir))}
}

func holdsPack(fsys fs.FS, dir string) bool {
	_, err := fs.Stat(fsys, path.Join(dir, headerFile))
	return err == nil
}

// refs is all packs, in the order of the search.
func (l *Library) refs() []packRef {
	all := l.user()
	entries, _ := fs.ReadDir(l.built, ".")
	for _, e := range entries {
		if v, ok := l.embedded(e.Name()); ok {
			all = append(all, v)
		}
	}
	return all
}

// user is the packs of the dirs, in their order; those of one dir in the order of the alphabet. A pack hides those of its
// name in later dirs.
func (l *Library) user() []packRef {
	var all []packRef
	for i, dir := range l.dirs {
		for _, v := range packsIn(dir) {
			v.within = i
			switch old := slices.IndexFunc(all, func(o packRef) bool { return o.name == v.name }); {
			case old < 0:
				all = append(all, v)
			case all[old].within == i && all[old].id() != v.id():
				all[old].clash = true
				all[old].err = Errors{v.named.errorAt(0, fmt.Sprintf("pack %q stands in %s too", v.name, all[old].dir), "each has a name of its own")}
			}
		}
	}
	return all
}

// packsIn is the pack that a dir is, or those in it.
func packsIn(dir string) []packRef {
	fsys := os.DirFS(dir)
	if holdsPack(fsys, ".") {
		return []packRef{open(userFolder(dir))}
	}
	var all []packRef
	entries, _ := fs.ReadDir(fsys, ".")
	for _, e := range entries {
		if holdsPack(fsys, e.Name()) {
			all = append(all, open(userFolder(filepath.Join(dir, e.Name()))))
		}
	}
	return all
}

// open reads the header of a pack, as far as it can be read; without a name the pack is called like its folder.
func open(f folder) packRef {
	v := packRef{folder: f, name: path.Base(f.dir)}
	in, err := f.open(headerFile, maxYAML)
	if err != nil {
		v.err = Errors{err}
		return v
	}
	v.named = text{v.name, in, &yaml.Node{Line: 1, Column: 1}}
	var m mistakes
	r := reader{&m, in}
	root := r.document()
	v.err = m.list
	if root == nil || root.Kind != yaml.MappingNode {
		return v
	}
	fields := map[string]*string{"pack": &v.name, "language": &v.language, "replaces": &v.replaces, "extends": &v.extends}
	for i := 0; i+1 < len(root.Content); i += 2 {
		if to := fields[root.Content[i].Value]; to != nil && isText(root.Content[i+1]) {
			*to = root.Content[i+1].Value
			if to == &v.name {
				v.named = text{v.name, in, root.Content[i+1]}
			}
		}
	}
	return v
}

// load reads a pack and all that it extends, and checks the whole.
func (l *Library) load(v packRef) (*Pack, error) {
	if v.clash {
		return nil, v.err
	}
	var pack *Pack
	m := new(mistakes)
	m.collect(func() {
		s := &scope{types: l.types, writing: map[string]setting{}, index: map[string]int{}, inflections: map[string]*inflection{}, confidence: map[string]Count{}, mistakes: m}
		src, whole := l.stack(s, v, nil)
		if whole {
			s.check()
		}
		if len(m.list) == 0 {
			pack = s.pack(src)
		}
	})
	if len(m.list) > 0 {
		return nil, m.list.sorted()
	}
	return pack, nil
}

// stack adds a pack to the scope, after those that it extends. It reports whether all of them could be read, so
// that every name is known.
func (l *Library) stack(s *scope, v packRef, above []*source) (src *source, whole bool) {
	src = read(v.folder, s.mistakes)
	if src == nil {
		return nil, false
	}
	l.checkPlace(src, s.mistakes)
	whole = !src.cut
	if base := src.extends; base.file != nil {
		if !l.extend(s, src, append(above, src)) {
			return src, false
		}
	}
	s.add(src)
	return src, whole
}

// extend adds the pack that src extends.
func (l *Library) extend(s *scope, src *source, above []*source) bool {
	name := src.extends
	v, ok := l.find(name.value, src.replaces.value)
	if !ok {
		s.fail(name.errorAt(0, fmt.Sprintf("there is no pack called %q", name.value), didYouMean(name.value, l.Names())))
		return false
	}
	if i := slices.IndexFunc(above, func(a *source) bool { return a.id() == v.id() }); i >= 0 {
		cycle := []string{}
		for _, a := range above[i:] {
			cycle = append(cycle, a.header.name.value)
		}
		msg := "a cycle of packs: " + strings.Join(append(cycle, name.value), " → ")
		if len(cycle) == 1 {
			msg = fmt.Sprintf("pack %q extends itself", name.value)
		}
		s.fail(name.errorAt(0, msg, ""))
		return false
	}
	v.log = src.log
	_, whole := l.stack(s, v, above)
	return whole
}

// checkPlace holds that a pack of the user stands in for an embedded one only where it says so.
func (l *Library) checkPlace(src *source, m *mistakes) {
	if src.built {
		return
	}
	name := src.header.name.value
	if _, taken := l.embedded(name); taken && src.replaces.value != name {
		m.fail(src.header.name.errorAt(0, fmt.Sprintf("pack %q is built in", name), "write replaces: "+name+", or choose another name and write extends: "+name))
	}
	if r := src.replaces; r.file != nil {
		if _, ok := l.embedded(r.value); !ok {
			m.fail(r.errorAt(0, fmt.Sprintf("there is no built-in pack %q to replace", r.value), ""))
		}
	}
}
