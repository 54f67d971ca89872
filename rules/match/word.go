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
// for stands first, in one line of the processor's cache: a word takes three of them.
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
	_        [8]byte
}

// A wordCache remembers words by their kind and source.
type wordCache struct {
	words []*word
	room  []word // for those to come; words stay where they are
	slots []slot // by hash; a power of two of them
	seed  maphash.Seed
	bytes int
}

// A slot is a word's place, with its hash; nil where there is none.
type slot struct {
	word *word
	hash uint64
}

// wordsAtOnce is how many words a cache makes room for at a time.
const wordsAtOnce = 256

func newWordCache() wordCache {
	return wordCache{slots: make([]slot, 1<<11), seed: maphash.MakeSeed()}
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

// find is a word, or nil and its hash.
func (g *wordCache) find(source string, kind token.Kind) (w *word, hash uint64) {
	hash = g.hash(source, kind)
	mask := uint64(len(g.slots) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		s := &g.slots[at]
		if s.word == nil {
			return nil, hash
		}
		if s.hash == hash && s.word.source == source && s.word.kind == kind {
			s.word.met = true
			return s.word, hash
		}
	}
}

// put adds a word of that hash.
func (g *wordCache) put(w word, hash uint64) *word {
	if len(g.room) == 0 {
		g.room = make([]word, wordsAtOnce)
	}
	kept := &g.room[0]
	*kept = w
	g.words, g.room = append(g.words, kept), g.room[1:]
	g.bytes += len(w.source)
	if 2*len(g.words) > len(g.slots) {
		old := g.slots
		g.slots = make([]slot, 2*len(old))
		for _, s := range old {
			if s.word != nil {
				g.place(s)
			}
		}
	}
	g.place(slot{kept, hash})
	return kept
}

func (g *wordCache) place(s slot) {
	mask := uint64(len(g.slots) - 1)
	at := s.hash & mask
	for ; g.slots[at].word != nil; at = (at + 1) & mask {
	}
	g.slots[at] = s
}

// know is the word that token i is.
func (s *scan) know(t *token.Text, i int) *word {
	kind, source := t.Tokens[i].Kind, t.Word(i)
	if kind == token.Mark && isDash(source) {
		source = form(t, i)
	}
	w, hash := s.cache.find(source, kind)
	if w == nil {
		w = s.cache.put(s.describe(strings.Clone(source), kind), hash)
	}
	return w
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
