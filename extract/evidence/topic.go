package evidence

import "strings"

const (
	fewestTopical = 4   // words that make a topic
	topicalShare  = 120 // one in so many at least
)

// sports reports whether an article tells of sport, where towns and countries are teams.
func (a *Article) sports() bool {
	n := 0
	for _, w := range a.words {
		if w.is(ofSport) {
			n++
		}
	}
	return n >= fewestTopical && n*topicalShare >= len(a.words)
}

// dateline reports whether a token stands in a paragraph's dateline, which is a sentence that ends with a dash.
func (a *Article) dateline(i int) bool {
	s := a.Text.Sentences[a.Text.Tokens[i].Sentence]
	last := a.words[s.End-1].form
	return s.End > s.Start+1 && (last == "-" || last == "–" || last == "—") && a.lines[a.line[i]].at.Start == s.Start
}

// spell marks the acronyms that the article spells out in common words, "gross domestic product (GDP)", "GDP (gross domestic
// product)": they are no names anywhere in it.
func (a *Article) spell() {
	for i, w := range a.words {
		if w.shape != "capitals" || len(w.form) < 2 {
			continue
		}
		bracket := i > 0 && i+1 < len(a.words) && a.words[i-1].form == "(" && a.words[i+1].form == ")"
		opens := i+1 < len(a.words) && (a.words[i+1].form == "(" || a.words[i+1].form == "–" || a.words[i+1].form == "—")
		if bracket && (a.spelling(i-2, -1, w.form) || a.abbreviates(i-2, w.form)) || opens && a.spelling(i+2, 1, w.form) {
			a.counted[a.of[i]].spelt = true
		}
	}
}

// abbreviates reports whether an acronym's letters stand in their order in the word in lower case that ends at a token, or in it and
// the one before, with whose first letter it begins: "polyurethane (PU)". The word for a body is none.
func (a *Article) abbreviates(i int, acronym string) bool {
	text := ""
	for n := 0; n < 2 && i-n >= 0; n++ {
		w := a.words[i-n]
		if !w.is(lowered) || w.is(body|functional) {
			return false
		}
		text = w.form + text
		if text[0] == acronym[0] && inOrder(text, acronym) {
			return true
		}
	}
	return false
}

// inOrder reports whether the letters of a word stand in a text in their order.
func inOrder(text, word string) bool {
	for _, c := range word {
		_, rest, found := strings.Cut(text, string(c))
		if !found {
			return false
		}
		text = rest
	}
	return true
}

// spelling reports whether words in lower case, from a token on in a direction, begin with the letters of an acronym;
// between two of them one word may stand that begins with none. The very first may have a capital, after a dash.
func (a *Article) spelling(i, step int, acronym string) bool {
	letters := []rune(acronym)
	skipped := 0
	for n := range letters {
		letter := letters[n]
		if step < 0 {
			letter = letters[len(letters)-1-n]
		}
		for ; ; i += step {
			if i < 0 || i >= len(a.words) {
				return false
			}
			w := a.words[i]
			if !w.is(lowered) && !(step > 0 && n == 0 && w.is(capitalised)) {
				return false
			}
			if []rune(w.form)[0] == letter {
				break
			}
			if skipped++; skipped > 3 || n == 0 {
				return false
			}
		}
		i += step
	}
	return true
}
