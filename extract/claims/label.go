package claims

import "sayso/rules/token"

// maxLabel is how many tokens stand at most before the dash or colon that parts a label from its sentence.
const maxLabel = 9

// behindLabel is where a sentence begins behind what its paragraph has before it: a dateline, "LEEDS, May 4 – The mayor …", a word that
// names a kind of text, « vidéo Depuis … », "Problem: …".
func (r *reading) behindLabel(at token.Range) int {
	i := at.Start
	if r.ParagraphAt(i).Start != i || i == 0 || at.Len() < maxLabel || r.Quotation(i) != nil || r.Text.Tokens[i].Kind != token.Word {
		return i
	}
	if !r.Capitalised(i) && r.Capitalised(i+1) && r.FunctionWord(i+1) && r.Text.Tokens[i+2].Kind != token.Mark {
		return i + 1
	}
	if r.Is(i+1, ":") && len(r.namesIn(token.Range{Start: i, End: i + 1})) == 0 && r.tells([]token.Range{{Start: i + 2, End: at.End}}) {
		return i + 2
	}
	if w := r.Text.Word(i); len(w) < 2 || !token.IsUpper(w) {
		return i
	}
	for k := i + 1; k < i+maxLabel && k < at.End-1; k++ {
		switch {
		case r.Is(k, "–", "—") || r.Is(k, "-") && !r.Text.Tokens[k].Glued:
			return k + 1
		case r.verbAt(k) || r.Quotation(k) != nil:
			return i
		}
	}
	return i
}
