package extract

import (
	"slices"

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
	reasonOpinion    = "opinion"
)

// judge says whether a claim can be checked, and why: it gives a figure, a comparison, a cause or something that has
// happened, and is no question, nothing that is only promised or foretold, and no opinion, unless that gives a figure.
func (r *reading) judge(c *Claim, at token.Range) {
	c.Reasons = []string{}
	add := func(reason string, holds bool) bool {
		if holds {
			c.Reasons = append(c.Reasons, reason)
		}
		return holds
	}
	past, future, question := r.tensed(at, "past"), r.tensed(at, "future"), r.asks(at)
	figure := add(reasonFigure, len(c.Money) > 0 || r.modal(at, "figure"))
	is := add(reasonComparison, r.modal(at, "comparison")) || figure
	is = add(reasonPastEvent, past && !question && (len(c.Entities) > 0 || len(c.Dates) > 0)) || is
	is = add(reasonCause, r.modal(at, "cause")) || is
	not := add(reasonQuestion, question)
	not = add(reasonPromise, future && !past || r.modal(at, "promise")) || not
	not = add(reasonOpinion, r.modal(at, "opinion")) && !figure || not
	c.Checkable = is && !not
}

// tensed reports whether words in a range tell that tense.
func (r *reading) tensed(at token.Range, tense string) bool {
	return slices.ContainsFunc(r.within(value.TypeTense, at), func(m *match.Match) bool { return m.Value("tense") == tense })
}

// asks reports whether a range ends in a question mark, or one stands right after it.
func (r *reading) asks(at token.Range) bool {
	for i := max(at.Start, at.End-2); i <= at.End && i < len(r.text.Tokens); i++ {
		if r.is(i, "?") {
			return true
		}
	}
	return false
}
