package claims

import (
	"slices"
	"strings"

	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/quotes"
	"sayso/rules/token"
)

// listThat is the packs' list of words that begin a told clause.
const listThat = "that"

// words are those of a statement: of one that is only partly in marks, the told clause that holds them, for the thought is
// whole there; without the words that lead to it, and of one that goes on, without what is no thought by itself.
func (r *reading) words(i int) []token.Range {
	told := r.Said[i].Clause()
	if told.Len() == 0 {
		return r.thoughts(r.Said[i].Content)
	}
	first := r.Said[i].Content[0].Start
	for told.Start < first && (r.Is(told.Start, ",", ":") || r.Listed(told.Start, listThat)) {
		told.Start++
	}
	if q := r.Quotation(first); q != nil && q.Tokens.Start == told.Start && q.Tokens.End >= told.End {
		return []token.Range{q.Inner}
	}
	return []token.Range{told}
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

// propose fills in what the words of a claim say: whom its subject means stands in brackets in the place of a pronoun, behind a
// noun phrase, and where a told clause has no subject. It reports whether the words leave out their subject.
func (r *reading) propose(c *document.Claim, i int, words []token.Range) (left bool) {
	var said *quotes.Quote
	if i != own {
		said = r.Said[i]
		q := &r.Quotes[i]
		if from, ok := r.leftOut(q, words[0]); ok && q.Kind != "direct" {
			rest := token.Range{Start: from, End: words[0].End}
			if from > words[0].Start {
				c.Refers = append(c.Refers, document.Referent{Place: r.Place(token.Range{Start: words[0].Start, End: from}), Entity: q.Speaker.Entity, Name: q.Speaker.Name})
			}
			c.Proposition = spaced("[" + q.Speaker.Name + "]" + r.gap(max(from, words[0].Start+1)) + r.joined(append([]token.Range{rest}, words[1:]...)))
			return true
		}
	}
	c.Proposition = spaced(r.joined(words))
	x, ok := r.Meant.In(words[0], said)
	if !ok {
		return false
	}
	c.Refers = append(c.Refers, document.Referent{Place: r.Place(x.At), Entity: idOf(x.Entity), Name: x.Name})
	before, name := token.Range{Start: words[0].Start, End: x.At.Start}, "["+x.Name+"]"
	if !x.Pronoun {
		before.End, name = x.At.End, " "+name
	}
	after := token.Range{Start: x.At.End, End: words[0].End}
	text := r.joined(append([]token.Range{after}, words[1:]...))
	c.Proposition = spaced(r.joined([]token.Range{before}) + r.gap(x.At.Start) + name + r.gap(x.At.End) + text)
	return false
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

// joined are the words of some ranges. What goes on with a new sentence is parted from what ends without a full stop.
func (r *reading) joined(words []token.Range) string {
	var b strings.Builder
	for i, at := range words {
		if at.Len() == 0 {
			continue
		}
		if i > 0 && b.Len() > 0 {
			if last := words[i-1].End - 1; r.Capitalised(at.Start) && !r.Is(last, ".", "!", "?", "…", ":", ";") {
				b.WriteString(".")
			}
			b.WriteString(" ")
		}
		b.WriteString(r.Place(at).Text)
	}
	return b.String()
}

// spaced is a text with one space between two words.
func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }
