package entities

import (
	"sayso/extract/names"
	"sayso/rules/token"
	"strings"
)

// spells reports whether the acronym in brackets after a name is made of letters of it in their order, the first one first:
// the party behind a politician's name is not.
func (r *reading) spells(at token.Range) bool {
	if !r.Is(at.End, "(") || at.End+1 >= len(r.Text.Tokens) {
		return false
	}
	return initialsIn(r.Text.Slice(at), names.Letters(r.Text.Word(at.End+1)))
}

// trim drops words of a kind that owe their capital to the beginning of a sentence, and articles cut off by elision.
func (r *reading) trim(at token.Range, drops func(i int) bool) token.Range {
	for at.Len() > 1 && (r.AfterMark(at.Start) && drops(at.Start) || strings.HasSuffix(token.Exact(r.Text.Word(at.Start)), "'")) {
		at.Start++
	}
	for at.Len() > 0 && r.Text.Tokens[at.Start].Kind == token.Mark && at.Len() > 1 {
		at.Start++
	}
	return at
}
