package quotes

import (
	"math"
	"slices"
	"sort"
	"strings"

	"sayso/extract/entities"
	"sayso/extract/names"
	"sayso/extract/value"
	"sayso/rules/token"
)

// An expression is a pronoun or a noun phrase that means somebody whom the article has brought in, or nothing at all where
// a verb does without its subject.
type expression struct {
	at     token.Range
	place  int
	form   form
	gender string   // m, f, mp, fp, p or n where the words tell, else empty
	class  string   // what the lists say that its noun can mean, else empty
	heads  []string // its noun and the adjectives beside it
	noun   string   // its noun alone
	of     []string // what stands behind the noun
	people []string // of what people it is, as the words tell
}

// A form is what an expression is.
type form int

const (
	pronoun form = iota
	noun
	latter // the one named last
	absent // no word at all
)

// A candidate is somebody whom an expression may mean, and what speaks for it.
type candidate struct {
	topic
	rank int     // how many others stand nearer
	role float64 // how well what it is called fits the words
}

// meant is whom an expression means, given the statements before it: of all candidates the one for whom most speaks. It has
// no name where too little does, or as much for another.
func (s *statements) meant(x expression, said []*Quote) speaker {
	var best candidate
	most, next := math.Inf(-1), math.Inf(-1)
	all := s.antecedents(x, said)
	for _, c := range all {
		if !s.agrees(x, c) {
			continue
		}
		c.role = s.calls(x, c.who.entity)
		switch score := s.weigh(x, c); {
		case score > most:
			best, most, next = c, score, most
		case score > next:
			next = score
		}
	}
	least := minPronoun
	switch {
	case x.form != noun || best.role > 0:
	case isBody(x.class):
		least = minBody
	case math.IsInf(next, -1) && x.class != "" && len(x.of) == 0:
		least = minPerson
	case math.IsInf(next, -1):
		least = minSole
	default:
		least = minNoun
	}
	if x.form == noun && best.role <= 0 && x.class == "" && !s.telling() || most < least || most-next < minLead || x.form == noun && best.role <= 0 && s.unnamedBetween(x, best, all) {
		return speaker{}
	}
	return best.who
}

// telling reports whether a noun that no list knows may mean whoever the article is about: where adjectives of places and
// trades do, lists know few of them.
func (s *statements) telling() bool {
	_, ok := s.Lookup("adjective-noun", "any")
	return ok
}

// unnamedBetween reports whether somebody whom the article brings in without a name stands nearer than a candidate whom it
// does not call by the noun of an expression, or was called by that noun: "an official said …", then "the woman". The noun means
// that person.
func (s *statements) unnamedBetween(x expression, best candidate, all []candidate) bool {
	return slices.ContainsFunc(all, func(c candidate) bool {
		at := c.who.at
		if c.who.entity != nil || !c.spoke || at.Len() < 2 {
			return false
		}
		other := s.nounPhrase(at, c.at)
		if c.at <= best.at {
			return other.noun == x.noun && x.noun != "" && s.Sentence(c.at) != s.Sentence(best.at)
		}
		alike := other.gender == x.gender || other.gender == "" || x.gender == ""
		return other.noun == x.noun || alike && other.class == x.class && x.class != "" && s.indefinite(at)
	})
}

// antecedents are the subjects, speakers and names before an expression, each once, the nearest first, and whoever is called
// by its noun.
func (s *statements) antecedents(x expression, said []*Quote) []candidate {
	all := s.topicsBefore(x.place, said)
	for i, n := sort.Search(len(s.named.Mentions), func(k int) bool { return s.named.Mentions[k].At.Start >= x.place })-1, 0; i >= 0 && n < maxCandidates; i, n = i-1, n+1 {
		if m := &s.named.Mentions[i]; speaks(m.Kind) && s.Quotation(m.At.Start) == nil && !m.At.Overlaps(x.at) && !s.credited(m.At.Start) {
			all = append(all, topic{at: m.At.Start, who: speaker{at: m.At, entity: m.Entity, name: m.Entity.Name}, mere: true, under: s.under(m)})
		}
	}
	slices.SortStableFunc(all, func(a, b topic) int { return b.at - a.at })
	found := make([]candidate, 0, len(all))
	known := func(who speaker) *candidate {
		for k := range found {
			if c := &found[k]; c.who.entity == who.entity && (who.entity != nil || c.who.name == who.name) {
				return c
			}
		}
		return nil
	}
	for _, t := range all {
		if s.isOwn(t.at) || x.form == absent && t.mere && s.Sentence(t.at) == s.Sentence(x.place) {
			continue
		}
		if c := known(t.who); c != nil {
			c.also(t)
			continue
		}
		found = append(found, candidate{topic: t, rank: len(found)})
	}
	for _, w := range x.heads {
		for _, e := range s.calledBy(w, x.place) {
			if known(speaker{entity: e}) == nil {
				found = append(found, candidate{topic: topic{at: s.lastNamed(e, x.place), who: speaker{entity: e, name: e.Name}, mere: true}, rank: len(found)})
			}
		}
	}
	return found
}

