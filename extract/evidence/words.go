package evidence

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/rules/token"
)

// A word is what is known of all tokens that are written alike: looked up once, then kept for the next texts.
type word struct {
	form    string // in lower case; figures are all one
	shape   string
	suffix  string   // the last letters of a longer word
	lists   []string // that hold it
	class   string   // what it is in a name's pattern
	capital bool
	lower   bool // a word in lower case
	common  bool // the language also writes it in lower case
	head    bool // in lower case, and a name may begin with it
	counted *counted
	round   int // of the memory, that the counts are of
	known   [roles]bool
	scores  [roles]Score // where known
}

// A counted is how often the words of one form, in lower case or not, stand in one article.
type counted struct {
	article int // the number of the article that is counted
	lower   int // in lower case
	inside  int // with a capital that no place explains
}

// in is the counts for an article, from nothing on.
func (c *counted) in(article int) *counted {
	if c.article != article {
		*c = counted{article: article}
	}
	return c
}

// A memory is the forms of the words that were read.
type memory struct {
	forms    map[string]*counted
	round    int // how often they were forgotten
	articles int
	texts    texts
	memo     memo
}

// maxForms is how many are kept.
const maxForms = 1 << 13

// Texts are strings put together, each made once for all articles.
type texts struct {
	known  map[string]string
	buffer []byte
}

// maxTexts is how many are kept.
const maxTexts = 1 << 12

// of is the string of some bytes; the buffer is theirs.
func (t *texts) of(b []byte) string {
	t.buffer = b
	s, ok := t.known[string(b)]
	if !ok {
		if len(t.known) >= maxTexts || t.known == nil {
			t.known = map[string]string{}
		}
		s = string(b)
		t.known[s] = s
	}
	return s
}

// begin is the number of the next article. What is forgotten is forgotten before it: in one article all words of a form are counted
// together.
func (m *memory) begin() int {
	if len(m.forms) > maxForms || m.forms == nil {
		m.forms = map[string]*counted{}
		m.round++
	}
	m.articles++
	return m.articles
}

// count lets a word be counted with those of its form.
func (m *memory) count(w *word) {
	if w.round == m.round {
		return
	}
	if m.forms[w.form] == nil {
		m.forms[w.form] = &counted{}
	}
	w.counted, w.round = m.forms[w.form], m.round
}

// A listed is a form of several tokens, by the token that it begins with and the one that it ends before.
type listed struct {
	at    token.Range
	lists []string
}

// read looks at every token.
func (a *Article) read() {
	kept, _ := (*a.Reader.Kept()).(*memory)
	if kept == nil {
		kept = new(memory)
		*a.Reader.Kept() = kept
	}
	a.number, a.texts, a.memo = kept.begin(), &kept.texts, &kept.memo
	a.words = make([]*word, len(a.Text.Tokens))
	a.opening = make([]bool, len(a.words))
	for i := range a.words {
		known := a.Reader.Known(i)
		w, _ := (*known).(*word)
		if w == nil {
			w = newWord(a.Reader.Form(i), a.Text.Tokens[i].Kind, a.Reader.Lists(i))
			*known = w
		}
		kept.count(w)
		a.words[i] = w
		for end, lists := range a.Reader.LongForms(i) {
			if a.starts == nil {
				a.starts, a.stops = map[int][]listed{}, map[int][]listed{}
			}
			f := listed{token.Range{Start: i, End: end}, lists}
			a.starts[i], a.stops[end-1] = append(a.starts[i], f), append(a.stops[end-1], f)
		}
	}
}

// figured are the lists about figures that say nothing of names.
var figured = []string{"numbered-noun"}

func newWord(form string, kind token.Kind, lists []string) *word {
	if overlap(lists, figured) {
		lists = slices.DeleteFunc(slices.Clone(lists), func(l string) bool { return slices.Contains(figured, l) })
	}
	w := &word{form: strings.ToLower(form), shape: shapeOf(form, kind), lists: lists}
	w.capital = w.shape != "lower" && w.shape != "mark" && w.shape != "number" && !isPlural(form)
	w.lower = w.shape == "lower"
	w.head = w.lower && overlap(lists, heads)
	if kind == token.Number {
		w.form = "0"
	}
	if kind == token.Word {
		w.suffix = suffixOf(w.form)
	}
	w.class, w.common = w.classOf(), overlap(lists, common)
	return w
}

