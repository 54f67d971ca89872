package match

import (
	"strings"

	"sayso/rules/token"
)

// maxDepth is how many marks left open a closing mark may pass over.
const maxDepth = 8

// A Quotation is what stands between two quotation marks.
type Quotation struct {
	Tokens token.Range // with the marks
	Inner  token.Range // without them
	Depth  int         // 0 where it stands in no other quotation
	Open   bool        // no closing mark was found: it ends with the paragraph
}

// Quotations pairs the quotation marks of a text, in the order of their opening marks. A mark left open ends with
// its paragraph, so one bad mark costs one quotation.
func (p *Program) Quotations(t *token.Text) []Quotation {
	var q pairing
	for _, par := range t.Paragraphs {
		first := len(q.all)
		q.pair(p, t, par)
		q.dropApostrophes(t, first)
	}
	return q.all
}

// apostrophe is the mark that is an apostrophe far more often than a quotation mark: a pair of them must be beyond doubt.
const apostrophe = "'"

// dropApostrophes takes away the quotations from a first one on that an apostrophe opened and nothing closed.
func (q *pairing) dropApostrophes(t *token.Text, first int) {
	kept, open := q.all[:first], q.open[:0]
	for _, c := range q.all[first:] {
		if w := t.Word(c.Tokens.Start); c.Open && (w == apostrophe || w == "‘") {
			continue
		}
		for len(open) > 0 && kept[open[len(open)-1]].Tokens.End <= c.Tokens.Start {
			open = open[:len(open)-1]
		}
		c.Depth = len(open)
		open = append(open, len(kept))
		kept = append(kept, c)
	}
	q.all = kept
}

// A pairing is the quotations found so far, and of which of them the end is not found yet.
type pairing struct {
	all  []Quotation
	open []int // indexes into all
}

// pair adds the quotations of a paragraph.
func (q *pairing) pair(p *Program, t *token.Text, par token.Range) {
	q.open = q.open[:0]
	for i := par.Start; i < par.End; i++ {
		w := t.Word(i)
		if t.Tokens[i].Kind != token.Mark || !p.quoteMarks[w] {
			continue
		}
		if k := q.closed(p, t, i); k >= 0 && !(p.opens(w) && p.begins(t, i)) && p.mayClose(t, i) {
			c := &q.all[q.open[k]]
			c.Tokens.End, c.Inner.End, c.Open = i+1, i, false
			q.open = q.open[:k]
			continue
		}
		if p.opens(w) && !(p.closes(w) && p.ends(t, i)) && (w != apostrophe || p.begins(t, i) && t.Tokens[i+1].Kind == token.Word) {
			q.open = append(q.open, len(q.all))
			q.all = append(q.all, Quotation{Tokens: token.Range{Start: i, End: par.End}, Inner: token.Range{Start: i + 1, End: par.End}, Depth: len(q.open) - 1, Open: true})
		}
	}
}

// closed is the place in open of the quotation that the mark at a token closes, or -1.
func (q *pairing) closed(p *Program, t *token.Text, i int) int {
	mark := t.Word(i)
	for k := len(q.open) - 1; k >= max(0, len(q.open)-maxDepth); k-- {
		if p.pair(t.Word(q.all[q.open[k]].Tokens.Start), mark) {
			return k
		}
	}
	return q.mixed(p, t, i)
}

// mixed is the place in open of the quotation that a mark closes which is not that of its opening mark: “ with ", and “ with “
// that is set as a closing one.
func (q *pairing) mixed(p *Program, t *token.Text, i int) int {
	k, mark := len(q.open)-1, t.Word(i)
	if k < 0 || !strings.Contains(doubles, mark) || !p.closes(mark) && !p.ends(t, i) || !strings.Contains(doubles, t.Word(q.all[q.open[k]].Tokens.Start)) {
		return -1
	}
	return k
}

// doubles are the marks of two strokes.
const doubles = "\"“”"

func (p *Program) pair(open, close string) bool {
	for _, q := range p.writing.Quotes {
		if q.Open == open && q.Close == close {
			return true
		}
	}
	return false
}

func (p *Program) opens(w string) bool {
	for _, q := range p.writing.Quotes {
		if q.Open == w {
			return true
		}
	}
	return false
}

func (p *Program) closes(w string) bool {
	for _, q := range p.writing.Quotes {
		if q.Close == w {
			return true
		}
	}
	return false
}

// begins reports whether a mark that could open or close is set as an opening one: space before it and none after.
func (p *Program) begins(t *token.Text, i int) bool {
	if p.opens(t.Word(i)) && !p.closes(t.Word(i)) {
		return !strings.Contains(doubles, t.Word(i)) || !p.ends(t, i)
	}
	return !t.Tokens[i].Glued && i+1 < len(t.Tokens) && t.Tokens[i+1].Glued && !stop(t, i+1)
}

// stop reports whether a mark at a token ends words, and so stands right behind a closing mark: « ... the end ". »
func stop(t *token.Text, i int) bool {
	switch t.Word(i) {
	case ",", ";", ":", ")", "!", "?":
		return true
	case ".":
		return i+1 == len(t.Tokens) || !t.Tokens[i+1].Glued
	}
	return false
}

// ends reports whether a mark that could open or close is set as a closing one.
func (p *Program) ends(t *token.Text, i int) bool {
	return t.Tokens[i].Glued && (i+1 == len(t.Tokens) || !t.Tokens[i+1].Glued)
}

// mayClose reports whether a mark may close a quotation: an apostrophe does where no word begins right after it, and none
// ends in s before it unless a mark stands after it (the dogs' bowl).
func (p *Program) mayClose(t *token.Text, i int) bool {
	if t.Word(i) != apostrophe {
		return true
	}
	if i == 0 || !t.Tokens[i].Glued {
		return false
	}
	if i+1 == len(t.Tokens) || t.Tokens[i+1].Kind == token.Mark || t.Tokens[i-1].Kind == token.Mark {
		return true
	}
	return !t.Tokens[i+1].Glued && !strings.HasSuffix(t.Word(i-1), "s")
}