// maxCredit is how many tokens a line has at most that says whose picture one is.
const maxCredit = 6

// credited reports whether a token stands in a line of its own that is no sentence and has a dash or a stroke: "Anna Berg - Agency".
func (s *statements) credited(i int) bool {
	p := s.ParagraphAt(i)
	if p.Len() > maxCredit || p.Start == 0 || s.Is(p.End-1, ".", "!", "?", "…", ":") {
		return false
	}
	for k := p.Start + 1; k < p.End-1; k++ {
		if s.Is(k, "-", "–", "—", "/", "|") {
			return true
		}
	}
	return false
}

// under reports whether a preposition governs a name, with the words before it that tell who it is, or a word begins a clause
// within another with them.
func (s *statements) under(m *entities.Mention) bool {
	start := m.At.Start
	if at := s.clauses.Before(start, max(0, start-maxAttribute)); at.Len() > 0 {
		start = at.Start
	}
	return s.Listed(start-1, "oblique") || start < m.At.Start && s.Listed(start, "oblique") || s.clauses.Below(start, s.Sentence(start).Start)
}

// maxCalled is how many of those whom a noun calls are looked at on either side of a place.
const maxCalled = 32

// calledBy are those whom a noun calls who are named first nearest to a token.
func (s *statements) calledBy(noun string, place int) []*entities.Entity {
	all := s.attributed.by[noun]
	i := sort.Search(len(all), func(k int) bool { return s.named.Mentions[all[k].Mentions[0]].At.Start >= place })
	return all[max(0, i-maxCalled):min(len(all), i+maxCalled)]
}

// isOwn reports whether a token is among the words of the statement whose speaker is looked for.
func (s *statements) isOwn(i int) bool {
	return slices.ContainsFunc(s.own, func(c token.Range) bool { return c.Start <= i && i < c.End })
}

// also adds what an earlier place tells of a candidate.
func (c *candidate) also(t topic) {
	if c.mere && !t.mere && c.at-t.at < nearby {
		c.mere = false
	}
	c.spoke = c.spoke || t.spoke
	c.under = c.under && t.under
	if c.who.entity == nil && c.who.at.Len() == 1 {
		c.who.at = t.who.at // a pronoun tells less of whom it means than the words before it
	}
	if c.gender == "" {
		c.gender = t.gender
	}
}

// nearby is how many tokens lie at most between a subject and its name named again.
const nearby = 60

// lastNamed is where an entity is named last before a token, or first behind it.
func (s *statements) lastNamed(e *entities.Entity, before int) int {
	n := sort.Search(len(e.Mentions), func(k int) bool { return s.named.Mentions[e.Mentions[k]].At.Start >= before })
	return s.named.Mentions[e.Mentions[max(n-1, 0)]].At.Start
}

// agrees reports whether an expression can mean a candidate: its kind, gender and number.
func (s *statements) agrees(x expression, c candidate) bool {
	e := c.who.entity
	switch x.gender {
	case "mp", "fp", "p":
		return e == nil && (c.gender == x.gender || c.gender == "mp" || c.gender == "p") && x.form != noun
	case "n":
		return e == nil && c.who.at.Len() > 1 && !s.personal(c.who.at) || e != nil && e.Kind == value.TypeOrganization
	}
	switch {
	case e == nil:
		if x.form == absent && s.subjectless() && !c.mere && s.isText(c.who.at) {
			return true
		}
		return x.form != noun && (c.gender == x.gender && s.noun(c.who.at) != "" || (c.gender == "" || x.gender == "") && c.who.at.Len() > 0 && s.personal(c.who.at))
	case !speaks(e.Kind), s.foreign(e, x.people):
		return false
	case e.Kind == value.TypeOrganization:
		return s.agreesBody(x, c)
	case x.form == noun && (isBody(x.class) || s.proxy(x, e)):
		return false
	}
	gender := s.genderOfPerson(e)
	return x.gender == "" || gender == "" || gender == x.gender
}

