package evidence

import (
	"slices"
	"strings"

	"sayso/rules/match"
	"sayso/rules/token"
)

// An Article is one article with all that is known of its words and of the spans that may be names.
type Article struct {
	Source
	*memory
	*scratch
	sport   bool
	joint   map[int]bool // tokens that join two parts of a family name
	partial bool         // some paragraphs are read alone: nothing is told of the rest
}

// A held is a place where a rule holds.
type held struct {
	*match.Match
	*ruled
	at   token.Range // without what owes its capital to its place
	sure bool        // of its kind
}

// A ruled is what is known of the matches of a rule.
type ruled struct {
	rule string // without its pack
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
	a.sport, a.joint = a.sports(), a.joints()
	a.spell()
	a.standAlone()
	a.hold()
	a.candidates()
	a.count()
	return a
}

// hold keeps the matches with a capital, in the order of the text.
func (a *Article) hold() {
	a.rule()
	for _, m := range a.Matches {
		at := a.Span(m)
		if at.Len() == 0 || !a.anyCapital(at) {
			continue
		}
		r := &a.ruled[m.Rule]
		a.unsorted = append(a.unsorted, held{m, r, at, !r.name && m.Value("kind") == surely})
		a.order = append(a.order, uint64(at.Start)<<32|uint64(len(a.unsorted)-1))
		a.longest = max(a.longest, at.Len())
	}
	slices.Sort(a.order)
	next := 0
	for _, n := range a.order {
		m := &a.unsorted[uint32(n)]
		for ; next <= m.at.Start; next++ {
			a.matchAt[next] = int32(len(a.matches))
		}
		a.matches = append(a.matches, *m)
	}
	for ; next < len(a.matchAt); next++ {
		a.matchAt[next] = int32(len(a.matches))
	}
}

// rule looks at the rules, once for all articles of a reader.
func (a *Article) rule() {
	if len(a.ruled) == len(a.Rules) {
		return
	}
	a.ruled = make([]ruled, len(a.Rules))
	for i := range a.Rules {
		r := &a.Rules[i]
		kind, ok := KindOf(r.Makes)
		pack, _, _ := strings.Cut(r.Name, ".")
		a.ruled[i] = ruled{r.Short, pack, kind, !ok}
	}
}

// heldFrom is the first of the matches that begin with a token or behind it.
func (a *Article) heldFrom(i int) int { return int(a.matchAt[max(0, i)]) }

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
	a.lines = sized(a.lines, len(a.Text.Paragraphs))
	for n, p := range a.Text.Paragraphs {
		a.readLine(n, p)
	}
	for _, s := range a.Text.Sentences {
		a.open(s)
	}
}

// readLine reads a paragraph as a line.
func (a *Article) readLine(n int, p token.Range) {
	t := a.Text
	l := line{at: p, first: n == 0}
	words, capitals, all, long := 0, 0, 0, 0
	for i := p.Start; i < p.End; i++ {
		a.line[i] = int32(n)
		w := a.words[i]
		if t.Tokens[i].Kind != token.Word {
			continue
		}
		words++
		if w.is(lowered) && len(w.form) > 3 {
			long++
		}
		if w.is(capitalised) {
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
	a.lines[n] = l
}

// open notes where in a sentence any word would have a capital.
func (a *Article) open(s token.Range) {
	for i := s.Start; i < s.End; i++ {
		shape := a.lines[a.line[i]].shape
		a.opening[i] = i == s.Start || shape == "capitals" || shape == "title" || a.words[i-1].shape == "mark" && opens(a.Text.Word(i-1))
	}
}

// opens reports whether any word would have a capital behind a mark.
func opens(mark string) bool {
	switch mark {
	case ",", ")", "-", "'", "/", "&", "’", ".":
		return false
	}
	return true
}

// count counts what each place of a form tells of the others.
func (a *Article) count() {
	for i, t := range a.traits {
		switch {
		case t&lowered != 0:
			a.counted[a.of[i]].lower++
		case t&capitalised != 0 && !a.opening[i]:
			a.counted[a.of[i]].inside++
		}
	}
	for i := range a.matches {
		m := &a.matches[i]
		f := a.countsOf(m.at)
		if i == 0 || a.matches[i-1].at != m.at {
			f.spans++
		}
		if m.name {
			continue
		}
		f.kinds[m.kind]++
		if m.at.Len() < 2 {
			continue
		}
		for j := m.at.Start; j < m.at.End; j++ {
			if a.words[j].is(capitalised) {
				a.counted[a.of[j]].parts[m.kind]++
			}
		}
		if m.kind == Person {
			a.counted[a.of[m.at.End-1]].last++
			a.counted[a.of[m.at.Start]].first++
		}
	}
}
