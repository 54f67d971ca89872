package quotes

import (
	"math"
	"sort"

	"sayso/extract/entities"
	"sayso/extract/value"
)

// What counts for a candidate and against it. The figures were set on news of three languages.
const (
	forSubject   = 0.74
	forSpeaking  = 0.25
	forLast      = 1.0 // the last who spoke or was spoken of
	forGender    = 1.7
	forEither    = 0.6 // nothing tells its gender
	forNoun      = 4.0
	forWord      = 1.5
	forRepeat    = 0.3 // each time that the number of its mentions doubles
	perParagraph = 0.5
	perRank      = 0.3
	forOther     = 2.2 // called something else
	forBody      = 2.5 // an organization where a person is likelier
	forMention   = 0.5 // named, but subject of nothing
	forObject    = 1.5 // where a verb does without its subject, which goes on
	forUnder     = 0.5 // and governed by a preposition, or in a clause within another
	forUnnamed   = 0.4
	forWhose     = 0.8 // told of another place or body than the words
)

// The least that a candidate must have, and by how much it must lead.
const (
	minPronoun = -2.9
	minNoun    = 0.7
	minSole    = -0.5 // where nobody else can be meant
	minPerson  = -1.5 // likewise, for a noun of people of which no more is told
	minBody    = -1.3
	minLead    = 0.0
)

// maxFar is how many paragraphs count for their distance.
const maxFar = 4

// weigh is how much speaks for a candidate.
func (s *statements) weigh(x expression, c candidate) float64 {
	score := forRepeat * math.Log2(1+float64(s.timesNamed(c.who.entity, x.place)))
	far := math.Min(math.Abs(float64(s.Paragraph(x.place)-s.Paragraph(c.at))), maxFar)
	if x.form == latter {
		return -float64(c.rank)
	}
	score -= perParagraph*far + perRank*float64(min(c.rank, 8))
	if x.form == noun {
		score += c.role
	}
	if c.mere {
		score -= forMention
		if c.under {
			score -= forUnder
			if x.form == absent && s.subjectless() {
				score -= forObject
			}
		}
	} else {
		score += forSubject
	}
	if c.spoke {
		score += forSpeaking
	}
	if c.rank == 0 && !c.mere {
		score += forLast
	}
	if e := c.who.entity; e != nil && e.Kind == value.TypePerson && x.gender != "" && s.genderOfPerson(e) == x.gender {
		score += forGender
	} else if e != nil && e.Kind == value.TypePerson && x.gender != "" && s.genderOfPerson(e) == "" {
		score += forEither
	} else if e != nil && e.Kind == value.TypeOrganization && x.form != noun && x.gender != "n" {
		score -= forBody
	} else if e == nil {
		score -= forUnnamed
	}
	return score
}

// timesNamed is how often an article names an entity before a token.
func (s *statements) timesNamed(e *entities.Entity, before int) int {
	if e == nil {
		return 0
	}
	return sort.Search(len(e.Mentions), func(k int) bool { return s.named.Mentions[e.Mentions[k]].At.Start >= before })
}

// calls is how well the words of a noun phrase are what the article calls an entity: nothing where it calls it nothing of the
// kind, less where it calls it something else.
func (s *statements) calls(x expression, e *entities.Entity) float64 {
	if e == nil {
		return 0
	}
	known, score := s.attributed.of[e], 0.0
	called := known[x.noun] == head
	if called {
		score = forNoun
		for _, w := range x.heads {
			if w != x.noun && known[w] != 0 {
				score += forWord
			}
		}
	}
	if !called && e.Kind == value.TypeOrganization {
		return s.callsBody(x, e)
	}
	if !called {
		if len(x.of) > 0 {
			score -= forWhose
		}
		if s.attributed.people[e] {
			score -= forOther
		}
		return score
	}
	agree := 0
	for _, w := range x.of {
		if known[w] != 0 {
			agree++
		}
	}
	if agree > 0 {
		score += forWord
	} else if len(x.of) > 0 {
		score -= forWhose
	}
	return score
}

// callsBody is calls for an organization: its name may hold the noun, or another one.
func (s *statements) callsBody(x expression, e *entities.Entity) float64 {
	switch {
	case isCalled(e, x.noun):
		return forNoun
	case x.class == value.TypeOrganization, s.ofState(e):
		return -2 * forOther
	case s.calledOtherwise(e):
		return -forOther
	}
	return 0
}

// ofState reports whether a list has an organization as a body of state.
func (s *statements) ofState(e *entities.Entity) bool {
	_, ok := s.Lookup("state-body", e.Name)
	return ok
}
