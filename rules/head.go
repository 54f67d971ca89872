package rules

// HeadForms is every text that each of some lists of words stands for in the pack for a language, see Forms. Of an
// embedded pack the header's file alone is read, which takes a hundredth of the time that the pack takes; a pack of the
// user's is compiled, for it may extend the lists anywhere. A pack with mistakes has no forms.
func (l *Library) HeadForms(code string, lists ...string) [][]Form {
	all := make([][]Form, len(lists))
	v, ok := l.embedded(code)
	if !ok || len(l.dirs) > 0 {
		if p, err := l.Program(code); err == nil {
			for i, name := range lists {
				for value, form := range p.Words(name) {
					all[i] = append(all[i], Form{value, form})
				}
			}
		}
		return all
	}
	src := &source{folder: v.folder, writing: map[string]setting{}}
	if m := new(mistakes); !src.readFile(headerFile, m) || len(m.list) > 0 {
		return all
	}
	for i, name := range lists {
		for _, d := range src.defs {
			if found, ok := d.(*list); ok && found.name == name {
				all[i] = append(all[i], Forms(new(scope).compiled(found))...)
			}
		}
	}
	return all
}
