package claims

import (
	"sayso/extract/document"
	"sayso/extract/value"
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
	reasonDemand     = "demand"
)

// judge says whether a claim of these words can be checked, and why: it gives a figure, a comparison, a cause or
// something that has happened, and is no question, nothing that is only promised, asked for or foretold, and no opinion,
// unless that gives a figure.
func (r *reading) judge(c *document.Claim, words []token.Range) {
	c.Reasons = []string{}
	add := func(reason string, holds bool) bool {
		if holds {
			c.Reasons = append(c.Reasons, reason)
		}
		return holds
	}
	modal := func(kind string) bool { return r.anyModal(words, kind) }
	tense, question := r.firstTense(words), r.asks(words)
	figure := add(reasonFigure, len(c.Money) > 0 || len(c.Quantities) > 0)
	is := add(reasonComparison, modal("comparison")) || figure
	is = add(reasonPastEvent, tense == "past" && !question) || is
	is = add(reasonCause, modal("cause")) || is
	not := add(reasonQuestion, question)
	demand := c.Stance == document.Demands || modal("demand")
	not = add(reasonPromise, !demand && tense == "future" || c.Stance == document.Promises) || not
	not = add(reasonDemand, demand) && !figure || not
	not = add(reasonOpinion, modal("opinion")) && !figure || not
	c.Checkable = is && !not
}

// firstTense is the first tense that words tell of, past or future, or empty.
func (r *reading) firstTense(words []token.Range) string {
	for _, at := range words {
		for _, m := range r.Within(value.TypeTense, at) {
			if t := m.Value("tense"); t != "" && !r.modal(m.Tokens, "attribute") {
				return t
			}
		}
	}
	return ""
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
