package inflect

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A Former gives lemmas their signatures.
type Former struct {
	signatures [][]Form
	known      map[ending]int       // signatures by paradigm and the end of a lemma
	same       map[string]int       // signatures by their endings
	whole      map[*Paradigm]wholly // paradigms with all that they have of others
}

// An ending is the end of a lemma as its paradigm looks at it.
type ending struct {
	paradigm *Paradigm
	text     string
}

// A wholly is a paradigm with what it has of others, and how much of a lemma's end its cells cut.
type wholly struct {
	Paradigm
	cut   int
	seams []seam
}

// A seam is a change that can hold where something is cut from a lemma.
type seam struct {
	cut    string
	change *Change
}

// NewFormer is a former without signatures.
func NewFormer() *Former {
	return &Former{known: map[ending]int{}, same: map[string]int{}, whole: map[*Paradigm]wholly{}}
}

// Signatures are those of all lemmas so far, by their numbers: endings with what they tell.
func (f *Former) Signatures() [][]Form { return f.signatures }

// Stem is the beginning of a lemma that all its forms have, and the number of its signature. A lemma may be formed like
// another of its class that it ends with; without one, like is empty. It gives ok = false where no paradigm fits.
func (f *Former) Stem(c *Class, lemma, like string) (stem string, signature int, ok bool) {
	model := lemma
	if like != "" {
		if model = like; !strings.HasSuffix(lemma, like) {
			return f.alike(c, lemma, like)
		}
	}
	p := c.find(model)
	if p == nil {
		return "", 0, false
	}
	stem, signature = f.stem(c, p, model)
	return strings.TrimSuffix(lemma, model) + stem, signature, true
}

// alike is Stem for a lemma that does not end with the one that it is formed like, but as that one's paradigm wants.
func (f *Former) alike(c *Class, lemma, like string) (stem string, signature int, ok bool) {
	p := c.find(like)
	if p == nil || p.Whole == nil && !p.fits(lemma) && !endsWithAll(lemma, c.whole(p)) {
		return "", 0, false
	}
	stem, signature = f.stem(c, p, lemma)
	return stem, signature, true
}

// endsWithAll reports whether a lemma ends with whatever the cells of a paradigm cut.
func endsWithAll(lemma string, p Paradigm) bool {
	return !slices.ContainsFunc(p.Cells, func(c Cell) bool { return !strings.HasSuffix(lemma, c.Cut) })
}

func (f *Former) stem(c *Class, p *Paradigm, lemma string) (string, int) {
	w, ok := f.whole[p]
	if !ok {
		w = whollyOf(c.whole(p))
		f.whole[p] = w
	}
	at := w.start(lemma)
	key := ending{p, lemma[at:]}
	n, ok := f.known[key]
	if !ok {
		n = f.add(w.forms(lemma[at:]))
		f.known[key] = n
	}
	return lemma[:at], n
}

func whollyOf(p Paradigm) wholly {
	w := wholly{Paradigm: p}
	for _, cell := range p.Cells {
		w.cut = max(w.cut, len(cell.Cut))
		for i := range p.Spelling {
			s := seam{cell.Cut, &p.Spelling[i]}
			if strings.HasPrefix(cell.Ending, s.change.Ending) && !slices.Contains(w.seams, s) {
				w.seams = append(w.seams, s)
			}
		}
	}
	return w
}

// start is where the part of a lemma begins that its paradigm looks at: what cells cut, and what changes of spelling find
// before it.
func (w *wholly) start(lemma string) int {
	start := max(0, len(lemma)-w.cut)
	for _, s := range w.seams {
		if stem, ok := strings.CutSuffix(lemma, s.cut); ok {
			if at, _ := s.change.in(stem); at >= 0 {
				start = min(start, at)
			}
		}
	}
	for start > 0 && start < len(lemma) && !utf8.RuneStart(lemma[start]) {
		start--
	}
	return start
}

// add numbers a signature.
func (f *Former) add(forms []Form) int {
	var key strings.Builder
	for _, form := range forms {
		key.WriteString(form.Text)
		for s := form.Features; s > 0; s >>= 7 {
			key.WriteByte(byte(s)&0x7f | 0x80)
		}
		key.WriteByte(0)
	}
	n, ok := f.same[key.String()]
	if !ok {
		n = len(f.signatures)
		f.signatures = append(f.signatures, forms)
		f.same[key.String()] = n
	}
	return n
}
