package entities

import (
	"slices"
	"strings"

	"sayso/extract/document"
	"sayso/extract/names"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// addRoles gives people the offices that the rules found beside their names.
func (s *Set) addRoles() {
	for _, m := range s.view.Found(value.TypeRole) {
		person, _ := m.Field("person")
		office, _ := m.Field("office")
		who := s.At(person.Tokens)
		if who == nil || who.Kind != value.TypePerson || office.Tokens.Len() == 0 {
			continue
		}
		role := document.Role{Office: s.view.Text.Slice(office.Tokens), Place: s.view.Place(officeSpan(m, office.Tokens)), Rule: s.view.Rule(m)}
		if of, ok := m.Field("of"); ok {
			if e := s.At(of.Tokens); e != nil {
				role.Of = &e.Entity.ID
			}
		}
		who.Entity.Roles = append(who.Entity.Roles, role)
	}
}

// officeSpan is the office with what it belongs to.
func officeSpan(m *match.Match, office token.Range) token.Range {
	if of, ok := m.Field("of"); ok && of.Tokens.End > office.End {
		office.End = of.Tokens.End
	}
	return office
}

// ByRole is the person whom the article has given the office that a noun phrase names, « le ministre » after « le ministre
// de l'Économie, Paul Roux »: of several the one whose office has most of the phrase's words, and of those the one named
// last before a token. It is nil where the phrase names no office.
func (s *Set) ByRole(phrase token.Range, at int) *Entity {
	words, offices := s.OfficeWords(phrase)
	if len(offices) == 0 {
		return nil
	}
	var best *Entity
	most := 0
	for i := len(s.Mentions) - 1; i >= 0; i-- {
		m := &s.Mentions[i]
		if m.At.End > at || m.Kind != value.TypePerson || m.Entity == best {
			continue
		}
		if n := shared(m.Entity, words, offices); n > most {
			best, most = m.Entity, n
		}
	}
	return best
}

// OfficeWords is the words of a noun phrase that tell something, folded, and those of them that are offices; what stands
// after a preposition is none: the cabinet of the minister is not the minister.
func (s *Set) OfficeWords(phrase token.Range) (words, offices []string) {
	head := true
	for i := phrase.Start; i < phrase.End; i++ {
		head = head && !s.view.Listed(i, "oblique")
		if s.view.Text.Tokens[i].Kind != token.Word || s.view.FunctionWord(i) {
			continue
		}
		w := names.Key(s.view.Text.Word(i))
		words = append(words, w)
		if head && s.view.Listed(i, "office") {
			offices = append(offices, w)
		}
	}
	return words, offices
}

// shared is how many words the role of a person that has most of them shares with a phrase, among them all its offices.
func shared(e *Entity, words, offices []string) int {
	most := 0
	for _, role := range e.Roles {
		of := strings.Fields(names.Key(role.Text))
		lacks := func(office string) bool {
			return !slices.ContainsFunc(of, func(w string) bool { return alike(w, office) })
		}
		if slices.ContainsFunc(offices, lacks) {
			continue
		}
		n := 0
		for _, w := range words {
			if slices.ContainsFunc(of, func(o string) bool { return alike(o, w) }) {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

// minAlike is how many letters two forms of one word share at least.
const minAlike = 5

// alike reports whether two words are one, or forms of one: « directeur », "directora".
func alike(a, b string) bool {
	if a == b {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= minAlike && n >= min(len(a), len(b))-3
}
