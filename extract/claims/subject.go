package claims

import (
	"slices"
	"strings"

	"sayso/extract/document"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// What the packs list of subjects: pronouns by gender and number, and verbs that do without a subject of their own or have
// it behind them.
const (
	listPronoun    = "pronoun"
	listNoSubject  = "no-subject"
	usedAsDropping = "drop"

	listInfinitiveMark = "infinitive-mark"
	listDemonstrative  = "demonstrative"
	listCopula         = "copula"
)

// leftOut reports whether the clause in a range leaves out that its speaker is its subject, and behind which token of it
// what it has in that place ends.
func (r *reading) leftOut(q *document.Quote, at token.Range) (int, bool) {
	if q.Speaker == nil || q.Speaker.Name == "" || at.Len() < 2 {
		return 0, false
	}
	if _, ok := r.Lookup(listPronoun, strings.ToLower(q.Speaker.Name)); ok {
		return 0, false
	}
	if gender, ok := r.LowerValue(at.Start, listPronoun); ok {
		return at.Start + 1, r.agrees(q, gender) && !r.modal(token.Range{Start: at.Start, End: at.Start + 1}, "impersonal")
	}
	verb := r.toVerb(at)
	forms := r.forms(verb)
	has := func(feature string) bool {
		return slices.ContainsFunc(forms, func(x match.Reading) bool { return x.Has(feature) })
	}
	without := r.Program.Readings(listNoSubject, r.Text.Word(verb))
	if has("infinitive") || has("gerund") && !has("finite") {
		return at.Start, !r.governed(at.Start) && !slices.ContainsFunc(without, func(x match.Reading) bool { return x.Has("never") })
	}
	return at.Start, r.drops(at.Start-1) && has("3s") && len(without) == 0
}

// toVerb is the first token of a clause behind what may stand before its verb: dates, adverbs, the pronouns of the verb.
func (r *reading) toVerb(at token.Range) int {
	i := at.Start
	for i < at.End-1 {
		dated := r.Within(value.TypeDate, token.Range{Start: i, End: i + 1})
		switch {
		case len(dated) > 0:
			i = min(dated[0].Tokens.End, at.End-1)
		case r.Listed(i, listInfinitiveMark), r.begins(i, "neg"), r.begins(i, "adv"), r.begins(i, "clitic"):
			i++
		default:
			return i
		}
	}
	return i
}

// governed reports whether a preposition stands before the words at a token, and before their marks: ready to “survive”.
func (r *reading) governed(i int) bool {
	if q := r.Quotation(i); q != nil && q.Inner.Start == i {
		i = q.Tokens.Start
	}
	return i > 0 && r.begins(i-1, "prep")
}

// drops reports whether the word at a token begins clauses that may do without a subject.
func (r *reading) drops(i int) bool {
	if i < 0 {
		return false
	}
	uses, _ := r.Lookup(listClosed, strings.ToLower(r.Text.Word(i)))
	return slices.Contains(strings.Fields(uses), usedAsDropping)
}

// agrees reports whether a pronoun of a gender surely means the speaker: a person whose gender the article tells.
func (r *reading) agrees(q *document.Quote, gender string) bool {
	if q.Speaker.Entity == nil || gender != "m" && gender != "f" {
		return false
	}
	return r.Named.All[r.at[*q.Speaker.Entity]].Gender == gender
}

// dangles reports whether a sentence says nothing that can be checked, and that of somebody or something that neither it nor the
// article tells: "This is only talk", "They are all the same".
func (r *reading) dangles(c *document.Claim, words []token.Range) bool {
	at := words[0]
	if c.Checkable || c.Stance != document.Asserts || len(words) > 1 || len(c.Dates)+len(c.Entities)+len(c.Refers) > 0 || r.Text.Tokens[at.Start].Sentence != r.Text.Tokens[at.End-1].Sentence {
		return false
	}
	if gender, ok := r.LowerValue(at.Start, listPronoun); ok {
		return gender != "any" && gender != "n" && !r.modal(token.Range{Start: at.Start, End: at.Start + 1}, "impersonal")
	}
	verb := r.toVerb(token.Range{Start: at.Start + 1, End: at.End})
	return r.Listed(at.Start, listDemonstrative) && (r.verbAt(verb) || r.Listed(verb, listCopula))
}
