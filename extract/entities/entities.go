// Package entities finds who and what an article names: the places of the names, their types, and which of them name the
// same person, organization, place or thing.
package entities

import (
	"sort"

	"sayso/extract/document"
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
	IDs      map[string]string // by their schemes: iso3166, m49, those of a user's list
	Mentions []int             // indexes into the Mentions of its Set
	Roles    []document.Role
}

// A Mention is one place where an entity is named.
type Mention struct {
	At     token.Range
	Kind   string // of its entity
	Text   string
	Match  *match.Match
	Entity *Entity
}

// A Set is the entities of an article. It is not changed once read.
type Set struct {
	All      []*Entity // in the order of their first mentions
	Mentions []Mention // in the order of the text

	view *view.View
}

// kinds are the types of named things, those that win where votes are even first.
var kinds = []string{value.TypePerson, value.TypeOrganization, value.TypeLocation, value.TypeMisc}

// Read finds the mentions of an article and joins those of one thing.
func Read(v *view.View) *Set {
	r := &reading{View: v}
	r.mentions = r.weigh()
	r.dropAcronyms()
	s := &Set{All: r.join(), Mentions: r.mentions, view: v}
	if !v.Done() {
		s.addRoles()
	}
	return s
}

// None is the Set of a text in which no names are looked for.
func None(v *view.View) *Set { return &Set{view: v} }

// A reading is the mentions of an article as they are found.
type reading struct {
	*view.View
	mentions []Mention
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

// LastMention is the last fitting entity named before a token, quotations left out, or nil.
func (s *Set) LastMention(before int, fits func(*Entity) bool) *Entity {
	for i := len(s.Mentions) - 1; i >= 0; i-- {
		m := &s.Mentions[i]
		if m.At.End <= before && s.view.Quotation(m.At.Start) == nil && fits(m.Entity) {
			return m.Entity
		}
	}
	return nil
}

// MostNamed is the fitting entity named most often before a token, quotations left out, or nil; of two the one that came
// to that number first.
func (s *Set) MostNamed(before int, fits func(*Entity) bool) *Entity {
	count := map[*Entity]int{}
	var best *Entity
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if m.At.End > before || s.view.Quotation(m.At.Start) != nil || !fits(m.Entity) {
			continue
		}
		count[m.Entity]++
		if best == nil || count[m.Entity] > count[best] {
			best = m.Entity
		}
	}
	return best
}

// Records are the entities as the record has them.
func (s *Set) Records() []document.Entity {
	records := []document.Entity{}
	for _, e := range s.All {
		rec := document.Entity{ID: e.ID, Type: e.Kind, Name: e.Name, Country: document.Optional(e.Country), Roles: append([]document.Role{}, e.Roles...), IDs: e.IDs}
		for _, i := range e.Mentions {
			m := s.Mentions[i]
			rec.Mentions = append(rec.Mentions, document.Mention{Place: s.view.Place(m.At), Rule: s.view.Rule(m.Match), Confidence: s.view.Confidence(m.Match)})
		}
		records = append(records, rec)
	}
	return records
}
