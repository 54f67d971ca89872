package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/rules/token"
)

// A class is a property of one token or of one edge: a literal form, membership in a list, a shape, a type. Classes
// are numbered from 0 within a Program; the first ones are built in.
type class = int32

// The built-in classes of one token.
const (
	anyToken class = iota
	wordToken
	numberToken
	capitalToken
	capitalsToken
	mixedToken
	markToken
	quotedEdge
	breakMark // a mark that no gap goes over
	builtins
)

// Builtins are the names that phrases may refer to without any pack defining them.
var Builtins = map[string]class{
	"any": anyToken, "word": wordToken, "number": numberToken, "Capital": capitalToken, "capitals": capitalsToken,
	"mixed": mixedToken, "mark": markToken, "quoted": quotedEdge,
}

// classes are those of one word, by its form, its shape and the pack's expressions.
func (p *Program) classes(set []class, w *word) []class {
	set = append(set, anyToken)
	switch w.kind {
	case token.Word:
		set = appendShape(append(set, wordToken), w.form)
	case token.Number:
		set = append(set, numberToken)
	default:
		set = append(set, markToken)
		if w.quotes || strings.Contains(",;:.!?()[]…–", w.form) {
			set = append(set, breakMark)
		}
	}
	for _, m := range w.meanings {
		if m.literal != 0 {
			set = append(set, m.literal)
		}
		for _, l := range p.vocabulary.lists(m.listing) {
			set = append(set, l.class)
		}
	}
	return p.expressions.appendClasses(p.inflections.appendClasses(set, w.readings), w.form)
}

// appendShape adds the classes of a word's capitals and digits.
func appendShape(set []class, form string) []class {
	var letters, upper, digits int
	for _, r := range form {
		switch {
		case unicode.IsUpper(r):
			upper++
			letters++
		case unicode.IsLetter(r):
			letters++
		case r >= '0' && r <= '9':
			digits++
		}
	}
	first, _ := utf8.DecodeRuneInString(form)
	if unicode.IsUpper(first) {
		set = append(set, capitalToken)
	}
	if upper == letters && upper+digits > 1 {
		set = append(set, capitalsToken)
	}
	if upper > 0 && digits > 0 || upper > 0 && upper < letters && !(upper == 1 && unicode.IsUpper(first)) {
		set = append(set, mixedToken)
	}
	return set
}
