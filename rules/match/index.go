package match

import "strings"

// An index numbers strings from 0: a hash table, flat so that it can be kept as bytes. A string may be a sequence of
// forms, with a zero byte between them.
type index struct {
	text  string
	ends  []uint32 // where the strings end in text, by their numbers, after a zero: each begins where the last one ends
	slots []uint32 // by hash, 1 + the number; a power of two of them
}

// key is the string of a number.
func (x *index) key(n uint32) string { return x.text[x.ends[n]:x.ends[n+1]] }

// one is the number of a form with that hash, or -1.
func (x *index) one(hash uint64, form string) int32 {
	if len(x.slots) == 0 {
		return -1
	}
	mask := uint64(len(x.slots) - 1)
	for at := hash & mask; x.slots[at] != 0; at = (at + 1) & mask {
		if n := x.slots[at] - 1; x.key(n) == form {
			return int32(n)
		}
	}
	return -1
}

// find is the number of a sequence of forms with that hash, or -1; same compares a string of the index with it.
func (x *index) find(hash uint64, same func(key string) bool) int32 {
	if len(x.slots) == 0 {
		return -1
	}
	mask := uint64(len(x.slots) - 1)
	for at := hash & mask; x.slots[at] != 0; at = (at + 1) & mask {
		if n := x.slots[at] - 1; same(x.key(n)) {
			return int32(n)
		}
	}
	return -1
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
	x.slots, x.ends = make([]uint32, slots), make([]uint32, 1, count+1)
	return x
}

// add numbers a sequence of forms; fresh tells that it was not there.
func (x *indexer) add(forms ...string) (n int32, fresh bool) {
	hash := hashOf(forms[0])
	for _, f := range forms[1:] {
		hash = join(hash, hashOf(f))
	}
	mask := uint64(len(x.slots) - 1)
	at := hash & mask
	for ; x.slots[at] != 0; at = (at + 1) & mask {
		n := x.slots[at] - 1
		if sameForms(x.written.String()[x.ends[n]:x.ends[n+1]], forms) {
			return int32(n), false
		}
	}
	for i, f := range forms {
		if i > 0 {
			x.written.WriteByte(0)
		}
		x.written.WriteString(f)
	}
	number := len(x.ends)
	x.ends = append(x.ends, uint32(x.written.Len()))
	x.slots[at] = uint32(number)
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
	x.slots = make([]uint32, 2*len(x.slots))
	mask := uint64(len(x.slots) - 1)
	for n := range len(x.ends) - 1 {
		at := hashOfForms(x.written.String()[x.ends[n]:x.ends[n+1]]) & mask
		for ; x.slots[at] != 0; at = (at + 1) & mask {
		}
		x.slots[at] = uint32(n + 1)
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
