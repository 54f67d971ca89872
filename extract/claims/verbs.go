package claims

import (
	"slices"

	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/match"
	"sayso/rules/token"
)

// attributes reports whether a form that looks like a verb tells what a noun is like: the injured man, the United States, « les
// ponts fermés ».
func (r *reading) attributes(at token.Range) bool {
	if r.modal(at, "attribute") || r.modal(at, "opinion") || r.attitude(at, "valued") {
		return true
	}
	return at.Len() == 1 && (len(r.namesIn(at)) > 0 || r.governs(at.Start-1) || r.bareParticiple(at.Start))
}

// bareParticiple reports whether a form can be nothing but a participle, which has its auxiliary where it tells what happened.
func (r *reading) bareParticiple(i int) bool {
	return r.Meant.Clauses().Participial(i) && !r.mayBePast(i) && !slices.ContainsFunc(r.forms(i), func(x match.Reading) bool { return x.Has("finite") })
}

// governs reports whether a noun stands behind the word at a token, whatever verb it looks like.
func (r *reading) governs(i int) bool { return r.once(i, factGoverns, (*reading).findGoverns) }

func (r *reading) findGoverns(i int) bool {
	return r.Listed(i, listBeforeNoun) || slices.ContainsFunc(governing, func(use string) bool { return r.begins(i, use) })
}

// setBefore reports whether a form that may be a participle begins a sentence, and so tells of what its subject is.
func (r *reading) setBefore(at token.Range) bool {
	return at.Len() == 1 && r.AtSentenceStart(at.Start) && r.mayBePast(at.Start)
}

// predicates reports whether a form that tells a tense stands at a token, or a pronoun that is the subject of one.
func (r *reading) predicates(i, floor int) bool {
	if r.verbAt(i) && r.tensed(i) {
		return true
	}
	if _, ok := r.LowerValue(i, listPronoun); ok && i+1 < len(r.Text.Tokens) && !r.begins(i-1, "prep") {
		return true
	}
	return r.finiteForm(i, floor)
}

// tensed reports whether the verb at a token tells a tense: it is no gerund, and no participle that tells what a noun is like.
func (r *reading) tensed(i int) bool { return r.once(i, factTensed, (*reading).findTensed) }

func (r *reading) findTensed(i int) bool {
	one := token.Range{Start: i, End: i + 1}
	return slices.ContainsFunc(r.Within(value.TypePredicate, one), func(m *match.Match) bool {
		return m.Value("kind") != "gerund" && m.Value("kind") != "past"
	}) || slices.ContainsFunc(r.Within(value.TypeTense, one), func(m *match.Match) bool {
		return m.Tokens.Len() > 1 || !r.participle(i) && !r.attributes(m.Tokens)
	})
}

// finiteOnly reports whether a verb tells a tense and nothing else: no noun, infinitive or participle has its form.
func (r *reading) finiteOnly(i int) bool {
	all := r.Within(value.TypePredicate, token.Range{Start: i, End: i + 1})
	return slices.ContainsFunc(all, func(m *match.Match) bool { return m.Value("kind") == "other" }) && !r.participle(i)
}

// infinitive reports whether a token may be an infinitive.
func (r *reading) infinitive(i int) bool {
	return slices.ContainsFunc(r.forms(i), func(x match.Reading) bool { return x.Has("infinitive") })
}

// told reports whether a verb with its auxiliaries, or a pronoun that is its subject, begins at a token.
func (r *reading) told(i int) bool { return r.once(i, factTold, (*reading).findTold) }

func (r *reading) findTold(i int) bool {
	_, pronoun := r.LowerValue(i, listPronoun)
	return pronoun || slices.ContainsFunc(r.Within(value.TypeTense, token.Range{Start: i, End: i + 1}), func(m *match.Match) bool {
		return m.Tokens.Len() > 1 && (m.Value("tense") == "past" || m.Value("tense") == "future")
	})
}

// participle reports whether a token may be a participle, and so tell of the noun before it.
func (r *reading) participle(i int) bool {
	return r.mayBePast(i) || slices.ContainsFunc(r.forms(i), func(x match.Reading) bool { return x.Has("participle") })
}

// mayBePast reports whether a token is a participle or a verb of the past, which have one form.
func (r *reading) mayBePast(i int) bool { return r.once(i, factMayBePast, (*reading).findMayBePast) }

func (r *reading) findMayBePast(i int) bool {
	return slices.ContainsFunc(r.Within(value.TypePredicate, token.Range{Start: i, End: i + 1}), func(m *match.Match) bool { return m.Value("kind") == "past" })
}

// governing is what words do that a noun stands behind, and listBeforeNoun the packs' list of others.
var governing = []string{"det", "prep", "of", "det of", "det prep"}

// finiteAt is finite of one token. A form behind an article or a preposition is a noun's: « du modèle ».
func (r *reading) finiteAt(i, floor int) bool {
	if r.begins(i, "pron") || r.begins(i, "neg") ||
		slices.ContainsFunc(r.Within(value.TypePredicate, token.Range{Start: i, End: i + 1}), func(m *match.Match) bool { return m.Value("kind") != "gerund" }) {
		return true
	}
	return r.finiteForm(i, floor)
}

// finiteForm is finiteAt of a form that the packs' lists of verbs have.
func (r *reading) finiteForm(i, floor int) bool {
	if _, small := r.LowerValue(i, listClosed); small {
		return false // a word that joins others is a verb too seldom
	}
	before := i - 1
	if q := r.Quotation(i); q != nil && q.Inner.Start == i {
		before = q.Tokens.Start - 1
	}
	if before >= floor && (r.Text.Tokens[before].Kind == token.Number || r.governs(before)) {
		return false
	}
	return slices.ContainsFunc(r.forms(i), func(x match.Reading) bool { return x.Has("finite") })
}

// The packs' lists of common verbs and of those of saying.
const (
	listVerbs = "verbs"
	listSay   = "say"
)

// forms are the forms of verbs that a token may be; one before the text's first or after its last is none.
func (r *reading) forms(i int) []match.Reading {
	if i < 0 || i >= len(r.known) {
		return nil
	}
	if r.known[i] == nil {
		all := append(r.Readings(i, listVerbs), r.Readings(i, listSay)...)
		r.known[i] = &all
	}
	return *r.known[i]
}

// verbEnds is where a verb that tells a tense and begins at a token ends, 0 where none does.
func (r *reading) verbEnds(i int) int {
	if !r.verbAt(i) {
		return 0
	}
	return r.verbEnd(i)
}

// verbEnd is where the verb that begins at a token ends.
func (r *reading) verbEnd(i int) int {
	at, end := token.Range{Start: i, End: i + 1}, i+1
	for _, kind := range []string{value.TypePredicate, value.TypeTense} {
		for _, m := range r.Within(kind, at) {
			end = max(end, m.Tokens.End)
		}
	}
	return end
}

// verbAt reports whether a verb that tells a tense begins at a token.
func (r *reading) verbAt(i int) bool { return i >= 0 && i < len(r.verbs) && r.verbs[i] }

// verbsOf is, by token, whether a verb that tells a tense begins there.
func verbsOf(v *view.View) []bool {
	all := make([]bool, len(v.Text.Tokens))
	for _, kind := range []string{value.TypePredicate, value.TypeTense} {
		for _, m := range v.Found(kind) {
			all[m.Tokens.Start] = true
		}
	}
	return all
}
