package claims

import (
	"slices"

	"sayso/extract/document"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// What speaks for a claim that can be checked, and what against.
const (
	reasonFigure     = "figure"
	reasonComparison = "comparison"
	reasonPastEvent  = "past_event"
	reasonCause      = "cause"
	reasonQuestion   = "question"
	reasonPromise    = "promise"
	reasonFuture     = "future"
	reasonOpinion    = "opinion"
	reasonDemand     = "demand"
)

// judge says whether a claim of these words can be checked, and why: it gives a figure, a comparison, a cause or
// something that has happened, and is no question, nothing that is only promised, and, unless it gives a figure, nothing
// that is asked for or foretold, and no opinion.
func (r *reading) judge(c *document.Claim, words []token.Range) {
	c.Reasons = []string{}
	add := func(reason string, holds bool) bool {
		if holds {
			c.Reasons = append(c.Reasons, reason)
		}
		return holds
	}
	modal := func(kind string) bool { return r.anyModal(words, kind) }
	tense, question := r.tense(words, "past", "future"), r.asks(words)
	figure := add(reasonFigure, len(c.Money) > 0 || len(c.Quantities) > 0)
	is := add(reasonComparison, modal("comparison")) || figure
	is = add(reasonPastEvent, tense == "past" && !question) || is
	is = add(reasonCause, modal("cause")) || is
	not := add(reasonQuestion, question)
	demand, promise := c.Stance == document.Demands || r.anyModal(r.main(words), "demand"), c.Stance == document.Promises
	not = add(reasonPromise, promise) || not
	not = add(reasonFuture, !demand && !promise && tense == "future") && !figure || not
	not = add(reasonDemand, demand) && !figure || not
	not = add(reasonOpinion, modal("opinion")) && !figure || not
	c.Checkable = is && !not
}

// tense is the first of some tenses that words tell of, or empty.
func (r *reading) tense(words []token.Range, of ...string) string {
	for _, at := range words {
		for _, m := range r.Within(value.TypeTense, at) {
			if t := m.Value("tense"); slices.Contains(of, t) && !r.modal(m.Tokens, "attribute") {
				return t
			}
		}
	}
	return ""
}

// finite reports whether a form that can be a verb's with a tense stands in some words, or what would have one beside it: a
// pronoun, a negation.
func (r *reading) finite(words []token.Range) bool {
	if r.tense(words, "past", "future", "planned") != "" {
		return true
	}
	for _, at := range words {
		for i := at.Start; i < at.End; i++ {
			if r.begins(i, "pron") || r.begins(i, "neg") ||
				slices.ContainsFunc(r.Within(value.TypePredicate, token.Range{Start: i, End: i + 1}), func(m *match.Match) bool { return m.Value("kind") != "gerund" }) ||
				slices.ContainsFunc(r.forms(i), func(x match.Reading) bool { return x.Has("finite") }) {
				return true
			}
		}
	}
	return false
}

// The packs' lists of common verbs and of those of saying.
const (
	listVerbs = "verbs"
	listSay   = "say"
)

// forms are the forms of verbs that a token may be.
func (r *reading) forms(i int) []match.Reading {
	w := r.Text.Word(i)
	return append(r.Program.Readings(listVerbs, w), r.Program.Readings(listSay, w)...)
}

// asks reports whether the last words end in a question mark, or one stands right after them.
func (r *reading) asks(words []token.Range) bool {
	at := words[len(words)-1]
	for i := max(at.Start, at.End-2); i <= at.End && i < len(r.Text.Tokens); i++ {
		if r.Is(i, "?") {
			return true
		}
	}
	return false
}
