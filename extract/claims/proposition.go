package claims

import (
	"slices"
	"strings"

	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/names"
	"sayso/extract/quotes"
	"sayso/rules/token"
)

// listThat is the packs' list of words that begin a told clause.
const listThat = "that"

// words are those of a statement: of one that is only partly in marks, the told clause that holds them, for the thought is
// whole there; without the words that lead to it, and of one that goes on, without what is no thought by itself.
func (r *reading) words(i int) []token.Range {
	if r.said[i] == nil {
		r.said[i] = r.wordsOf(i)
		last := &r.said[i][len(r.said[i])-1]
		*last = r.untilReport(i, *last)
	}
	return r.said[i]
}

// wordsOf is words, looked for.
func (r *reading) wordsOf(i int) []token.Range {
	q := r.Said[i]
	told := q.Clause()
	if told.Len() == 0 && r.Quotes[i].Kind == "direct" {
		return r.thoughts(q.Content)
	}
	if told.Len() == 0 {
		all := slices.Clone(r.thoughts(q.Content))
		all[0].Start = r.behindTitle(q, all[0])
		all[0] = r.withSubject(r.withoutLead(all[0], all[0].End-1), q.Cue())
		return all
	}
	first := q.Content[0].Start
	told.Start = r.behindTitle(q, told)
	if q.Partial() {
		told = r.led(told, first)
	}
	told = r.withoutLead(told, first)
	switch in := r.Quotation(first); {
	case in == nil || in.Tokens.End < told.End:
	case in.Tokens.Start == told.Start:
		told = in.Inner
	case in.Inner.Start <= told.Start: // its mark stands before the word that begins the clause
		told.End = min(told.End, in.Inner.End)
	}
	if left := r.beforeCue(q, told); left.Len() > 0 {
		return []token.Range{left, told}
	}
	return []token.Range{r.withSubject(told, q.Cue())}
}

// withSubject is a told clause with its subject, where that stands before its marks: the mayor “has never paid”. The
// words that report it are no part of that.
func (r *reading) withSubject(told, cue token.Range) token.Range {
	verb := r.toVerb(told)
	if r.dropsSubjects() || !r.predicates(verb, told.Start) || r.Listed(verb, listPronoun) || !r.finiteOnly(verb) {
		return told
	}
	start := told.Start
	if q := r.Quotation(start); q != nil && q.Inner.Start == start {
		start = q.Tokens.Start
	}
	sentence := r.Sentence(told.Start)
	if p, ok := r.Meant.Clauses().Left(start, sentence.Start); ok && !p.Tokens.Overlaps(cue) {
		told.Start = p.Tokens.Start
	}
	return told
}

// thoughts are the parts of what is said without those that stand in marks in the midst of what the writer tells and that no
// verb makes a thought: he spoke of a “race against time”.
func (r *reading) thoughts(parts []token.Range) []token.Range {
	embedded := func(at token.Range) bool {
		q := r.Quotation(at.Start)
		return q != nil && !r.AfterMark(q.Tokens.Start) && !r.Is(q.Tokens.Start-1, ",") && !r.finite([]token.Range{at})
	}
	if len(parts) == 1 || !slices.ContainsFunc(parts[1:], embedded) {
		return parts
	}
	return append([]token.Range{parts[0]}, slices.DeleteFunc(slices.Clone(parts[1:]), embedded)...)
}

// A gloss is whom words of a claim mean. It stands in brackets behind them, or in their place; where the claim leaves out its
// subject it stands at an empty range.
type gloss struct {
	at     token.Range
	stays  bool // the words stay
	entity *string
	name   string
	form   string // of the verb, where the words have its infinitive
}

// propose fills in what the words of a claim say: whom its subject means stands in brackets in the place of a pronoun, behind a
// noun phrase and the words of somebody who speaks of himself, and where a told clause has no subject. It reports whether the
// words leave out their subject.
func (r *reading) propose(c *document.Claim, i int, words []token.Range) (left bool) {
	words = r.withoutConnective(words)
	all, left := r.glosses(i, words)
	for _, g := range all {
		if g.at.Len() > 0 && g.form == "" && !r.infinitive(g.at.End) {
			c.Refers = append(c.Refers, document.Referent{Place: r.Place(g.at), Entity: g.entity, Name: g.name})
		}
	}
	c.Proposition = r.glossed(words, all)
	return left
}

