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

// A vocabulary maps the forms of tokens to the classes they belong to. A form in lower case stands for every case,
// a form with a capital for itself alone.
type vocabulary struct {
	lower, exact map[string][]class
}

func newVocabulary() vocabulary {
	return vocabulary{lower: map[string][]class{}, exact: map[string][]class{}}
}

// add puts a token's form into a class.
func (v vocabulary) add(form string, c class) {
	if token.HasUpper(form) {
		form = token.Exact(form)
		v.exact[form] = insert(v.exact[form], c)
		return
	}
	form = token.Fold(form)
	v.lower[form] = insert(v.lower[form], c)
}

func insert(set []class, c class) []class {
	for _, have := range set {
		if have == c {
			return set
		}
	}
	return append(set, c)
}

// classes are those of one token, by its form, its shape and the pack's expressions.
func (p *Program) classes(set []class, form string, kind token.Kind) []class {
	set = append(set, anyToken)
	switch kind {
	case token.Word:
		set = appendShape(append(set, wordToken), form)
	case token.Number:
		set = append(set, numberToken)
	default:
		set = append(set, markToken)
		if p.quoteMarks[form] || strings.Contains(",;:.!?()[]…–", form) {
			set = append(set, breakMark)
		}
	}
	set = append(set, p.vocabulary.exact[form]...)
	set = append(set, p.vocabulary.lower[strings.ToLower(form)]...)
	for _, e := range p.expressions {
		if e.regexp.MatchString(form) {
			set = append(set, e.class)
		}
	}
	return set
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