// proxy reports whether a noun phrase brings in somebody's own or several people, and the article does not call a person
// so: the lawyer of the victim, her lawyer, the defence.
func (s *statements) proxy(x expression, e *entities.Entity) bool {
	if x.noun == "" || s.attributed.of[e][x.noun] == head {
		return false
	}
	first := x.at.Start
	for first < x.at.End-1 && names.Key(s.Text.Word(first)) != x.noun {
		first++
	}
	own := s.listed(first, "proxy-noun") && (len(x.of) > 0 || s.attributed.people[e] && s.title(first)) || s.listed(first, "spokesman")
	return own || s.Listed(first, "group-noun") || s.Listed(x.at.Start, "own-determiner") || s.Listed(x.at.Start+1, "own-determiner") || len(x.of) > 0 && x.class == ""
}

// genderOfPerson is m or f where the words beside a name or the first name tell, else empty.
func (s *statements) genderOfPerson(e *entities.Entity) string {
	if g := s.attributed.gender[e]; g != "" {
		return g
	}
	return e.Gender
}

// agreesBody is agrees for an organization.
func (s *statements) agreesBody(x expression, c candidate) bool {
	if x.form == noun {
		return isBody(x.class) || x.class == "" && s.calls(x, c.who.entity) > 0
	}
	return x.form == absent || c.gender != "" && c.gender == x.gender
}

func isBody(class string) bool {
	return len(class) >= len(value.TypeOrganization) && class[:len(value.TypeOrganization)] == value.TypeOrganization
}

// nounPhrase is a noun phrase at a place as an expression.
func (s *statements) nounPhrase(at token.Range, place int) expression {
	x := expression{at: at, place: place, form: noun, gender: s.genderOf(at), class: s.noun(at), heads: s.nouns(at), of: s.complements(at)}
	if kind, gender, ok := strings.Cut(x.class, "-"); ok && kind == value.TypePerson {
		x.class = kind
		if x.gender == "" && gender == "f" {
			x.gender = gender // nouns of men may mean women: the president
		}
	}
	if office := s.office(at); office != "" {
		x.heads, x.of, x.class = strings.Fields(office), nil, value.TypePerson
	}
	x.noun, x.people = s.headNoun(x), s.peoples(at)
	return x
}

// headNoun is the noun of an expression: the last of its words where nouns stand before what they tell of, else the first one
// that is what one calls a person or a body, else the first.
func (s *statements) headNoun(x expression) string {
	if len(x.heads) == 0 {
		return ""
	}
	if s.headLast() {
		return x.heads[len(x.heads)-1]
	}
	for i := x.at.Start; i < x.at.End && !(i > x.at.Start && s.Listed(i, "oblique")); i++ {
		if !s.title(i) && !s.Listed(i, "speaker-nouns") {
			continue
		}
		if w := names.Key(s.Text.Word(i)); slices.Contains(x.heads, w) {
			return w
		}
	}
	return x.heads[0]
}

// office is the office that a phrase has other words for, or empty: the head of state is the president.
func (s *statements) office(at token.Range) string {
	for i := at.Start; i < at.End && i < at.Start+2; i++ {
		for end := range s.View.Reader().LongForms(i) {
			if office, ok := s.Lookup("other-office", s.Text.Slice(token.Range{Start: i, End: end})); ok {
				return names.Key(office)
			}
		}
	}
	return ""
}

// isLatter is the gender of a phrase that means whoever was named last, or empty: « ce dernier », "the latter".
func (r *reading) isLatter(at token.Range) string {
	if at.Len() > 3 {
		return ""
	}
	gender, _ := r.Lookup("latter", r.spaced(at))
	return gender
}

// spaced is the words and marks of a range, in lower case, with a space between two.
func (r *reading) spaced(at token.Range) string {
	var room [128]byte
	all := room[:0]
	for i := at.Start; i < at.End; i++ {
		if i > at.Start {
			all = append(all, ' ')
		}
		all = token.AppendLower(all, r.Text.Word(i))
	}
	return string(all)
}
