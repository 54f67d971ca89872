package match

import (
	"iter"
	"strings"

	"sayso/rules/token"
)

// maxNameTokens is the longest name of a name file, in tokens; longer ones are cut.
const maxNameTokens = 255

// A NameFile is the names of one file, in its order: each with its value, which may be empty.
type NameFile struct {
	Count int // about how many there are
	Bytes int // about how long they are together
	All   iter.Seq2[string, string]
}

// A gazetteer holds the name files of all lists in one table, so that a word is looked up once for all of them. A name in lower case
// stands for every case, one with a capital for itself alone.
type gazetteer struct {
	index
	about   []about  // by the numbers of the index
	members []listed // of the names, each name's in the order of the lists
	values  string
}

// An about is what is known of a sequence of tokens: the lists that it is a name of, and how long names are that begin with
// it where it is one token.
type about struct {
	listing        // in members
	longest uint32 // in tokens
}

// lists are the lists that hold the name of a number, none where it is that of no name.
func (g *gazetteer) lists(number int32) []listed {
	if number < 0 {
		return nil
	}
	l := g.about[number].listing
	return g.members[l.from : l.from+l.many]
}

// value is the value of a name in a list; false where the number is that of no name of it.
func (g *gazetteer) value(number int32, list class) (string, bool) {
	for _, m := range g.lists(number) {
		if m.class == list {
			return m.value.of(g.values), true
		}
	}
	return "", false
}

// longest is how many tokens the names have at most that begin with a token.
func (g *gazetteer) longest(number int32) uint8 {
	if number < 0 {
		return 0
	}
	return uint8(g.about[number].longest)
}

// numbers are those of a word in lower case and as it stands.
func (g *gazetteer) numbers(s *spelt) (lower, exact int32) {
	lower = g.one(s.lowerHash, s.lower)
	if s.form == s.lower {
		return lower, lower
	}
	return lower, g.one(s.hash, s.form)
}

// A namer fills a gazetteer.
type namer struct {
	*indexer
	longest []uint8 // by the numbers of the index
	last    []class // by the numbers of the index, the last list that has the name, or -1
	names   []placed
	values  strings.Builder
	known   map[string]extent // values
}

// A placed is a name in a list.
type placed struct {
	number int32
	listed
}

// maxKnownValues is how many values are looked for again, so that files of as many values as names stay small.
const maxKnownValues = 1 << 12

// newNamer expects the name files of some lists.
func newNamer(lists []List) *namer {
	count, size := 0, 0
	for _, l := range lists {
		for _, f := range l.Names {
			count, size = count+f.Count, size+f.Bytes
		}
	}
	return &namer{indexer: newIndexer(2*count, 2*size), known: map[string]extent{}}
}

// nameFiles puts the names of a list's files in, and with accents those that are written without them.
func (b *builder) nameFiles(list class, files []NameFile, accents bool) {
	for len(b.hasNames) <= int(list) {
		b.hasNames = append(b.hasNames, false)
	}
	b.hasNames[list] = true
	for _, f := range files {
		for value, form := range f.All {
			b.namer.name(b.tokens(form), list, value)
		}
	}
	if !accents {
		return
	}
	for _, f := range files {
		for value, form := range f.All {
			if forms := b.tokens(form); countAccents(form) > 0 {
				b.namer.name(without(forms, ^uint(0)), list, value)
			}
		}
	}
}

// name puts a name in. The first value of a name in a list stays.
func (n *namer) name(forms []string, list class, value string) {
	if len(forms) == 0 {
		return
	}
	forms = forms[:min(len(forms), maxNameTokens)]
	exact := false
	for _, f := range forms {
		exact = exact || token.HasUpper(f)
	}
	if !exact {
		for i, f := range forms {
			forms[i] = strings.ToLower(f)
		}
	}
	if len(forms) > 1 {
		first := n.entry(forms[:1])
		n.longest[first] = max(n.longest[first], uint8(len(forms)))
	}
	if k := n.entry(forms); n.last[k] != list {
		n.last[k] = list
		n.names = append(n.names, placed{k, listed{list, n.keep(value)}})
	}
}

// entry is the number of a sequence of forms.
func (n *namer) entry(forms []string) int32 {
	k, fresh := n.add(forms...)
	if fresh {
		n.longest, n.last = append(n.longest, 0), append(n.last, -1)
	}
	return k
}

// keep is where a value stands among the values.
func (n *namer) keep(value string) extent {
	if value == "" {
		return extent{}
	}
	if at, ok := n.known[value]; ok {
		return at
	}
	at := extent{uint32(n.values.Len()), uint32(len(value))}
	n.values.WriteString(value)
	if len(n.known) < maxKnownValues {
		n.known[strings.Clone(value)] = at
	}
	return at
}

// done is the table.
func (n *namer) done() gazetteer {
	made := gazetteer{index: n.indexer.done(), about: make([]about, len(n.longest)), members: make([]listed, len(n.names)), values: n.values.String()}
	for _, m := range n.names {
		made.about[m.number].many++
	}
	at := uint32(0)
	for k := range made.about {
		a := &made.about[k]
		a.from, a.longest = at, uint32(n.longest[k])
		at, a.many = at+a.many, 0
	}
	for _, m := range n.names {
		a := &made.about[m.number]
		made.members[a.from+a.many] = m.listed
		a.many++
	}
	return made
}

// nameEdges lays the names of several tokens that begin at token i.
func (s *scan) nameEdges(i int) {
	w := s.word(i)
	exact, lower := w.hash, w.lowerHash
	for k := 1; k < int(max(w.longest, w.longestLower)) && i+k < len(s.tokens) && !s.beginsSentence(i+k); k++ {
		next := s.word(i + k)
		exact, lower = join(exact, next.hash), join(lower, next.lowerHash)
		var asItStands, anyCase []listed
		if k < int(w.longest) {
			asItStands = s.gazetteer.lists(s.gazetteer.find(exact, func(key string) bool { return s.spells(key, i, i+k+1, false) }))
		}
		if k < int(w.longestLower) && exact != lower {
			anyCase = s.gazetteer.lists(s.gazetteer.find(lower, func(key string) bool { return s.spells(key, i, i+k+1, true) }))
		}
		s.layNames(i, i+k+1, asItStands, anyCase)
	}
}

// layNames lays a name for each list that holds it, in their order: as it stands where the list has it so, else in any case.
func (s *scan) layNames(from, to int, asItStands, anyCase []listed) {
	for len(asItStands) > 0 || len(anyCase) > 0 {
		var m listed
		if len(anyCase) == 0 || len(asItStands) > 0 && asItStands[0].class <= anyCase[0].class {
			m, asItStands = asItStands[0], asItStands[1:]
			if len(anyCase) > 0 && anyCase[0].class == m.class {
				anyCase = anyCase[1:]
			}
		} else {
			m, anyCase = anyCase[0], anyCase[1:]
		}
		s.lay(from, edge{end: to, set: s.single(m.class), value: m.value.of(s.gazetteer.values), inner: rangeOf(from, to)})
	}
}

// spells reports whether a key of an index is the forms of those tokens.
func (s *scan) spells(key string, from, to int, lower bool) bool {
	for i := from; i < to; i++ {
		if i > from {
			if key == "" || key[0] != 0 {
				return false
			}
			key = key[1:]
		}
		f := s.word(i).form
		if lower {
			f = s.word(i).lower
		}
		if !strings.HasPrefix(key, f) {
			return false
		}
		key = key[len(f):]
	}
	return key == ""
}
