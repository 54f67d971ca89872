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

// A names is the name files of one list. A name in lower case stands for every case, one with a capital for itself
// alone.
type names struct {
	class class
	index
	about  []about // by the numbers of the index
	values string
}

// An about is what is known of a sequence of tokens: that it is a name, or that longer names begin with it where it is
// one token, or both.
type about struct {
	value   extent // in values
	longest uint8  // of names that begin with this token, in tokens
	is      bool   // a name
}

// value is the value of a name; false where the number is that of no name.
func (n *names) value(number int32) (string, bool) {
	if number < 0 || !n.about[number].is {
		return "", false
	}
	return n.about[number].value.of(n.values), true
}

// longest is how many tokens the names have at most that begin with a token.
func (n *names) longest(number int32) uint8 {
	if number < 0 {
		return 0
	}
	return n.about[number].longest
}

// A namer fills a names.
type namer struct {
	*indexer
	about  []about
	values strings.Builder
	known  map[string]extent // values
}

// maxKnownValues is how many values are looked for again, so that a file of as many values as names stays small.
const maxKnownValues = 1 << 12

// compiled is the names of a list's files, and with accents those that are written without them.
func (b *builder) compiled(list class, files []NameFile, accents bool) names {
	count, size := 0, 0
	for _, f := range files {
		count, size = count+f.Count, size+f.Bytes
	}
	n := namer{indexer: newIndexer(2*count, 2*size), about: make([]about, 0, 2*count), known: map[string]extent{}}
	for _, f := range files {
		for value, form := range f.All {
			n.name(b.tokens(form), value)
		}
	}
	if accents {
		for _, f := range files {
			for value, form := range f.All {
				if forms := b.tokens(form); countAccents(form) > 0 {
					n.name(without(forms, ^uint(0)), value)
				}
			}
		}
	}
	return names{list, n.done(), n.about, n.values.String()}
}

// name puts a name in. The first value of a name stays.
func (n *namer) name(forms []string, value string) {
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
		a := n.entry(forms[:1])
		a.longest = max(a.longest, uint8(len(forms)))
	}
	if a := n.entry(forms); !a.is {
		a.is, a.value = true, n.keep(value)
	}
}

// entry is what is known of a sequence of forms.
func (n *namer) entry(forms []string) *about {
	k, fresh := n.add(forms...)
	if fresh {
		n.about = append(n.about, about{})
	}
	return &n.about[k]
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

// A start is what a list's names know of a word as the first token of longer ones: how many tokens they have at most.
type start struct {
	names        int32
	exact, lower uint8
}

// nameEdges lays the names of several tokens that begin at token i.
func (s *scan) nameEdges(i int) {
	w := s.word(i)
	for _, st := range w.starts {
		n := &s.tables[st.names]
		exact, lower := w.hash, w.lowerHash
		for k := 1; k < int(max(st.exact, st.lower)) && i+k < len(s.tokens) && !s.beginsSentence(i+k); k++ {
			next := s.word(i + k)
			exact, lower = join(exact, next.hash), join(lower, next.lowerHash)
			value, is := "", false
			if k < int(st.exact) {
				value, is = n.value(n.find(exact, func(key string) bool { return s.spells(key, i, i+k+1, false) }))
			}
			if !is && k < int(st.lower) && exact != lower {
				value, is = n.value(n.find(lower, func(key string) bool { return s.spells(key, i, i+k+1, true) }))
			}
			if is {
				s.lay(i, edge{end: i + k + 1, set: s.single(n.class), value: value, inner: rangeOf(i, i+k+1)})
			}
		}
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
