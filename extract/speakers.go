package extract

import (
	"slices"
	"sort"
	"strings"

	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// A speaker is who made a statement: the words at the quote and the entity they stand for.
type speaker struct {
	at       token.Range // empty where the text names nobody
	entity   *entity
	name     string
	how      string // name, role, noun, pronoun, previous or unnamed
	previous *quote // the statement whose speaker this one goes on with
}

// nameSpeakers resolves the speakers in the order of the text, for each may lean on those before it.
func (r *reading) nameSpeakers(all []*quote) {
	order := append([]*quote{}, all...)
	sort.SliceStable(order, func(i, j int) bool { return order[i].anchor() < order[j].anchor() })
	for i, q := range order {
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
func (q *quote) anchor() int {
	if q.cue.Len() > 0 {
		return q.cue.Start
	}
	return q.content[0].Start
}

// speaker finds who made a statement, given the statements before it.
func (r *reading) speaker(q *quote, before []*quote) speaker {
	f, ok := q.match.Field("speaker")
	switch {
	case q.frame == "floating":
		return r.protagonist(q.anchor())
	case !ok:
		return r.subject(q, before)
	}
	s := speaker{at: f.Tokens}
	if m := r.appositive(q.match, f.Tokens.End); m != nil {
		s.entity, s.how = m.entity, "role"
	} else if m := r.named(q.match); m != nil {
		if subject := r.subjectBefore(m); subject != nil {
			s.at, m = subject.at, subject
		}
		s.entity, s.how = m.entity, "name"
	} else if p, ok := q.match.Field("pronoun"); ok {
		s.entity, s.how = r.byPronoun(p.Value, q, before), "pronoun"
	} else if q.match.Value("indefinite") != "" {
		s.entity = nil
	} else if e := r.byRole(s.at, q.anchor()); e != nil {
		s.entity, s.how = e, "role"
	} else if n, ok := q.match.Field("noun"); ok {
		s.entity, s.how = r.byNoun(n.Value, s.at, q, before), "noun"
	}
	if s.entity != nil {
		s.name = s.entity.name
		return s
	}
	s.name, s.how = r.text.Slice(s.at), "unnamed"
	return s
}

// introduced is whom the sentence right before a floating quotation is about, where the writer has told something since
// the last statement: a person named as its subject, or by a pronoun.
func (r *reading) introduced(last, q *quote) speaker {
	start := q.content[0].Start - 1
	for start > 0 && (r.text.Tokens[start].Kind == token.Mark || r.quotation(start) != nil) {
		start--
	}
	s := r.sentence(start)
	if s.Start < last.end() || s.End > q.content[0].Start {
		return speaker{}
	}
	return r.topic(s)
}

// protagonist is the person that the text has spoken of most, where nobody is named at a statement.
func (r *reading) protagonist(at int) speaker {
	e := r.mostNamed(at, func(e *entity) bool { return e.kind == value.TypePerson })
	if e == nil {
		return speaker{}
	}
	return speaker{entity: e, name: e.name, how: "previous"}
}

// appositive is the person whose name follows the noun that a speaker goes by: "said the mayor, Anna Berg".
func (r *reading) appositive(m *match.Match, end int) *mention {
	if _, noun := m.Field("noun"); !noun || !r.is(end, ",") || end+1 >= len(r.text.Tokens) {
		return nil
	}
	who := r.mentionAt(token.Range{Start: end + 1, End: end + 2})
	if who == nil || who.kind != value.TypePerson || who.at.Start != end+1 {
		return nil
	}
	return who
}

// named is the mention that the speaker's own words hold.
func (r *reading) named(m *match.Match) *mention {
	for _, field := range []string{"person", "name", "organization", "location"} {
		if f, ok := m.Field(field); ok {
			if e := r.mentionAt(f.Tokens); e != nil {
				return e
			}
		}
	}
	return nil
}

// subjectBefore is the person whom the words before a verb are about, where the name right before it is only part of
// what they say of him: "Anna Berg, the head of Acme, said". It is nil where that name itself is the subject.
func (r *reading) subjectBefore(m *mention) *mention {
	if !r.oblique(m) {
		return nil
	}
	s := r.sentence(m.at.Start)
	for i := range r.mentions {
		first := &r.mentions[i]
		if first.at.Start < s.Start || r.quotation(first.at.Start) != nil {
			continue
		}
		if first.at.Start >= m.at.Start {
			return nil
		}
		if first.kind == value.TypePerson && !r.oblique(first) && !r.turns(first.at.End, m.at.Start) {
			return first
		}
	}
	return nil
}

// oblique reports whether a name stands after a preposition, or after an office that it is the place of: it is not the
// subject of its clause.
func (r *reading) oblique(m *mention) bool {
	i := m.at.Start - 1
	if i < 0 || r.beginsSentence(m.at.Start) {
		return false
	}
	w := strings.ToLower(token.Exact(r.text.Word(i)))
	if _, ok := r.program.Lookup("oblique", w); ok {
		return true
	}
	_, office := r.program.Lookup("office", w)
	return office && m.kind == value.TypeOrganization
}

// turns reports whether a verb that tells a tense stands between two tokens: the subject may have changed.
func (r *reading) turns(from, to int) bool {
	return len(r.within(value.TypeTense, token.Range{Start: from, End: to})) > 0
}

func (r *reading) beginsSentence(i int) bool { return i == r.sentence(i).Start }

// subject is the speaker of a frame that names none: that of the frame before it in the sentence, else who the sentence
// speaks of first, else the speaker before.
func (r *reading) subject(q *quote, before []*quote) speaker {
	s := r.sentence(q.cue.Start)
	for i := len(before) - 1; i >= 0; i-- {
		if p := before[i].speaker; s.Contains(before[i].cue) && p.name != "" {
			return p
		}
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if s.Contains(m.at) && m.at.End <= q.cue.Start && r.quotation(m.at.Start) == nil && speaks(m.kind) && !r.oblique(m) {
			return speaker{at: m.at, entity: m.entity, name: m.entity.name, how: "name"}
		}
	}
	if len(before) > 0 {
		if p := before[len(before)-1].speaker; p.name != "" && r.near(before[len(before)-1], q) {
			return speaker{entity: p.entity, name: p.name, how: "previous"}
		}
	}
	if last := s.Start - 1; last >= 0 && r.paragraph(last) == r.paragraph(q.cue.Start) && r.quotation(last) == nil {
		return r.topic(r.sentence(last))
	}
	return speaker{}
}

// topic is the person that a sentence is about: named in it before any verb, and not after a preposition.
func (r *reading) topic(s token.Range) speaker {
	for i := range r.mentions {
		m := &r.mentions[i]
		if !s.Contains(m.at) {
			continue
		}
		if m.kind == value.TypePerson && !r.oblique(m) && !r.turns(s.Start, m.at.Start) {
			return speaker{entity: m.entity, name: m.entity.name, how: "previous"}
		}
		break
	}
	return speaker{}
}

func speaks(kind string) bool {
	return kind == value.TypePerson || kind == value.TypeOrganization
}

// near reports whether two statements are at most two paragraphs apart.
func (r *reading) near(a, b *quote) bool {
	return r.paragraph(b.anchor())-r.paragraph(a.anchor()) <= 2
}

// byPronoun is the last speaker, else the last person named, whose gender the pronoun fits. The pronoun's value is m, f,
// mp, fp or any.
func (r *reading) byPronoun(gender string, q *quote, before []*quote) *entity {
	if gender != "m" && gender != "f" && gender != "any" {
		return nil
	}
	fits := func(e *entity) bool {
		return e.kind == value.TypePerson && (e.gender == "" || gender == "any" || e.gender == gender)
	}
	if gender == "any" {
		return nil
	}
	for i := len(before) - 1; i >= 0 && r.near(before[i], q); i-- {
		if e := before[i].speaker.entity; e != nil && fits(e) {
			return e
		}
	}
	return r.lastMention(q.anchor(), fits)
}

// byNoun is whom a noun with the definite article means: the last speaker of that kind, else the thing of that kind that the
// text has spoken of most.
func (r *reading) byNoun(class string, phrase token.Range, q *quote, before []*quote) *entity {
	kind, gender, _ := strings.Cut(class, "-")
	fits := func(e *entity) bool {
		return e.kind == kind && (gender == "" || gender == "any" || e.gender == "" || e.gender == gender)
	}
	if kind == value.TypePerson {
		for i := len(before) - 1; i >= 0 && r.near(before[i], q); i-- {
			if e := before[i].speaker.entity; e != nil && fits(e) {
				return e
			}
		}
		return r.lastMention(q.anchor(), fits)
	}
	words, _ := r.officeWords(phrase)
	called := r.mostNamed(q.anchor(), func(e *entity) bool { return fits(e) && isCalled(e, words) })
	if called == nil && len(words) == 1 {
		return r.mostNamed(q.anchor(), func(e *entity) bool { return fits(e) && (gender == "any" || !r.calledOtherwise(e)) })
	}
	return called
}

// calledOtherwise reports whether the name of an organization says what it is: the Labour Party is not the ministry.
func (r *reading) calledOtherwise(e *entity) bool {
	for w := range strings.FieldsSeq(e.name) {
		if class, _ := r.program.Lookup("speaker-noun", strings.ToLower(w)); class == value.TypeOrganization {
			return true
		}
	}
	return false
}

// isCalled reports whether one of the words is part of an entity's name: the party, of the Labour Party.
func isCalled(e *entity, words []string) bool {
	for w := range strings.FieldsSeq(e.name) {
		if slices.Contains(words, key(w)) {
			return true
		}
	}
	return false
}

// lastMention is the last fitting entity named before a token, quotations left out.
func (r *reading) lastMention(at int, fits func(*entity) bool) *entity {
	for i := len(r.mentions) - 1; i >= 0; i-- {
		m := &r.mentions[i]
		if m.at.End <= at && r.quotation(m.at.Start) == nil && fits(m.entity) {
			return m.entity
		}
	}
	return nil
}

// mostNamed is the fitting entity named most often before a token, quotations left out.
func (r *reading) mostNamed(at int, fits func(*entity) bool) *entity {
	count := map[*entity]int{}
	var best *entity
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.at.End > at || r.quotation(m.at.Start) != nil || !fits(m.entity) {
			continue
		}
		count[m.entity]++
		if best == nil || count[m.entity] > count[best] {
			best = m.entity
		}
	}
	return best
}

func (r *reading) speakerRecord(s speaker) *Speaker {
	if s.name == "" {
		return nil
	}
	rec := &Speaker{Name: s.name, How: s.how}
	if s.at.Len() > 0 {
		p := r.place(s.at)
		rec.Start, rec.End, rec.Text = &p.Start, &p.End, &p.Text
	}
	if s.entity != nil {
		rec.Entity = &s.entity.id
	}
	return rec
}
