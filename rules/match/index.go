package match

import "strings"

// An index numbers strings from 0: a hash table, flat so that it can be kept as bytes. A string may be a sequence of
// forms, with a zero byte between them.
type index struct {
	text  string
	ends  []uint32 // where the strings end in text, by their numbers, after a zero: each begins where the last one ends
	tags  []uint8  // by hash, some bits of it, or 0 where there is no string; a power of two of them
	slots []uint32 // by hash, the number
}

// tagOf is what tells a string's hash from most others that stand near it.
func tagOf(hash uint64) uint8 { return uint8(hash>>56) | 1 }

// key is the string of a number.
func (x *index) key(n uint32) string { return x.text[x.ends[n]:x.ends[n+1]] }

// one is the number of a form with that hash, or -1.
func (x *index) one(hash uint64, form string) int32 {
	if len(x.tags) == 0 {
		return -1
	}
	mask, tag := uint64(len(x.tags)-1), tagOf(hash)
	for at := hash & mask; x.tags[at] != 0; at = (at + 1) & mask {
		if x.tags[at] == tag && x.key(x.slots[at]) == form {
			return int32(x.slots[at])
		}
	}
	return -1
}

// find is the number of a sequence of forms with that hash, or -1; same compares a string of the index with it.
func (x *index) find(hash uint64, same func(key string) bool) int32 {
	if len(x.tags) == 0 {
		return -1
	}
	mask, tag := uint64(len(x.tags)-1), tagOf(hash)
	for at := hash & mask; x.tags[at] != 0; at = (at + 1) & mask {
		if x.tags[at] == tag && same(x.key(x.slots[at])) {
			return int32(x.slots[at])
		}
	}
	return -1
}

// place notes a number where its hash has room.
func (x *index) place(hash uint64, n uint32) {
	mask := uint64(len(x.tags) - 1)
	at := hash & mask
	for ; x.tags[at] != 0; at = (at + 1) & mask {
	}
	x.tags[at], x.slots[at] = tagOf(hash), n
}

// hashOf is a hash of a form that is the same in every run, so that indexes can be kept.
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

// An indexer fills an index.
type indexer struct {
	index
	written strings.Builder // the text so far
}

// newIndexer expects about count strings of size bytes in all.
func newIndexer(count, size int) *indexer {
	slots := 16
	for 2*slots < 3*count {
		slots *= 2
	}
	x := new(indexer)
	x.written.Grow(size)
	x.tags, x.slots, x.ends = make([]uint8, slots), make([]uint32, slots), make([]uint32, 1, count+1)
	return x
}

// add numbers a sequence of forms; fresh tells that it was not there.
func (x *indexer) add(forms ...string) (n int32, fresh bool) {
	hash := hashOf(forms[0])
	for _, f := range forms[1:] {
		hash = join(hash, hashOf(f))
	}
	x.text = x.written.String()
	if n := x.find(hash, func(key string) bool { return sameForms(key, forms) }); n >= 0 {
		return n, false
	}
	for i, f := range forms {
		if i > 0 {
			x.written.WriteByte(0)
		}
		x.written.WriteString(f)
	}
	number := len(x.ends)
	x.ends = append(x.ends, uint32(x.written.Len()))
	x.place(hash, uint32(number-1))
	if number*3 > len(x.slots)*2 {
		x.grow()
	}
	return int32(number - 1), true
}

// sameForms reports whether a key is that sequence of forms.
func sameForms(key string, forms []string) bool {
	at := 0
	for i, f := range forms {
		if i > 0 {
			if at >= len(key) || key[at] != 0 {
				return false
			}
			at++
		}
		if len(key)-at < len(f) || key[at:at+len(f)] != f {
			return false
		}
		at += len(f)
	}
	return at == len(key)
}

func (x *indexer) grow() {
	x.tags, x.slots = make([]uint8, 2*len(x.tags)), make([]uint32, 2*len(x.tags))
	x.text = x.written.String()
	for n := range uint32(len(x.ends) - 1) {
		x.place(hashOfForms(x.key(n)), n)
	}
}

// hashOfForms is the hash of a string of an index.
func hashOfForms(key string) uint64 {
	form, rest, more := strings.Cut(key, "\x00")
	hash := hashOf(form)
	for more {
		form, rest, more = strings.Cut(rest, "\x00")
		hash = join(hash, hashOf(form))
	}
	return hash
}

// done is the index.
func (x *indexer) done() index {
	x.text = x.written.String()
	return x.index
}