// isPlural reports whether a word is an acronym in the plural, which is a common noun: SUVs, NGOs.
func isPlural(form string) bool {
	letters := strings.TrimSuffix(form, "s")
	return len(letters) > 1 && letters != form && strings.ToUpper(letters) == letters && strings.ToLower(letters) != letters
}

// suffixLetters is how many letters a suffix has, of words that are longer by two at least.
const suffixLetters = 3

// suffixOf is the last letters of a longer word, or empty.
func suffixOf(form string) string {
	if utf8.RuneCountInString(form) < suffixLetters+2 {
		return ""
	}
	at := len(form)
	for range suffixLetters {
		_, size := utf8.DecodeLastRuneInString(form[:at])
		at -= size
	}
	return form[at:]
}

// shapeOf is what a word's capitals and digits are like.
func shapeOf(form string, kind token.Kind) string {
	switch kind {
	case token.Number:
		return "number"
	case token.Mark:
		return "mark"
	}
	upper, lower, digits, dots := 0, 0, 0, 0
	for _, c := range form {
		switch {
		case unicode.IsUpper(c):
			upper++
		case unicode.IsLetter(c):
			lower++
		case unicode.IsDigit(c):
			digits++
		case c == '.':
			dots++
		}
	}
	first, _ := utf8.DecodeRuneInString(form)
	switch {
	case upper == 0:
		return "lower"
	case digits > 0:
		return "digits"
	case lower == 0 && upper == 1 && dots > 0:
		return "initial"
	case lower == 0 && upper == 1:
		return "letter"
	case lower == 0:
		return "capitals"
	case upper == 1 && unicode.IsUpper(first):
		return "capital"
	}
	return "mixed"
}

// classes are lists by what their words are in a name's pattern, the most telling first.
var classes = []struct {
	class string
	lists []string
}{
	{"initial", []string{"initial"}},
	{"country", []string{"country"}},
	{"demonym", []string{"demonym", "people-word"}},
	{"first-name", []string{"first-name", "world-first-name", "english-first-name", "given-name"}},
	{"word-name", []string{"word-first-name"}},
	{"title", []string{"title", "courtesy"}},
	{"organization-word", []string{"organization-noun", "organization-head", "named-head", "school-head", "organization-tail", "state-body", "club-code", "club-tail", "club-word", "team-name"}},
	{"place-word", []string{"place-noun", "place-head", "site-head", "compass"}},
	{"event-word", []string{"event-noun", "misc-head", "event-head", "event-short", "world-event"}},
	{"city", []string{"city", "ambiguous-city", "region", "world-region"}},
	{"known", []string{"known-organization", "world-organization", "known-product"}},
	{"team", []string{"famous-team"}},
	{"thing", []string{"famous-thing"}},
	{"place", []string{"famous-place", "lesser-city"}},
	{"body", []string{"famous-body"}},
	{"world-city", []string{"world-city", "ambiguous-world-city", "ambiguous-region"}},
	{"surname", []string{"famous-person", "family-name"}},
	{"date", []string{"weekday", "month", "sure-month"}},
	{"particle", []string{"particle", "name-particle", "inner-particle"}},
	{"common", []string{"common", "common-word"}},
}

// classOf is what a word is in a name's pattern.
func (w *word) classOf() string {
	switch w.shape {
	case "mark":
		return w.form
	case "number", "capitals", "mixed", "digits", "letter", "initial":
		return w.shape
	}
	for _, c := range classes {
		if (!w.lower || c.class == "particle") && overlap(w.lists, c.lists) {
			return c.class
		}
	}
	if w.lower {
		return "lower"
	}
	return "unknown"
}

func overlap(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}
