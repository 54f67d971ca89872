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
)

// leftOut reports whether the clause in a range leaves out that its speaker is its subject, and where the speaker's name goes:
// in the place of a pronoun, or at an empty range.
func (r *reading) leftOut(q *document.Quote, at token.Range) (token.Range, bool) {
	start := token.Range{Start: at.Start, End: at.Start}
	if q.Speaker == nil || q.Speaker.Name == "" || at.Len() < 2 {
		return start, false
	}
	if _, ok := r.Lookup(listPronoun, strings.ToLower(q.Speaker.Name)); ok {
		return start, false
	}
	if gender, ok := r.LowerValue(at.Start, listPronoun); ok {
		start.End++
		return start, r.agrees(q, gender) && !r.modal(start, "impersonal")
	}
	verb := r.toVerb(at)
	forms := r.forms(verb)
	has := func(feature string) bool {
		return slices.ContainsFunc(forms, func(x match.Reading) bool { return x.Has(feature) })
	}
	without := r.Readings(verb, listNoSubject)
	if has("infinitive") || r.Listed(at.Start, listInfinitiveMark) || has("gerund") && !has("finite") {
		return start, !r.governed(at.Start) && !r.isSubject(verb, at) && !slices.ContainsFunc(without, func(x match.Reading) bool { return x.Has("never") })
	}
	if !r.drops(at.Start-1) || r.wished(q, verb) {
		return start, false
	}
	if told := r.subjectless(at); told >= 0 && !r.ofSeveral(q, told) {
		told = r.Meant.Clauses().Denying(told, at.Start)
		return token.Range{Start: told, End: told}, true
	}
	return start, has("3s") && len(without) == 0
}

// ofSeveral reports whether a verb tells by its form of several, whom what stands behind it names, where one speaks: there were 300
// people.
func (r *reading) ofSeveral(q *document.Quote, verb int) bool {
	forms, next := r.forms(verb), r.verbEnd(verb)
	return len(forms) > 0 && !r.several(q.Speaker.Name) && !slices.ContainsFunc(forms, func(x match.Reading) bool { return !x.Has("3p") }) &&
		next < len(r.Text.Tokens) && r.Text.Tokens[next].Kind == token.Number
}

// isSubject reports whether an infinitive or a participle that begins some words is with its object the subject of a verb behind it:
// "Inducing fear is an old aim".
func (r *reading) isSubject(verb int, at token.Range) bool {
	if r.Listed(at.Start, listInfinitiveMark) {
		return false
	}
	for i := r.groupEnd(verb, at.End); i < at.End && !r.Is(i, clauseMarks...) && !r.opensBelow(i, at.Start) && !r.Listed(i, listThat) && !r.begins(i, "and"); i++ {
		if r.Quotation(i) == r.Quotation(verb) && r.isTold(i, at) && (r.auxiliary(i) || r.finiteOnly(i)) {
			return true
		}
	}
	return false
}

// wished reports whether a verb at a token tells by its form what is demanded: who demands it is not its subject.
func (r *reading) wished(q *document.Quote, i int) bool {
	forms := r.forms(i)
	if len(forms) == 0 || slices.ContainsFunc(forms, func(x match.Reading) bool {
		return x.Has("finite") && !x.Has("subjunctive") && !x.Has("past-subjunctive")
	}) {
		return false
	}
	stance := ""
	if q.Cue != nil {
		stance, _ = r.Lookup(listStance, q.Cue.Stance)
	}
	return stance == document.Demands || stance == document.Asks
}

