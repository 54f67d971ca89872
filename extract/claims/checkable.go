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
	tense, question := r.tense(words, "past", "future"), c.Stance == document.Asks || r.asks(words)
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
	not = add(reasonFuture, !demand && !promise && tense == "future") && !figure || not
	not = add(reasonDemand, demand) && !figure || not
	not = add(reasonOpinion, modal("opinion")) && !figure || not
	c.Checkable = is && !not
}

// tense is the first of some tenses that the clauses of some words tell of, those about their nouns aside, or empty.
func (r *reading) tense(words []token.Range, of ...string) string {
	for _, at := range words {
		for _, m := range r.Within(value.TypeTense, at) {
			if t := m.Value("tense"); slices.Contains(of, t) && !r.modal(m.Tokens, "attribute") && !r.setBefore(m.Tokens) && !r.embedded(m.Tokens.Start, at.Start) {
				return t
			}
		}
	}
	return ""
}

// setBefore reports whether a form that may be a participle begins a sentence, and so tells of what its subject is.
func (r *reading) setBefore(at token.Range) bool {
	return at.Len() == 1 && r.AtSentenceStart(at.Start) &&
		slices.ContainsFunc(r.Within(value.TypePredicate, at), func(m *match.Match) bool { return m.Value("kind") == "past" })
}

// maxBack is how many tokens stand at most between a verb and the word that begins its clause about a noun.
const maxBack = 6

// embedded reports whether the verb at a token stands in a clause about a noun, within words that begin at a floor.
func (r *reading) embedded(verb, floor int) bool {
	apart := false // another word stands between the verb and what is looked at
	for i := verb - 1; i >= floor && i >= verb-maxBack; i-- {
		switch {
		case i > floor && r.relative(i):
			return true
		case r.Is(i, ",", ";", ":", "(") || r.Text.Tokens[i].Sentence != r.Text.Tokens[verb].Sentence, r.verbAt(i) && apart:
			return false
		case !r.verbAt(i) && !r.begins(i, "adv"):
			apart = true
		}
	}
	return false
}

// relative reports whether a clause about the noun before it begins at a token.
func (r *reading) relative(i int) bool {
	return r.begins(i, "rel") && !r.AtSentenceStart(i) || (r.Is(i-1, ",") || r.begins(i-1, "det") || r.begins(i-1, "prep")) && r.relates(i) || r.begins(i, "that det") && !r.verbAt(i-1) && r.verbAt(i+1)
}

// relates reports whether a word may begin a clause about a noun.
func (r *reading) relates(i int) bool { return r.begins(i, "that rel") || r.begins(i, "that rel drop") }

// finite reports whether a form that can be a verb's with a tense stands in some words, or what would have one beside it: a
// pronoun, a negation. It is the words' own, not that of a clause about one of their nouns.
func (r *reading) finite(words []token.Range) bool {
	if r.tense(words, "past", "future", "planned") != "" {
		return true
	}
	for _, at := range words {
		for i := at.Start; i < at.End; i++ {
			if r.finiteAt(i, at.Start) && !r.embedded(i, at.Start) {
				return true
			}
		}
	}
	return false
}

// governing is what words do that a noun stands behind, and listBeforeNoun the packs' list of others.
var governing = []string{"prep", "of", "det of", "det prep"}

const listBeforeNoun = "before-noun"

// finiteAt is finite of one token. A form behind an article or a preposition is a noun's: « du modèle ».
func (r *reading) finiteAt(i, floor int) bool {
	if r.begins(i, "pron") || r.begins(i, "neg") ||
		slices.ContainsFunc(r.Within(value.TypePredicate, token.Range{Start: i, End: i + 1}), func(m *match.Match) bool { return m.Value("kind") != "gerund" }) {
		return true
	}
	if _, small := r.LowerValue(i, listClosed); small {
		return false // a word that joins others is a verb too seldom
	}
	before := i - 1
	if q := r.Quotation(i); q != nil && q.Inner.Start == i {
		before = q.Tokens.Start - 1
	}
	if before >= floor && (r.Listed(before, listBeforeNoun) || slices.ContainsFunc(governing, func(use string) bool { return r.begins(before, use) })) {
		return false
	}
	return slices.ContainsFunc(r.forms(i), func(x match.Reading) bool { return x.Has("finite") })
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
