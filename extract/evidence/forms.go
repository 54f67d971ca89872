package evidence

import "sayso/rules/token"

// A form is what one article writes alike, in lower case, in one word or in several: its number in the article. Zero is the first one.
type form = int32

// Counts are what the other places of a form tell of it.
type counts struct {
	lower  int32        // in lower case
	inside int32        // with a capital that no place explains
	spans  int32        // candidates that are matches
	last   int32        // people whose last word it is
	first  int32        // people whose first word it is
	kinds  [Kinds]int32 // rules that know a kind
	parts  [Kinds]int32 // longer names that it stands in
	alone  bool         // it stands somewhere by itself
	spelt  bool         // it is an acronym of common words
}

// A tally is what a form is taken for, in one decision.
type tally struct {
	decision int
	same     taken // at its places
	long     taken // where it is short for something
	sum      Score // of its names
	family   Score // of those and of the whole names that end with it
}

// A taken is what some places are taken for: probabilities by kind, summed.
type taken struct {
	places float64
	kinds  Score
}

func (t *taken) note(p Score) {
	t.places++
	t.kinds.add(p)
}

// taken is the tally of a form in the decision that is made, from nothing on.
func (a *Article) taken(f form) *tally {
	if int(f) >= len(a.tallies) {
		a.tallies = append(a.tallies, make([]tally, len(a.counted)-len(a.tallies)+formsAtOnce)...)
	}
	t := &a.tallies[f]
	if t.decision != a.decision {
		*t = tally{decision: a.decision}
	}
	return t
}

// maxForms is how many words are remembered, and formsAtOnce how many forms there is room made for at a time.
const (
	maxForms    = 1 << 13
	formsAtOnce = 1 << 6
)

// Locals are the forms of the words of an article by their numbers: a hash table, small enough to stay near.
type locals struct {
	slots []local // a power of two of them
	used  int
}

// A local is a form in an article and 1 + its number among those remembered; 0 is none.
type local struct {
	number int32
	form   form
}

// reset empties the table for an article of so many tokens.
func (l *locals) reset(tokens int) {
	l.slots, l.used = sized(l.slots, slotsFor(tokens)), 0
	clear(l.slots)
}

// slot is where a number stands, or would stand.
func (l *locals) slot(number int32) *local {
	mask := uint32(len(l.slots) - 1)
	for k := uint32(number) * 0x9E3779B1 >> 16 & mask; ; k = (k + 1) & mask {
		if s := &l.slots[k]; s.number == 0 || s.number == number+1 {
			return s
		}
	}
}

// grow makes room for as many again.
func (l *locals) grow() {
	old := l.slots
	l.slots = make([]local, 2*len(old))
	for _, s := range old {
		if s.number > 0 {
			*l.slot(s.number - 1) = s
		}
	}
}

// begin makes ready for the next article. What is forgotten is forgotten before it: in one article all words of a form are counted
// together.
func (m *memory) begin() {
	if len(m.numbers) > maxForms || m.numbers == nil {
		m.numbers = map[string]int32{}
		m.round++
	}
}

// number is that of a word's form among those that are remembered.
func (m *memory) number(w *word) int32 {
	if w.round == m.round {
		return w.number
	}
	n, known := m.numbers[w.form]
	if !known {
		n = int32(len(m.numbers))
		m.numbers[w.form] = n
	}
	w.number, w.round = n, m.round
	return n
}

// formOfWord is the form of a word.
func (a *Article) formOfWord(w *word) form {
	if 2*a.locals.used >= len(a.locals.slots) {
		a.locals.grow()
	}
	n := a.memory.number(w)
	s := a.locals.slot(n)
	if s.number == 0 {
		*s = local{n + 1, a.newForm()}
		a.locals.used++
	}
	return s.form
}

// newForm is one that nothing is counted of.
func (a *Article) newForm() form {
	a.counted = append(a.counted, counts{})
	return form(len(a.counted) - 1)
}

// Phrases are the forms of several words of an article: a hash table.
type phrases struct {
	slots []int32 // a power of two of them; 1 + the number in all, or 0
	all   []phrase
}

// A phrase is a form of several words with one of its places.
type phrase struct {
	at   token.Range
	hash uint64
	form form
}

// reset empties the table for an article of so many tokens.
func (p *phrases) reset(tokens int) {
	p.slots, p.all = sized(p.slots, slotsFor(tokens)), p.all[:0]
	clear(p.slots)
}

// formOf is the form of a span.
func (a *Article) formOf(at token.Range) form {
	if at.Len() == 1 {
		return a.of[at.Start]
	}
	hash := a.hash(at)
	f, slot := a.phrase(at, hash)
	if f >= 0 {
		return f
	}
	p := &a.phrases
	if 2*(len(p.all)+1) > len(p.slots) {
		p.grow()
		_, slot = a.phrase(at, hash)
	}
	made := a.newForm()
	p.all = append(p.all, phrase{at, hash, made})
	p.slots[slot] = int32(len(p.all))
	return made
}

// countsOf are what is counted of the form of a span.
func (a *Article) countsOf(at token.Range) *counts {
	f := a.formOf(at)
	return &a.counted[f]
}

// phrase is the form of a span of several words of which something is counted, or -1, and where it stands or would stand in the table.
func (a *Article) phrase(at token.Range, hash uint64) (f form, slot uint64) {
	p := &a.phrases
	mask := uint64(len(p.slots) - 1)
	slot = hash & mask
	for ; p.slots[slot] != 0; slot = (slot + 1) & mask {
		if known := &p.all[p.slots[slot]-1]; known.hash == hash && a.alike(known.at, at) {
			return known.form, slot
		}
	}
	return -1, slot
}

// grow makes room for as many again.
func (p *phrases) grow() {
	p.slots = make([]int32, 2*len(p.slots))
	mask := uint64(len(p.slots) - 1)
	for n, known := range p.all {
		k := known.hash & mask
		for ; p.slots[k] != 0; k = (k + 1) & mask {
		}
		p.slots[k] = int32(n + 1)
	}
}

// hash is that of a span's forms.
func (a *Article) hash(at token.Range) (h uint64) {
	for i := at.Start; i < at.End; i++ {
		h = hashOn(h, a.of[i])
	}
	return h
}

// hashOn is the hash of some forms and one more.
func hashOn(h uint64, f form) uint64 {
	h = (h ^ uint64(f+1)) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// alike reports whether two spans have the same forms.
func (a *Article) alike(x, y token.Range) bool {
	if x.Len() != y.Len() {
		return false
	}
	for i := range x.Len() {
		if a.of[x.Start+i] != a.of[y.Start+i] {
			return false
		}
	}
	return true
}
