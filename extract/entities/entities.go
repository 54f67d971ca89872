// Package entities finds who and what an article names: the places of the names, their types, and which of them name the
// same person, organization, place or thing.
package entities

import (
	"sort"
	"strings"

	"sayso/extract/document"
	"sayso/extract/names"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/match"
	"sayso/rules/token"
)

// An Entity is one named thing of the article.
type Entity struct {
	ID       string
	Kind     string            // a type of annotation: person, organization, location or misc
	Name     string            // its fullest form
	Gender   string            // m or f where a title or first name tells
	Country  string            // ISO 3166 where the rule knows it
	IDs      map[string]string // by their schemes: iso3166, iso3166-2, m49, geonames, those of a user's list
	Mentions []int             // indexes into the Mentions of its Set
	Roles    []document.Role

	words   []string   // of its name, folded
	told    []int      // of Mentions, those outside quotations
	offices [][]string // the words of its roles, folded, each office once
}

// A Mention is one place where an entity is named.
type Mention struct {
	At     token.Range
	Kind   string // of its entity
	Text   string
	Match  *match.Match
	Entity *Entity

	code  string // of a place, see codeOf, once it is
	coded bool
}

// A Set is the entities of an article. It is not changed once it is joined and titled.
type Set struct {
	All      []*Entity // in the order of their first mentions
	Mentions []Mention // in the order of the text

	view     *view.View
	unjoined *reading // nil where the mentions have entities
}

// kinds are the types of named things, those that win where votes are even first.
var kinds = []string{value.TypePerson, value.TypeOrganization, value.TypeLocation, value.TypeMisc}

// Read finds the mentions of an article, joins those of one thing and reads what people are.
func Read(v *view.View) *Set { return Weigh(v).Join().Titled() }

// Weigh finds the mentions of an article alone: entities they have once they are joined.
func Weigh(v *view.View) *Set {
	r := &reading{View: v}
	r.mentions = r.weigh()
	r.dropAcronyms()
	return &Set{Mentions: r.mentions, view: v, unjoined: r}
}

// Join makes entities of the mentions, where nobody has done so: it gives the set itself.
func (s *Set) Join() *Set {
	if r := s.unjoined; r != nil {
		s.All, s.unjoined = r.join(), nil
	}
	return s
}

// Titled reads the offices of people who are joined: it gives the set itself.
func (s *Set) Titled() *Set {
	if !s.view.Done() {
		s.addRoles()
	}
	for _, e := range s.All {
		s.index(e)
	}
	return s
}

// index notes what is asked of an entity again and again.
func (s *Set) index(e *Entity) {
	for _, i := range e.Mentions {
		if s.view.Quotation(s.Mentions[i].At.Start) == nil {
			e.told = append(e.told, i)
		}
	}
	seen := map[string]bool{}
	for _, r := range e.Roles {
		if key := names.Key(r.Text); !seen[key] {
			seen[key] = true
			e.offices = append(e.offices, strings.Fields(key))
		}
	}
}

// None is the Set of a text in which no names are looked for.
func None(v *view.View) *Set { return &Set{view: v} }

// A reading is the mentions of an article as they are found.
type reading struct {
	*view.View
	mentions []Mention
	room     []*Entity // for lists of one, see first
}

// overlapping is the first of some mentions, which are in the order of the text, that overlaps a range, or nil.
func overlapping(mentions []Mention, place token.Range) *Mention {
	i := sort.Search(len(mentions), func(k int) bool { return mentions[k].At.End > place.Start })
	if i < len(mentions) && mentions[i].At.Overlaps(place) {
		return &mentions[i]
	}
	return nil
}

// At is the first mention that overlaps a range, or nil.
func (s *Set) At(place token.Range) *Mention { return overlapping(s.Mentions, place) }

// From are the mentions that begin at a token or behind it.
func (s *Set) From(i int) []Mention {
	return s.Mentions[sort.Search(len(s.Mentions), func(k int) bool { return s.Mentions[k].At.Start >= i }):]
}

// namedBefore is how many of some mentions, which are in the order of the text, end at a token or before it.
func (s *Set) namedBefore(mentions []int, before int) int {
	return sort.Search(len(mentions), func(k int) bool { return s.Mentions[mentions[k]].At.End > before })
}

// LastMention is the last fitting entity named before a token, quotations left out, or nil. It takes time for each entity, not
// for each mention.
func (s *Set) LastMention(before int, fits func(*Entity) bool) (last *Entity) {
	at := -1
	for _, e := range s.All {
		if n := s.namedBefore(e.told, before); n > 0 && e.told[n-1] > at && fits(e) {
			last, at = e, e.told[n-1]
		}
	}
	return last
}

// MostNamed is the fitting entity named most often before a token, quotations left out, or nil; of two the one that came
// to that number first. It takes time for each entity, not for each mention.
func (s *Set) MostNamed(before int, fits func(*Entity) bool) (best *Entity) {
	most, since := 0, 0
	for _, e := range s.All {
		n := s.namedBefore(e.told, before)
		if n == 0 || n < most || n == most && e.told[n-1] > since || !fits(e) {
			continue
		}
		best, most, since = e, n, e.told[n-1]
	}
	return best
}

// LastNamed is the entity of the greatest rank, of several the one named last at a token or before it, quotations not left out;
// nil where none has a rank above 0. It takes time for each entity, not for each mention.
func (s *Set) LastNamed(at int, rank func(*Entity) int) (best *Entity) {
	most, last := 0, 0
	for _, e := range s.All {
		n := sort.Search(len(e.Mentions), func(k int) bool { return s.Mentions[e.Mentions[k]].At.Start > at })
		if n == 0 {
			continue
		}
		if r := rank(e); r > most || r == most && r > 0 && e.Mentions[n-1] > last {
			best, most, last = e, r, e.Mentions[n-1]
		}
	}
	return best
}

// Records are the entities as the record has them.
func (s *Set) Records() []document.Entity {
	records := make([]document.Entity, 0, len(s.All))
	mentions := make([]document.Mention, 0, len(s.Mentions)) // of all of them
	for _, e := range s.All {
		first := len(mentions)
		rec := document.Entity{ID: e.ID, Type: e.Kind, Name: e.Name, Country: document.Optional(e.Country), Roles: append([]document.Role{}, e.Roles...), IDs: e.IDs}
		for _, i := range e.Mentions {
			m := s.Mentions[i]
			mentions = append(mentions, document.Mention{Place: s.view.Place(m.At), Rule: s.view.Rule(m.Match), Confidence: s.view.Confidence(m.Match)})
		}
		if rec.Mentions = mentions[first:len(mentions):len(mentions)]; len(rec.Mentions) == 0 {
			rec.Mentions = nil
		}
		records = append(records, rec)
	}
	return records
}
