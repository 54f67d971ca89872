package entities

import (
	"sayso/rules/token"
	"strings"
)

// dropAcronyms removes acronyms that the article introduces for common words, "artificial intelligence (AI)", everywhere.
func (r *reading) dropAcronyms() {
	veto := map[string]bool{}
	for _, m := range r.mentions {
		if m.At.Len() == 1 && r.Is(m.At.Start-1, "(") && r.Is(m.At.End, ")") && r.spellsCommon(m) {
			veto[m.Text] = true
		}
	}
	kept := r.mentions[:0]
	for _, m := range r.mentions {
		if !veto[m.Text] {
			kept = append(kept, m)
		}
	}
	r.mentions = kept
}

// spellsCommon reports whether the words in lower case before the bracket begin with the letters of the acronym.
func (r *reading) spellsCommon(m Mention) bool {
	letters := []rune(strings.ToLower(m.Text))
	i := m.At.Start - 2
	for k := len(letters) - 1; k >= 0; i-- {
		if i < 0 || len(letters)-1-k > 6 || m.At.Start-i > 12 {
			return false
		}
		w := r.Text.Word(i)
		if r.Text.Tokens[i].Kind != token.Word {
			return false
		}
		if w != strings.ToLower(w) {
			return false
		}
		if []rune(w)[0] == letters[k] {
			k--
		}
	}
	return true
}
