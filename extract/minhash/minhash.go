// Package minhash tells texts that are nearly the same: copies of one report with another dateline, sign-off or headline. A text
// goes in, a Key comes out, and an Index says whether one like it came before.
package minhash

import (
	"encoding/hex"
	"math"
	"unicode"
	"unicode/utf8"
)

const (
	size    = 32 // bytes of a key, each of the least hash of one of as many functions
	shingle = 3  // words that are hashed together
	enough  = 20 // bytes in common from which on texts are nearly the same: about three fifths of their wording
	least   = 30 // runs of words that a text needs: a shorter one is like others by chance
	band    = 2  // bytes by which the index looks keys up
)

// A Key stands for the wording of a text, whatever its punctuation, capitals and order of paragraphs: the part of the bytes
// that two keys share is about the part of runs of three words that the texts share. The zero value is the key of no text.
type Key [size]byte

// Of is the key of a text, or the zero value where the text is too short for one.
func Of(text string) Key {
	var minima [size]uint64
	for i := range minima {
		minima[i] = math.MaxUint64
	}
	var words [shingle]uint64
	n := 0
	for word := range hashes(text) {
		words = [shingle]uint64{words[1], words[2], word}
		if n++; n >= shingle {
			note(&minima, mix(words[0]+3*words[1]+7*words[2]))
		}
	}
	var k Key
	if n < least+shingle-1 {
		return k
	}
	for i, least := range minima {
		k[i] = byte(least)
	}
	return k
}

// note takes an element in: its hash, and all others, which are made of that one and another.
func note(minima *[size]uint64, hash uint64) {
	step := mix(hash) | 1
	for i := range minima {
		minima[i] = min(minima[i], hash)
		hash += step
	}
}

// hashes gives a hash of each word (FNV-1a), in lower case.
func hashes(text string) func(func(uint64) bool) {
	const offset, prime = 14695981039346656037, 1099511628211
	return func(yield func(uint64) bool) {
		h, in := uint64(offset), false
		for _, r := range text {
			switch {
			case r < utf8.RuneSelf && ('a' <= r && r <= 'z' || '0' <= r && r <= '9'):
				h, in = (h^uint64(r))*prime, true
				continue
			case unicode.IsLetter(r) || unicode.IsDigit(r):
				var b [utf8.UTFMax]byte
				for _, c := range utf8.AppendRune(b[:0], unicode.ToLower(r)) {
					h = (h ^ uint64(c)) * prime
				}
				in = true
				continue
			}
			if in && !yield(h) {
				return
			}
			h, in = offset, false
		}
		if in {
			yield(h)
		}
	}
}

// mix spreads the bits of a number (SplitMix64).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// IsZero reports whether it is the key of no text.
func (k Key) IsZero() bool { return k == Key{} }

// String is the key in hexadecimal digits, two a byte, or empty where it is the key of no text.
func (k Key) String() string {
	if k.IsZero() {
		return ""
	}
	return hex.EncodeToString(k[:])
}

// IsNear reports whether two keys are of texts that are nearly the same.
func (k Key) IsNear(other Key) bool {
	n := 0
	for i, b := range k {
		if b == other[i] {
			n++
		}
	}
	return n >= enough && !k.IsZero() && !other.IsZero()
}

// An Index holds keys. The zero value holds none. It is not safe to share.
type Index struct {
	keys  []Key
	bands [size / band]map[[band]byte][]int32
}

// Add puts in a key, and reports whether one that is near it was in already. Of keys that are near one another the first
// alone is kept.
func (x *Index) Add(k Key) (near bool) {
	if k.IsZero() {
		return false
	}
	for i := range x.bands {
		for _, n := range x.bands[i][k.band(i)] {
			if k.IsNear(x.keys[n]) {
				return true
			}
		}
	}
	for i := range x.bands {
		if x.bands[i] == nil {
			x.bands[i] = map[[band]byte][]int32{}
		}
		x.bands[i][k.band(i)] = append(x.bands[i][k.band(i)], int32(len(x.keys)))
	}
	x.keys = append(x.keys, k)
	return false
}

func (k Key) band(i int) [band]byte { return [band]byte(k[i*band : (i+1)*band]) }
