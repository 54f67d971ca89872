package quotes

import (
	"sort"
	"strings"

	"sayso/extract/entities"
	"sayso/extract/names"
	"sayso/extract/value"
	"sayso/rules/token"
)

// Attributes are the nouns that an article calls people and organizations by, beside their names: "the cyclist Anna Berg",
// "Anna Berg, a cyclist from Marlow", "Anna Berg is a cyclist". A later noun can mean them: the cyclist.
type attributes struct {
	of map[*entities.Entity]map[string]weight
	by map[string][]*entities.Entity // whom a noun calls, in the order of the text

	texts  []issued
	people map[*entities.Entity]bool   // whether a noun for people calls them
	gender map[*entities.Entity]string // m or f where the words beside a name tell it, surer than a first name
}

// A weight is how a word belongs to what somebody is called.
type weight int

const (
	beside weight = iota + 1 // it tells of the noun: a cyclist from Marlow
	head                     // it is the noun, or an adjective beside it
)

// maxAttribute is how many tokens beside a name are looked at.
const maxAttribute = 12

// readAttributes are those of the whole article.
func (s *statements) readAttributes() attributes {
	var a attributes
	if len(s.named.Mentions) > 0 {
		a = attributes{of: map[*entities.Entity]map[string]weight{}, by: map[string][]*entities.Entity{}, gender: map[*entities.Entity]string{}, people: map[*entities.Entity]bool{}}
	}
	for i := range s.named.Mentions {
		m := &s.named.Mentions[i]
		if !speaks(m.Kind) {
			continue
		}
		if noun := s.textOf(m); noun >= 0 {
			a.texts = append(a.texts, issued{noun, m.Entity})
		}
		for _, at := range s.besideName(m) {
			a.add(m.Entity, s.nouns(at), head)
			a.people[m.Entity] = a.people[m.Entity] || s.called(at)
			if g := s.genderOf(at); (g == "m" || g == "f") && m.Kind == value.TypePerson && m.Entity.Gender != g && at.Start == s.determined(m.At.Start) && s.called(at) {
				a.gender[m.Entity] = g
			}
			a.add(m.Entity, s.complements(at), beside)
		}
	}
	for _, e := range s.named.All {
		for _, role := range e.Roles {
			a.add(e, s.beforeOblique(role.Office), head)
			a.add(e, strings.Fields(names.Key(role.Text)), beside)
		}
		a.people[e] = a.people[e] || len(e.Roles) > 0
	}
	a.texts = append(a.texts, s.spokenIn()...)
	sort.SliceStable(a.texts, func(i, j int) bool { return a.texts[i].noun < a.texts[j].noun })
	return a
}

// beforeOblique are the words of an office before any preposition, as names are compared: of the inspector of police, the
// inspector.
func (s *statements) beforeOblique(office string) []string {
	words := strings.Fields(names.Key(office))
	for i, w := range words {
		if _, ok := s.Lookup("oblique", w); ok && i > 0 {
			return words[:i]
		}
	}
	return words
}

// besideName are the noun phrases that tell who a name is: right before it, before a comma, behind a comma, or behind a verb
// for being.
func (s *statements) besideName(m *entities.Mention) []token.Range {
	var all []token.Range
	start := m.At.Start
	floor := max(0, start-maxAttribute)
	if !s.Listed(start-1, "oblique") {
		if at := s.clauses.Before(start, floor); at.Len() > 0 {
			all = append(all, s.lastNoun(at))
		} else if s.clauses.Open(start - 1) {
			all = append(all, token.Range{Start: start - 1, End: start})
		}
	}
	if m.Kind == value.TypePerson && s.Is(start-1, ",") && (s.Is(m.At.End, ",", "(") || s.clauses.Verb(m.At.End) != nil || m.At.End == s.Sentence(start).End-1) {
		if at := s.clauses.Before(start-1, floor); at.Len() > 0 && s.clauses.Definite(at.Start) && s.named.At(token.Range{Start: at.Start, End: at.Start + 1}) == nil {
			all = append(all, at)
		}
	}
	if at := s.clauses.Apposition(m.At.End); at.Len() > 0 {
		all = append(all, at)
	}
	if v := m.At.End; s.Listed(v, "copula") && s.clauses.Phrase(v+1) {
		all = append(all, token.Range{Start: v + 1, End: min(v+1+maxAttribute, s.Sentence(v).End)})
	}
	return all
}

