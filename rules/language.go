package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"sayso/rules/match"
	"sayso/rules/token"
)

// The keys of the section writing.
var writingKeys = []string{"decimal", "group", "elisions", "clitics", "prefixes", "quotes", "abbreviations"}

// readWriting reads the section writing: how the language writes.
func (l *loader) readWriting(n *yaml.Node) {
	for _, p := range l.pairs(n) {
		key, more := strings.CutPrefix(p.key.value, "+")
		if !slices.Contains(writingKeys, key) || more && key == "decimal" {
			l.unknown(p.key, writingKeys)
			continue
		}
		if old, ok := l.src.writing[key]; ok {
			l.twice(p.key, old.key)
			continue
		}
		s := setting{p.key, l.texts(p.value), more}
		l.checkWriting(key, s)
		l.src.writing[key] = s
	}
}

func (l *loader) checkWriting(key string, s setting) {
	for _, t := range s.texts {
		switch key {
		case "decimal", "group":
			if utf8.RuneCountInString(t.value) != 1 {
				l.fail(t.errorAt(0, fmt.Sprintf("expected one mark, found %q", shorten(t.value)), ""))
			}
		case "quotes":
			if len(strings.Fields(t.value)) != 2 {
				l.fail(t.errorAt(0, "expected an opening and a closing mark", "write both with a space between them"))
			}
		}
	}
	if key == "decimal" && len(s.texts) > 1 {
		l.fail(s.texts[1].errorAt(0, "there is one decimal mark", ""))
	}
}

// twice notes a key that another file of the pack holds too.
func (l *loader) twice(key, old text) {
	l.fail(key.errorAt(0, fmt.Sprintf("%q is already written at %s", shorten(key.value), place(old)), "keep one of them"))
}

// place is the file and line of a text.
func place(t text) string {
	p := t.pos()
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}

// readNumbers reads the section numbers: how the language writes numbers in words.
func (l *loader) readNumbers(n *yaml.Node) {
	for _, p := range atMost(l, maxDefined, "numbers", l.pairs(n)) {
		switch p.key.value {
		case "joiner":
			l.once(p, &l.src.joiner)
		case "point":
			l.once(p, &l.src.point)
		case "vigesimal":
			l.once(p, &l.src.vigesimal)
			if t := l.src.vigesimal; t.file != nil && !slices.Contains([]string{"yes", "no", "true", "false"}, t.value) {
				l.fail(t.errorAt(0, fmt.Sprintf("expected yes or no, found %q", shorten(t.value)), ""))
			}
		default:
			l.readNumeral(p)
		}
	}
}

// once reads a text that a pack may hold once.
func (l *loader) once(p pair, to *text) {
	if to.file != nil {
		l.twice(p.key, *to)
	} else if t, ok := l.text(p.value); ok {
		*to = t
	}
}

// readNumeral reads a value and its words.
func (l *loader) readNumeral(p pair) {
	value, ok := wholeNumber(p.key.value)
	if !ok {
		hint := didYouMean(p.key.value, []string{"joiner", "point", "vigesimal"})
		l.fail(p.key.errorAt(0, fmt.Sprintf("expected joiner, point, vigesimal or a whole number, found %q", shorten(p.key.value)), hint))
		return
	}
	for _, old := range l.src.numerals {
		if old.value == value {
			l.twice(p.key, old.key)
			return
		}
	}
	words := l.forms(p.value)
	for _, w := range words {
		l.checkWords(w)
	}
	l.src.numerals = append(l.src.numerals, numeral{value, p.key, words})
}

// checkWords holds that a form of a number is a single word.
func (l *loader) checkWords(s sentence) {
	if s.node == nil {
		return
	}
	texts, ok := s.node.Expand(maxExpanded)
	if !ok || slices.ContainsFunc(texts, func(t string) bool { return t == "" || strings.ContainsAny(t, " \t\u00a0") }) {
		l.fail(s.text.errorAt(0, "a number's form is one word", "longer numbers are put together from their words"))
	}
}

// wholeNumber reads 100 or 1e6.
func wholeNumber(s string) (int64, bool) {
	digits, zeros, power := strings.Cut(s, "e")
	if power {
		n, err := strconv.ParseUint(zeros, 10, 8)
		if err != nil || n > 18 {
			return 0, false
		}
		digits += strings.Repeat("0", int(n))
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	return n, err == nil && n >= 0 && digits[0] != '+'
}

// writingOf is the settings as the tokeniser takes them.
func writingOf(settings map[string]setting) token.Writing {
	texts := func(key string) []string {
		var all []string
		for _, t := range settings[key].texts {
			all = append(all, t.value)
		}
		return all
	}
	w := token.Writing{
		Decimal:       strings.Join(texts("decimal"), ""),
		Groups:        texts("group"),
		Elisions:      texts("elisions"),
		Clitics:       texts("clitics"),
		Prefixes:      texts("prefixes"),
		Abbreviations: texts("abbreviations"),
	}
	for _, q := range texts("quotes") {
		if marks := strings.Fields(q); len(marks) == 2 {
			w.Quotes = append(w.Quotes, token.Pair{Open: marks[0], Close: marks[1]})
		}
	}
	return w
}

// numbers is the section as the matcher takes it.
func (s *scope) numbers() match.Numbers {
	n := match.Numbers{
		Joiner:    s.joiner.value,
		Point:     s.point.value,
		Vigesimal: s.vigesimal.value == "yes" || s.vigesimal.value == "true",
		Words:     map[string]int64{},
	}
	for _, numeral := range s.numerals {
		for _, node := range parsed(numeral.words) {
			words, _ := node.Expand(maxExpanded)
			for _, w := range words {
				n.Words[strings.ToLower(w)] = numeral.value
			}
		}
	}
	return n
}
