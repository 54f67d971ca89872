package claims

import (
	"slices"
	"strings"

	"sayso/rules/match"
	"sayso/rules/token"
)

// maxBack is how many tokens stand at most between a verb and the word that begins its clause about a noun.
const maxBack = 6

// embedded reports whether the verb at a token stands in a clause about a noun, within words that begin at a floor.
func (r *reading) embedded(verb, floor int) bool {
	apart := false // another word stands between the verb and what is looked at
	for i := verb - 1; i >= floor && i >= verb-maxBack; i-- {
		switch {
		case i > floor && r.relative(i):
			return true
		case r.Is(i, ",", ";", ":", "(") || r.Text.Tokens[i].Sentence != r.Text.Tokens[verb].Sentence, r.verbAt(i) && (apart || r.verbEnd(i) <= verb && r.tensed(i)):
			return false
		case !r.verbAt(i) && !r.begins(i, "adv"):
			apart = true
		}
	}
	return false
}

// relative reports whether a clause about the noun before it begins at a token.
func (r *reading) relative(i int) bool {
	return r.begins(i, "rel") && !r.AtSentenceStart(i) || (r.Is(i-1, ",") || r.begins(i-1, "det") || r.begins(i-1, "prep")) && r.relates(i) || r.begins(i, "that det") && !r.verbAt(i-1) && r.verbAt(i+1) ||
		r.relates(i) && r.Meant.Clauses().Open(i-1) && !r.verbAt(i-1) && r.governs(i-2)
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

// tells reports whether a verb stands in some words that tells a tense and is in no clause about one of their nouns: with nothing
// but participles and infinitives they name something, and tell nothing of it.
func (r *reading) tells(words []token.Range) bool {
	sure := func(i, _ int) bool { return r.verbAt(i) && r.tensed(i) }
	for _, is := range []func(i, floor int) bool{sure, r.predicates} {
		for _, at := range words {
			for i := at.Start; i < at.End; i++ {
				if is(i, at.Start) && !r.embedded(i, at.Start) {
					return true
				}
			}
		}
	}
	return false
}

// asksReader reports whether a sentence begins with a verb that has no subject where it needs one, and so asks something of who
// reads it.
func (r *reading) asksReader(s token.Range) bool {
	for s.Len() > 1 && r.Is(s.Start, "(") {
		s.Start++
	}
	finite := slices.ContainsFunc(r.forms(s.Start), func(x match.Reading) bool { return x.Has("finite") && !x.Has("3s") })
	return finite && !r.dropsSubjects() && s.Len() > 1 && !r.asks([]token.Range{s}) && (r.begins(s.Start+1, "det") || r.Listed(s.Start+1, listThat) || r.Text.Tokens[s.Start+1].Kind == token.Number && !r.prepares(s.Start))
}

// endings are the marks that sentences end in.
var endings = []string{".", "!", "?", "…", "”", "»", "\"", "’"}

// ends reports whether a sentence of the article's body ends as one does: a crosshead, an item, a caption and what brings in a list do
// not.
func (r *reading) ends(s token.Range) bool {
	text := strings.TrimRight(r.Text.Slice(s), ")")
	heads := !r.Later && r.Paragraph(s.Start) == 0
	return heads && !strings.HasSuffix(text, ":") || slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(text, e) })
}

// supposed reports whether a clause that begins with "if" holds the words that report a statement: nobody has said it.
func (r *reading) supposed(i int) bool {
	cue, subject := r.Said[i].Cue(), r.Said[i].Subject()
	return cue.Len() > 0 && subject.Len() > 0 && subject.Start < cue.Start && r.Listed(subject.Start-1, "if") && !r.Listed(subject.Start-2, listThat)
}

// listCause is the packs' list of what brings in a cause.
const listCause = "cause"

// reasonOnly reports whether words begin with what brings in a cause and nothing follows that it is the cause of.
func (r *reading) reasonOnly(at token.Range) bool {
	if !r.begins(at.Start, "sub") || !r.modal(token.Range{Start: at.Start, End: at.Start + 1}, listCause) {
		return false
	}
	for i := at.Start + 1; i < at.End-1; i++ {
		if r.Is(i, ",") && r.tells([]token.Range{{Start: i + 1, End: at.End}}) {
			return false
		}
	}
	return true
}

// fragment reports whether words are less than a clause: one word, a verb that has no subject, or what a preposition begins with
// no verb that surely tells a tense.
func (r *reading) fragment(at token.Range) bool {
	verb := r.toVerb(at)
	if p, _ := r.Meant.Clauses().Headed(at.Start); p.Tokens.Len() > 1 && r.aboutNoun(p.Tokens.End, at.End) && !r.Meant.Clauses().Finite(at) {
		return true // a crime that was committed there
	}
	if w := r.Text.Word(at.Start); strings.HasPrefix(w, "'") || strings.HasPrefix(w, "’") {
		return true // 's why it is closed
	}
	if at.Len() < 2 || !r.dropsSubjects() && r.verbAt(verb) && !r.Listed(verb, listPronoun) && !r.infinitive(verb) && !r.restricts(verb, at.End) {
		return true
	}
	if r.introduced(at.Start) && r.tells([]token.Range{at}) || !r.prepares(at.Start) && !(r.governed(at.Start) && r.infinitive(verb)) && !r.objectInMarks(at) {
		return false
	}
	sure := func(i int) bool { return r.finiteOnly(i) || r.told(i) }
	for i := at.Start; i < at.End && !r.begins(i, "sub") && !r.begins(i, "rel"); i++ {
		if sure(i) && !r.embedded(i, at.Start) {
			return false
		}
	}
	return true
}

// restricts reports whether a verb's form at a token is a participle or a name that belongs to a subject, for another verb tells of it
// before an end: "refined sugar is sold".
func (r *reading) restricts(verb, end int) bool {
	return (r.mayBePast(verb) || r.Capitalised(verb)) && verb+1 < end && r.tells([]token.Range{{Start: verb + 1, End: end}})
}

// objectInMarks reports whether words in marks stand right behind a word that no mark parts from them, and so are its object or
// what it governs: he threatened “aid to a band”.
func (r *reading) objectInMarks(at token.Range) bool {
	q := r.Quotation(at.Start)
	return q != nil && q.Inner.Start == at.Start && q.Inner.End >= at.End && !r.AfterMark(q.Tokens.Start) && !r.Is(q.Tokens.Start-1, ",") && !r.Listed(q.Tokens.Start-1, listThat) && !r.Capitalised(at.Start)
}

// governedOnly reports whether words that somebody says begin with a preposition and have no verb: what he says goes on there.
func (r *reading) governedOnly(at token.Range) bool {
	if !r.prepares(at.Start) {
		return false
	}
	for i := at.Start; i < at.End && (i < at.Start+2 || !r.Listed(i, listThat)); i++ {
		if r.verbAt(i) || r.Listed(i, listPronoun, listSelf) {
			return false
		}
	}
	return true
}

// aboutNoun reports whether a clause about the noun before it begins at a token, or behind the mark there.
func (r *reading) aboutNoun(i, end int) bool {
	if i < end && r.Text.Tokens[i].Kind == token.Mark && !r.Is(i, ",") {
		i++
	}
	return i < end && r.begins(i, "rel")
}
