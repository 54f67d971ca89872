package quotes

import (
	"sort"
	"strconv"
	"strings"

	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/names"
	"sayso/extract/value"
	"sayso/rules/token"
)

// A speaker is who made a statement: the words at the quote and the entity they stand for.
type speaker struct {
	at       token.Range // empty where the text names nobody
	entity   *entities.Entity
	name     string
	how      string // name, role, noun, pronoun, previous or unnamed
	previous *Quote // the statement whose speaker this one goes on with
}

// nameSpeakers resolves the speakers in the order of their frames, which it gives, for each may lean on those before it.
func (s *statements) nameSpeakers(all []*Quote) []*Quote {
	order := append([]*Quote{}, all...)
	sort.SliceStable(order, func(i, j int) bool { return order[i].anchor() < order[j].anchor() })
	s.topics = s.readTopics()
	s.attributed = s.readAttributes()
	for i, q := range order {
		if s.Done() {
			break
		}
		if q.frame == "turn" {
			continue
		}
		s.own = nil
		s.settle(q.anchor(), order[:i])
		s.own = q.Content
		if p := q.speaker.previous; p != nil && q.frame == "floating" {
			if who := s.introduced(p, q); who.entity != nil {
				q.speaker = who
				continue
			}
		}
		if q.speaker.previous != nil && q.subject.Tokens.Len() == 0 {
			q.speaker.entity, q.speaker.name, q.speaker.how = q.speaker.previous.speaker.entity, q.speaker.previous.speaker.name, "previous"
			continue
		}
		q.speaker = s.speaker(q, order[:i])
		if full := s.fuller(q.speaker.entity, len(s.Text.Tokens)); full != q.speaker.entity {
			q.speaker.entity, q.speaker.name = full, full.Name
		}
	}
	return order
}

// quotesSelf reports whether the words before the colon of a statement tell that the writer quotes himself.
func (s *statements) quotesSelf(q *Quote) bool {
	for i := s.clauses.Sentence(q.match.Tokens.Start).Start; i < q.match.Tokens.Start; i++ {
		if s.Listed(i, "own-words") && s.Quotation(i) == nil {
			return true
		}
	}
	return false
}

// anchor is where the frame stands.
func (q *Quote) anchor() int {
	if q.cue.Len() > 0 {
		return q.cue.Start
	}
	return q.Content[0].Start
}

// speaker finds who made a statement, given the statements before it.
func (s *statements) speaker(q *Quote, before []*Quote) speaker {
	switch {
	case q.frame == "floating":
		if who := s.follows(q); who.entity != nil {
			return who
		}
		return s.protagonist(q.anchor())
	case q.subject.Tokens.Len() == 0 && q.frame == "passive":
		return speaker{} // the writer does not tell who
	case q.subject.Tokens.Len() == 0 && q.frame == "colon" && s.quotesSelf(q):
		return speaker{} // "In 2013 I wrote: …"
	case q.subject.Tokens.Len() == 0:
		return s.subject(q, before)
	}
	if m := s.head(q.subject.Tokens); m == nil {
		if m := s.appositive(q.subject); m != nil {
			return speaker{at: q.subject.Tokens, entity: m.Entity, name: m.Entity.Name, how: "role"}
		}
		if at := s.clauses.Restricted(q.subject.Tokens); len(s.Within(value.TypeRelay, at)) == 0 {
			q.subject.Tokens = at
		}
	}
	return s.phrase(q.subject.Tokens, q.anchor(), before)
}

// phrase is whom a noun phrase or pronoun at a place means, given the statements before it.
func (s *statements) phrase(at token.Range, place int, before []*Quote) speaker {
	if own := s.ownWords(at); own.Len() > 0 {
		return s.phrase(own, place, before)
	}
	who := speaker{at: at, how: "unnamed", name: s.Text.Slice(at)}
	meant := func(e *entities.Entity, how string) speaker {
		return speaker{at: at, entity: e, name: e.Name, how: how}
	}
	if s.joined(at) {
		return who
	}
	if m := s.head(at); m != nil {
		return meant(m.Entity, "name")
	}
	if gender := s.isLatter(at); gender != "" {
		if p := s.meant(expression{at: at, place: place, form: latter, gender: strings.TrimPrefix(gender, "any")}, before); p.name != "" {
			return speaker{at: at, entity: p.entity, name: p.name, how: "pronoun"}
		}
		return who
	}
	if gender := s.pronoun(at); gender != "" {
		if p := s.byPronoun(gender, at, place, before); p.name != "" {
			return speaker{at: at, entity: p.entity, name: p.name, how: "pronoun"}
		}
		return who
	}
	if s.indefinite(at) || s.bodyOf(at) {
		return who
	}
	if e, text := s.issuer(at); text {
		if e != nil {
			return meant(e, "noun")
		}
		return who
	}
	x := s.nounPhrase(at, place)
	if x.class == "" && !s.clauses.Definite(at.Start) || s.severalOf(at) {
		return who
	}
	if p := s.meant(x, before); p.entity != nil {
		return meant(p.entity, s.howCalled(at, p.entity))
	}
	return who
}

