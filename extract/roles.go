package extract

import (
	"slices"
	"strings"

	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// addRoles gives people the offices that the rules found beside their names.
func (r *reading) addRoles() {
	for _, m := range r.found[value.TypeRole] {
		person, _ := m.Field("person")
		office, _ := m.Field("office")
		who := r.mentionAt(person.Tokens)
		if who == nil || who.kind != value.TypePerson || office.Tokens.Len() == 0 {
			continue
		}
		role := Role{Office: r.text.Slice(office.Tokens), Place: r.place(officeSpan(m, office.Tokens)), Rule: r.rule(m)}
		if of, ok := m.Field("of"); ok {
			if e := r.mentionAt(of.Tokens); e != nil {
				role.Of = &e.entity.id
			}
		}
		who.entity.roles = append(who.entity.roles, role)
	}
}

// officeSpan is the office with what it belongs to.
func officeSpan(m *match.Match, office token.Range) token.Range {
	if of, ok := m.Field("of"); ok && of.Tokens.End > office.End {
		office.End = of.Tokens.End
	}
	return office
}

// byRole is the person whom the article has given the office that a noun phrase names, « le ministre » after « le ministre
// de l'Économie, Paul Roux »: of several the one whose office has most of the phrase's words, and of those the one named
// last before a token. It is nil where the phrase names no office.
func (r *reading) byRole(phrase token.Range, at int) *entity {
	words, offices := r.officeWords(phrase)
	if len(offices) == 0 {
		return nil
	}
	var best *entity
	most := 0
	for i := len(r.mentions) - 1; i >= 0; i-- {
		m := &r.mentions[i]
		if m.at.End > at || m.kind != value.TypePerson || m.entity == best {
			continue
		}
		if n := shared(m.entity, words, offices); n > most {
			best, most = m.entity, n
		}
	}
	return best
}

// officeWords is the words of a noun phrase that tell something, folded, and those of them that are offices; what stands
// after a preposition is none: the cabinet of the minister is not the minister.
func (r *reading) officeWords(phrase token.Range) (words, offices []string) {
	head := true
	for i := phrase.Start; i < phrase.End; i++ {
		head = head && !r.listed(i, "oblique")
		if r.text.Tokens[i].Kind != token.Word || r.functional(i) {
			continue
		}
		w := key(r.text.Word(i))
		words = append(words, w)
		if head && r.listed(i, "office") {
			offices = append(offices, w)
		}
	}
	return words, offices
}

// shared is how many words the role of a person that has most of them shares with a phrase, among them all its offices.
func shared(e *entity, words, offices []string) int {
	most := 0
	for _, role := range e.roles {
		of := strings.Fields(key(role.Text))
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
