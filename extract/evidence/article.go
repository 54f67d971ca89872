package evidence

import (
	"cmp"
	"slices"
	"strings"

	"sayso/rules/match"
	"sayso/rules/token"
)

// An Article is one article with all that is known of its words and of the spans that may be names.
type Article struct {
	Source
	number  int // among those that its reader has read
	words   []*word
	opening []bool           // any word would have a capital there
	starts  map[int][]listed // forms of several tokens by the token they begin with
	stops   map[int][]listed // by the token they end with
	matches []held           // in the order of the text
	longest int              // match, in tokens
	spans   []token.Range    // that may be names, in the order of the text
	texts   *texts
	memo    *memo
	forms   forms
	lines   []line // by paragraph
	line    []int  // by token, its paragraph
	sport   bool
	spelt   map[string]bool // acronyms of common words
	joint   map[int]bool    // tokens that join two parts of a family name
	alone   map[string]bool // forms that stand somewhere by themselves
	after   map[int][]clue  // by the token that a name may end before
}

// A held is a place where a rule holds.
type held struct {
	*match.Match
	at   token.Range // without what owes its capital to its place
	rule string      // without its pack
	pack string
	kind Kind
	name bool // it knows no kind
}

// A line is a paragraph as a whole.
type line struct {
	at    token.Range
	shape string // capitals, title, headline or empty
	first bool
}

// NewArticle reads what an article offers.
func NewArticle(s Source) *Article {
	a := &Article{Source: s}
	a.read()
	a.readLines()
	a.sport, a.spelt, a.joint, a.alone, a.after = a.sports(), a.spellings(), a.joints(), a.standAlone(), a.clues()
	for _, m := range s.Matches {
		rule := &s.Rules[m.Rule]
		h := held{Match: m, at: s.Span(m), rule: rule.Short}
		h.pack, _, _ = strings.Cut(rule.Name, ".")
		kind, ok := KindOf(rule.Makes)
		h.kind, h.name = kind, !ok
		if h.at.Len() == 0 || !a.anyCapital(h.at) {
			continue
		}
		a.matches = append(a.matches, h)
		a.longest = max(a.longest, h.at.Len())
	}
	slices.SortStableFunc(a.matches, func(x, y held) int { return cmp.Compare(x.at.Start, y.at.Start) })
	a.candidates()
	a.count()
	return a
}

func (a *Article) anyCapital(at token.Range) bool {
	for i := at.Start; i < at.End; i++ {
		if s := a.words[i].shape; s != "lower" && s != "mark" && s != "number" {
			return true
		}
	}
	return false
}

// readLines tells headlines and lines in capitals from others, and where a word's capital tells nothing.
func (a *Article) readLines() {
	t := a.Text
	a.line = make([]int, len(t.Tokens))
	for n, p := range t.Paragraphs {
		l := line{at: p, first: n == 0}
		words, capitals, all, long := 0, 0, 0, 0
		for i := p.Start; i < p.End; i++ {
			a.line[i] = n
			w := a.words[i]
			if t.Tokens[i].Kind != token.Word {
				continue
			}
			words++
			if w.lower && len(w.form) > 3 {
				long++
			}
			if w.capital {
				capitals++
			}
			if w.shape == "capitals" {
				all++
			}
		}
		end := t.Word(p.End - 1)
		open := !strings.HasSuffix(end, ".") && end != "!" && end != "?" && end != "…" && end != "»" && end != "”" && end != "\""
		switch {
		case words >= 3 && 2*all > words && all > 2:
			l.shape = "capitals"
		case words >= 4 && open && long <= words/6 && capitals > words/2:
			l.shape = "title"
		case open && words < 16:
			l.shape = "headline"
		}
		a.lines = append(a.lines, l)
	}
	for _, s := range t.Sentences {
		for i := s.Start; i < s.End; i++ {
			shape := a.lines[a.line[i]].shape
			a.opening[i] = i == s.Start || shape == "capitals" || shape == "title" ||
				a.words[i-1].shape == "mark" && !slices.Contains([]string{",", ")", "-", "'", "/", "&", "’", "."}, t.Word(i-1)) && i-1 >= s.Start
		}
	}
}

// Forms are what the other places of a form tell of it.
type forms struct {
	spans map[string]int        // candidates that are matches, by form
	kinds map[string][Kinds]int // rules that know a kind, by the form they hold for
	parts map[string][Kinds]int // by a word, longer names that it stands in
	last  map[string]int        // people whose last word it is
	first map[string]int        // people whose first word it is
}

func (a *Article) count() {
	f := forms{map[string]int{}, map[string][Kinds]int{}, map[string][Kinds]int{}, map[string]int{}, map[string]int{}}
	for i := range a.words {
		w := a.words[i]
		switch {
		case w.lower:
			w.counted.in(a.number).lower++
		case w.capital && !a.opening[i]:
			w.counted.in(a.number).inside++
		}
	}
	for i := range a.matches {
		m := &a.matches[i]
		form := a.form(m.at)
		if i == 0 || a.matches[i-1].at != m.at {
			f.spans[form]++
		}
		if m.name {
			continue
		}
		k := f.kinds[form]
		k[m.kind]++
		f.kinds[form] = k
		if m.at.Len() < 2 {
			continue
		}
		for j := m.at.Start; j < m.at.End; j++ {
			if a.words[j].capital {
				k := f.parts[a.words[j].form]
				k[m.kind]++
				f.parts[a.words[j].form] = k
			}
		}
		if m.kind == Person {
			f.last[a.words[m.at.End-1].form]++
			f.first[a.words[m.at.Start].form]++
		}
	}
	a.forms = f
}

// form is the words of a span in lower case.
func (a *Article) form(at token.Range) string {
	if at.Len() == 1 {
		return a.words[at.Start].form
	}
	b := a.texts.buffer[:0]
	for i := at.Start; i < at.End; i++ {
		b = append(append(b, a.words[i].form...), ' ')
	}
	return a.texts.of(b)
}
