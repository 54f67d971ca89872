package claims

import (
	"slices"

	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// mainVerb is where the verb of the main clause of a sentence begins, or -1 where none is found: the first one that tells a
// tense and is in no clause about a noun, nor in one that a word like "if" begins, nor in brackets or in marks of its own.
func (r *reading) mainVerb(at token.Range) int {
	verb, _ := r.toMainVerb(at)
	return verb
}

// smallWord reports whether a token is a word of the closed classes, whatever verb it looks like.
func (r *reading) smallWord(i int) bool {
	_, closed := r.LowerValue(i, listClosed)
	return closed
}

// found is what toMainVerb has found in a sentence.
type found struct {
	verb   int
	before []token.Range
}

// toMainVerb is mainVerb, and what stands before that verb without the clauses within.
func (r *reading) toMainVerb(at token.Range) (verb int, before []token.Range) {
	if x, ok := r.found[at]; ok {
		return x.verb, slices.Clone(x.before)
	}
	verb, before = r.findMainVerb(at)
	r.found[at] = found{verb, slices.Clone(before)}
	return verb, before
}

// findMainVerb is toMainVerb, looked for.
func (r *reading) findMainVerb(at token.Range) (verb int, before []token.Range) {
	i := r.overClauses(at)
	start := i
	below := 0 // clauses within that have not come to their verb
	for i < at.End {
		switch q := r.Quotation(i); {
		case q != nil && q.Tokens.Start == i && i > at.Start && q.Tokens.End < at.End:
			i = q.Tokens.End
			continue
		case r.Is(i, "(", "["):
			i = max(i, r.Meant.Clauses().Closing(i, at.End))
		case r.opensBelow(i, at.Start):
			if below == 0 {
				before = append(before, token.Range{Start: start, End: i})
			}
			below++
			for i+1 < at.End && r.opensBelow(i+1, at.Start) {
				i++
			}
		case below > 0 && (r.isTold(i, at) || r.finiteForm(i, at.Start)):
			below--
			i = r.groupEnd(i, at.End)
			start = i
			continue
		case below == 0 && r.isTold(i, at):
			return i, append(before, token.Range{Start: start, End: i})
		}
		i++
	}
	if r.verbAt(start) && !r.Capitalised(start) && r.tensed(start) && r.groupTells(start) {
		return start, []token.Range{{Start: start, End: start}} // its subject stands before the words
	}
	return -1, nil
}

// overClauses is where a sentence begins behind the clause that a word like "when" opens it with.
func (r *reading) overClauses(at token.Range) int {
	i := at.Start
	for i < at.End && r.begins(i, "adv") {
		i++
	}
	if !r.begins(i, "sub") && !(r.begins(i, "prep") && r.relates(i+1)) {
		return at.Start
	}
	for verb := false; i < at.End-1; i++ {
		switch {
		case r.Is(i, "(", "["):
			i = max(i, r.Meant.Clauses().Closing(i, at.End))
		case r.isTold(i, at), r.finiteForm(i, at.Start):
			verb = true
		case verb && r.Is(i, ",", ":"):
			return i + 1
		}
	}
	return at.Start
}

// opensBelow reports whether a clause within another begins at a token.
func (r *reading) opensBelow(i, floor int) bool {
	if r.begins(i, "sub") {
		return !r.Listed(i, "within-group") || r.relates(i+1) || r.begins(i+1, "sub")
	}
	return i > floor && (r.begins(i, "rel") || r.relates(i) || r.relative(i))
}

// isTold reports whether a verb that tells a tense begins at a token of a sentence.
func (r *reading) isTold(i int, at token.Range) bool {
	if r.noVerb(i, at) {
		return false
	}
	lacks := r.verbEnd(i) == i+1 && !r.auxiliary(i) && !r.bygone(i) && r.lacksSubject(i, at.Start)
	sure := r.verbAt(i) && r.tensed(i) && r.groupTells(i) && !lacks
	if sure && (r.told(i) || r.auxiliary(i) || r.verbEnd(i) > i+1 || !r.likePlural(i)) {
		return true
	}
	listed := r.indicative(i) && r.finiteForm(i, at.Start) && !lacks
	return (sure || listed || r.mayBePast(i)) && (r.hasObject(i) || !r.surerBehind(i, at.End))
}

// manyAt reports whether a token has the ending of nouns of several.
func (r *reading) manyAt(i int) bool { return r.Meant.Clauses().Ends(i, "plural-ending-of-nouns") }

// likePlural reports whether a verb looks like a noun of several: costs. Those of saying have a clause behind them, if they are verbs.
func (r *reading) likePlural(i int) bool {
	says := slices.ContainsFunc(r.Within(value.TypePredicate, token.Range{Start: i, End: i + 1}), func(m *match.Match) bool { return m.Value("kind") == "said" })
	return !says && r.manyAt(i)
}

// noVerb reports whether a word of a sentence can be no verb that tells a tense, for what stands before it.
func (r *reading) noVerb(i int, at token.Range) bool {
	one := token.Range{Start: i, End: i + 1}
	switch {
	case r.begins(i, "prep"), r.Meant.Clauses().Dated(i), r.setBefore(one), r.modal(one, "attribute"), len(r.namesIn(one)) > 0:
		return true
	case r.verbEnd(i) == i+1 && r.smallWord(i):
		return true
	case i == at.Start: // a subject is missing, but in a question
		return r.verbEnd(i) == i+1 && !r.dropsSubjects() && (r.Capitalised(i) || !r.auxiliary(i)) && !r.asks([]token.Range{at})
	case r.Is(i-1, "-") && r.Text.Tokens[i].Glued:
		return true
	case r.told(i):
		return false
	}
	behindAdverb := (r.begins(i-1, "adv") || len(r.Within(value.TypeManner, token.Range{Start: i - 1, End: i})) > 0) && r.governs(i-2)
	return r.Capitalised(i) || behindAdverb || !r.auxiliary(i) && (r.governs(i-1) || r.Text.Tokens[i-1].Kind == token.Number || r.inOpening(i, at.Start))
}

// lacksSubject reports whether a form of the present that does not tell its person stands behind a word that cannot be its subject,
// for that is one alone: a book cover.
func (r *reading) lacksSubject(i, floor int) bool {
	bare := func(x match.Reading) bool {
		return x.Has("present") && !x.Has("3s") && !x.Has("3p") && !x.Has("1s") && !x.Has("1p") && !x.Has("2s") && !x.Has("2p")
	}
	if !slices.ContainsFunc(r.forms(i), bare) {
		return false
	}
	k := i - 1
	for k > floor && (r.begins(k, "adv") || len(r.Within(value.TypeManner, token.Range{Start: k, End: k + 1})) > 0) {
		k--
	}
	for n := k; n > floor && n > k-maxBack; n-- {
		if r.begins(n, "and") && r.hasObject(i) || r.prepares(n) && r.manyAt(n-1) && (r.hasObject(i) || r.prepares(i+1)) {
			return false // of two, or of the sisters of one
		}
	}
	return k < floor || !r.Listed(k, "plural-subject") && !r.manyAt(k)
}

// clauseMarks are the marks that may end a clause.
var clauseMarks = []string{",", ";", ":", "–", "—", "("}

// subjectOf reports whether a pronoun at a token is the subject of a verb behind it.
func (r *reading) subjectOf(i int, at token.Range) bool {
	if gender, ok := r.LowerValue(i, listPronoun); !ok || gender == "any" || r.Is(i-1, "-") {
		return false
	}
	for i++; i < at.End && (r.begins(i, "adv") || r.begins(i, "neg") || r.begins(i, "clitic")); i++ {
	}
	return i < at.End && r.isTold(i, at)
}

// anotherTold reports whether a verb that tells a tense stands between a token and the next mark.
func (r *reading) anotherTold(i int, at token.Range) bool {
	for ; i < at.End && !r.Is(i, clauseMarks...) && !r.opensBelow(i, at.Start); i++ {
		if r.isTold(i, at) {
			return true
		}
	}
	return false
}

// auxiliary reports whether a token is a form of a verb that helps others.
func (r *reading) auxiliary(i int) bool { return r.once(i, factAuxiliary, (*reading).findAuxiliary) }

func (r *reading) findAuxiliary(i int) bool {
	return slices.ContainsFunc([]string{"to-be", "to-have"}, func(list string) bool { return len(r.Readings(i, list)) > 0 })
}

// inOpening reports whether a token ends a noun phrase that a preposition brings in at the beginning of a sentence or behind a mark.
func (r *reading) inOpening(i, floor int) bool {
	k := i - 1
	for k > floor && k > i-4 && r.Meant.Clauses().Open(k) && !r.verbAt(k) {
		k--
	}
	return k > floor && k < i-1 && r.governs(k) && r.prepares(k-1) && (k-1 == floor || r.AfterMark(k-1)) || k < i-1 && k >= floor && r.prepares(k) && (k == floor || r.AfterMark(k))
}

// groupTells reports whether what makes the words at a token tell of a time is a verb.
func (r *reading) groupTells(i int) bool { return r.once(i, factGroupTells, (*reading).findGroupTells) }

func (r *reading) findGroupTells(i int) bool {
	if r.indicative(i) {
		return true
	}
	return slices.ContainsFunc(r.Within(value.TypeTense, token.Range{Start: i, End: i + 1}), func(m *match.Match) bool {
		if t := m.Value("tense"); m.Tokens.Start != i || t != "past" && t != "future" && t != "planned" {
			return false
		}
		for k := m.Tokens.Start; k < m.Tokens.End; k++ {
			if r.indicative(k) {
				return true
			}
		}
		_, closed := r.LowerValue(i, listClosed)
		return m.Tokens.Len() == 1 && !closed && len(r.forms(i)) == 0
	})
}

// indicative reports whether a token may be a verb of the indicative whose subject is named: no form that only a clause within
// another has, nor one of those who are spoken to, nor one of the present by which who speaks would have to name himself.
func (r *reading) indicative(i int) bool { return r.once(i, factIndicative, (*reading).findIndicative) }

func (r *reading) findIndicative(i int) bool {
	for _, x := range r.forms(i) {
		switch {
		case !x.Has("finite"), x.Has("subjunctive"), x.Has("past-subjunctive"), x.Has("future-subjunctive"):
		case x.Has("3s"), x.Has("3p"), x.Has("1p"), x.Has("past") && !x.Has("2s"), x.Has("bygone") && !x.Has("2s"):
			return true
		case !x.Has("1s") && !x.Has("2s") && !x.Has("2p"), x.Has("1s") && r.Listed(i, listFirstPerson):
			return true
		case x.Has("1s") && r.selfBefore(i):
			return true
		}
	}
	return slices.ContainsFunc(r.Within(value.TypePredicate, token.Range{Start: i, End: i + 1}), func(m *match.Match) bool { return m.Value("kind") == "other" }) && len(r.forms(i)) == 0
}

// selfBefore reports whether a word by which those who speak mean themselves stands before the verb at a token.
func (r *reading) selfBefore(i int) bool {
	for i--; i >= 0 && (r.begins(i, "neg") || r.begins(i, "clitic") || r.begins(i, "pron clitic")); i-- {
		if r.Listed(i, listFirstPerson) {
			return true // não me importo
		}
	}
	return i >= 0 && r.Listed(i, listFirstPerson)
}

// hasObject reports whether what is the object of a verb, and of no noun, stands right behind a token.
func (r *reading) hasObject(i int) bool {
	k := i + 1
	return k < len(r.Text.Tokens) && (r.begins(k, "det") || r.begins(k, "det pron") || r.begins(k, "det of") || r.Text.Tokens[k].Kind == token.Number || r.Listed(k, listThat))
}

// surerBehind reports whether behind a form that may be a noun or a participle a verb follows, with no mark and no word
// between them that begins another clause.
func (r *reading) surerBehind(i, end int) bool {
	for k := i + 1; k < end; k++ {
		switch {
		case r.Is(k, ",") && k+1 < end && (r.auxiliary(k+1) || r.told(k+1) || r.Is(i-1, ",") && r.participle(i) && r.indicative(k+1)):
			return true // it was set beside the subject
		case r.Is(k, ","):
			next := r.behindIsland(k)
			return next > 0 && next < end && (r.auxiliary(next) || r.told(next) || !r.participle(next) && r.finiteOnly(next))
		case r.Is(k, "–", "—") && r.nextDash(k, end) > k:
			k = r.nextDash(k, end)
		case r.Is(k, ",", ";", ":", "(", "–", "—") || r.opensBelow(k, i) || r.begins(k, "and") || r.begins(k, "pron"):
			return false
		case r.governs(k - 1):
		case r.verbAt(k) && r.tensed(k) && r.groupTells(k), r.mayBePast(k) && r.hasObject(k), !r.participle(k) && r.finiteOnly(k):
			return true
		}
	}
	return false
}

// nextDash is the dash that closes what the one at a token opens, or the token.
func (r *reading) nextDash(i, end int) int {
	for k := i + 1; k < end-1; k++ {
		if r.Is(k, "–", "—") {
			return k
		}
	}
	return i
}

// groupEnd is where the verbs that begin at a token end.
func (r *reading) groupEnd(i, end int) int {
	i = max(i+1, min(end, r.verbEnd(i)))
	for k := i; k < end && (r.begins(k, "adv") || r.begins(k, "neg") || r.infinitive(k) || r.participle(k)); k++ {
		if r.infinitive(k) || r.participle(k) {
			i = k + 1
		}
	}
	return i
}

// rest is the main clause of a predicate from its verb on.
func (r *reading) rest(p predicate) token.Range {
	at := token.Range{Start: p.verb, End: p.at.End}
	for i := r.groupEnd(p.verb, p.at.End); i < p.at.End; i++ {
		if r.Is(i, clauseMarks...) || r.opensBelow(i, p.at.Start) || r.Listed(i, listThat) || r.begins(i, "and") && (r.begins(i+1, "neg") || r.anotherTold(i+1, p.at)) || r.subjectOf(i, p.at) {
			at.End = i
			break
		}
	}
	return at
}
