package match

import (
	"strings"

	"sayso/rules/token"
)

// maxNameTokens is the longest name of a name file, in tokens; longer ones are cut.
const maxNameTokens = 255

// A names is a hash table of the names of one name file, flat so that it can be kept as bytes. A name in lower case
// stands for every case, one with a capital for itself alone.
type names struct {
	text    string // the forms, tokens separated by a zero byte, and the values
	entries []nameEntry
	slots   []uint32 // by hash, 1 + index into entries; a power of two
}

// A nameEntry is a sequence of tokens: a name, or the first token of longer ones, or both.
type nameEntry struct {
	at, value           uint32 // places in text
	length, valueLength uint16
	longest             uint8 // of names that begin with this token, in tokens
	is                  bool  // a name of the file
}

// key is the entry's tokens as they stand in text.
func (n *names) key(e *nameEntry) string { return n.text[e.at : e.at+uint32(e.length)] }

func (n *names) valueOf(e *nameEntry) string {
	return n.text[e.value : e.value+uint32(e.valueLength)]
}

// find is the entry of a sequence of forms with that hash, or nil; same compares an entry's key with it.
func (n *names) find(hash uint64, same func(key string) bool) *nameEntry {
	if len(n.slots) == 0 {
		return nil
	}
	mask := uint64(len(n.slots) - 1)
	for at := hash & mask; n.slots[at] != 0; at = (at + 1) & mask {
		if e := &n.entries[n.slots[at]-1]; same(n.key(e)) {
			return e
		}
	}
	return nil
}

// one is the entry of a single form, or nil.
func (n *names) one(hash uint64, form string) *nameEntry {
	if len(n.slots) == 0 {
		return nil
	}
	mask := uint64(len(n.slots) - 1)
	for at := hash & mask; n.slots[at] != 0; at = (at + 1) & mask {
		if e := &n.entries[n.slots[at]-1]; n.key(e) == form {
			return e
		}
	}
	return nil
}

// hashOf is a hash of a form that is the same in every run, so that tables can be kept.
func hashOf(s string) uint64 {
	const k = 0x9E3779B97F4A7C15
	h := uint64(len(s)) * k
	for len(s) >= 8 {
		v := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		h = join(h, v)
		s = s[8:]
	}
	var v uint64
	for i := 0; i < len(s); i++ {
		v |= uint64(s[i]) << (8 * i)
	}
	return join(h, v)
}

// join is the hash of a sequence whose head and tail have the hashes h and v.
func join(h, v uint64) uint64 {
	h = (h ^ v) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// A namesBuilder fills a names table.
type namesBuilder struct {
	names
	text   []byte
	values map[string]uint32
}

func newNamesBuilder(size int) *namesBuilder {
	b := &namesBuilder{values: map[string]uint32{}}
	slots := 16
	for slots < size*2 {
		slots *= 2
	}
	b.slots = make([]uint32, slots)
	b.entries = make([]nameEntry, 0, size+size/4)
	return b
}

// add puts a name into the table. The first value of a name stays.
func (b *namesBuilder) add(forms []string, value string) {
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
	if e := b.entry(forms[:1]); len(forms) > 1 {
		e.longest = max(e.longest, uint8(len(forms)))
	}
	if e := b.entry(forms); !e.is {
		e.is = true
		e.value, e.valueLength = b.value(value), uint16(len(value))
	}
}

func (b *namesBuilder) value(s string) uint32 {
	at, ok := b.values[s]
	if !ok {
		at = uint32(len(b.text))
		b.text = append(b.text, s...)
		b.values[s] = at
	}
	return at
}

// entry finds or makes the entry of a sequence of forms.
func (b *namesBuilder) entry(forms []string) *nameEntry {
	hash := hashOf(forms[0])
	for _, f := range forms[1:] {
		hash = join(hash, hashOf(f))
	}
	mask := uint64(len(b.slots) - 1)
	at := hash & mask
	for ; b.slots[at] != 0; at = (at + 1) & mask {
		e := &b.entries[b.slots[at]-1]
		if sameForms(b.text[e.at:e.at+uint32(e.length)], forms) {
			return e
		}
	}
	e := nameEntry{at: uint32(len(b.text))}
	for i, f := range forms {
		if i > 0 {
			b.text = append(b.text, 0)
		}
		b.text = append(b.text, f...)
	}
	e.length = uint16(uint32(len(b.text)) - e.at)
	b.entries = append(b.entries, e)
	b.slots[at] = uint32(len(b.entries))
	if len(b.entries)*3 > len(b.slots)*2 {
		b.grow()
	}
	return &b.entries[len(b.entries)-1]
}

// sameForms reports whether a key is that sequence of forms.
func sameForms[T string | []byte](key T, forms []string) bool {
	at := 0
	for i, f := range forms {
		if i > 0 {
			if at >= len(key) || key[at] != 0 {
				return false
			}
			at++
		}
		if len(key)-at < len(f) || string(key[at:at+len(f)]) != f {
			return false
		}
		at += len(f)
	}
	return at == len(key)
}

func (b *namesBuilder) grow() {
	b.slots = make([]uint32, 2*len(b.slots))
	mask := uint64(len(b.slots) - 1)
	for i := range b.entries {
		e := &b.entries[i]
		var hash uint64
		for k, f := range strings.Split(string(b.text[e.at:e.at+uint32(e.length)]), "\x00") {
			if k == 0 {
				hash = hashOf(f)
			} else {
				hash = join(hash, hashOf(f))
			}
		}
		at := hash & mask
		for ; b.slots[at] != 0; at = (at + 1) & mask {
		}
		b.slots[at] = uint32(i + 1)
	}
}

// done is the table.
func (b *namesBuilder) done() *names {
	b.names.text = string(b.text)
	return &b.names
}

// A start is what a name table knows of a word as the first token of longer names: how many tokens they have at most.
type start struct {
	table        int32
	exact, lower uint8
}

// nameEdges lays the names of several tokens that begin at token i.
func (s *scan) nameEdges(i int) {
	w := s.word(i)
	for _, n := range w.starts {
		table := &s.tables[n.table]
		exact, lower := w.hash, w.lowerHash
		for k := 1; k < int(max(n.exact, n.lower)) && i+k < len(s.tokens) && !s.beginsSentence(i+k); k++ {
			next := s.word(i + k)
			exact, lower = join(exact, next.hash), join(lower, next.lowerHash)
			var e *nameEntry
			if k < int(n.exact) {
				e = table.names.find(exact, func(key string) bool { return s.spells(key, i, i+k+1, false) })
			}
			if (e == nil || !e.is) && k < int(n.lower) && exact != lower {
				e = table.names.find(lower, func(key string) bool { return s.spells(key, i, i+k+1, true) })
			}
			if e != nil && e.is {
				s.lay(i, edge{end: i + k + 1, set: s.single(table.class), value: table.names.valueOf(e), inner: rangeOf(i, i+k+1)})
			}
		}
	}
}

// spells reports whether a key of a name table is the forms of those tokens.
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
