package language

// The bounds of a vote. They were set on 4,300 texts (messages of programs) in 18 languages that are none of ours,
// Galician, Asturian and Catalan among them: one of them, Occitan, is voted in. Of 180 news pages 164 need no model.
const (
	voters       = 40   // words that a vote needs
	majority     = 0.30 // share of commonest words of the language that wins
	lead         = 2    // times the share of the next one
	opposed      = 0.01 // share of words that speak against it, at the most
	voted        = 0.99 // confidence in the vote
	neighbours   = 0.03 // share of words of a neighbour from which on a text is that neighbour's
	twoOfAnyKind = 2    // words of a neighbour that may be chance: a name, a quotation
)

// vote is the language whose commonest words make up most of a text, if that is beyond doubt. It costs a few
// microseconds, the models' first answer some tens of milliseconds.
func (d *Detector) vote(words []string) (code string, ok bool) {
	var best, next float64
	var winner *candidate
	for i := range d.candidates {
		switch s := share(words, d.candidates[i].common); {
		case s > best:
			best, next, winner = s, best, &d.candidates[i]
		case s > next:
			next = s
		}
	}
	if winner == nil || len(words) < voters || len(winner.not) == 0 {
		return "", false
	}
	return winner.Code, best >= majority && best >= lead*next && share(words, winner.not) <= opposed
}

// speaksAgainst reports whether a text holds so many words of the language's neighbours that it is one of theirs: the
// models know no Galician, and take it for Portuguese.
func (c *candidate) speaksAgainst(words []string) bool {
	return count(words, c.not) >= twoOfAnyKind && share(words, c.not) > neighbours
}
