package claims

import (
	"slices"

	"sayso/extract/quotes"
	"sayso/rules/match"
	"sayso/rules/token"
)

// wider is the clause of the writer's that holds some words in marks which are less than a clause, or empty: it has the verb and the
// subject that they lack: the town “has the right to” it.
func (r *reading) wider(i int, words []token.Range) token.Range {
	q := r.Said[i]
	if !q.Partial() || len(words) > 1 || r.clausal(q, words[0]) {
		return token.Range{}
	}
	sentence := r.Meant.Clauses().Sentence(words[0].Start)
	at := token.Range{Start: sentence.Start, End: words[0].End}
	if q.Cue().Len() == 0 {
		at.End = sentence.End
	}
	from, to := r.saidIn(at)
	for _, other := range r.Said[max(0, from-1):to] {
		if h := other.Hull(); other != q && h.Start < at.End && h.End > at.Start {
			if h.Start > words[0].Start {
				at.End = words[0].End // untilReport has found where it ends
				continue
			}
			if subject := q.Subject(); subject.Len() == 0 || subject.Start < h.End || q.Cue().Start < subject.Start {
				return token.Range{}
			}
			at.Start = q.Subject().Start
		}
	}
	return at
}

// holdsCue reports whether the words that report a statement stand in a range: the article tells it, unless they blame somebody, for what
// is said of whom is not told without them.
func (r *reading) holdsCue(i int, at token.Range) bool {
	cue := r.Said[i].Cue()
	return cue.Len() > 0 && at.Contains(cue) && (r.Quotes[i].Cue == nil || r.Quotes[i].Cue.Stance != stanceBlame)
}

// stanceBlame is the stance of words that accuse somebody of something.
const stanceBlame = "blame"

// clausal reports whether what is partly in marks begins as a clause does: with the word that begins one, a noun phrase and its verb, a
// pronoun, an infinitive that its speaker is the subject of.
func (r *reading) clausal(q *quotes.Quote, at token.Range) bool {
	first := r.toVerb(at)
	_, pronoun := r.LowerValue(first, listPronoun)
	switch before := r.beforeMarks(at.Start); {
	case pronoun, r.infinitive(first) && !r.governed(at.Start) && !(q.Cue().Len() == 0 && before >= 0 && r.verbAt(before) && r.tensed(before)), r.Listed(before, listThat), r.Is(before, ":", ",", "–", "—", "."):
		return true
	case q.Cue().Len() == 0:
		return at.Start == r.Sentence(at.Start).Start
	}
	return r.Meant.Clauses().Clause(first, at.End, true) || r.Listed(q.Cue().End-1, "plain-forms")
}

// led is where the clause begins that words partly in marks have behind what tells of place, time and manner: on its site “that …”,
// in a note to have “…”.
func (r *reading) led(at token.Range, first int) token.Range {
	if verb := r.toVerb(at); r.infinitive(verb) && !r.governed(at.Start) {
		for at.Start < verb && r.Meant.Clauses().Dated(at.Start) && !r.begins(at.Start, "neg") {
			at.Start++
		}
		return at
	}
	if !r.prepares(at.Start) && r.overAdverbs(at.Start, at.End) == at.Start {
		return at
	}
	for i := at.Start; i <= first; i++ {
		switch {
		case r.Listed(i, listThat):
			at.Start = i + 1
			return at
		case i == first || r.verbAt(i) && r.tensed(i):
			return at
		case r.Listed(i, listInfinitiveMark), i > at.Start && r.infinitive(i) && !r.present(i) && !r.prepares(i-1):
			at.Start = r.Meant.Clauses().Denying(i, at.Start)
			return at
		}
	}
	return at
}

// present reports whether a token may be a verb of the present.
func (r *reading) present(i int) bool {
	return slices.ContainsFunc(r.forms(i), func(x match.Reading) bool { return x.Has("present") })
}
