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
	reasonFigure      = "figure"
	reasonComparison  = "comparison"
	reasonPastEvent   = "past_event"
	reasonCause       = "cause"
	reasonPresentFact = "present_fact"
	reasonQuestion    = "question"
	reasonPromise     = "promise"
	reasonFuture      = "future"
	reasonPlanned     = "planned"
	reasonOpinion     = "opinion"
	reasonDemand      = "demand"
)

// judge says whether a claim of these words can be checked, and why: it gives a figure, a comparison, a cause or tells what is or
// has happened, and is no question, nothing that is promised, asked for, wished or foretold, and no opinion, whatever figure
// it gives. What an article tells of days to come without reserve and in its own voice is set: it can be looked up who has set it.
func (r *reading) judge(c *document.Claim, i int, words []token.Range) {
	c.Reasons = []string{}
	add := func(reason string, holds bool) bool {
		if holds {
			c.Reasons = append(c.Reasons, reason)
		}
		return holds
	}
	main := r.main(words)
	question, promise := c.Stance == document.Asks || r.asks(words), c.Stance == document.Promises
	demand := c.Stance == document.Demands || r.anyModal(main, "demand")
	t := r.tellsOf(words, r.dated(c), i != own, r.toldInPast(i))
	if c.Quote == nil && demand && r.dated(c) { // what must be done on Friday is on the calendar
		demand, t = false, telling{future: true}
	}
	figure := add(reasonFigure, r.figures(c, words))
	firm := t.past || t.firm
	is := add(reasonComparison, r.anyModal(words, "comparison")) && firm || figure
	is = add(reasonPastEvent, t.past && !question && !t.valued) || is
	is = add(reasonCause, r.anyModal(words, "cause")) && firm || is
	opinion := t.valued && (t.wished || i != own || !figure) || r.anyModal(main, "opinion") && !figure
	planned := i == own && t.future && !t.foretold && c.Stance == document.Asserts && !c.Hedged
	not := question || promise || demand || t.future && !planned || opinion || t.unreal
	is = add(reasonPlanned, planned && !not) || is
	is = add(reasonPresentFact, t.present && !is && !not && (c.Hedged || c.Stance != document.Supposes)) || is
	add(reasonQuestion, question)
	add(reasonPromise, promise)
	add(reasonFuture, !demand && !promise && t.future && !planned)
	add(reasonDemand, demand)
	add(reasonOpinion, opinion)
	c.Checkable = is && !not
}

// toldInPast reports whether words of the past report a statement that is not in marks.
func (r *reading) toldInPast(i int) bool {
	return i != own && r.Quotes[i].Kind == "indirect" && r.tense([]token.Range{r.Said[i].Cue()}, "past") != ""
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
