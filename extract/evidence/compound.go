package evidence

import (
	"slices"

	"sayso/rules/token"
)

// torn reports whether a span ends within a word of several parts: before its single letter or figure, "ILLUMA | -T", or
// before a small word in its middle, "Aix | -les-Bains".
func (a *Article) torn(at token.Range) bool {
	if !a.hyphen(at.End) {
		return false
	}
	next := a.words[at.End+1]
	return next.shape == "letter" || next.shape == "number" || next.lower && a.hyphen(at.End+2)
}

// dated reports whether a span ends with a year that a small word joins, "Mundial de | 2014": that is a date, no name's part.
func (a *Article) dated(at token.Range) bool {
	last := at.End - 1
	return at.Len() > 2 && a.words[last].shape == "number" && len(a.Text.Word(last)) == yearDigits &&
		a.words[last-1].lower && !a.words[last-1].mayEnd()
}

const yearDigits = 4

// hyphen reports whether a token is a hyphen within a word.
func (a *Article) hyphen(i int) bool {
	return i+1 < len(a.words) && a.words[i].form == "-" && a.glued(i) && a.glued(i+1)
}

// glued reports whether no space stands before a token.
func (a *Article) glued(i int) bool { return a.Text.Tokens[i].Glued }

// domain reports whether a token in lower case is the last part of an address, "Niche.com".
func (a *Article) domain(i int) bool {
	return i > 1 && a.words[i-1].form == "." && a.glued(i) && a.glued(i-1)
}

// closes reports whether a mark may end a name: Yahoo!, ESPN+.
func (a *Article) closes(i int) bool { return a.words[i].form == "!" || a.words[i].form == "+" }

// bodies are the lists of words after which the rest of a name may be in lower case.
var bodies = []string{"organization-head", "named-head", "school-head", "state-body"}

// mayEnd reports whether a name that began with the word for a body may end with one in lower case.
func (w *word) mayEnd() bool { return len(w.form) > 3 && !slices.Contains(w.lists, "common") }