// ofAddressee is the gloss of what is demanded, of whom the words name that report it: asks the court that [the court] warn them.
func (r *reading) ofAddressee(i int, at token.Range) (gloss, bool) {
	verb, cue := r.toVerb(at), r.Said[i].Cue()
	if !r.drops(at.Start-1) || !r.wished(&r.Quotes[i], verb) {
		return gloss{}, false
	}
	for k := cue.End; k < at.Start-1; k++ {
		if !r.Listed(k, "dative") {
			continue
		}
		to := r.Meant.Clauses().Governed(k, at.Start-1)
		if to.Len() == 0 {
			continue
		}
		g := gloss{at: token.Range{Start: verb, End: verb}, name: r.Text.Slice(to)}
		if ids := r.namesIn(to); len(ids) == 1 {
			g.entity, g.name = &ids[0], r.Named.All[r.at[ids[0]]].Name
		}
		return g, true
	}
	return gloss{}, false
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

// The packs' lists of words by which those who speak mean themselves: by what they do in a clause, and with verbs among them.
const (
	listSelf        = "speaking-self"
	listGroup       = "speaking-group"
	listFirstPerson = "first-person"
)

// selfSubject is the use of such words as subjects, which are surer than others.
const selfSubject = "subject"

// ofSelf is where words by which whoever says some words means himself, alone or with others, stand first in them; an empty range
// before a verb that tells so by its form. own tells which words are whose.
func (r *reading) ofSelf(words []token.Range, own func(i int) bool) (token.Range, bool) {
	if i := r.toVerb(words[0]); r.verbOfSelf(i) && own(i) {
		i = r.Meant.Clauses().Denying(i, words[0].Start)
		return token.Range{Start: i, End: i}, true
	}
	found, any := token.Range{}, false
	for _, at := range words {
		for i := at.Start; i < at.End; i++ {
			use, ok := r.LowerValue(i, listSelf)
			if !ok || any && use != selfSubject || !own(i) || len(r.namesIn(token.Range{Start: i, End: i + 1})) > 0 {
				continue
			}
			found, any = token.Range{Start: i, End: i + 1}, true
			if use == selfSubject {
				return found, true
			}
		}
	}
	return found, any
}

// ofGroup reports whether words by which whoever speaks means himself mean others too: they stand in a range, or the verb behind
// an empty one tells so by its form.
func (r *reading) ofGroup(at token.Range) bool {
	if at.Len() > 0 {
		return r.Listed(at.Start, listGroup)
	}
	verb := r.toVerb(token.Range{Start: at.Start, End: len(r.Text.Tokens)})
	return slices.ContainsFunc(r.forms(verb), func(x match.Reading) bool { return x.Has("1p") })
}

// person reports whether a speaker is one person, who does not speak for himself alone when he says "we".
func (r *reading) person(id *string, name string) bool {
	if id == nil {
		return !r.several(name)
	}
	return r.Named.All[r.at[*id]].Kind == value.TypePerson
}

// ofUnknown reports whether a sentence of the article's own voice tells of its author, whom it does not name.
func (r *reading) ofUnknown(c *document.Claim, s token.Range) bool {
	if len(c.Refers) > 0 {
		return false
	}
	at, ok := r.ofSelf([]token.Range{s}, func(i int) bool { return r.Quotation(i) == nil })
	use, _ := r.LowerValue(at.Start, listSelf)
	return ok && (at.Len() == 0 || use == selfSubject)
}

// ofNobody reports whether words that nobody known has said tell of whoever says them.
func (r *reading) ofNobody(words []token.Range) bool {
	at, ok := r.ofSelf(words, func(int) bool { return true })
	return ok && !r.ofGroup(at)
}

// verbOfSelf reports whether a verb at a token tells by its form alone that its subject is who speaks. Forms of the present that
// nouns have too tell too little.
func (r *reading) verbOfSelf(i int) bool {
	sure := func(x match.Reading) bool {
		return x.Has("finite") && (x.Has("1p") || x.Has("1s") && (x.Has("past") || r.Listed(i, listFirstPerson)))
	}
	forms := r.forms(i)
	return r.dropsSubjects() && slices.ContainsFunc(forms, sure) && !slices.ContainsFunc(forms, func(x match.Reading) bool { return x.Has("3s") || x.Has("participle") })
}

// dropsSubjects reports whether verbs of the language may do without a subject.
func (r *reading) dropsSubjects() bool {
	_, ok := r.Lookup("null-subject", "any")
	return ok
}
