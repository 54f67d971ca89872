package claims

import (
	"slices"

	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// mood is what a verb at a token tells of when: the tense of the words that it begins, or "present".
func (r *reading) mood(i int) string {
	for _, m := range r.Within(value.TypeTense, token.Range{Start: i, End: i + 1}) {
		if t := m.Value("tense"); m.Tokens.Start == i && (t == "past" && !r.modal(m.Tokens, "attribute") || t == "future" || t == "planned") {
			return t
		}
	}
	if r.mayBePast(i) && !r.auxiliary(i) || r.hasDone(i) || r.bygone(i) && !r.auxiliary(i) && r.lacksSubject(i, r.Sentence(i).Start) {
		return "past"
	}
	return "present"
}

// maxBetween is how many tokens stand at most between an auxiliary and its participle.
const maxBetween = 4

// hasDone reports whether an auxiliary of the past stands at a token and its participle behind it, whatever adverbs part them.
func (r *reading) hasDone(i int) bool {
	oneself := r.begins(i-1, "clitic") && len(r.Readings(i, "to-be")) > 0
	if !oneself && len(r.Readings(i, "to-have")) == 0 {
		return false
	}
	for k := i + 1; k < len(r.Text.Tokens) && k <= i+maxBetween && (r.Text.Tokens[k].Kind == token.Word || r.Is(k, ",")); k++ {
		if r.Is(k, ",") {
			if k = r.behindIsland(k); k < 0 {
				return false
			}
		}
		if r.participle(k) || !r.dropsSubjects() && r.Meant.Clauses().Participial(k) && !r.governs(k-1) {
			return !r.modal(token.Range{Start: k, End: k + 1}, "attribute")
		}
		if r.begins(k, "det") || r.begins(k, "det of") || r.begins(k, "of") {
			return false
		}
	}
	return false
}

// behindIsland is the token behind the comma that closes what the one at a token opens, or -1.
func (r *reading) behindIsland(i int) int {
	for k := i + 1; k < len(r.Text.Tokens)-1 && k < i+maxOpening; k++ {
		if r.Is(k, ",") {
			return k + 1
		}
	}
	return -1
}

// A predicate is the verb of a sentence's main clause, and what it tells of when.
type predicate struct {
	at   token.Range // the sentence
	verb int         // -1 where none is found
	mood string      // past, present, future or planned; empty where no verb is found that tells it
}

// predicatesOf are those of the sentences that some words have.
func (r *reading) predicatesOf(words []token.Range) (all []predicate) {
	for _, at := range words {
		for at.Start < at.End {
			s := token.Range{Start: at.Start, End: min(at.End, r.Text.Sentences[r.Text.Tokens[at.Start].Sentence].End)}
			at.Start = s.End
			p := predicate{at: s, verb: r.mainVerb(s)}
			if p.verb >= 0 {
				p.mood = r.mood(p.verb)
			} else {
				p.mood = r.tense([]token.Range{s}, "past", "future")
			}
			if (p.mood == "" || p.mood == "present") && r.pastOfSelf([]token.Range{s}) {
				p.mood = "past"
			}
			all = append(all, p)
		}
	}
	return all
}

// A telling is what the main clauses of some words tell of.
type telling struct {
	past, present, future bool
	foretold              bool // by somebody, or of whoever or whatever there is: nobody has set it
	firm                  bool // of others, or of what has been, so that what it compares or names the cause of is so
	valued                bool // what somebody thinks, feels or wishes
	wished                bool // and a verb tells so, not a word for what something is like
	unreal                bool // what would be, or would have been
}

// tellsOf is what some words tell of. What is planned is foretold where a date stands beside it; said is whether somebody is
// quoted, and told whether words of the past report what he says, behind which the present is told as the past. Of several
// sentences most decide, and of two the first.
func (r *reading) tellsOf(words []token.Range, dated, said, told bool) (t telling) {
	all := r.predicatesOf(words)
	against, first := 0, false // sentences that nobody can look up
	for i, p := range all {
		rest := p.at
		if p.verb >= 0 {
			rest = r.rest(p)
		}
		wished := (said || p.mood != "past") && r.values(p) || said && r.aims(p)
		if wished || r.attitude(rest, "valued") {
			against, first, t.valued, t.wished = against+1, first || i == 0, true, t.wished || wished
			continue
		}
		switch p.mood = r.moodIn(p, rest, dated, said, told); {
		case p.mood == "future":
			against, first, t.future = against+1, first || i == 0, true
			t.foretold = t.foretold || r.attitude(rest, "foretold") || p.verb >= 0 && !r.definite(p)
		case r.attitude(rest, "unreal"):
			against, first, t.unreal = against+1, first || i == 0, true
		case p.mood == "past":
			t.past = true
		case p.verb < 0:
			t.firm = true // no verb is found that tells otherwise
		case p.mood == "present":
			t.firm = t.firm || r.ofOthers(p)
			t.present = t.present || i == 0 && r.standsFirm(p, rest, said)
		}
	}
	if against*2 < len(all) || against*2 == len(all) && !first {
		t.valued, t.unreal, t.future = false, false, false
	}
	return t
}

// values reports whether the verb of a predicate tells what somebody feels, wishes or thinks due.
func (r *reading) values(p predicate) bool {
	return p.verb >= 0 && r.attitude(token.Range{Start: p.verb, End: r.groupEnd(p.verb, p.at.End)}, "valuing")
}

// aims reports whether a predicate says of what somebody wants or has to do that it is to do something: "o objetivo é vender".
func (r *reading) aims(p predicate) bool {
	if p.verb < 0 || !r.Listed(p.verb, "copula") {
		return false
	}
	i := r.overAdverbs(r.verbEnd(p.verb), p.at.End)
	if r.begins(i, "of") || r.Listed(i, listInfinitiveMark) {
		i++
	}
	return i < p.at.End && r.infinitive(i) && r.Text.Tokens[i].Kind == token.Word && !r.Capitalised(i)
}

// standsFirm reports whether what a predicate tells of the present is so or is not so: it is not of who speaks or is spoken to, nor
// what may be or is more or less so; and where it is said by somebody, it is of something definite.
func (r *reading) standsFirm(p predicate, rest token.Range, said bool) bool {
	if !r.ofOthers(p) || r.attitude(rest, "graded") || r.attitude(rest, "able") {
		return false
	}
	return !said || r.definite(p) && (r.Quotation(p.verb) == nil || !r.attitude(rest, "classed") || len(r.namesIn(p.at)) > 0)
}

// moodIn is the mood of a predicate, by what stands behind its verb.
func (r *reading) moodIn(p predicate, rest token.Range, dated, said, told bool) string {
	switch {
	case p.verb < 0:
		return p.mood
	case p.mood == "present" && r.cleft(p, rest) && r.tense([]token.Range{{Start: rest.End + 1, End: p.at.End}}, "past", "future") == "past":
		return "past" // it is Leeds that won
	case p.mood != "past" && r.thoughtPast(p, rest):
		return "past" // is thought to have left
	case r.attitude(rest, "foretold"), p.mood == "planned" && dated, p.mood == "present" && dated && r.tense([]token.Range{rest}, "past", "future", "planned") == "planned":
		return "future"
	case p.mood == "planned" && r.bygone(p.verb) && r.participle(r.groupEnd(p.verb, p.at.End)-1):
		return "past" // was planned
	case p.mood == "planned" && !said && r.modal(rest, "reported"):
		return "present" // would be closed, it is said
	case told && p.mood == "past" && r.groupEnd(p.verb, p.at.End) == p.verb+1 && slices.ContainsFunc(r.forms(p.verb), func(x match.Reading) bool { return x.Has("imperfect") }):
		return "present"
	}
	return p.mood
}

// cleft reports whether a predicate only says of whom or what the clause behind it tells.
func (r *reading) cleft(p predicate, rest token.Range) bool {
	_, is := r.LowerValue(p.verb, "copula")
	return is && rest.End < p.at.End-1 && p.verb > p.at.Start && r.Listed(p.verb-1, "generic-subject") && (r.begins(rest.End, "rel") || r.relates(rest.End))
}

// thoughtPast reports whether a verb by which something is thought or seems so tells of what has been: in the words that it governs,
// or in the clause behind it.
func (r *reading) thoughtPast(p predicate, rest token.Range) bool {
	if !r.modal(token.Range{Start: max(p.at.Start, p.verb-1), End: rest.End}, "hedged") {
		return false
	}
	if r.Listed(rest.End, listThat) && rest.End <= r.groupEnd(p.verb, p.at.End)+1 {
		rest.End = p.at.End
	}
	return r.tense([]token.Range{rest}, "past", "future") == "past"
}

// definite reports whether a predicate is of somebody or something, and not of whatever there is: a name or a date stands in its
// sentence, or its subject is no infinitive, no noun without an article and no pronoun that means all or nothing.
func (r *reading) definite(p predicate) bool {
	if len(r.namesIn(p.at)) > 0 || len(r.Within(value.TypeDate, p.at)) > 0 {
		return true
	}
	i := p.at.Start
	for i < p.verb && (r.begins(i, "adv") || r.begins(i, "and") || r.begins(i, "neg") || r.Is(i, ",", "“", "\"", "«", "'", "‘")) {
		i++
	}
	if i == p.verb && !r.Listed(i, "generic-subject") {
		return true // its subject is told elsewhere
	}
	return !r.Listed(i, "generic-subject") && !r.infinitive(i) && (r.Quotation(i) == nil || !r.Meant.Clauses().Open(i))
}

// bygone reports whether the verb at a token has a form of the past.
func (r *reading) bygone(i int) bool {
	return slices.ContainsFunc(r.forms(i), func(x match.Reading) bool { return x.Has("bygone") || x.Has("past") })
}

// ofOthers reports whether the subject of a predicate is neither who speaks nor who is spoken to.
func (r *reading) ofOthers(p predicate) bool {
	for i := p.at.Start; i < p.verb; i++ {
		if _, self := r.LowerValue(i, listSelf); self || r.Listed(i, "addressed-person") && (r.begins(i, "pron") || r.begins(i, "pron clitic")) {
			return false
		}
	}
	return !r.verbOfSelf(p.verb)
}