// glosses are those of the words of a statement, or of the article's own, and whether the words leave out their subject.
func (r *reading) glosses(i int, words []token.Range) (all []gloss, left bool) {
	var said *quotes.Quote
	if i != own {
		said = r.Said[i]
		q := &r.Quotes[i]
		if at, ok := r.leftOut(q, words[0]); ok && q.Kind != "direct" && words[0].Start == r.words(i)[0].Start {
			if all := r.inflected(i, words[0]); at.Len() == 0 && all != nil {
				return all, true
			}
			return []gloss{{at: at, entity: q.Speaker.Entity, name: q.Speaker.Name}}, true
		}
	}
	if i != own && words[0].Start == r.words(i)[0].Start {
		if g, ok := r.ofAddressee(i, words[0]); ok {
			return []gloss{g}, true
		}
	}
	if x, ok := r.Meant.In(words[0], said); ok {
		return []gloss{{at: x.At, stays: !x.Pronoun, entity: idOf(x.Entity), name: x.Name}}, false
	}
	if i != own && words[0].Start == r.words(i)[0].Start {
		if g, ok := r.ofSpeaker(&r.Quotes[i], words[0]); ok {
			return []gloss{g}, false
		}
	}
	g := gloss{stays: true}
	switch {
	case i == own && len(r.Authors) == 1:
		g.name = r.Authors[0]
	case i != own && r.Quotes[i].Kind != "indirect" && r.Quotes[i].Speaker != nil:
		g.entity, g.name = r.Quotes[i].Speaker.Entity, r.Quotes[i].Speaker.Name
	}
	marked := i != own && r.Quotes[i].Kind == "mixed" // what stands outside the marks is the writer's
	if at, ok := r.ofSelf(words, func(k int) bool { return (r.Quotation(k) != nil) == marked || i != own && !marked }); ok && g.name != "" && (!r.ofGroup(at) || !r.person(g.entity, g.name)) {
		g.at = at
		return []gloss{g}, false
	}
	return nil, false
}

// glossed are the words of a claim with their glosses, which are in the order of the words.
func (r *reading) glossed(words []token.Range, all []gloss) string {
	var b strings.Builder
	for i, at := range words {
		if i > 0 {
			b.WriteString(r.seam(words[i-1].End-1, at.Start))
		}
		for len(all) > 0 && all[0].at.Start >= at.Start && all[0].at.Start < at.End {
			g := all[0]
			all = all[1:]
			b.WriteString(r.Text.Slice(token.Range{Start: at.Start, End: g.at.Start}))
			if g.at.Start > at.Start {
				b.WriteString(r.gap(g.at.Start))
			}
			b.WriteString(r.bracketed(g))
			at.Start = g.at.End
			b.WriteString(r.gap(max(at.Start, words[i].Start+1)))
		}
		b.WriteString(r.Text.Slice(at))
	}
	return strings.TrimRight(balanced(spaced(r.marked(b.String(), words))), " ,;:–—")
}

// marked is the text of some words with the marks of the quotations that they begin or end within, but not of one that holds them
// all.
func (r *reading) marked(text string, words []token.Range) string {
	at := words[0]
	open, shut := r.Quotation(at.Start), r.Quotation(at.End-1)
	if open == shut || len(words) > 1 {
		return text
	}
	if open != nil && at.Start >= open.Inner.Start {
		text = r.Text.Slice(token.Range{Start: open.Tokens.Start, End: open.Inner.Start}) + r.gap(open.Inner.Start) + text
	}
	if shut != nil && at.End <= shut.Inner.End && !shut.Open {
		text += r.gap(shut.Inner.End) + r.Text.Slice(token.Range{Start: shut.Inner.End, End: shut.Tokens.End})
	}
	return text
}

// balanced is a text without brackets around all of it, without one that nothing closes, and what it opens, and without one that nothing opens.
func balanced(text string) string {
	open, closing := strings.LastIndexByte(text, '('), strings.LastIndexByte(text, ')')
	if open == 0 && closing >= len(text)-2 && closing > 0 {
		return text[1:closing] + text[closing+1:]
	}
	switch strings.Count(text, "(") - strings.Count(text, ")") {
	case 1:
		if open > closing && open > 0 {
			return strings.TrimSpace(text[:open])
		}
	case -1:
		if closing == len(text)-1 {
			return text[:closing]
		}
	}
	return text
}

// bracketed is the name of a gloss in its brackets, with the words that stay; where what follows them is glued to them, it
// stands before them.
func (r *reading) bracketed(g gloss) string {
	name := "[" + strings.TrimSpace(g.name+" "+g.form) + "]"
	switch {
	case !g.stays:
		return name
	case r.gap(g.at.End) == "" && !r.Is(g.at.End, ",", ".", ";", ":", "!", "?", "…", ")", "”", "»", "\""):
		return name + " " + r.Text.Slice(g.at)
	}
	return r.Text.Slice(g.at) + " " + name
}

// seam is what parts two parts of what is said. What goes on with a new sentence is parted from what ends without a full stop.
func (r *reading) seam(last, next int) string {
	if r.Capitalised(next) && !r.Is(last, ".", "!", "?", "…", ":", ";") {
		return ". "
	}
	return " "
}

// gap is what parts a token from the one before it.
func (r *reading) gap(i int) string {
	if i < len(r.Text.Tokens) && r.Text.Tokens[i].Glued {
		return ""
	}
	return " "
}

// idOf is the id of an entity, or nil.
func idOf(e *entities.Entity) *string {
	if e == nil {
		return nil
	}
	return &e.ID
}

// spaced is a text with one space between two words.
func spaced(text string) string { return names.Spaced(text) }
