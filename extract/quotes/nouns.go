package quotes

import (
	"slices"

	"sayso/rules/token"
)

// Known is what the lists know of a token.
type known struct {
	asked bool
	title bool   // it is what one calls a person before the name
	class string // what it can refer to as a noun for those who speak, or empty
}

var (
	// nounLists are the lists of nouns for those who speak, with what they can mean.
	nounLists = []string{"speaker-noun", "either-noun-m", "either-noun-f", "person-noun-m", "person-noun-f"}
	// titleLists are those of what one calls a person before the name.
	titleLists = append([]string{"office", "trade"}, nounLists...)
)

// ask is what the lists know of a token.
func (r *reading) ask(i int) known {
	if i < 0 || i >= len(r.known) {
		return known{}
	}
	k := &r.known[i]
	if !k.asked {
		*k = known{asked: true, title: r.listed(i, titleLists...), class: r.readClass(i)}
	}
	return *k
}

// title reports whether a word is what one calls a person before the name.
func (r *reading) title(i int) bool { return r.ask(i).title }

// classOf is what the noun at a token can refer to, of one word or several, or empty.
func (r *reading) classOf(i int) string { return r.ask(i).class }

func (r *reading) readClass(i int) string {
	for _, list := range nounLists {
		if class, ok := r.Lookup(list, r.Text.Word(i)); ok && class != "" {
			return class
		}
	}
	for end, in := range r.View.Reader().LongForms(i) {
		for _, list := range nounLists {
			if slices.Contains(in, list) {
				class, _ := r.Lookup(list, r.Text.Slice(token.Range{Start: i, End: end}))
				return class
			}
		}
	}
	return ""
}

// listed reports whether one of some lists holds the word at a token or a form of several tokens that begins there:
// « porte-parole ».
func (r *reading) listed(i int, lists ...string) bool {
	if r.Listed(i, lists...) {
		return true
	}
	if i < 0 || i >= len(r.Text.Tokens) {
		return false
	}
	for _, in := range r.View.Reader().LongForms(i) {
		if slices.ContainsFunc(lists, func(list string) bool { return slices.Contains(in, list) }) {
			return true
		}
	}
	return false
}
