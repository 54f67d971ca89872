package rules

import "io/fs"

// HeadForms is every text that each of some lists of words stands for in the pack for a language, see Forms. Of an
// embedded pack the header's file alone is read, which takes a hundredth of the time that the pack takes, and where there is a
// cache once for each build of the program; a pack of the user's is compiled, for it may extend the lists anywhere. A pack with
// mistakes has no forms.
func (l *Library) HeadForms(code string, lists ...string) [][]Form {
	all := make([][]Form, len(lists))
	if !fs.ValidPath(code) || !holdsPack(l.built, code) || len(l.dirs) > 0 {
		if p, err := l.Program(code); err == nil {
			for i, name := range lists {
				for value, form := range p.Words(name) {
					all[i] = append(all[i], Form{value, form})
				}
			}
		}
		return all
	}
	f := l.builtFolder(code)
	h := l.cache.head(f)
	if h == nil {
		h = headOf(f)
		l.cache.saveHead(f, h)
	}
	for i, name := range lists {
		all[i] = h[name]
	}
	return all
}

// A headLists is the forms of the lists in a pack's header, by their names.
type headLists map[string][]Form

// headOf reads the header of a pack.
func headOf(f folder) headLists {
	src := &source{folder: f, writing: map[string]setting{}}
	if m := new(mistakes); !src.readFile(headerFile, m) || len(m.list) > 0 {
		return headLists{}
	}
	h := headLists{}
	for _, d := range src.defs {
		if found, ok := d.(*list); ok {
			h[found.name] = append(h[found.name], Forms(new(scope).compiled(found))...)
		}
	}
	return h
}
