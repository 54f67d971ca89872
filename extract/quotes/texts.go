package quotes

import (
	"sort"
	"strings"

	"sayso/extract/entities"
	"sayso/extract/names"
	"sayso/extract/value"
	"sayso/rules/token"
)

// Issued is a text that somebody issued, named beside them: the report of the agency.
type issued struct {
	noun int // the token that names it
	by   *entities.Entity
}

// textOf is the noun for the text that a name owns, or -1: "the agency's report", « le rapport de l'agence ».
func (s *statements) textOf(m *entities.Mention) int {
	if m.Kind != value.TypeOrganization {
		return -1
	}
	if i := m.At.End; s.Listed(i, "text-noun", "part-noun") || s.Listed(i, "owning") && s.Listed(i+1, "text-noun", "part-noun") {
		if !s.Listed(i, "text-noun", "part-noun") {
			i++
		}
		return i
	}
	for i := m.At.Start - 1; i >= 0 && i >= m.At.Start-maxOwned && !s.Is(i, ",", ".", ";", ":"); i-- {
		if s.Listed(i, "text-noun", "part-noun") {
			if by := s.authored(m.At.Start); s.Listed(by, "author") && (s.Listed(i+1, "author") || s.clauses.Verb(i+1) != nil) {
				return i
			}
			return -1
		}
	}
	return -1
}

// authored is the token right before a name and its article.
func (s *statements) authored(name int) int {
	if s.clauses.Determines(name-1) && !s.Listed(name-1, "author") {
		return name - 2
	}
	return name - 1
}

// spokenIn are the texts in which the subjects of their sentences say something: "the bank said so in a statement".
func (s *statements) spokenIn() []issued {
	var all []issued
	next := 0
	for _, m := range s.Found(value.TypeChannel) {
		sentence := s.Sentence(m.Tokens.Start)
		if e := s.speaksIn(m.Tokens, sentence); e != nil {
			all = s.issuedIn(all, m.Tokens, e)
			continue
		}
		for next < len(s.topics) && s.topics[next].at < sentence.Start {
			next++
		}
		if next == len(s.topics) || s.topics[next].at >= sentence.End || s.topics[next].mere || s.topics[next].who.entity == nil {
			continue
		}
		all = s.issuedIn(all, m.Tokens, s.topics[next].who.entity)
	}
	return all
}

// issuedIn adds the texts that a range names to some, as somebody's.
func (s *statements) issuedIn(all []issued, at token.Range, by *entities.Entity) []issued {
	for i := at.Start; i < at.End; i++ {
		if s.Listed(i, "text-noun") {
			all = append(all, issued{i, by})
		}
	}
	return all
}

// speaksIn is who makes the statement of a sentence behind whose verb words stand that tell where it was said, or nil.
func (s *statements) speaksIn(at, sentence token.Range) *entities.Entity {
	first := sort.Search(len(s.all), func(k int) bool { return s.all[k].Content[0].Start >= sentence.Start })
	for _, q := range s.all[first:] {
		if q.Content[0].Start >= sentence.End {
			return nil
		}
		if sentence.Contains(q.cue) && q.cue.Len() > 0 && q.cue.End <= at.Start && q.subject.Tokens.Len() > 0 && q.subject.Tokens.End <= at.Start {
			if m := s.head(q.subject.Tokens); m != nil {
				return m.Entity
			}
		}
	}
	return nil
}

// maxOwned is how many tokens stand at most between a text and whose it is.
const maxOwned = 6

// maxIssued is how many of an article's texts back a noun may mean one.
const maxIssued = 8

// issuer is the organization whose text a noun phrase means, or nil where that is not known; the second value is false where
// the phrase means no text. The text is the organization's where the phrase or the article before says so.
func (s *statements) issuer(at token.Range) (*entities.Entity, bool) {
	noun := s.textNoun(at)
	if !s.Listed(noun, "document", "text-noun", "part-noun") {
		return nil, false
	}
	text := !s.Listed(noun, "part-noun")
	all := s.named.From(noun)
	if len(all) > 0 && all[0].At.Start < at.End && all[0].Kind == value.TypeOrganization && s.governed(&all[0], at) && (text || s.next(noun, all[0].At.Start)) {
		return all[0].Entity, true
	}
	if !s.Listed(noun, "text-noun", "part-noun") || s.indefinite(at) {
		return nil, text
	}
	last := sort.Search(len(s.attributed.texts), func(k int) bool { return s.attributed.texts[k].noun >= at.Start }) - 1
	for k := last; k >= 0 && k > last-maxIssued; k-- {
		if t := s.attributed.texts[k]; s.sameText(noun, s.Text.Word(t.noun)) {
			return t.by, true
		}
	}
	return nil, text
}

// textNoun is the noun of a phrase that may mean a text: the first word of the open classes; the last before what belongs to
// it, where adjectives stand before their noun: the same poll.
func (s *statements) textNoun(at token.Range) int {
	noun := at.Start
	for noun < at.End-1 && !s.clauses.Open(noun) {
		noun++
	}
	for s.headLast() && noun+1 < at.End && s.clauses.Open(noun+1) && !s.Listed(noun, "document", "text-noun", "part-noun") {
		noun++
	}
	return noun
}

// next reports whether no other noun stands between two tokens.
func (s *statements) next(noun, name int) bool {
	for i := noun + 1; i < name; i++ {
		if s.clauses.Open(i) || s.title(i) {
			return false
		}
	}
	return true
}

// ownWords is the noun phrase of whom a phrase names the words, or empty: « les mots du maire ».
func (s *statements) ownWords(at token.Range) token.Range {
	noun := at.Start
	for noun < at.End-1 && !s.clauses.Open(noun) {
		noun++
	}
	if !s.Listed(noun, "words-noun") {
		return token.Range{}
	}
	for i := noun + 1; i < at.End-1; i++ {
		if s.Listed(i, "oblique") {
			return token.Range{Start: i + 1, End: at.End}
		}
	}
	return token.Range{}
}

// sameText reports whether a noun can mean the text that another names.
func (s *statements) sameText(noun int, other string) bool {
	if names.Key(s.Text.Word(noun)) == names.Key(other) {
		return true
	}
	_, text := s.Lookup("text-noun", strings.ToLower(other))
	return text && s.Listed(noun, "any-text")
}
