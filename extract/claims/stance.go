package claims

import (
	"slices"

	"sayso/extract/document"
	"sayso/rules/token"
)

// listStance is the packs' list of the stances that words of saying have by themselves, and futurePromises its value for
// those that promise what is to come.
const (
	listStance     = "speaker-stance"
	futurePromises = "future-promises"
)

// stances say how the speaker of each statement stands to it: by the words that report it, else by those that are said.
func (r *reading) stances() []string {
	all := make([]string, len(r.Quotes))
	for i := range r.Quotes {
		all[i] = r.stanceOf(r.Quotes[i].Cue, r.words(i))
	}
	return all
}

// stanceOf is the stance to words that a cue reports; nil is none.
func (r *reading) stanceOf(cue *document.Cue, words []token.Range) string {
	if cue != nil {
		switch s, _ := r.Program.Lookup(listStance, cue.Stance); {
		case s == futurePromises && r.firstTense(words) == "future":
			return document.Promises
		case s != "" && s != futurePromises:
			return s
		}
	}
	modal := func(kind string) bool { return r.anyModal(words, kind) }
	switch {
	case r.asks(words):
		return document.Asks
	case modal("promise"):
		return document.Promises
	case modal("demand"):
		return document.Demands
	case modal("hedged") || cue != nil && cue.Hedged:
		return document.Supposes
	}
	return document.Asserts
}

// anyModal reports whether words of a kind stand in some ranges.
func (r *reading) anyModal(words []token.Range, kind string) bool {
	return slices.ContainsFunc(words, func(at token.Range) bool { return r.modal(at, kind) })
}