// bodyOf reports whether a noun phrase means what is no person but somebody's: the mayor Anna Berg's office, « la page
// Facebook du musicien ».
func (s *statements) bodyOf(at token.Range) bool {
	all := s.named.From(at.Start)
	for i := 0; i < len(all) && all[i].At.Start < at.End; i++ {
		switch m := &all[i]; {
		case s.hosts(m, at):
			return true
		case m.Kind == value.TypePerson && s.possesses(m, at):
			return !s.called(token.Range{Start: m.At.End, End: at.End})
		}
	}
	return false
}

// severalOf reports whether a noun phrase means several people or bodies, by its first words.
func (s *statements) severalOf(at token.Range) bool {
	for i := at.Start; i < at.End && i < at.Start+3; i++ {
		if s.Listed(i, "speaker-nouns", "people") {
			return true
		}
	}
	return s.several(at)
}

// howCalled is role where a noun phrase names an office that somebody has, else noun.
func (s *statements) howCalled(at token.Range, e *entities.Entity) string {
	for _, w := range s.nouns(at) {
		if s.attributed.of[e][w] == head && e.Kind == value.TypePerson {
			return "role"
		}
	}
	return "noun"
}

// introduced is whom the sentence right before a floating quotation is about, where the writer has told something since
// the last statement: a person named as its subject, or by a pronoun.
func (r *statements) introduced(last, q *Quote) speaker {
	start := q.Content[0].Start - 1
	for start > 0 && (r.Text.Tokens[start].Kind == token.Mark || r.Quotation(start) != nil) {
		start--
	}
	s := r.Sentence(start)
	if r.Paragraph(start) < r.Paragraph(q.Content[0].Start) && !r.Is(s.End-1, ".", ",", ":", "!", "?", "…") {
		return speaker{} // a crosshead
	}
	if s.Start < last.end() || s.End > q.Content[0].Start {
		return speaker{}
	}
	if who := r.cleft(s); who.entity != nil {
		return who
	}
	for n := 0; n < maxGoingOn && r.subjectlessAt(s) && s.Start > last.end() && r.Paragraph(s.Start-1) == r.Paragraph(s.Start); n++ {
		s = r.Sentence(s.Start - 1) // it goes on about the same person
	}
	if s.Start < last.end() {
		return speaker{}
	}
	return r.topic(s)
}

// cleft is the person right behind the word that begins the clause of a sentence that opens with a verb for being, which sets off
// something else: "It was in Leeds that Anna Berg saw it."
func (r *statements) cleft(s token.Range) speaker {
	opening := token.Range{Start: s.Start, End: min(s.End, s.Start+2)}
	if !r.Listed(opening.Start, "copula") && !r.Listed(opening.End-1, "copula") {
		return speaker{}
	}
	all := r.named.From(s.Start)
	for i := 0; i < len(all) && all[i].At.Start < s.End; i++ {
		if m := &all[i]; m.Kind == value.TypePerson && r.clauses.Below(m.At.Start, s.Start) {
			return speaker{entity: m.Entity, name: m.Entity.Name, how: "previous"}
		}
	}
	return speaker{}
}

// maxGoingOn is how many sentences without a subject may go on about whom the one before them names.
const maxGoingOn = 3

// subjectlessAt reports whether a sentence names nobody before its verb, in a language whose verbs may do without a subject.
func (r *reading) subjectlessAt(s token.Range) bool {
	if _, ok := r.Lookup("null-subject", "any"); !ok {
		return false
	}
	for i, all := 0, r.named.From(s.Start); i < len(all) && all[i].At.Start < s.End; i++ {
		if speaks(all[i].Kind) {
			return r.turns(s.Start, all[i].At.Start)
		}
	}
	return true
}

// follows is the person whom the sentence behind a quotation that makes up a paragraph names as its subject, where who says the words
// speaks of himself: a text may open with them.
func (s *statements) follows(q *Quote) speaker {
	p := s.ParagraphAt(q.Content[0].Start)
	next := p.End
	if next >= len(s.Text.Tokens) || q.Content[0].Start > p.Start+1 || q.Hull().End < p.End-2 || !s.speaksOfSelf(q) {
		return speaker{}
	}
	who := s.topic(s.Sentence(next))
	if who.entity == nil || s.tellOf(q.Hull(), who.entity) {
		return speaker{}
	}
	return who
}

// tellOf reports whether words name somebody whom they do not speak to.
func (s *statements) tellOf(words token.Range, e *entities.Entity) bool {
	all := s.named.From(words.Start)
	for i := 0; i < len(all) && all[i].At.Start < words.End; i++ {
		if m := &all[i]; m.Entity == e && !(s.Is(m.At.Start-1, ",") && s.Is(m.At.End, ",")) {
			return true
		}
	}
	return false
}

