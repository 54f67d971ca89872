// Package inflect forms words from their lemmas. A Paradigm says how lemmas of one ending inflect; a Former chooses the
// paradigm of a lemma and gives its signature: the beginning that all its forms have in common, and the endings with
// what each of them tells. Many lemmas share one signature, so that a dictionary of lemmas is a dictionary of forms and
// nothing has to be written out. The package knows no language.
package inflect

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Set is features, one bit each; what the bits mean, the caller's table of names says.
type Set uint64

// Has reports whether all of some features are in the set.
func (s Set) Has(some Set) bool { return s&some == some }

// A Paradigm is how words inflect.
type Paradigm struct {
	Lemma    string         // what their lemmas end in, after "-", or a whole lemma
	Whole    *regexp.Regexp // or what describes them from end to end
	Like     string         // the lemma ending of the paradigm whose cells and spelling it has besides its own, or empty
	Cells    []Cell
	Spelling []Change // the first that holds changes a form
}

// A Cell is one form of a paradigm.
type Cell struct {
	Row      Set // the features of the row of cells that it is one of
	Features Set
	Cut      string // what is taken from the lemma's end first
	Ending   string // what comes instead; letters that Spelling does not know become small
}

// A Change is what happens where a stem and an ending meet: "c" + "a" gives "ça". In Stem, "?" is one consonant and "*" is
// one or more; Result may use the same sign again, and "/" between two ways to write the form.
type Change struct{ Stem, Ending, Result string }

// A Form is a form of a lemma, or of the end of one.
type Form struct {
	Text     string
	Features Set
}

// A Class is the paradigms of one class of words: verbs, nouns.
type Class struct {
	paradigms []Paradigm
	called    map[string]*Paradigm // by what their lemmas end in, or by whole lemmas
	described []*Paradigm
}

// NewClass is a class of words; of two paradigms of one name the first counts.
func NewClass(paradigms []Paradigm) *Class {
	c := &Class{paradigms, map[string]*Paradigm{}, nil}
	for i := range paradigms {
		p := &paradigms[i]
		if c.called[p.Lemma] == nil {
			c.called[p.Lemma] = p
		}
		if p.Whole != nil {
			c.described = append(c.described, p)
		}
	}
	return c
}

// find is the paradigm of a lemma: one of that very lemma, else the one of the longest ending, else one that describes it,
// else the one of no ending; nil where there is none.
func (c *Class) find(lemma string) *Paradigm {
	if p := c.called[lemma]; p != nil {
		return p
	}
	for at := range lemma {
		if p := c.called["-"+lemma[at:]]; p != nil {
			return p
		}
	}
	for _, p := range c.described {
		if p.Whole.MatchString(lemma) {
			return p
		}
	}
	return c.called["-"]
}

// fits reports whether a lemma ends as those of the paradigm do and is longer than that, or as long.
func (p *Paradigm) fits(lemma string) bool {
	ending, ok := strings.CutPrefix(p.Lemma, "-")
	return ok && strings.HasSuffix(lemma, ending)
}

// whole is a paradigm with the cells and spelling of the one that it is like: its own rows take the place of those of the
// same features.
func (c *Class) whole(p *Paradigm) Paradigm {
	for depth := 0; p.Like != "" && depth < 9; depth++ {
		base := c.called[p.Like]
		if base == nil {
			break
		}
		own := func(cell Cell) bool {
			return slices.ContainsFunc(p.Cells, func(o Cell) bool { return o.Row == cell.Row })
		}
		p = &Paradigm{
			Lemma: p.Lemma, Like: base.Like, Spelling: append(slices.Clone(p.Spelling), base.Spelling...),
			Cells: append(slices.DeleteFunc(slices.Clone(base.Cells), own), p.Cells...),
		}
	}
	return *p
}

// forms are the forms of a lemma, or of as much of its end as the paradigm looks at.
func (p *Paradigm) forms(lemma string) []Form {
	var all []Form
	for _, c := range p.Cells {
		stem, ok := strings.CutSuffix(lemma, c.Cut)
		if !ok {
			continue
		}
		for text := range strings.SplitSeq(p.join(stem, c.Ending), "/") {
			all = append(all, Form{strings.ToLower(text), c.Features})
		}
	}
	return all
}

// join writes a stem and an ending together.
func (p *Paradigm) join(stem, ending string) string {
	for i := range p.Spelling {
		change := &p.Spelling[i]
		rest, ok := strings.CutPrefix(ending, change.Ending)
		if !ok {
			continue
		}
		if start, wild := change.in(stem); start >= 0 {
			var ways []string
			for way := range strings.SplitSeq(change.Result, "/") {
				way = strings.NewReplacer("?", wild, "*", wild).Replace(way)
				ways = append(ways, stem[:start]+way+rest)
			}
			return strings.Join(ways, "/")
		}
	}
	return stem + ending
}

// in is where the change's stem begins in a stem that it ends, and what stands for its sign; -1 where it does not end it.
func (c *Change) in(stem string) (start int, wild string) {
	before, after, signed := strings.Cut(c.Stem, "?")
	most := 1
	if !signed {
		if before, after, signed = strings.Cut(c.Stem, "*"); signed {
			most = maxConsonants
		}
	}
	rest, ok := strings.CutSuffix(stem, after)
	switch {
	case !signed && strings.HasSuffix(stem, c.Stem):
		return len(stem) - len(c.Stem), ""
	case !signed || !ok:
		return -1, ""
	}
	from := consonants(rest, most)
	if wild = rest[from:]; wild == "" || !strings.HasSuffix(rest[:from], before) {
		return -1, ""
	}
	return from - len(before), wild
}

// maxConsonants is how many consonants "*" may stand for.
const maxConsonants = 4

// consonants is where the consonants at the end of a word begin, most of them at most. A u after q or g is one of them.
func consonants(word string, most int) int {
	at := len(word)
	if most > 1 && (strings.HasSuffix(word, "qu") || strings.HasSuffix(word, "gu")) {
		at -= 2
	}
	for ; most > 0 && at > 0; most-- {
		r, size := utf8.DecodeLastRuneInString(word[:at])
		if isVowel(r) {
			break
		}
		at -= size
	}
	return at
}

// isVowel reports whether a letter is a vowel, with an accent or without.
func isVowel(r rune) bool {
	bare, _ := utf8.DecodeRune(norm.NFD.AppendString(nil, string(r)))
	return strings.ContainsRune("aeiouy", bare)
}
