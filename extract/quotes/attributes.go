package quotes

import (
	"strings"

	"sayso/extract/entities"
	"sayso/extract/names"
	"sayso/extract/value"
	"sayso/rules/token"
)

// attributes are the nouns that an article calls people and organizations by, beside their names: "the cyclist Anna Berg",
// "Anna Berg, a cyclist from Marlow". A later noun can mean them: the cyclist.
type attributes map[*entities.Entity]map[string]bool

// maxAttribute is how many tokens beside a name are looked at.
const maxAttribute = 9

// attributes are those of the whole article.
func (s *statements) attributes() attributes {
	a := attributes{}
	for i := range s.named.Mentions {
		m := &s.named.Mentions[i]
		if m.Kind != value.TypePerson && m.Kind != value.TypeOrganization {
			continue
		}
		if !s.Listed(m.At.Start-1, "oblique") {
			a.add(m.Entity, s.nouns(s.lastNoun(s.clauses.Before(m.At.Start, max(0, m.At.Start-maxAttribute)))))
		}
		if at := s.clauses.Apposition(m.At.End); at.Len() > 0 {
			a.add(m.Entity, s.nouns(at))
		}
	}
	for e := range a {
		for _, role := range e.Roles {
			a.add(e, strings.Fields(names.Key(role.Office)))
		}
	}
	return a
}

func (a attributes) add(e *entities.Entity, nouns []string) {
	if a[e] == nil {
		a[e] = map[string]bool{}
	}
	for _, n := range nouns {
		a[e][n] = true
	}
}

// lastNoun is the part of a noun phrase behind its last preposition: of the office of the deputy, the deputy.
func (s *statements) lastNoun(at token.Range) token.Range {
	for i := at.End - 1; i > at.Start; i-- {
		if s.Listed(i, "oblique") {
			at.Start = i + 1
			break
		}
	}
	return at
}

// nouns are the words of the open classes at the head of a noun phrase, before any preposition, as names are compared.
func (s *statements) nouns(at token.Range) []string {
	var all []string
	for i := at.Start; i < at.End && len(all) < maxNouns; i++ {
		switch {
		case s.clauses.Open(i) && s.named.At(token.Range{Start: i, End: i + 1}) == nil:
			all = append(all, names.Key(s.Text.Word(i)))
		case len(all) > 0 && s.Listed(i, "oblique"), s.Text.Tokens[i].Kind == token.Mark && !s.Is(i, "-"):
			return all
		}
	}
	return all
}

// maxNouns is how many words of a noun phrase may be what one calls somebody.
const maxNouns = 4

// called is who is called by the nouns of a phrase: of several the one named last before a token. Peoples must not differ:
// the Brazilian president is not the Ukrainian one.
func (s *statements) called(phrase token.Range, before int) *entities.Entity {
	words := s.nouns(phrase)
	if len(words) == 0 || len(words) > maxNouns-1 {
		return nil
	}
	personal := s.personal(phrase)
	return s.named.LastNamed(before, func(e *entities.Entity) (n int) {
		by := s.attributed[e]
		for _, w := range words {
			if by[w] {
				n++
			}
		}
		if n*2 < len(words) || personal && e.Kind != value.TypePerson || !by[words[0]] && (len(words) == 1 || !by[words[1]]) {
			return 0
		}
		return n
	})
}

// foreign reports whether a phrase tells of one people and what the article calls somebody of others alone.
func (s *statements) foreign(e *entities.Entity, phrase token.Range) bool {
	for i := phrase.Start; i < phrase.End; i++ {
		if s.PeopleOf(i) == "" {
			continue
		}
		own := names.Key(s.Text.Word(i))
		if s.attributed[e][own] {
			return false
		}
		for w := range s.attributed[e] {
			if _, ok := s.Program.Lookup("demonym", w); ok {
				return true
			}
		}
	}
	return false
}

// fuller is the person whose full name a name alone means, where the article names several so: the one named most before a
// token; else the entity itself.
func (s *statements) fuller(e *entities.Entity, before int) *entities.Entity {
	if e == nil || e.Kind == value.TypeMisc || strings.Contains(e.Name, " ") {
		return e
	}
	full := s.named.MostNamed(before, func(o *entities.Entity) bool {
		return o.Kind == value.TypePerson && (strings.HasSuffix(o.Name, " "+e.Name) || strings.HasPrefix(o.Name, e.Name+" "))
	})
	if full == nil {
		return e
	}
	return full
}
