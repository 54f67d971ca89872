package entities

import (
	"sayso/extract/names"
	"sayso/rules/token"
	"slices"
	"strings"
)

// classNouns are the lists of what bodies are called by their kind.
var classNouns = []string{"organization-head", "organization-noun", "named-head", "state-body"}

// heads reports whether an organization's long name is the short one and what tells it from others of its kind: la
// Commission, the Fund, a Câmara; or the short one behind the place that it is of.
func (r *reading) heads(long, short string) bool {
	after, first := strings.CutPrefix(long, short+" ")
	before, last := strings.CutSuffix(long, " "+short)
	switch {
	case first && after != "":
		return r.everyWord(short, classNouns)
	case last && before != "":
		return r.everyWord(before, placeLists) || r.isPlace(before)
	}
	return false
}

// everyWord reports whether every word of a name is in one of some lists, as it stands or in lower case.
func (r *reading) everyWord(name string, lists []string) bool {
	return !slices.ContainsFunc(strings.Fields(name), func(w string) bool {
		return !slices.ContainsFunc(lists, func(list string) bool {
			_, exact := r.Program.Lookup(list, w)
			_, lower := r.Program.Lookup(list, strings.ToLower(w))
			return exact || lower
		})
	})
}

// longForm is the organization whose long form stands just before the acronym in brackets.
func (r *reading) longForm(m *Mention) *Entity {
	if !r.Is(m.At.Start-1, "(") || !r.Is(m.At.End, ")") {
		return nil
	}
	long := overlapping(r.mentions, token.Range{Start: m.At.Start - 2, End: m.At.Start - 1})
	if long == nil || long.Kind != m.Kind || long.At.End != m.At.Start-1 {
		return nil
	}
	if m.Text == strings.ToUpper(m.Text) || initialsIn(long.Text, m.Text) {
		return long.Entity
	}
	return nil
}

// initialsIn reports whether the letters of a short form stand in a long one in their order, the first at its start.
func initialsIn(long, short string) bool {
	rest := []rune(names.Key(short))
	name := []rune(names.Key(long))
	if len(rest) == 0 || name[0] != rest[0] {
		return false
	}
	for _, c := range name {
		if len(rest) > 0 && c == rest[0] {
			rest = rest[1:]
		}
	}
	return len(rest) == 0
}
