package match

import "sayso/rules/token"

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
	var all []Quotation
	for _, par := range t.Paragraphs {
		all = p.quotations(t, par, all)
	}
	return all
}

func (p *Program) quotations(t *token.Text, par token.Range, all []Quotation) []Quotation {
	var open []int // indexes into all
	closing := func(w string) int {
		for k := len(open) - 1; k >= max(0, len(open)-maxDepth); k-- {
			if p.pair(t.Word(all[open[k]].Tokens.Start), w) {
				return k
			}
		}
		return -1
	}
	for i := par.Start; i < par.End; i++ {
		w := t.Word(i)
		if t.Tokens[i].Kind != token.Mark || !p.quoteMarks[w] {
			continue
		}
		if k := closing(w); k >= 0 && !(p.opens(w) && p.begins(t, i)) {
			q := &all[open[k]]
			q.Tokens.End, q.Inner.End, q.Open = i+1, i, false
			open = open[:k]
			continue
		}
		if p.opens(w) && !(p.closes(w) && p.ends(t, i)) {
			open = append(open, len(all))
			all = append(all, Quotation{Tokens: token.Range{Start: i, End: par.End}, Inner: token.Range{Start: i + 1, End: par.End}, Depth: len(open) - 1, Open: true})
		}
	}
	return all
}

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
		return true
	}
	return !t.Tokens[i].Glued && i+1 < len(t.Tokens) && t.Tokens[i+1].Glued
}

// ends reports whether a mark that could open or close is set as a closing one.
func (p *Program) ends(t *token.Text, i int) bool {
	return t.Tokens[i].Glued && (i+1 == len(t.Tokens) || !t.Tokens[i+1].Glued)
}
