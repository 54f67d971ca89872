package evidence

import "sayso/rules/token"

// A form is what one article says of all places of a form in lower case, of one word or of several.
type form struct {
	text    string // of one word
	number  uint32 // of one word, of those that are remembered
	article int    // the number of the article that is counted
	counts
	decision int
	tally
}

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
	same taken // at its places
	long taken // where it is short for something
	sum  Score // of its names
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

// in counts for an article, from nothing on.
func (f *form) in(article int) {
	if f.article != article {
		f.article, f.counts = article, counts{}
	}
}

// taken is the tally of a form in a decision, from nothing on.
func (f *form) taken(decision int) *tally {
	if f.decision != decision {
		f.decision, f.tally = decision, tally{}
	}
	return &f.tally
}

// maxForms is how many are kept, and formsAtOnce how many there is room made for at a time.
const (
	maxForms    = 1 << 13
	formsAtOnce = 1 << 6
)

// begin is the number of the next article. What is forgotten is forgotten before it: in one article all words of a form are counted
// together.
func (m *memory) begin() int {
	if len(m.forms) > maxForms || m.forms == nil {
		m.forms = map[string]*form{}
		m.round++
	}
	m.articles++
	return m.articles
}

// form is that of a word.
func (m *memory) form(w *word) *form {
	if w.round == m.round {
		return w.of
	}
	f := m.forms[w.form]
	if f == nil {
		if len(m.room) == 0 {
			m.room = make([]form, formsAtOnce)
		}
		f, m.room = &m.room[0], m.room[1:]
		*f = form{text: w.form, number: uint32(len(m.forms))}
		m.forms[w.form] = f
	}
	w.of, w.round = f, m.round
	return f
}

// Phrases are the forms of several words of an article: a hash table.
type phrases struct {
	slots []int32 // a power of two of them; 1 + the number in all, or 0
	all   []*phrase
	count int // of all that are in use
}

// A phrase is a form of several words with one of its places.
type phrase struct {
	form
	at token.Range
}

func (p *phrases) reset() {
	clear(p.slots)
	p.count = 0
}

// formOf is the form of a span.
func (a *Article) formOf(at token.Range) *form {
	if at.Len() == 1 {
		return a.of[at.Start]
	}
	p := &a.phrases
	if 2*(p.count+1) > len(p.slots) {
		a.growPhrases()
	}
	mask := uint64(len(p.slots) - 1)
	k := a.hash(at) & mask
	for ; p.slots[k] != 0; k = (k + 1) & mask {
		if found := p.all[p.slots[k]-1]; a.alike(found.at, at) {
			return &found.form
		}
	}
	if p.count == len(p.all) {
		p.all = append(p.all, new(phrase))
	}
	made := p.all[p.count]
	*made = phrase{at: at, form: form{article: a.number}}
	p.count++
	p.slots[k] = int32(p.count)
	return &made.form
}

func (a *Article) growPhrases() {
	p := &a.phrases
	p.slots = make([]int32, max(1<<8, 2*len(p.slots)))
	mask := uint64(len(p.slots) - 1)
	for n, known := range p.all[:p.count] {
		k := a.hash(known.at) & mask
		for ; p.slots[k] != 0; k = (k + 1) & mask {
		}
		p.slots[k] = int32(n + 1)
	}
}

// hash is that of a span's forms.
func (a *Article) hash(at token.Range) uint64 {
	h := uint64(at.Len())
	for i := at.Start; i < at.End; i++ {
		h = (h ^ uint64(a.of[i].number)) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	return h
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
