package rules

import (
	"slices"
	"strings"
)

// A ListInfo is what is to be known of a list.
type ListInfo struct {
	Name     string
	Pack     string // that defines it
	Pos      Pos
	Forms    int      // the forms that are written out, with those of name files
	Lemmas   int      // of a list of lemmas
	Inflects string   // the class of words that they inflect as, or empty
	Traits   []Trait  // what may be said of a lemma
	Users    []string // the rules that lead to it, by name
}

// A Trait is what may be said of a lemma, and what it means: a line, or several traits that it stands for, with commas
// between.
type Trait struct {
	Name, Means string
	Several     bool
}

// Lists is what is to be known of every list, in the order of definition.
func (p *Pack) Lists() []ListInfo {
	users := p.scope.users()
	lemmas := map[string]int{}
	for _, l := range p.Grammar.Inflected {
		lemmas[l.Name] = len(l.Lemmas)
	}
	var all []ListInfo
	for _, d := range p.scope.defs {
		l, ok := d.(*list)
		if !ok {
			continue
		}
		info := ListInfo{Name: l.name, Pack: l.pack, Pos: l.key.pos(), Forms: len(Forms(p.scope.compiled(l))), Users: users[l.name]}
		if class := l.lemmas.class; class.file != nil {
			info.Inflects, info.Lemmas, info.Forms, info.Traits = class.value, lemmas[l.name], 0, l.lemmas.told()
		}
		all = append(all, info)
	}
	return all
}

// told are the traits with what they mean.
func (m *lemmas) told() []Trait {
	var all []Trait
	for _, t := range m.traits {
		means := t.about.value
		if t.means != nil {
			means = strings.Join(values(t.means), ", ")
		}
		all = append(all, Trait{t.name.value, means, t.means != nil})
	}
	for _, c := range m.choice {
		all = append(all, Trait{c.name.value, "one of " + strings.Join(values(c.means), ", "), false})
	}
	return all
}

// users are, by list, the rules that lead to it.
func (s *scope) users() map[string][]string {
	all := map[string][]string{}
	for _, r := range s.rules {
		seen := map[string]bool{}
		var visit func(sentences []sentence)
		visit = func(sentences []sentence) {
			for _, e := range references(sentences) {
				name, _, _ := strings.Cut(e.to, ".")
				if seen[name] {
					continue
				}
				seen[name] = true
				switch d := s.find(name).(type) {
				case *part:
					visit(d.bodies)
				case *list:
					all[name] = append(all[name], r.full())
					visit(d.sentences())
				}
			}
		}
		visit(slices.Concat(r.match, r.after, r.before, r.except))
	}
	return all
}
