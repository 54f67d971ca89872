package evidence

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/rules/match"
	"sayso/rules/token"
)

// A word is what is known of all tokens that are written alike: looked up once, then kept for the next texts.
type word struct { // what is asked for at every token stands in the first 64 bytes
	form   string // in lower case; figures are all one
	shape  string
	class  string // what it is in a name's pattern
	traits traits
	number int32 // of its form, in the memory's round
	round  int32
	kind   uint16 // the number of its class, 0 where too many have one
	known  uint16 // the roles whose scores are known, a bit each

	suffix string   // the last letters of a longer word
	lists  []string // that hold it
	nouns  []string // of its lists, those of nouns that say what a name is that of
	bearer string   // the first of those of nouns for people by what they do, or empty
	_      [6]uint64
	scores [roles]Score
}

// A memory is the forms of the words that were read.
type memory struct {
	numbers  map[string]int32 // of forms
	round    int32            // how often they were forgotten
	decision int
	texts    texts
	classes  map[string]uint16
	memo     memo
	ruled    []ruled // by the numbers of rules
	spare    *scratch
}

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

// A listed is a form of several tokens, by the token that it begins with and the one that it ends before.
type listed struct {
	at    token.Range
	lists []string
}

// read looks at every token.
func (a *Article) read() {
	kept := remembered(a.Reader)
	a.memory = kept
	kept.begin()
	a.scratch = kept.borrow(len(a.Text.Tokens))
	for i := range a.words { // by itself, so that words far apart in memory are fetched at once
		w := a.wordAt(i)
		a.words[i], a.traits[i] = w, w.traits
	}
	for i := range a.words {
		a.readLong(i)
		a.of[i] = a.formOfWord(a.words[i])
	}
	a.sortLong()
}

// remembered is the memory of a reader.
func remembered(r *match.Reader) *memory {
	kept, _ := (*r.Kept()).(*memory)
	if kept == nil {
		kept = new(memory)
		*r.Kept() = kept
	}
	return kept
}

// readWord looks at a token and the forms of several that begin with it.
func (a *Article) readWord(i int) {
	a.words[i] = a.wordAt(i)
	a.readLong(i)
}

// readLong looks at the forms of several tokens that begin with one.
func (a *Article) readLong(i int) {
	for end, lists := range a.Reader.LongForms(i) {
		a.long = append(a.long, listed{token.Range{Start: i, End: end}, lists})
	}
}

// wordAt is what is known of the word at a token.
func (a *Article) wordAt(i int) *word {
	known := a.Reader.Known(i)
	w, _ := (*known).(*word)
	if w == nil {
		w = newWord(a.Reader.Form(i), a.Text.Tokens[i].Kind, a.Reader.Lists(i))
		w.kind = a.classNumber(w.class)
		*known = w
	}
	return w
}

// figured are the lists about figures that say nothing of names.
var figured = []string{"numbered-noun"}

func newWord(form string, kind token.Kind, lists []string) *word {
	if overlap(lists, figured) {
		lists = slices.DeleteFunc(slices.Clone(lists), func(l string) bool { return slices.Contains(figured, l) })
	}
	w := &word{form: strings.ToLower(form), shape: shapeOf(form, kind), lists: lists}
	switch w.shape {
	case "lower":
		w.traits |= lowered
	case "mark", "number":
	default:
		if !isPlural(form) {
			w.traits |= capitalised
		}
	}
	w.classify()
	if kind == token.Number {
		w.form = "0"
	}
	if kind == token.Word {
		w.suffix = suffixOf(w.form)
	}
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
