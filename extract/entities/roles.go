package entities

import (
	"slices"

	"sayso/extract/document"
	"sayso/extract/names"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// addRoles gives people the offices that the rules found beside their names, and those that stand before them as titles.
func (s *Set) addRoles() {
	for _, m := range s.view.Found(value.TypeRole) {
		person, _ := m.Field("person")
		office, _ := m.Field("office")
		who := s.At(person.Tokens)
		if who == nil || who.Kind != value.TypePerson || office.Tokens.Len() == 0 {
			continue
		}
		var of *Mention
		if f, ok := m.Field("of"); ok {
			of = s.At(f.Tokens)
		}
		s.appoint(who, office.Tokens, officeSpan(m, office.Tokens), of, m)
	}
	for i := range s.Mentions {
		s.addTitle(&s.Mentions[i])
	}
}

// appoint gives a person an office, once each.
func (s *Set) appoint(who *Mention, office, whole token.Range, of *Mention, by *match.Match) {
	role := document.Role{Office: s.view.Text.Slice(office), Place: s.view.Place(whole), Rule: s.view.Rule(by), When: s.officeTime(office)}
	if of != nil {
		role.Of = &of.Entity.ID
	}
	for i := range who.Entity.Roles {
		have := &who.Entity.Roles[i]
		if names.Key(have.Office) != names.Key(role.Office) || have.When != role.When {
			continue
		}
		if have.Of == nil && role.Of != nil {
			*have = role
		}
		if have.Of == nil || role.Of == nil || *have.Of == *role.Of {
			return
		}
	}
	who.Entity.Roles = append(who.Entity.Roles, role)
}

// addTitle gives a person the office that is the title before the name, with the capitalised words before it that belong
// to it: "Finance Minister Ola Berg"; it is of the place or body that stands before it.
func (s *Set) addTitle(m *Mention) {
	title, ok := m.Match.Field("title")
	office := title.Tokens
	for office.Len() > 1 && s.timeOf(office.Start) != "" {
		office.Start++
	}
	for office.Len() > 1 && (s.timeOf(office.End-1) != "" || s.view.Is(office.End-1, "-")) {
		office.End--
	}
	if m.Kind != value.TypePerson || !ok || office.Len() == 0 || office.End > m.At.Start || !s.isOffice(office) {
		return
	}
	for office.Start > 0 && s.belongs(office.Start-1) {
		office.Start--
	}
	before := office.Start - 1
	if before >= 0 && s.view.Is(before, "'s", "’s") {
		before--
	}
	var of *Mention
	if before >= 0 && s.view.Sentence(before) == s.view.Sentence(office.Start) {
		of = s.At(token.Range{Start: before, End: before + 1})
	}
	if of != nil && (of.At.End != before+1 || of.Kind != value.TypeLocation && of.Kind != value.TypeOrganization) {
		of = nil
	}
	s.appoint(m, office, office, of, m.Match)
}

// belongs reports whether a capitalised word belongs to the office that follows it: it is a common word, names nothing
// and no people, and begins no sentence but where it tells offices apart.
func (s *Set) belongs(i int) bool {
	v := s.view
	return v.Text.Tokens[i].Kind == token.Word && v.Capitalised(i) && v.CommonWord(i) &&
		(!v.AfterMark(i) || v.Listed(i, "office-modifier")) && v.PeopleOf(i) == "" && !v.Listed(i, "people-word") &&
		s.At(token.Range{Start: i, End: i + 1}) == nil && s.timeOf(i) == "" && v.Sentence(i) == v.Sentence(i+1)
}

// isOffice reports whether a title is an office, and no mere courtesy.
func (s *Set) isOffice(at token.Range) bool {
	if at.Len() == 1 {
		return s.view.Listed(at.Start, "office")
	}
	for end, lists := range s.view.Reader().LongForms(at.Start) {
		if end == at.End && slices.Contains(lists, "office") {
			return true
		}
	}
	return false
}

// officeTime is former or future where the words beside an office say so, else empty.
func (s *Set) officeTime(office token.Range) string {
	for _, i := range []int{office.Start, office.Start - 1, office.Start - 2, office.End - 1, office.End, office.End + 1} {
		if i < 0 || i >= len(s.view.Text.Tokens) || s.view.Sentence(i) != s.view.Sentence(office.Start) {
			continue
		}
		if (i < office.Start-1 || i > office.End) && !s.view.Is(i+sign(office.Start-i), "-") {
			continue // two words away a hyphen must stand between: ex-president, president-elect
		}
		if when := s.timeOf(i); when != "" {
			return when
		}
	}
	return ""
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// timeOf is former or future where a word says so of an office, else empty.
func (s *Set) timeOf(i int) string {
	when, _ := s.view.LowerValue(i, "office-time")
	return when
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
	return s.LastNamed(at-1, func(e *Entity) int {
		if e.Kind != value.TypePerson {
			return 0
		}
		return shared(e, words, offices)
	})
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
	for _, of := range e.offices {
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
