package claims

import "sayso/rules/token"

// parts are the words of a statement by the thoughts that they are: each sentence of what is said is one. What goes on within
// its sentence behind the words that report it belongs to the part before.
func (r *reading) parts(i int) [][]token.Range {
	var all [][]token.Range
	for _, at := range r.words(i) {
		for at.Len() > 0 {
			piece := token.Range{Start: at.Start, End: r.pieceEnd(at)}
			at.Start = piece.End
			if n := len(all); n > 0 && !r.begun(all[n-1], piece) {
				all[n-1] = r.joined(i, all[n-1], piece)
			} else {
				all = append(all, []token.Range{piece})
			}
		}
	}
	return all
}

// pieceEnd is where the first thought of some words ends at the latest: with its sentence, or at the semicolon behind which another
// clause begins.
func (r *reading) pieceEnd(at token.Range) int {
	end := min(at.End, r.Text.Sentences[r.Text.Tokens[at.Start].Sentence].End)
	for i := at.Start + 1; i < end-1; i++ {
		if r.Is(i, ";") && r.tells([]token.Range{{Start: at.Start, End: i}}) && r.Meant.Clauses().Clause(i+1, end, true) && !r.Listed(i+1, listPronoun) {
			return i + 1
		}
	}
	return end
}

// begun reports whether a new thought begins with a piece of what is said behind others.
func (r *reading) begun(before []token.Range, piece token.Range) bool {
	last := before[len(before)-1]
	ended := r.Is(last.End-1, ".", "!", "?", "…")
	switch k := r.beforeMarks(piece.Start); {
	case !r.anyWord(piece):
		return false // its closing mark
	case last.End == piece.Start, r.Is(k, ".", "!", "?", ":"):
		return true
	case r.Is(k, ","):
		return ended && r.Capitalised(piece.Start)
	}
	return ended || r.Capitalised(piece.Start)
}

// beforeMarks is the token before another one, and before the marks of the quotation that begins with it.
func (r *reading) beforeMarks(i int) int {
	if q := r.Quotation(i); q != nil && q.Inner.Start == i {
		i = q.Tokens.Start
	}
	return i - 1
}

// maxLink is how many tokens stand at most between two parts of a thought that are one with them: the words that join them.
const maxLink = 8

// joined are the ranges of a thought with one more, which is one with the last where no words that report it stand between them.
func (r *reading) joined(i int, all []token.Range, piece token.Range) []token.Range {
	gap := token.Range{Start: all[len(all)-1].End, End: piece.Start}
	if last := &all[len(all)-1]; gap.Len() <= maxLink && !gap.Overlaps(r.Said[i].Cue()) && (gap.Len() == 0 || r.anyWord(gap)) && r.Text.Tokens[last.End-1].Sentence == r.Text.Tokens[piece.Start].Sentence {
		last.End = piece.End
		return all
	}
	return append(all, piece)
}

// anyWord reports whether a range has a word or a number.
func (r *reading) anyWord(at token.Range) bool {
	for i := at.Start; i < at.End; i++ {
		if r.Text.Tokens[i].Kind != token.Mark {
			return true
		}
	}
	return false
}

// partOf reports whether some words are only a part of what a statement says.
func (r *reading) partOf(i int, words []token.Range) bool {
	all := r.words(i)
	return words[0].Start != all[0].Start || words[len(words)-1].End != all[len(all)-1].End
}
