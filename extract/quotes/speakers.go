package quotes

import (
	"slices"
	"sort"
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

// nameSpeakers resolves the speakers in the order of the text, for each may lean on those before it.
func (s *statements) nameSpeakers(all []*Quote) {
	order := append([]*Quote{}, all...)
	sort.SliceStable(order, func(i, j int) bool { return order[i].anchor() < order[j].anchor() })
	s.topics, s.attributed = s.readTopics(), s.attributes()
	for i, q := range order {
		if s.Done() {
			return
		}
		if q.frame == "turn" {
			continue
		}
		s.settle(q.anchor(), order[:i])
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
		return s.protagonist(q.anchor())
	case q.subject.Tokens.Len() == 0:
		return s.subject(q, before)
	}
	if m := s.head(q.subject.Tokens); m == nil {
		if m := s.appositive(q.subject); m != nil {
			return speaker{at: q.subject.Tokens, entity: m.Entity, name: m.Entity.Name, how: "role"}
		}
	}
	return s.phrase(q.subject.Tokens, q.anchor(), before)
}

// phrase is whom a noun phrase or pronoun at a place means, given the statements before it.
func (s *statements) phrase(at token.Range, place int, before []*Quote) speaker {
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
	if gender := s.pronoun(at); gender != "" {
		if p := s.byPronoun(gender, place, before); p.name != "" {
			p.at, p.how = at, "pronoun"
			return p
		}
		return who
	}
	if s.indefinite(at) {
		return who
	}
	if e := s.named.ByRole(at, place); e != nil && !s.foreign(e, at) {
		return meant(e, "role")
	}
	if e := s.ofDocument(at); e != nil {
		return meant(e, "noun")
	}
	if e := s.called(at, place); e != nil && !s.foreign(e, at) {
		return meant(e, "role")
	}
	if noun := s.noun(at); noun != "" {
		if e := s.byNoun(noun, at, place, before); e != nil && !s.foreign(e, at) {
			return meant(e, "noun")
		}
	} else if p := s.byAnyNoun(at, place, before); p.entity != nil && !s.foreign(p.entity, at) {
		return meant(p.entity, "noun")
	}
	return who
}

// ofDocument is the organization whose document a noun phrase means, or nil: the figures of the institute.
func (s *statements) ofDocument(at token.Range) *entities.Entity {
	first := at.Start
	for first < at.End-1 && !s.clauses.Open(first) {
		first++
	}
	if !s.Listed(first, "document", "source-noun") {
		return nil
	}
	all := s.named.From(first)
	if len(all) == 0 || all[0].At.Start >= at.End || all[0].Kind != value.TypeOrganization || !s.governed(&all[0], at) {
		return nil
	}
	return all[0].Entity
}

// maxAnyNoun is how many tokens a noun phrase has at most that no list knows and that means the speaker before.
const maxAnyNoun = 3

// byAnyNoun is whom a definite noun means that no list knows: the speaker of the statement right before.
func (s *statements) byAnyNoun(at token.Range, place int, before []*Quote) speaker {
	gender := s.genderOf(at)
	if at.Len() > maxAnyNoun || at.Len() < 2 || !s.clauses.Definite(at.Start) || gender == "p" || gender == "mp" || gender == "fp" || s.Listed(at.Start+1, "document", "source-noun", "speaker-nouns", "people") || len(before) == 0 {
		return speaker{}
	}
	last := before[len(before)-1]
	if e := last.speaker.entity; e != nil && e.Kind == value.TypePerson && s.Paragraph(place)-s.Paragraph(last.anchor()) <= 1 && (gender == "" || e.Gender == "" || e.Gender == gender) {
		return last.speaker
	}
	return speaker{}
}

// introduced is whom the sentence right before a floating quotation is about, where the writer has told something since
// the last statement: a person named as its subject, or by a pronoun.
func (r *reading) introduced(last, q *Quote) speaker {
	start := q.Content[0].Start - 1
	for start > 0 && (r.Text.Tokens[start].Kind == token.Mark || r.Quotation(start) != nil) {
		start--
	}
	s := r.Sentence(start)
	if s.Start < last.end() || s.End > q.Content[0].Start {
		return speaker{}
	}
	return r.topic(s)
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
	if _, ok := r.Program.Lookup("oblique", w); ok {
		return true
	}
	_, office := r.Program.Lookup("office", w)
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
	if t, ok := r.recent(q.anchor(), before); ok {
		return speaker{entity: t.who.entity, name: t.who.name, how: "previous"}
	}
	if len(before) > 0 {
		if p := before[len(before)-1].speaker; p.name != "" && r.near(before[len(before)-1], q) {
			return speaker{entity: p.entity, name: p.name, how: "previous"}
		}
	}
	return speaker{}
}

// recent is the last person that a sentence was about or who spoke, at most two paragraphs before a token.
func (s *statements) recent(at int, before []*Quote) (topic, bool) {
	all := s.candidates(at, before)
	for i := len(all) - 1; i >= 0 && s.Paragraph(at)-s.Paragraph(all[i].at) <= maxFloat; i-- {
		t := all[i]
		if t.who.entity != nil && speaks(t.who.entity.Kind) || t.who.entity == nil && t.who.at.Len() > 0 && s.personal(t.who.at) {
			return t, true
		}
	}
	return topic{}, false
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

// near reports whether two statements are at most two paragraphs apart.
func (r *reading) near(a, b *Quote) bool {
	return r.Paragraph(b.anchor())-r.Paragraph(a.anchor()) <= 2
}

// byNoun is whom a noun with the definite article means: the last speaker of that kind, else the thing of that kind that the
// text has spoken of most.
func (r *reading) byNoun(class string, phrase token.Range, place int, before []*Quote) *entities.Entity {
	kind, gender, _ := strings.Cut(class, "-")
	fits := func(e *entities.Entity) bool {
		return e.Kind == kind && (gender == "" || gender == "any" || e.Gender == "" || e.Gender == gender)
	}
	if kind == value.TypePerson {
		for i := len(before) - 1; i >= max(0, len(before)-maxCandidates) && r.Paragraph(place)-r.Paragraph(before[i].anchor()) <= maxFloat; i-- {
			if e := before[i].speaker.entity; e != nil && fits(e) {
				return e
			}
		}
		return r.named.LastMention(place, fits)
	}
	words, _ := r.named.OfficeWords(phrase)
	called := r.named.MostNamed(place, func(e *entities.Entity) bool { return fits(e) && isCalled(e, words) })
	if called == nil && len(words) == 1 {
		return r.named.MostNamed(place, func(e *entities.Entity) bool { return fits(e) && (gender == "any" || !r.calledOtherwise(e)) })
	}
	return called
}

// calledOtherwise reports whether the name of an organization says what it is: the Labour Party is not the ministry.
func (r *reading) calledOtherwise(e *entities.Entity) bool {
	for w := range strings.FieldsSeq(e.Name) {
		if class, _ := r.Program.Lookup("speaker-noun", strings.ToLower(w)); class == value.TypeOrganization {
			return true
		}
	}
	return false
}

// isCalled reports whether one of the words is part of an entity's name: the party, of the Labour Party.
func isCalled(e *entities.Entity, words []string) bool {
	for w := range strings.FieldsSeq(e.Name) {
		if slices.Contains(words, names.Key(w)) {
			return true
		}
	}
	return false
}

func (r *reading) speakerRecord(s speaker) *document.Speaker {
	if s.name == "" {
		return nil
	}
	rec := &document.Speaker{Name: s.name, How: s.how}
	if s.at.Len() > 0 {
		p := r.Place(s.at)
		rec.Start, rec.End, rec.Text = &p.Start, &p.End, &p.Text
	}
	if s.entity != nil {
		rec.Entity = &s.entity.ID
	}
	return rec
}
