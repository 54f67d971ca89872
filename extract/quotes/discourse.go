package quotes

import (
	"slices"

	"sayso/extract/clause"
	"sayso/extract/value"
	"sayso/rules/token"
)

// A topic is whom or what a sentence is about: the subject of its first verb, or who made a statement.
type topic struct {
	at     int // where it stands
	who    speaker
	gender string // m, f, mp, fp or n where the words tell, else empty
	spoke  bool   // it made a statement
	mere   bool   // it is a name that is subject of nothing
	under  bool   // and a preposition governs it, or it stands in a clause within another
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
		var below *topic // the subject of a clause within another
		for k := next; k < len(verbs) && verbs[k].Tokens.Start < sentence.End; k++ {
			t, ok := s.topicOf(&verbs[k], sentence)
			if ok && !t.mere {
				all, below = append(all, t), nil
				if s.canSpeak(t.who.at) {
					break
				}
				continue // a thing; who does something to it may follow
			}
			if ok && below == nil {
				below = &t
			}
		}
		if below != nil {
			all = append(all, *below)
		}
	}
	slices.SortStableFunc(all, func(a, b topic) int { return a.at - b.at })
	return all
}

// topicOf is the subject of a verb, a mere one where a word begins its clause within another.
func (s *statements) topicOf(v *clause.Verb, sentence token.Range) (topic, bool) {
	if v.Kind == "gerund" || s.Quotation(v.Tokens.Start) != nil {
		return topic{}, false
	}
	p, ok := s.clauses.Left(v.Tokens.Start, sentence.Start)
	if v.Pronoun.Len() > 0 {
		p, ok = clause.Phrase{Tokens: v.Pronoun}, true
	}
	if !ok || s.meansNobody(p.Tokens) {
		return topic{}, false
	}
	t := topic{at: p.Tokens.Start, who: speaker{at: p.Tokens}, gender: s.genderOf(p.Tokens), mere: s.clauses.Below(p.Tokens.Start, sentence.Start)}
	if m := s.head(p.Tokens); m != nil {
		t.who.entity, t.who.how = m.Entity, "name"
	} else if m := s.appositive(p); m != nil {
		t.who.entity, t.who.how = m.Entity, "role"
	}
	return t, true
}

// meansNobody reports whether a subject is a word of the closed classes that stands for nobody: « c'est … », "there is …".
func (s *statements) meansNobody(at token.Range) bool {
	gender := s.pronoun(at)
	return at.Len() == 1 && s.FunctionWord(at.Start) && (gender == "" || gender == "any") && s.isLatter(at) == "" && s.named.At(at) == nil
}

// genderOf is the gender and number that the first word of a noun phrase tells, or empty.
func (r *reading) genderOf(at token.Range) string {
	gender, _ := r.Lookup("article-gender", r.Text.Word(at.Start))
	if gender == "" && r.plural(at) {
		return "p"
	}
	return gender
}

// settle resolves the topics before a token that are not yet.
func (s *statements) settle(before int, said []*Quote) {
	for ; s.settled < len(s.topics) && s.topics[s.settled].at < before; s.settled++ {
		t := &s.topics[s.settled]
		if t.who.entity == nil && s.mayMean(t.who.at) {
			t.who = s.phrase(t.who.at, t.at, said)
		} else if t.who.entity == nil {
			t.who.name, t.who.how = s.Text.Slice(t.who.at), "unnamed"
		}
		t.who.entity = s.fuller(t.who.entity, t.at)
		if t.who.entity != nil {
			t.who.name = t.who.entity.Name
		}
	}
}

// mayMean reports whether a subject may mean somebody whom the article names: it is a pronoun, a noun for those who speak, or
// what the article calls somebody.
func (s *statements) mayMean(at token.Range) bool {
	if at.Len() < 3 || s.noun(at) != "" {
		return true
	}
	for _, w := range s.nouns(at) {
		if len(s.attributed.by[w]) > 0 {
			return true
		}
	}
	return false
}

// byPronoun is whom a pronoun means; its gender is m, f, mp, fp, n or any, which means nobody.
func (s *statements) byPronoun(gender string, at token.Range, place int, said []*Quote) speaker {
	if gender == "any" {
		return speaker{}
	}
	return s.meant(expression{at: at, place: place, form: pronoun, gender: gender}, said)
}

// topicsBefore are the topics and speakers before a token that are near enough to be meant by a pronoun.
func (s *statements) topicsBefore(at int, said []*Quote) []topic {
	var all []topic
	for i := s.settled - 1; i >= max(0, s.settled-maxTopics) && len(all) < maxCandidates; i-- {
		if t := s.topics[i]; t.at < at && t.who.name != "" && s.Paragraph(at)-s.Paragraph(t.at) <= maxReach {
			all = append(all, t)
		}
	}
	for i, n := len(said)-1, 0; i >= 0 && n < maxCandidates; i, n = i-1, n+1 {
		q := said[i]
		if q.speaker.name != "" && q.anchor() < at && s.Paragraph(at)-s.Paragraph(q.anchor()) <= maxReach {
			t := topic{at: q.anchor(), who: q.speaker, spoke: true}
			if q.subject.Tokens.Len() > 0 {
				t.gender = s.genderOf(q.subject.Tokens)
			}
			all = append(all, t)
		}
	}
	return all
}

// How many speakers, subjects and names back a pronoun may mean one, and among how many subjects, resolved or not, they are
// looked for.
const (
	maxCandidates = 16
	maxTopics     = 64
)

// personal reports whether the noun of a phrase means a person.
func (s *statements) personal(at token.Range) bool {
	class := s.noun(at)
	return len(class) >= len(value.TypePerson) && class[:len(value.TypePerson)] == value.TypePerson
}