// determined is where the noun phrase right before a name begins, or -1: the journalist Anna Berg.
func (s *statements) determined(name int) int {
	if at := s.lastNoun(s.clauses.Before(name, max(0, name-maxAttribute))); at.Len() > 0 && at.Len() <= maxNouns {
		return at.Start
	}
	return -1
}

// called reports whether a noun phrase has a noun for a person.
func (s *statements) called(at token.Range) bool {
	if s.personal(at) {
		return true
	}
	for i := at.Start; i < at.End && !s.Listed(i, "oblique"); i++ {
		if s.Listed(i, "office", "trade") {
			return true
		}
	}
	return false
}

func (a attributes) add(e *entities.Entity, nouns []string, w weight) {
	if a.of[e] == nil {
		a.of[e] = map[string]weight{}
	}
	for _, n := range nouns {
		if a.of[e][n] == 0 && w == head {
			a.by[n] = append(a.by[n], e)
		}
		a.of[e][n] = max(a.of[e][n], w)
	}
}

// lastNoun is the part of a noun phrase behind its last preposition that has an article: of the office of the deputy, the
// deputy; of the inspector of police, all.
func (s *statements) lastNoun(at token.Range) token.Range {
	for i := at.End - 1; i > at.Start; i-- {
		if s.Listed(i, "oblique") && (s.clauses.Determines(i) || s.Listed(i, "definite") || s.clauses.Determines(i+1)) {
			if last := (token.Range{Start: i + 1, End: at.End}); !s.bodyNoun(last) {
				at.Start = i + 1
			}
			break
		}
	}
	return at
}

// bodyNoun reports whether a noun phrase means a body or several people: the inspector of the police is not the police.
func (s *statements) bodyNoun(at token.Range) bool {
	if isBody(s.noun(at)) {
		return true
	}
	for i := at.Start; i < at.End; i++ {
		if s.Listed(i, "group-noun") {
			return true
		}
	}
	return false
}

// nouns are the words of the open classes at the head of a noun phrase, before any preposition, as names are compared.
func (s *statements) nouns(at token.Range) []string {
	var all []string
	for i := at.Start; i < at.End && len(all) < maxNouns; i++ {
		switch {
		case (s.clauses.Open(i) || s.title(i)) && s.named.At(token.Range{Start: i, End: i + 1}) == nil:
			all = append(all, names.Key(s.Text.Word(i)))
		case len(all) > 0 && s.Listed(i, "oblique"), s.Text.Tokens[i].Kind == token.Mark && !s.Is(i, "-"):
			return all
		}
	}
	return all
}

// complements are the words behind the head of a noun phrase that tell whose or what it is, names among them.
func (s *statements) complements(at token.Range) []string {
	var all []string
	behind := false
	for i := at.Start; i < at.End && len(all) < maxComplements; i++ {
		if k := s.Text.Tokens[i].Kind; k == token.Mark && !s.Is(i, "-") || k == token.Number {
			break // an age is not whose they are
		}
		behind = behind || i > at.Start && s.Listed(i, "oblique")
		if behind && s.Text.Tokens[i].Kind == token.Word && !s.FunctionWord(i) {
			all = append(all, names.Key(s.Text.Word(i)))
		}
	}
	return all
}

// maxNouns is how many words of a noun phrase may be what one calls somebody, maxComplements how many may tell of them.
const (
	maxNouns       = 4
	maxComplements = 8
)

// peoples are the words of a phrase that tell of what people somebody is, as names are compared.
func (s *statements) peoples(at token.Range) []string {
	var all []string
	for i := at.Start; i < at.End; i++ {
		if s.PeopleOf(i) != "" {
			all = append(all, names.Key(s.Text.Word(i)))
		}
	}
	return all
}

// foreign reports whether words tell of one people and what the article calls somebody of others alone: the Brazilian
// president is not the Ukrainian one.
func (s *statements) foreign(e *entities.Entity, people []string) bool {
	for _, own := range people {
		if s.attributed.of[e][own] != 0 {
			return false
		}
		for w := range s.attributed.of[e] {
			if _, ok := s.Lookup("demonym", w); ok {
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
