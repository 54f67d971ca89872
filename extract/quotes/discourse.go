package quotes

import (
	"sort"
	"strings"

	"sayso/extract/entities"
	"sayso/extract/value"
	"sayso/rules/token"
)

// A topic is whom or what a sentence is about: the subject of its first verb, or who made a statement.
type topic struct {
	at     int // where it stands
	who    speaker
	gender string // m, f, mp, fp or n where the words tell, else empty
	spoke  bool   // it made a statement
}

// maxReach is how many paragraphs back a pronoun means somebody.
const maxReach = 3

// readTopics are the subjects of the sentences, in their order; they are resolved as the statements are, for each may lean on
// those before it.
func (s *statements) readTopics() []topic {
	var all []topic
	verbs := s.clauses.Verbs()
	next := 0
	for _, sentence := range s.Text.Sentences {
		for ; next < len(verbs) && verbs[next].Tokens.Start < sentence.Start; next++ {
		}
		for k := next; k < len(verbs) && verbs[k].Tokens.Start < sentence.End; k++ {
			if verbs[k].Kind == "gerund" || s.Quotation(verbs[k].Tokens.Start) != nil {
				continue
			}
			if p, ok := s.clauses.Left(verbs[k].Tokens.Start, sentence.Start); ok {
				t := topic{at: p.Tokens.Start, who: speaker{at: p.Tokens}, gender: s.genderOf(p.Tokens)}
				if m := s.head(p.Tokens); m != nil {
					t.who.entity, t.who.how = m.Entity, "name"
				} else if m := s.appositive(p); m != nil {
					t.who.entity, t.who.how = m.Entity, "role"
				}
				all = append(all, t)
				break
			}
		}
	}
	return all
}

// genderOf is the gender and number that the first word of a noun phrase tells, or empty.
func (r *reading) genderOf(at token.Range) string {
	gender, _ := r.Program.Lookup("article-gender", r.Text.Word(at.Start))
	return gender
}

// settle resolves the topics before a token that are not yet.
func (s *statements) settle(before int, said []*Quote) {
	for ; s.settled < len(s.topics) && s.topics[s.settled].at < before; s.settled++ {
		t := &s.topics[s.settled]
		if t.who.entity == nil {
			t.who = s.phrase(t.who.at, t.at, said)
		}
		t.who.entity = s.fuller(t.who.entity, t.at)
		if t.who.entity != nil {
			t.who.name = t.who.entity.Name
		}
	}
}

// byPronoun is whom a pronoun means: the last speaker or subject that it fits, else the last person named. Its gender is m, f,
// mp, fp, n or any.
func (s *statements) byPronoun(gender string, at int, said []*Quote) speaker {
	if gender == "any" {
		return speaker{}
	}
	all := s.candidates(at, said)
	for _, fits := range []func(string, topic) bool{s.fits, s.fitsBody} {
		for i := len(all) - 1; i >= 0 && s.Paragraph(at)-s.Paragraph(all[i].at) <= maxReach; i-- {
			if t := all[i]; fits(gender, t) {
				return speaker{entity: t.who.entity, name: t.who.name}
			}
		}
	}
	if gender == "m" || gender == "f" {
		e := s.named.LastMention(at, func(e *entities.Entity) bool {
			return e.Kind == value.TypePerson && (e.Gender == gender || e.Gender == "" && strings.Contains(e.Name, " "))
		})
		if e != nil {
			return speaker{entity: e, name: e.Name}
		}
	}
	return speaker{}
}

// candidates are the topics and speakers before a token, in the order of the text.
func (s *statements) candidates(at int, said []*Quote) []topic {
	var all []topic
	for i := s.settled - 1; i >= max(0, s.settled-maxTopics) && len(all) < maxCandidates; i-- {
		if t := s.topics[i]; t.at < at && t.who.name != "" {
			all = append(all, t)
		}
	}
	for i, n := len(said)-1, 0; i >= 0 && n < maxCandidates; i, n = i-1, n+1 {
		q := said[i]
		if q.speaker.name != "" && q.anchor() < at {
			t := topic{at: q.anchor(), who: q.speaker, spoke: true}
			if q.subject.Tokens.Len() > 0 {
				t.gender = s.genderOf(q.subject.Tokens)
			}
			all = append(all, t)
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].at < all[j].at })
	return all
}

// How many speakers and subjects back a pronoun may mean one, and among how many subjects, resolved or not, they are looked for.
const (
	maxCandidates = 16
	maxTopics     = 64
)

// fits reports whether a pronoun of a gender can mean a topic.
func (s *statements) fits(gender string, t topic) bool {
	e := t.who.entity
	switch gender {
	case "m", "f":
		if e == nil {
			return t.gender == gender && s.noun(t.who.at) != "" || t.gender == "" && t.who.at.Len() > 0 && s.personal(t.who.at)
		}
		return e.Kind == value.TypePerson && (e.Gender == gender || e.Gender == "" && (t.spoke || strings.Contains(e.Name, " ")))
	case "n":
		return e == nil && t.who.at.Len() > 1 && !s.personal(t.who.at) || e != nil && e.Kind == value.TypeOrganization
	case "mp", "fp":
		return e == nil && (t.gender == gender || t.gender == "mp" || t.gender == "p")
	}
	return false
}

// fitsBody reports whether a pronoun of a gender can mean an organization that is a topic.
func (s *statements) fitsBody(gender string, t topic) bool {
	return t.who.entity != nil && t.who.entity.Kind == value.TypeOrganization && t.gender == gender
}

// personal reports whether the noun of a phrase means a person.
func (s *statements) personal(at token.Range) bool {
	class := s.noun(at)
	return len(class) >= len(value.TypePerson) && class[:len(value.TypePerson)] == value.TypePerson
}
