package claims

import (
	"slices"

	"sayso/rules/match"
	"sayso/rules/token"
)

// bids reports whether words tell somebody to do what they say: they begin with a verb that has no subject and the form of those
// who are spoken to, behind no more than adverbs or what opens the sentence.
func (r *reading) bids(words token.Range) bool {
	if r.dropsSubjects() {
		return false
	}
	s := token.Range{Start: words.Start, End: min(words.End, r.Text.Sentences[r.Text.Tokens[words.Start].Sentence].End)}
	first := r.overAdverbs(s.Start, s.End)
	for _, i := range []int{first, r.overClauses(s), r.overOpening(first, s.End)} {
		if r.bidding(i, s) {
			return true
		}
	}
	return false
}

// bidding reports whether the verb at a token is one that bids: what it governs stands right behind it, and no verb follows whose
// clause it could be a part of.
func (r *reading) bidding(i int, s token.Range) bool {
	next := i + 1
	if next >= s.End || i > 0 && r.Text.Tokens[i].Glued && r.Text.Tokens[i-1].Kind == token.Word || len(r.namesIn(token.Range{Start: i, End: next})) > 0 || r.auxiliary(i) || r.begins(i, "adv") || r.begins(i, "prep") {
		return false
	}
	if !r.hasObject(i) && !r.begins(next, "pron") && !r.begins(next, "prep") && !r.begins(next, "adv") && !r.mayBePast(next) {
		return false
	}
	for k := next; k < s.End; k++ {
		if r.Is(k, ":") {
			return false
		}
	}
	other := func(x match.Reading) bool {
		return x.Has("3s") || x.Has("1s") || x.Has("3p") || x.Has("1p")
	}
	if slices.ContainsFunc(r.forms(i), other) || !r.spoken(i) {
		return false
	}
	verb := r.mainVerb(token.Range{Start: i, End: s.End})
	return verb < 0 || r.mayBePast(verb) && !r.hasObject(verb)
}

// spoken reports whether a token may be a verb in the form of those who are spoken to: a bare one, or one of the second person.
func (r *reading) spoken(i int) bool {
	has := func(f string) bool {
		return slices.ContainsFunc(r.forms(i), func(x match.Reading) bool { return x.Has(f) })
	}
	return has("2p") || has("infinitive") && has("present")
}
