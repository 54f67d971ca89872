package view

import (
	"sayso/rules/match"
	"sayso/rules/token"
)

// Listed reports whether one of the pack's lists has a token's word in lower case.
func (v *View) Listed(i int, lists ...string) bool {
	if i < 0 || i >= len(v.Text.Tokens) {
		return false
	}
	for _, list := range lists {
		if _, ok := v.LowerValue(i, list); ok {
			return true
		}
	}
	return false
}

// Lookup is what a list gives for a form, and whether the list holds it: see match.Program.Lookup.
func (v *View) Lookup(list, form string) (string, bool) {
	if v.reader != nil {
		return v.reader.Lookup(list, form)
	}
	return v.Program.Lookup(list, form)
}

// Value is what a token's word as it stands stands for in a list, and whether the list holds it.
func (v *View) Value(i int, list string) (string, bool) {
	if v.reader != nil {
		return v.reader.Value(i, list)
	}
	return v.Program.Lookup(list, v.Text.Word(i))
}

// LowerValue is what a token's word in lower case stands for in a list, and whether the list holds it.
func (v *View) LowerValue(i int, list string) (string, bool) {
	if v.reader != nil {
		return v.reader.LowerValue(i, list)
	}
	return v.Program.Lookup(list, v.lower(i))
}

// Readings is what a token's word is in an inflected list: see match.Program.Readings. A token before the text's first or after its
// last is nothing.
func (v *View) Readings(i int, list string) []match.Reading {
	if i < 0 || i >= len(v.Text.Tokens) {
		return nil
	}
	if v.reader != nil {
		return v.reader.Readings(nil, i, list)
	}
	return v.Program.Readings(list, v.Text.Word(i))
}

// CommonWord reports whether the language also writes a token's word in lower case.
func (v *View) CommonWord(i int) bool { return v.Listed(i, "common-word", "common") }

// FunctionWord reports whether a token is a word that every text has many of: an article, a preposition, a pronoun.
func (v *View) FunctionWord(i int) bool { return v.Listed(i, "common", "sentence-opener") }

// AtSentenceStart reports whether a token is the first of its sentence.
func (v *View) AtSentenceStart(i int) bool { return i == v.Sentence(i).Start }

// AfterMark reports whether a token stands where any word takes a capital: at the start of a sentence, or behind a mark
// that may begin one.
func (v *View) AfterMark(i int) bool {
	return v.AtSentenceStart(i) || v.Text.Tokens[i-1].Kind == token.Mark && !v.Is(i-1, ",", ")", "-", "'", "/", "&")
}

// Capitalised reports whether a token's word has a capital; a token before the text's first or after its last has none.
func (v *View) Capitalised(i int) bool {
	if i < 0 || i >= len(v.Text.Tokens) {
		return false
	}
	return !token.IsLower(v.Text.Word(i))
}

// AnyCapitalised reports whether a word of a range has a capital: no name is without one.
func (v *View) AnyCapitalised(at token.Range) bool {
	for i := at.Start; i < at.End; i++ {
		if v.Capitalised(i) {
			return true
		}
	}
	return false
}

// PeopleOf is the country or part of the world whose people a token's word names, as ISO 3166 or UN M49 code, or empty.
func (v *View) PeopleOf(i int) string {
	code, _ := v.Value(i, "demonym")
	return code
}