// speaksOfSelf reports whether the words of a statement are of who says them.
func (s *statements) speaksOfSelf(q *Quote) bool {
	for i := q.Hull().Start; i < q.Hull().End; i++ {
		if s.Listed(i, "first-person") {
			return true
		}
	}
	return false
}

// protagonist is the person that the text has spoken of most, where nobody is named at a statement.
func (r *reading) protagonist(at int) speaker {
	e := r.named.MostNamed(at, func(e *entities.Entity) bool { return e.Kind == value.TypePerson })
	if e == nil {
		return speaker{}
	}
	return speaker{entity: e, name: e.Name, how: "previous"}
}

// oblique reports whether a name stands after a preposition, or after an office that it is the place of: it is not the
// subject of its clause.
func (r *reading) oblique(m *entities.Mention) bool {
	i := m.At.Start - 1
	if i < 0 || r.AtSentenceStart(m.At.Start) {
		return false
	}
	w := strings.ToLower(token.Exact(r.Text.Word(i)))
	if _, ok := r.Lookup("oblique", w); ok {
		return true
	}
	_, office := r.Lookup("office", w)
	return office && m.Kind == value.TypeOrganization
}

// turns reports whether a verb that tells a tense stands between two tokens: the subject may have changed.
func (r *reading) turns(from, to int) bool {
	return len(r.Within(value.TypeTense, token.Range{Start: from, End: to})) > 0
}

// subject is the speaker of a frame that names none: that of the frame before it in the sentence, else who the sentence
// speaks of first, else the speaker before.
func (r *statements) subject(q *Quote, before []*Quote) speaker {
	s := r.clauses.Sentence(q.anchor())
	if r.severalSay(q.cue) {
		p := r.meant(expression{place: q.anchor(), form: absent, gender: "p"}, before)
		return speaker{entity: p.entity, name: p.name, how: "previous"}
	}
	for i := len(before) - 1; i >= 0 && before[i].anchor() >= s.Start; i-- {
		if p := before[i].speaker; s.Contains(before[i].cue) && p.name != "" {
			return p
		}
	}
	for i := r.settled - 1; i >= 0 && r.topics[i].at >= s.Start; i-- {
		if t := r.topics[i]; t.at < q.cue.Start && r.canSpeak(t.who.at) && t.who.name != "" {
			return t.who
		}
	}
	if p := r.meant(expression{place: q.anchor(), form: absent}, before); p.name != "" {
		return speaker{entity: p.entity, name: p.name, how: "previous"}
	}
	if r.subjectless() && q.cue.Len() > 0 {
		return r.protagonist(q.anchor())
	}
	return speaker{}
}

// severalSay reports whether the form of a verb without a subject tells that several people say something.
func (s *statements) severalSay(cue token.Range) bool {
	for i := cue.Start; i < cue.End; i++ {
		w := s.Text.Word(i)
		if _, ok := s.Lookup("plural-ending", w[max(0, len(w)-1):]); ok && !s.clauses.Adverb(i) {
			return true
		}
	}
	return false
}

// topic is the person that a sentence is about: named in it before any verb, and not after a preposition.
func (r *reading) topic(s token.Range) speaker {
	for i, all := 0, r.named.From(s.Start); i < len(all) && all[i].At.Start < s.End; i++ {
		m := &all[i]
		if !s.Contains(m.At) {
			continue
		}
		if m.Kind == value.TypePerson && !r.oblique(m) && !r.turns(s.Start, m.At.Start) {
			return speaker{entity: m.Entity, name: m.Entity.Name, how: "previous"}
		}
		break
	}
	return speaker{}
}

func speaks(kind string) bool {
	return kind == value.TypePerson || kind == value.TypeOrganization
}

// calledOtherwise reports whether the name of an organization says what it is: the Labour Party is not the ministry.
func (r *reading) calledOtherwise(e *entities.Entity) bool {
	for w := range strings.FieldsSeq(e.Name) {
		if class, _ := r.Lookup("speaker-noun", strings.ToLower(w)); class == value.TypeOrganization {
			return true
		}
	}
	return false
}

// isCalled reports whether a noun is part of an entity's name: the party, of the Labour Party.
func isCalled(e *entities.Entity, noun string) bool {
	for w := range strings.FieldsSeq(e.Name) {
		if names.Key(w) == noun {
			return true
		}
	}
	return false
}

// sureness is the measured share of speakers found in a way whose name is right, or 0.
func (r *reading) sureness(how string) float64 {
	share, _ := r.Lookup("speaker-confidence", how)
	measured, _ := strconv.ParseFloat(share, 64)
	return measured
}

func (r *reading) speakerRecord(s speaker) *document.Speaker {
	if s.name == "" {
		return nil
	}
	rec := &document.Speaker{Name: s.name, How: s.how, Confidence: r.sureness(s.how)}
	if s.at.Len() > 0 {
		p := r.Place(s.at)
		rec.Start, rec.End, rec.Text = &p.Start, &p.End, &p.Text
	}
	if s.entity != nil {
		rec.Entity = &s.entity.ID
	}
	return rec
}
