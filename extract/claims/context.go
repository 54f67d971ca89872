package claims

import (
	"slices"

	"sayso/extract/document"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// What the rules of words that lean on what was told before tell apart.
const (
	kindConnective = "connective"
	kindLeaning    = "leaning"
	kindNoun       = "leaning-noun"
	kindRenaming   = "renaming"
	kindPointing   = "pointing"
)

// anaphor is the words of such a kind that begin at a token, empty where there are none.
func (r *reading) anaphor(i int, kind string) token.Range {
	for _, m := range r.Within(value.TypeAnaphor, token.Range{Start: i, End: i + 1}) {
		if m.Value("kind") == kind {
			return value.Span(m)
		}
	}
	return token.Range{Start: i, End: i}
}

// withoutConnective are some words without what joins them to the sentence before, and the marks that they go on behind.
func (r *reading) withoutConnective(words []token.Range) []token.Range {
	first := words[0]
	for first.Len() > 1 && r.Is(first.Start, "...", "…", ".", "–", "—", ",") {
		first.Start++
	}
	first.Start = r.behindLabel(first)
	for at := r.anaphor(first.Start, kindConnective); at.Len() > 0 && at.End < first.End; at = r.anaphor(first.Start, kindConnective) {
		first.Start = at.End
	}
	if first == words[0] {
		return words
	}
	return append([]token.Range{first}, words[1:]...)
}

// stands reports whether a claim says what it says to somebody who reads nothing else. Where it means what was told before, the
// sentence before it becomes its context; what cannot be checked and has no subject of its own is of no use.
func (r *reading) stands(c *document.Claim, words []token.Range) bool {
	if c.Context != nil {
		return true
	}
	words = r.withoutConnective(words)
	kind := r.leans(words[0], c.Refers)
	if kind == "" && !r.points(words[0]) && !r.open(words[0], c.Refers) {
		return true
	}
	if !weighs(c) && kind != kindRenaming && kind != kindPointing && kind != "" && len(c.Money)+len(c.Quantities) == 0 && !slices.Contains(committed, c.Stance) {
		return false
	}
	at := r.within(words[0].Start)
	if at.Len() == 0 {
		at = r.context(int(r.Text.Tokens[words[0].Start].Sentence))
	}
	if at.Len() == 0 {
		return kind != kindLeaning || len(c.Money)+len(c.Quantities)+len(c.Dates) > 0
	}
	for at.Len() > 1 && r.Is(at.Start, ",", ";", ".", "–", "—") {
		at.Start++
	}
	place := r.Place(at)
	c.Context = &place
	return true
}

// weighs reports whether a claim can be checked by more than what it tells of the present.
func weighs(c *document.Claim) bool {
	return c.Checkable && !slices.Contains(c.Reasons, reasonPresentFact)
}

// maxItems is how many sentences back the one is looked for that introduces the items of a list.
const maxItems = 12

// listOf is the sentence that introduces the list whose item a sentence is, or empty: it ends in a colon, and nothing but other
// items stands between them.
func (r *reading) listOf(item token.Range) token.Range {
	last := int(r.Text.Tokens[item.Start].Sentence)
	for i := last - 1; i >= 0 && i >= last-maxItems; i-- {
		at := r.Text.Sentences[i]
		if r.Is(at.End-1, ":") {
			return at
		}
		if r.Is(at.End-1, ".", "!", "?") && r.tells([]token.Range{at}) && !r.asksReader(at) {
			break
		}
	}
	return token.Range{}
}

// committed are the stances of those who take something upon themselves, which is worth to be known whatever it is.
var committed = []string{document.Denies, document.Doubts, document.Promises, document.Demands}

// leans is how some words mean what was told before them, by their subject or the phrase that opens them, where none of the
// referents is what that means; or empty.
func (r *reading) leans(at token.Range, known []document.Referent) string {
	first := r.overAdverbs(at.Start, at.End)
	if kind := r.leansAt(first, known); kind != "" {
		return kind
	}
	if verb := r.subjectless(at); verb >= 0 && !r.knownAt(verb, known) {
		return kindLeaning
	}
	if i := r.overOpening(first, at.End); i > first {
		return r.leansAt(i, known)
	}
	return r.leansBehindParticiple(first, at.End, known)
}

// leansBehindParticiple is leans of the phrase behind the comma of a participle that opens a sentence and tells of it: "Struck in
// May by lightning, the tower …".
func (r *reading) leansBehindParticiple(i, end int, known []document.Referent) string {
	if !r.AtSentenceStart(i) || !r.participle(i) && !r.modal(token.Range{Start: i, End: i + 1}, "attribute") {
		return ""
	}
	for k := i + 1; k < end-1 && k < i+maxOpening; k++ {
		if r.Is(k, ",") && r.anaphor(k+1, kindRenaming).Len() > 0 {
			return r.leansAt(k+1, known)
		}
	}
	return ""
}

// leansAt is leans of the phrase that begins at a token.
func (r *reading) leansAt(i int, known []document.Referent) string {
	if i >= len(r.Text.Tokens) {
		return ""
	}
	one := token.Range{Start: i, End: i + 1}
	if r.anaphor(i, kindPointing).Len() > 0 && !r.knownAt(i, known) {
		return kindPointing // whatever its form, it is said of something: it is the first in ten years
	}
	kind := r.kindAt(i)
	if kind == "" || r.dates(i) || r.modal(one, "impersonal") || r.modal(one, "demand") || r.knownAt(i, known) || kind != kindLeaning && r.tellsItself(i) {
		return ""
	}
	return kind
}

// kindAt is of which kind words are that lean and begin at a token, or empty.
func (r *reading) kindAt(i int) string {
	for _, kind := range []string{kindLeaning, kindNoun, kindRenaming} {
		if r.anaphor(i, kind).Len() > 0 {
			return kind
		}
	}
	if gender, _ := r.LowerValue(i, "article-gender"); (gender == "m" || gender == "f") && r.PeopleOf(i+1) != "" && r.verbAt(r.overAdverbs(i+2, len(r.Text.Tokens))) {
		return kindRenaming // the Brazilian won
	}
	return ""
}

// dates reports whether a date begins at a token or the next one, or goes on there.
func (r *reading) dates(i int) bool {
	at := token.Range{Start: max(0, i-2), End: i + 2}
	return slices.ContainsFunc(r.Within(value.TypeDate, at), func(m *match.Match) bool { return m.Tokens.End > i })
}

// knownAt reports whether a referent stands at a token.
func (r *reading) knownAt(i int, known []document.Referent) bool {
	start := r.Place(token.Range{Start: i, End: min(i+1, len(r.Text.Tokens))}).Start
	return slices.ContainsFunc(known, func(x document.Referent) bool { return x.Start <= start && start < max(x.End, x.Start+1) })
}

// points reports whether the first sentence of some words points at what was told before, in whatever place: "because of this
// plan".
func (r *reading) points(at token.Range) bool {
	at.End = min(at.End, r.Text.Sentences[r.Text.Tokens[at.Start].Sentence].End)
	return slices.ContainsFunc(r.Within(value.TypeAnaphor, at), func(m *match.Match) bool {
		i := m.Tokens.Start
		noun := m.Value("kind") == kindNoun && !r.Listed(i, listThat, "own-determiner") && !r.Listed(i+1, "own-determiner")
		return (noun || m.Value("kind") == kindRenaming && r.prepares(i)) && r.leansAt(i, nil) != ""
	})
}

// tellsItself reports whether a noun phrase that begins at a token says what it means: by a name, or by what belongs to it.
func (r *reading) tellsItself(i int) bool {
	p, _ := r.Meant.Clauses().Headed(i)
	if p.Apposed = r.Meant.Clauses().Beside(p.Tokens).Apposed; p.Apposed.Len() > 0 {
		p.Tokens.End = p.Apposed.End
	}
	for k := p.Tokens.Start + 1; k < p.Tokens.End; k++ {
		if r.begins(k, "of") || len(r.Within(value.TypeQuantity, token.Range{Start: k, End: k + 1})) > 0 {
			return true
		}
	}
	if r.prepares(p.Tokens.End) {
		p.Tokens.End = min(p.Tokens.End+2, len(r.Text.Tokens))
	}
	own := r.Listed(i, "own-determiner") // her channel may have a name, which does not say whose it is
	return slices.ContainsFunc(r.namesIn(p.Tokens), func(id string) bool {
		return !own || r.Named.All[r.at[id]].Kind == value.TypePerson
	})
}

// prepares reports whether a preposition stands at a token.
func (r *reading) prepares(i int) bool { return r.begins(i, "prep") || r.begins(i, "of") }

// overAdverbs is where adverbs and dates end that begin at a token.
func (r *reading) overAdverbs(i, end int) int {
	for i < end-1 && (r.Meant.Clauses().Dated(i) || r.begins(i, "adv") || r.begins(i, "neg")) {
		i++
	}
	if i < end-1 && r.Is(i, ",") {
		i++
	}
	return i
}

// overOpening is where the phrase ends that a preposition begins at a token, with its comma; it is the token where there is none,
// or where a verb or a name stands in it: what follows may mean that.
func (r *reading) overOpening(i, end int) int {
	if !r.begins(i, "prep") {
		return i
	}
	for k := i; k < end-1 && k < i+maxOpening; k++ {
		switch {
		case r.Is(k, ","):
			return k + 1
		case r.verbAt(k), len(r.namesIn(token.Range{Start: k, End: k + 1})) > 0:
			return i
		}
	}
	return i
}

// How much of what stands before a claim its context has at most.
const (
	maxContext       = 3   // sentences
	maxContextTokens = 100 // their tokens
	minContext       = 8   // tokens of a sentence that tells of something though it names nobody
)

// within is the sentence before that of a token in the quotation that holds both, and as long as that leans too, the one before it.
func (r *reading) within(i int) token.Range {
	q := r.Quotation(i)
	if q == nil || i <= q.Inner.Start {
		return token.Range{}
	}
	end := r.Sentence(i).Start
	found := token.Range{Start: end, End: end}
	for n := 0; n < maxContext && found.Start > q.Inner.Start; n++ {
		found.Start = max(q.Inner.Start, r.Sentence(found.Start-1).Start)
		if first := r.withoutConnective([]token.Range{{Start: found.Start, End: end}})[0]; r.leans(first, nil) == "" && !r.open(first, nil) {
			break
		}
	}
	return found
}

// context is the sentence before one, and as long as that leans too, the one before it; it is empty where there is none, and
// does not go back to more than the paragraph before. A quotation is never broken.
func (r *reading) context(sentence int) token.Range {
	end := r.Meant.Clauses().Sentence(r.Text.Sentences[sentence].Start).Start
	found := token.Range{Start: end, End: end}
	for n, next := 0, end; n < maxContext && next > 0; n++ {
		at := r.Meant.Clauses().Sentence(next - 1)
		at.End, next = next, at.Start
		if r.Paragraph(end)-r.Paragraph(at.Start) > 1 || end-at.Start > maxContextTokens {
			break
		}
		short := at.Len() < minContext
		if (short || r.Paragraph(at.Start) > 0) && !r.tells([]token.Range{at}) {
			continue // a crosshead
		}
		found.Start = at.Start
		if short && len(r.namesIn(at)) == 0 {
			continue // it tells of nobody
		}
		if first := r.withoutConnective([]token.Range{at})[0]; r.leans(first, nil) == "" && !r.open(first, nil) {
			break
		}
		if _, meant := r.Meant.In(at, nil); meant {
			break
		}
	}
	return found
}
