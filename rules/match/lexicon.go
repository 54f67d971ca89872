package match

import (
	"iter"
	"slices"
	"strings"

	"sayso/rules/phrase"
	"sayso/rules/token"
)

// maxForms bounds the spellings that one form of a list may stand for.
const maxForms = 4096

// list puts a list's forms where texts look for them: its own into the vocabulary, those of name files into a table.
func (b *builder) list(l List) {
	c := b.names[l.Name]
	each := func(do func(forms []string, m member)) {
		for _, e := range l.Entries {
			for _, form := range spellings(e.Form) {
				do(b.tokens(form), member{c, e.Value})
			}
		}
	}
	each(b.form)
	if l.Accents {
		each(func(forms []string, m member) {
			for _, bare := range unaccented(forms) {
				b.form(bare, m)
			}
		})
	}
	if len(l.Names) > 0 {
		b.nameFiles(c, l.Names, l.Accents)
	}
}

// form puts a form into a list.
func (b *builder) form(forms []string, m member) {
	switch len(forms) {
	case 0:
	case 1:
		b.speller.add(forms[0], m)
	default:
		literals := make([]class, len(forms))
		for i, f := range forms {
			literals[i] = b.literal(f)
		}
		b.speller.addLong(literals, m)
	}
}

// A spelt is a form with its case and in lower case, and their hashes.
type spelt struct {
	form, lower     string
	hash, lowerHash uint64
}

func newSpelt(form string) spelt {
	s := spelt{form: form, lower: token.Lower(form), hash: hashOf(form)}
	s.lowerHash = s.hash
	if s.lower != form {
		s.lowerHash = hashOf(s.lower)
	}
	return s
}

// meanings are those of a form in lower case and as it stands.
func (p *Program) meanings(s *spelt) (all [2]meaning) {
	all[0] = p.vocabulary.meaning(s.lowerHash, s.lower)
	if s.form != s.lower {
		all[1] = p.vocabulary.meaning(s.hash, s.form)
	}
	return all
}

// value is what a word stands for in a list.
func (p *Program) value(list class, s *spelt, meanings [2]meaning) (string, bool) {
	for i := len(meanings) - 1; i >= 0; i-- {
		if v, ok := p.vocabulary.value(meanings[i].listing, list); ok {
			return v, true
		}
	}
	if int(list) >= len(p.hasNames) || !p.hasNames[list] {
		return "", false
	}
	lower, exact := p.gazetteer.numbers(s)
	if v, ok := p.gazetteer.value(exact, list); ok {
		return v, true
	}
	return p.gazetteer.value(lower, list)
}

// valueOf is what Lookup gives for a plain word; in lower case, for the word in lower case.
func (p *Program) valueOf(w *word, list class, lower bool) (string, bool) {
	meanings, s := w.meanings, &w.spelt
	if lower && s.form != s.lower {
		meanings, s = [2]meaning{meanings[0]}, &spelt{form: s.lower, lower: s.lower, hash: s.lowerHash, lowerHash: s.lowerHash}
	}
	if v, ok := p.value(list, s, meanings); ok {
		return v, true
	}
	return p.inflections.lemma(list, w.readings)
}

// Lookup gives the value that a list has for a form, and whether the list, its name files with it, holds it; for a view of an
// inflected list ("say.finite") that is the lemma.
func (p *Program) Lookup(list, form string) (string, bool) {
	c, ok := p.lists.get(list)
	if !ok {
		return "", false
	}
	return p.lookup(c, form, new(token.Text))
}

// lookup is Lookup in the list of a class, with room for a form of several tokens.
func (p *Program) lookup(c class, form string, room *token.Text) (string, bool) {
	s := newSpelt(token.Exact(form))
	if v, ok := p.value(c, &s, p.meanings(&s)); ok {
		return v, ok
	}
	if _, v := p.inflections.view(c); v != nil {
		var few [8]reading
		if v, ok := p.inflections.lemma(c, p.inflections.read(few[:0], s.lower)); ok {
			return v, ok
		}
	}
	if strings.IndexByte(form, ' ') < 0 && strings.IndexByte(form, '\'') < 0 && !strings.Contains(form, "’") {
		return "", false
	}
	p.scanner.ScanInto(room, form)
	return p.longValue(c, room)
}

// longValue is what a form of several tokens stands for in a list. Each token may be meant as it stands or in lower case, as
// the forms of other lists have it, so all ways are followed.
func (p *Program) longValue(list class, t *token.Text) (string, bool) {
	var few, fewer [4]int32
	ways, next := append(few[:0], 0), fewer[:0]
	for i := range t.Tokens {
		s := newSpelt(token.Exact(t.Word(i)))
		meanings := p.meanings(&s)
		next = next[:0]
		for _, at := range ways {
			for _, m := range meanings {
				if m.literal == 0 {
					continue
				}
				if to := p.vocabulary.step(at, m.literal); to != 0 && !slices.Contains(next, to) {
					next = append(next, to)
				}
			}
		}
		ways, next = next, ways
	}
	for _, at := range ways {
		if v, ok := p.vocabulary.value(p.vocabulary.ends[at], list); ok {
			return v, true
		}
	}
	return p.filed(list, t)
}

// filed is what a form of several tokens stands for in the name files of a list.
func (p *Program) filed(list class, t *token.Text) (string, bool) {
	if int(list) >= len(p.hasNames) || !p.hasNames[list] {
		return "", false
	}
	exact, lower := make([]string, len(t.Tokens)), make([]string, len(t.Tokens))
	for i := range t.Tokens {
		exact[i] = token.Exact(t.Word(i))
		lower[i] = token.Lower(exact[i])
	}
	for _, forms := range [][]string{exact, lower} {
		hash := hashOf(forms[0])
		for _, f := range forms[1:] {
			hash = join(hash, hashOf(f))
		}
		n := p.gazetteer.find(hash, func(key string) bool { return sameForms(key, forms) })
		if v, ok := p.gazetteer.value(n, list); ok {
			return v, true
		}
	}
	return "", false
}

// Words are the forms of one token that a list holds, folded, with their values; those of name files are not among them.
func (p *Program) Words(list string) iter.Seq2[string, string] {
	c, ok := p.lists.get(list)
	return func(yield func(value, form string) bool) {
		for n, m := range p.vocabulary.meanings {
			if v, is := p.vocabulary.value(m.listing, c); ok && is && !yield(v, p.vocabulary.forms.key(uint32(n))) {
				return
			}
		}
	}
}

// spellings are those that a list's form stands for, at most maxForms of them.
func spellings(n *phrase.Node) []string {
	switch n.Op {
	case phrase.Word:
		return []string{n.Text}
	case phrase.Alt:
		var all []string
		for _, k := range n.Kids {
			all = append(all, spellings(k)...)
		}
		return all[:min(len(all), maxForms)]
	case phrase.Repeat:
		return repeated(spellings(n.Kids[0]), n.Min, n.Max)
	case phrase.Seq:
		all := []string{""}
		for _, k := range n.Kids {
			all = product(all, spellings(k))
		}
		return all
	}
	return nil
}

func repeated(forms []string, least, most int) []string {
	var all []string
	run := []string{""}
	for i := 0; i <= most; i++ {
		if i >= least {
			all = append(all, run...)
		}
		run = product(run, forms)
	}
	return all[:min(len(all), maxForms)]
}

func product(left, right []string) []string {
	var all []string
	for _, l := range left {
		for _, r := range right {
			if len(all) == maxForms {
				return all
			}
			all = append(all, strings.TrimSpace(l+" "+r))
		}
	}
	return all
}
