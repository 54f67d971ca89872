package match

import (
	"hash/maphash"
	"strings"

	"sayso/rules/token"
)

// What a scan remembers from text to text: so many words, so many bytes of their sources. A run has a scan for each worker and
// language, and a dump has new words without end, most of them met once.
const (
	maxWords     = 1 << 14
	maxWordBytes = 1 << 20
)

// A word is what is known of all tokens of one kind and source: looked up once, then remembered. What every token asks
// for stands first, near each other.
type word struct {
	source       string
	kind         token.Kind
	isNumber     bool // it is a number word
	met          bool // again, since the cache was thinned
	begins       bool // a list's form of several tokens may begin with it
	quotes       bool // it is a quotation mark
	plain        bool // its form is its source, and one token wherever it stands
	set          int32
	filter       uint64 // a bit, of 64, for each class of its set
	longest      uint8  // of the names that begin with it, in tokens, 0 where none does
	longestLower uint8  // of those that begin with it in lower case
	spelt
	number   int64      // the value of a number word
	digits   string     // the value of a number in digits
	meanings [2]meaning // in lower case and as it stands
	readings []reading  // as forms of lemmas
	kept     any        // by a user of the reader
}

// A wordCache remembers words by their kind and source.
type wordCache struct {
	words []*word
	room  []word // for those to come; words stay where they are
	slots []slot // by hash; a power of two of them
	seed  maphash.Seed
	bytes int
}

// A slot is a word's place: its number plus one, and what tells its hash from most others.
type slot struct{ word, hash uint32 }

// wordsAtOnce is how many words a cache makes room for at a time.
const wordsAtOnce = 256

func newWordCache() wordCache {
	return wordCache{slots: make([]slot, 1<<12), seed: maphash.MakeSeed()}
}

// full reports whether the cache should be thinned before the next text.
func (g *wordCache) full() bool { return len(g.words) > maxWords || g.bytes > maxWordBytes }

// thin forgets the words that were not met again since it was thinned before, and those past half of what it holds.
func (g *wordCache) thin() {
	all := g.words
	*g = newWordCache()
	for _, w := range all {
		if w.met && len(g.words) < maxWords/2 && g.bytes < maxWordBytes/2 {
			w.met = false
			g.put(*w, g.hash(w.source, w.kind))
		}
	}
}

func (g *wordCache) hash(source string, kind token.Kind) uint64 {
	return maphash.String(g.seed, source) + uint64(kind)
}

// find is the number of a word, or -1 and its hash.
func (g *wordCache) find(source string, kind token.Kind) (number int32, hash uint64) {
	hash = g.hash(source, kind)
	mask := uint64(len(g.slots) - 1)
	for at := hash & mask; g.slots[at].word != 0; at = (at + 1) & mask {
		if s := g.slots[at]; s.hash == uint32(hash>>32) {
			if w := g.words[s.word-1]; w.source == source && w.kind == kind {
				w.met = true
				return int32(s.word - 1), hash
			}
		}
	}
	return -1, hash
}

// put adds a word of that hash.
func (g *wordCache) put(w word, hash uint64) int32 {
	if len(g.room) == 0 {
		g.room = make([]word, wordsAtOnce)
	}
	g.room[0] = w
	g.words, g.room = append(g.words, &g.room[0]), g.room[1:]
	g.bytes += len(w.source)
	if 2*len(g.words) > len(g.slots) {
		old := g.words[:len(g.words)-1]
		g.slots = make([]slot, 2*len(g.slots))
		for i := range old {
			g.place(i, g.hash(old[i].source, old[i].kind))
		}
	}
	g.place(len(g.words)-1, hash)
	return int32(len(g.words) - 1)
}

func (g *wordCache) place(number int, hash uint64) {
	mask := uint64(len(g.slots) - 1)
	at := hash & mask
	for ; g.slots[at].word != 0; at = (at + 1) & mask {
	}
	g.slots[at] = slot{uint32(number + 1), uint32(hash >> 32)}
}

// know is the number of the word that token i is.
func (s *scan) know(t *token.Text, i int) int32 {
	kind, source := t.Tokens[i].Kind, t.Word(i)
	if kind == token.Mark && isDash(source) {
		source = form(t, i)
	}
	n, hash := s.cache.find(source, kind)
	if n < 0 {
		n = s.cache.put(s.describe(strings.Clone(source), kind), hash)
	}
	return n
}

// describe looks up all that is known of a word.
func (s *scan) describe(source string, kind token.Kind) word {
	w := word{source: source, kind: kind}
	form := source
	if kind == token.Number {
		w.digits = s.scanner.Digits(source)
	} else {
		form = token.Exact(source)
	}
	w.spelt = newSpelt(form)
	w.plain = kind != token.Number && form == source && strings.IndexByte(form, '\'') < 0 && !isDash(source)
	w.meanings = s.Program.meanings(&w.spelt)
	if kind == token.Word {
		w.readings = s.inflections.read(nil, w.lower)
	}
	w.quotes = kind == token.Mark && s.quoteMarks[w.form]
	for _, m := range w.meanings {
		w.begins = w.begins || m.literal != 0 && s.vocabulary.step(0, m.literal) != 0
	}
	classes := s.classes(s.scratch[:0], &w)
	if w.number, w.isNumber = s.numberWords.get(w.lower); kind == token.Word && w.isNumber {
		classes = append(classes, numberToken)
	} else {
		w.isNumber = false
	}
	lower, exact := s.gazetteer.numbers(&w.spelt)
	w.longest, w.longestLower = s.gazetteer.longest(exact), s.gazetteer.longest(lower)
	for _, all := range [][]listed{s.gazetteer.lists(lower), s.gazetteer.lists(exact)} {
		for _, m := range all {
			classes = append(classes, m.class)
		}
	}
	for _, c := range classes {
		w.filter |= 1 << (c % 64)
	}
	w.set, s.scratch = s.sets.intern(classes), classes
	return w
}

func isDash(s string) bool {
	switch s {
	case "-", "–", "—", "−", "―":
		return true
	}
	return false
}
