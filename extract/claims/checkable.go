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
// something that has happened, and is no question, nothing that is promised, asked for or foretold, whatever figure it gives,
// and, unless it gives one, no opinion.
func (r *reading) judge(c *document.Claim, words []token.Range) {
	c.Reasons = []string{}
	add := func(reason string, holds bool) bool {
		if holds {
			c.Reasons = append(c.Reasons, reason)
		}
		return holds
	}
	modal := func(kind string) bool { return r.anyModal(words, kind) }
	tense, question := r.tense(words, "past", "future"), c.Stance == document.Asks || r.asks(words)
	if tense == "" && r.pastOfSelf(words) {
		tense = "past"
	}
	if tense == "" && r.dated(c) && r.tense(words, "planned") != "" {
		tense = "future"
	}
	figure := add(reasonFigure, len(c.Money) > 0 || len(c.Quantities) > 0)
	is := add(reasonComparison, modal("comparison")) || figure
	is = add(reasonPastEvent, tense == "past" && !question) || is
	is = add(reasonCause, modal("cause")) || is
	not := add(reasonQuestion, question)
	demand, promise := c.Stance == document.Demands || r.anyModal(r.main(words), "demand"), c.Stance == document.Promises
	if c.Quote == nil && demand && r.dated(c) { // what must be done on Friday is on the calendar
		demand, tense = false, "future"
	}
	not = add(reasonPromise, promise) || not
	not = add(reasonFuture, !demand && !promise && tense == "future") || not
	not = add(reasonDemand, demand) || not
	not = add(reasonOpinion, modal("opinion")) && !figure || not
	c.Checkable = is && !not
}

// tense is the first of some tenses that the clauses of some words tell of, those about their nouns aside, or empty.
func (r *reading) tense(words []token.Range, of ...string) string {
	for _, at := range words {
		for _, m := range r.Within(value.TypeTense, at) {
			if t := m.Value("tense"); slices.Contains(of, t) && !r.attributes(m.Tokens) && !r.setBefore(m.Tokens) && !r.embedded(m.Tokens.Start, at.Start) {
				return t
			}
		}
	}
	return ""
}

// pastOfSelf reports whether the verb that some words begin with tells by its form alone what those did who speak.
func (r *reading) pastOfSelf(words []token.Range) bool {
	verb := r.toVerb(words[0])
	bygone := func(x match.Reading) bool { return x.Has("bygone") }
	return r.verbOfSelf(verb) && !slices.ContainsFunc(r.forms(verb), func(x match.Reading) bool { return !bygone(x) })
}

const listBeforeNoun = "before-noun"

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
