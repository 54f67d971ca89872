package match

import (
	"strings"

	"sayso/rules/phrase"
	"sayso/rules/token"
)

// maxForms bounds the spellings that one form of a list may stand for.
const maxForms = 4096

// A lexicon is a list made ready for matching: forms of one token are a class with a table of values, longer ones a
// trie; the long name files stand in the program's name table.
type lexicon struct {
	lower, exact map[string]string // forms of one token to their value
	trie         *branch
}

// A branch is a node of the trie of forms of several tokens.
type branch struct {
	kids  map[class]*branch
	order []class
	ends  bool
	value string
}

func (b *builder) lexicon(l List) *lexicon {
	x := &lexicon{lower: map[string]string{}, exact: map[string]string{}, trie: &branch{}}
	c := b.names[l.Name]
	for _, e := range l.Entries {
		for _, form := range spellings(e.Form) {
			b.form(x, c, e.Value, b.tokens(form))
		}
	}
	for _, n := range l.Names {
		forms := b.tokens(n.Form)
		if len(forms) == 1 {
			b.form(x, c, n.Value, forms)
		} else if len(forms) > 1 {
			b.table.add(forms, n.Value, c)
		}
	}
	return x
}

// form puts one spelling into a lexicon. The first value of a spelling stays.
func (b *builder) form(x *lexicon, c class, value string, forms []string) {
	switch len(forms) {
	case 0:
	case 1:
		b.vocabulary.add(forms[0], c)
		if token.HasUpper(forms[0]) {
			putNew(x.exact, forms[0], value)
		} else {
			putNew(x.lower, token.Fold(forms[0]), value)
		}
	default:
		at := x.trie
		for _, f := range forms {
			at = at.kid(b.literal(f))
		}
		if !at.ends {
			at.ends, at.value = true, value
		}
	}
}

func putNew(m map[string]string, key, value string) {
	if _, ok := m[key]; !ok {
		m[key] = value
	}
}

func (t *branch) kid(c class) *branch {
	if t.kids == nil {
		t.kids = map[class]*branch{}
	}
	k, ok := t.kids[c]
	if !ok {
		k = &branch{}
		t.kids[c] = k
		t.order = append(t.order, c)
	}
	return k
}

// add puts the list into a machine: the trie first, since its forms are longer, then the class of single tokens
// and name edges.
func (x *lexicon) add(m *machine, c class, next int32, bare bool) int32 {
	single := m.step(c, next)
	if len(x.trie.order) == 0 {
		return single
	}
	return m.split([]int32{x.trie.add(m, next, bare), single})
}

func (t *branch) add(m *machine, next int32, bare bool) int32 {
	first := int32(-1)
	if len(t.order) > 0 {
		branches := make(map[class]int32, len(t.order))
		for _, c := range t.order {
			branches[c] = t.kids[c].add(m, next, bare)
		}
		first = m.add(state{op: opTrie, branches: branches})
	}
	if !t.ends {
		return first
	}
	end := next
	if !bare {
		end = m.value(t.value, next)
	}
	if first < 0 {
		return end
	}
	return m.split([]int32{first, end})
}

// value is what a form of one token stands for.
func (x *lexicon) value(form string) (string, bool) {
	if v, ok := x.exact[form]; ok {
		return v, true
	}
	v, ok := x.lower[strings.ToLower(form)]
	return v, ok
}

// Spellings lists the spellings that a list's form stands for, at most 4,096 of them.
func Spellings(n *phrase.Node) []string { return spellings(n) }

func spellings(n *phrase.Node) []string {
	switch n.Op {
	case phrase.Word:
		return []string{n.Text}
	case phrase.Alt:
		var all []string
		for _, k := range n.Kids {
			all = append(all, spellings(k)...)
		}
		return all[:min(len(all), maxForms)]
	case phrase.Repeat:
		return repeated(spellings(n.Kids[0]), n.Min, n.Max)
	case phrase.Seq:
		all := []string{""}
		for _, k := range n.Kids {
			all = product(all, spellings(k))
		}
		return all
	}
	return nil
}

func repeated(forms []string, least, most int) []string {
	var all []string
	run := []string{""}
	for i := 0; i <= most; i++ {
		if i >= least {
			all = append(all, run...)
		}
		run = product(run, forms)
	}
	return all[:min(len(all), maxForms)]
}

func product(left, right []string) []string {
	var all []string
	for _, l := range left {
		for _, r := range right {
			if len(all) == maxForms {
				return all
			}
			all = append(all, strings.TrimSpace(l+" "+r))
		}
	}
	return all
}

// A nameTable finds the long names of several tokens: the first token tells how many at most to look at, the joined
// forms are the key.
type nameTable struct {
	longest map[string]int // by first form
	names   map[string][]namedClass
}

type namedClass struct {
	class class
	value string
}

func (t *nameTable) add(forms []string, value string, c class) {
	if t.names == nil {
		t.longest, t.names = map[string]int{}, map[string][]namedClass{}
	}
	key := strings.Join(forms, "\x00")
	if !token.HasUpper(key) {
		key = strings.ToLower(key)
		forms = strings.Split(key, "\x00")
	}
	t.longest[forms[0]] = max(t.longest[forms[0]], len(forms))
	t.names[key] = append(t.names[key], namedClass{c, value})
}

// Lookup gives the value that a list has for a form of one token, and whether the list holds it.
func (p *Program) Lookup(list, form string) (string, bool) {
	x, ok := p.lists[list]
	if !ok {
		return "", false
	}
	return x.value(token.Exact(form))
}
