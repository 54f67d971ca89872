package claims

import (
	"sayso/extract/quotes"
	"sayso/rules/token"
)

// untilReport is a told clause up to the words that report another statement, where they are joined to it: that the bridge will close
// “and the mayor said that …”, “adding that …”.
func (r *reading) untilReport(i int, at token.Range) token.Range {
	for k := at.Start + 3; k < at.End-1; k++ {
		v := r.Meant.Clauses().Verb(k)
		if v == nil || v.Tokens.Start != k || r.Quotation(k) != nil {
			continue
		}
		start := k
		if other := r.reported(i, v.Tokens, at.End); other != nil {
			if s := other.Subject(); s.Len() > 0 && s.Start < k && s.Start > at.Start {
				start = s.Start
			}
		} else if v.Kind != "said" || !r.Listed(v.Tokens.End, listThat) {
			continue
		}
		cut := token.Range{Start: at.Start, End: r.joint(start, at.Start)}
		if cut.Len() > 0 && (r.tells([]token.Range{cut}) || r.Said[i].Partial()) {
			return cut
		}
	}
	return at
}

// reported is the other statement that a verb reports behind itself, up to an end, or nil.
func (r *reading) reported(i int, verb token.Range, end int) *quotes.Quote {
	from, to := r.saidIn(token.Range{Start: verb.End, End: end})
	for n := from; n < to; n++ {
		if q := r.Said[n]; n != i && q.Cue().Len() > 0 && q.Cue().Overlaps(verb) {
			return q
		}
	}
	return nil
}

// joint is where the words end before a token that are parted from it or joined to it: by a comma, the end of a quotation, a word like
// "and"; else a floor.
func (r *reading) joint(i, floor int) int {
	for n := 0; n < 2 && i > floor+1 && (r.begins(i-1, "prep") || r.begins(i-1, "adv") || r.begins(i-1, "clitic")); n++ {
		i--
	}
	switch {
	case r.begins(i-1, "and"):
		i--
		if r.Is(i-1, ",") {
			i--
		}
	case r.Is(i-1, ",", ";"):
		i--
	case !r.AfterMark(i):
		return floor
	}
	return i
}

// beforeCue is the subject of a told clause that begins with its verb, where the verb that reports it stands between them in commas: the
// bridge, he added, has never been “safe”; else it is empty.
func (r *reading) beforeCue(q *quotes.Quote, told token.Range) token.Range {
	cue := q.Cue()
	if cue.Len() == 0 || !r.Is(cue.Start-1, ",") || !r.Is(cue.End, ",") || told.Start != cue.End+1 || !r.verbAt(r.toVerb(told)) {
		return token.Range{}
	}
	p, ok := r.Meant.Clauses().Left(cue.Start-1, r.Sentence(cue.Start).Start)
	if !ok || p.Tokens.End != cue.Start-1 {
		return token.Range{}
	}
	return p.Tokens
}

// maxTitle is how many tokens a title in marks has at most that belongs to the speaker before it.
const maxTitle = 7

// behindTitle is where the words of a statement begin behind a title in marks that stands right behind their speaker: according to the
// magazine “Trams Today”, the bridge …
func (r *reading) behindTitle(q *quotes.Quote, at token.Range) int {
	in := r.Quotation(at.Start + 1)
	if q.Subject().Len() == 0 || q.Subject().End != at.Start || in == nil || in.Tokens.Start != at.Start || in.Tokens.Len() > maxTitle || in.Tokens.End+1 >= at.End || !r.Is(in.Tokens.End, ",") {
		return at.Start
	}
	return in.Tokens.End + 1
}

// withoutLead is a told clause without the words that lead to it, up to a token.
func (r *reading) withoutLead(told token.Range, end int) token.Range {
	for told.Start < end {
		switch {
		case r.Is(told.Start, ",", ":") || r.Listed(told.Start, listThat):
			told.Start++
		case r.Is(told.Start, "-") && told.Start+1 < end: // the pronoun of the verb before it
			told.Start += 2
		default:
			return told
		}
	}
	return told
}
