package quotes

import (
	"slices"
	"sort"
	"strings"

	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/names"
	"sayso/extract/value"
	"sayso/rules/match"
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
func (r *reading) nameSpeakers(all []*Quote) {
	order := append([]*Quote{}, all...)
	sort.SliceStable(order, func(i, j int) bool { return order[i].anchor() < order[j].anchor() })
	for i, q := range order {
		if r.Done() {
			return
		}
		if q.frame == "turn" {
			continue
		}
		if p := q.speaker.previous; p != nil && q.frame == "floating" {
			if s := r.introduced(p, q); s.entity != nil {
				q.speaker = s
				continue
			}
		}
		if q.speaker.previous != nil {
			q.speaker.entity, q.speaker.name, q.speaker.how = q.speaker.previous.speaker.entity, q.speaker.previous.speaker.name, "previous"
			continue
		}
		q.speaker = r.speaker(q, order[:i])
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
func (r *reading) speaker(q *Quote, before []*Quote) speaker {
	f, ok := q.match.Field("speaker")
	switch {
	case q.frame == "floating":
		return r.protagonist(q.anchor())
	case !ok:
		return r.subject(q, before)
	}
	s := speaker{at: f.Tokens}
	if m := r.appositive(q.match, f.Tokens.End); m != nil {
		s.entity, s.how = m.Entity, "role"
	} else if m := r.inWords(q.match); m != nil {
		if subject := r.subjectBefore(m); subject != nil {
			s.at, m = subject.At, subject
		}
		s.entity, s.how = m.Entity, "name"
	} else if p, ok := q.match.Field("pronoun"); ok {
		s.entity, s.how = r.byPronoun(p.Value, q, before), "pronoun"
	} else if q.match.Value("indefinite") != "" {
		s.entity = nil
	} else if e := r.named.ByRole(s.at, q.anchor()); e != nil {
		s.entity, s.how = e, "role"
	} else if n, ok := q.match.Field("noun"); ok {
		s.entity, s.how = r.byNoun(n.Value, s.at, q, before), "noun"
	}
	if s.entity != nil {
		s.name = s.entity.Name
		return s
	}
	s.name, s.how = r.Text.Slice(s.at), "unnamed"
	return s
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

// appositive is the person whose name follows the noun that a speaker goes by: "said the mayor, Anna Berg".
func (r *reading) appositive(m *match.Match, end int) *entities.Mention {
	if _, noun := m.Field("noun"); !noun || !r.Is(end, ",") || end+1 >= len(r.Text.Tokens) {
		return nil
	}
	who := r.named.At(token.Range{Start: end + 1, End: end + 2})
	if who == nil || who.Kind != value.TypePerson || who.At.Start != end+1 {
		return nil
	}
	return who
}

// inWords is the mention that the speaker's own words hold.
func (r *reading) inWords(m *match.Match) *entities.Mention {
	for _, field := range []string{"person", "name", "organization", "location"} {
		if f, ok := m.Field(field); ok {
			if e := r.named.At(f.Tokens); e != nil {
				return e
			}
		}
	}
	return nil
}

// subjectBefore is the person whom the words before a verb are about, where the name right before it is only part of
// what they say of him: "Anna Berg, the head of Acme, said". It is nil where that name itself is the subject.
func (r *reading) subjectBefore(m *entities.Mention) *entities.Mention {
	if !r.oblique(m) {
		return nil
	}
	s := r.Sentence(m.At.Start)
	for i := range r.named.Mentions {
		first := &r.named.Mentions[i]
		if first.At.Start < s.Start || r.Quotation(first.At.Start) != nil {
			continue
		}
		if first.At.Start >= m.At.Start {
			return nil
		}
		if first.Kind == value.TypePerson && !r.oblique(first) && !r.turns(first.At.End, m.At.Start) {
			return first
		}
	}
	return nil
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

func (r *reading) beginsSentence(i int) bool { return i == r.Sentence(i).Start }

// subject is the speaker of a frame that names none: that of the frame before it in the sentence, else who the sentence
// speaks of first, else the speaker before.
func (r *reading) subject(q *Quote, before []*Quote) speaker {
	s := r.Sentence(q.cue.Start)
	for i := len(before) - 1; i >= 0; i-- {
		if p := before[i].speaker; s.Contains(before[i].cue) && p.name != "" {
			return p
		}
	}
	for i := range r.named.Mentions {
		m := &r.named.Mentions[i]
		if s.Contains(m.At) && m.At.End <= q.cue.Start && r.Quotation(m.At.Start) == nil && speaks(m.Kind) && !r.oblique(m) {
			return speaker{at: m.At, entity: m.Entity, name: m.Entity.Name, how: "name"}
		}
	}
	if len(before) > 0 {
		if p := before[len(before)-1].speaker; p.name != "" && r.near(before[len(before)-1], q) {
			return speaker{entity: p.entity, name: p.name, how: "previous"}
		}
	}
	if last := s.Start - 1; last >= 0 && r.Paragraph(last) == r.Paragraph(q.cue.Start) && r.Quotation(last) == nil {
		return r.topic(r.Sentence(last))
	}
	return speaker{}
}

// topic is the person that a sentence is about: named in it before any verb, and not after a preposition.
func (r *reading) topic(s token.Range) speaker {
	for i := range r.named.Mentions {
		m := &r.named.Mentions[i]
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

// byPronoun is the last speaker, else the last person named, whose gender the pronoun fits. The pronoun's value is m, f,
// mp, fp or any.
func (r *reading) byPronoun(gender string, q *Quote, before []*Quote) *entities.Entity {
	if gender != "m" && gender != "f" && gender != "any" {
		return nil
	}
	fits := func(e *entities.Entity) bool {
		return e.Kind == value.TypePerson && (e.Gender == "" || gender == "any" || e.Gender == gender)
	}
	if gender == "any" {
		return nil
	}
	for i := len(before) - 1; i >= 0 && r.near(before[i], q); i-- {
		if e := before[i].speaker.entity; e != nil && fits(e) {
			return e
		}
	}
	return r.named.LastMention(q.anchor(), fits)
}

// byNoun is whom a noun with the definite article means: the last speaker of that kind, else the thing of that kind that the
// text has spoken of most.
func (r *reading) byNoun(class string, phrase token.Range, q *Quote, before []*Quote) *entities.Entity {
	kind, gender, _ := strings.Cut(class, "-")
	fits := func(e *entities.Entity) bool {
		return e.Kind == kind && (gender == "" || gender == "any" || e.Gender == "" || e.Gender == gender)
	}
	if kind == value.TypePerson {
		for i := len(before) - 1; i >= 0 && r.near(before[i], q); i-- {
			if e := before[i].speaker.entity; e != nil && fits(e) {
				return e
			}
		}
		return r.named.LastMention(q.anchor(), fits)
	}
	words, _ := r.named.OfficeWords(phrase)
	called := r.named.MostNamed(q.anchor(), func(e *entities.Entity) bool { return fits(e) && isCalled(e, words) })
	if called == nil && len(words) == 1 {
		return r.named.MostNamed(q.anchor(), func(e *entities.Entity) bool { return fits(e) && (gender == "any" || !r.calledOtherwise(e)) })
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
