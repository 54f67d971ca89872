package quotes

import (
	"slices"
	"sort"

	"sayso/extract/clause"
	"sayso/extract/entities"
	"sayso/extract/value"
	"sayso/rules/token"
)

// A Referent is words of a clause that name nobody, and whom they mean.
type Referent struct {
	At      token.Range
	Pronoun bool // else a noun phrase
	Entity  *entities.Entity
	Name    string
}

// Referents tell whom the subjects of clauses mean that do not name them, once the statements of an article are read.
type Referents struct {
	s     *statements
	order []*Quote // the statements by where their frames stand
}

// Clauses reads the clauses of the article.
func (r *Referents) Clauses() *clause.Reader { return r.s.clauses }

// maxBefore is how many tokens stand at most in a clause before the subject that is looked for in it.
const maxBefore = 24

// In is what the first subject of some words means, where it does not name it: a pronoun, or a definite noun phrase that they
// begin with. said is the statement that the words are of, or nil. There is none where too little speaks for anybody, or
// where the words themselves bring in somebody before.
func (r *Referents) In(words token.Range, said *Quote) (Referent, bool) {
	at, pronoun := r.subject(words)
	if at.Len() == 0 {
		return Referent{}, false
	}
	if pronoun && at.Start == words.Start && r.s.Listed(at.Start, "body-pronoun") && said != nil && r.s.isBodys(said) && !r.s.ofOthers(said, at.Start) {
		return Referent{at, true, said.speaker.entity, said.speaker.name}, true
	}
	s, before := r.asOf(at.Start)
	var speaks speaker
	if said != nil {
		s.own, speaks = said.Content, said.speaker
	}
	if g := s.pronoun(at); pronoun && g == "n" {
		return Referent{}, false
	}
	who := s.phrase(at, at.Start, before)
	if who.how == "unnamed" || who.name == "" {
		return Referent{}, false
	}
	if who.entity = s.fuller(who.entity, at.Start); who.entity != nil {
		who.name = who.entity.Name
	}
	self := who.name == speaks.name && who.entity == speaks.entity
	switch {
	case self && s.ofOthers(said, at.Start), !self && who.entity == nil:
		return Referent{}, false
	case pronoun && !self && !s.Listed(at.Start, "human-pronoun") && (said != nil || !s.goesOnAbout(who.entity)):
		return Referent{}, false // it may mean a thing
	case !pronoun && who.entity.Kind == value.TypePerson && (self || !s.isCalled(at, who.entity)):
		return Referent{}, false // there may be others of the kind
	}
	return Referent{at, pronoun, who.entity, who.name}, true
}

// isBodys reports whether an organization made a statement.
func (s *statements) isBodys(said *Quote) bool {
	return said.speaker.entity != nil && said.speaker.entity.Kind == value.TypeOrganization
}

// ofOthers reports whether what a statement says at a token of others than who speaks cannot mean its speaker: within marks,
// and in a question.
func (s *statements) ofOthers(said *Quote, i int) bool {
	stance, _ := s.Lookup("stance", lemma(said.match))
	return said.kind == "direct" || s.Quotation(i) != nil || stance == "ask"
}

// goesOnAbout reports whether the last sentence is about somebody, by a name or by words that can mean people.
func (s *statements) goesOnAbout(e *entities.Entity) bool {
	if s.settled == 0 {
		return false
	}
	last := s.topics[s.settled-1].who
	return last.entity == e && (last.how != "noun" || s.noun(last.at) != "")
}

// isCalled reports whether the article calls somebody by the noun of a phrase.
func (s *statements) isCalled(at token.Range, e *entities.Entity) bool {
	return slices.ContainsFunc(s.nounPhrase(at, at.Start).heads, func(w string) bool { return s.attributed.of[e][w] == head })
}

// asOf is what is known at a token: the subjects and the statements before it. What no one asks for is not resolved.
func (r *Referents) asOf(i int) (statements, []*Quote) {
	before := r.order[:sort.Search(len(r.order), func(k int) bool { return r.order[k].anchor() >= i })]
	r.s.settle(i, before)
	s := *r.s
	s.settled = sort.Search(len(s.topics), func(k int) bool { return s.topics[k].at >= i })
	return s, before
}

// subject is the first subject of some words that does not name anybody, and whether it is a pronoun; empty where a name, or a
// noun of people, stands before any.
func (r *Referents) subject(words token.Range) (at token.Range, pronoun bool) {
	s := r.s
	if p, ok := s.clauses.Headed(words.Start); ok && p.Tokens.End <= words.End && s.means(p.Tokens) {
		return p.Tokens, false
	}
	i := words.Start
	for gender := ""; !slices.Contains(thirdPersons, gender); i++ {
		if i == words.End || i == words.Start+maxBefore {
			return token.Range{}, false
		}
		gender, _ = s.LowerValue(i, "pronoun")
	}
	i--
	for k := words.Start; k < i; k++ {
		one := token.Range{Start: k, End: k + 1}
		if m := s.named.At(one); m != nil && speaks(m.Kind) || s.called(one) {
			return token.Range{}, false
		}
	}
	if !s.acts(i, words.Start) {
		return token.Range{}, false
	}
	return token.Range{Start: i, End: i + 1}, true
}

// maxMeaning is how many words a noun phrase has at most that means somebody by its noun.
const maxMeaning = 4

// means reports whether a noun phrase may mean somebody whom the text has brought in: it is definite, its noun is one for
// somebody, and neither it nor what is set beside it names anybody.
func (s *statements) means(at token.Range) bool {
	if at.Len() < 2 || at.Len() > maxMeaning || !s.clauses.Definite(at.Start) || s.named.At(token.Range{Start: at.Start, End: min(at.End+2, len(s.Text.Tokens))}) != nil {
		return false
	}
	for i := at.Start + 1; i < at.End; i++ {
		if s.Capitalised(i) || s.clauses.Verb(i) != nil {
			return false
		}
	}
	noun := token.Range{Start: at.Start + 1, End: at.Start + 2}
	if s.headLast() {
		noun = token.Range{Start: at.End - 1, End: at.End}
	}
	return s.noun(noun) != ""
}

// thirdPersons are the genders of the pronouns that mean others than who speaks and who is spoken to.
var thirdPersons = []string{"m", "f", "mp", "fp", "n"}

// acts reports whether a pronoun is the subject of a verb in a clause that is within no other, from a token on: no preposition
// governs it, no hyphen joins it to one before it, and it is no subject of what has none: « il pleut ».
func (s *statements) acts(i, floor int) bool {
	if s.Listed(i-1, "oblique") || s.Is(i-1, "-") || s.Is(i+1, "-", ",", ".") || s.clauses.Below(i, floor) {
		return false
	}
	for _, m := range s.Within(value.TypeModality, token.Range{Start: i, End: i + 1}) {
		if k := m.Value("kind"); k == "impersonal" || k == "demand" {
			return false
		}
	}
	return true
}
