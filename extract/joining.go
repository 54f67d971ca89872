package extract

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"

	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// join makes entities of mentions: the same form, a person's last name, an acronym and its long form, the short name of
// a country, a place without the noun before it, an organization without its legal form.
func (r *reading) join() {
	byKey := map[string]*entity{}
	d := directory{map[string][]*entity{}, map[string][]*entity{}, map[string][]*entity{}}
	var all []*entity
	for _, i := range r.longestFirst() {
		m := &r.mentions[i]
		form := m.kind + key(m.text)
		e := byKey[form]
		if e == nil {
			e = r.joined(d, m)
		}
		if e == nil {
			e = &entity{kind: m.kind, name: m.text}
			all = append(all, e)
			r.enter(d, e, m)
		}
		byKey[form] = e
		r.add(e, i)
	}
	for _, e := range all {
		sort.Ints(e.mentions)
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].mentions[0] < all[j].mentions[0] })
	for i, e := range all {
		e.id = fmt.Sprintf("e%d", i+1)
	}
	r.entities = all
}

// longestFirst is the indexes of the mentions, those of more words first.
func (r *reading) longestFirst() []int {
	order := make([]int, len(r.mentions))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &r.mentions[i], &r.mentions[j]
		return cmp.Or(b.at.Len()-a.at.Len(), len(b.text)-len(a.text))
	})
	return order
}

// add gives an entity a mention, by its index.
func (r *reading) add(e *entity, i int) {
	m := &r.mentions[i]
	m.entity = e
	if e.gender == "" && e.kind == value.TypePerson {
		e.gender = r.genderOf(m.at.Start)
	}
	e.mentions = append(e.mentions, i)
	e.note(m.match)
	if e.kind == value.TypeOrganization && e.country == "" {
		e.country = r.peopled(m.at)
	}
}

// peopled is the country whose people an organization's name speaks of, « Conseil chinois du commerce », or empty: where
// two are named, or a place too.
func (r *reading) peopled(at token.Range) string {
	country := ""
	for i := at.Start; i < at.End; i++ {
		if r.placeWord(i) {
			return ""
		}
		if code := r.people(i); len(code) == 2 {
			if country != "" && country != code {
				return ""
			}
			country = code
		}
	}
	return country
}

// placeWord reports whether a word is the name of a place that the lists have.
func (r *reading) placeWord(i int) bool {
	return slices.ContainsFunc([]string{"country", "region", "city", "world-city"}, func(list string) bool {
		_, ok := r.program.Lookup(list, r.text.Word(i))
		return ok
	})
}

// genderOf is m or f where a word is a given name of one gender alone, else empty.
func (r *reading) genderOf(i int) string {
	for _, list := range []string{"first-name", "world-first-name", "word-first-name"} {
		if g, ok := r.program.Lookup(list, r.text.Word(i)); ok && (g == "m" || g == "f") {
			return g
		}
	}
	return ""
}

// note keeps what a mention's rule knows of the entity.
func (e *entity) note(m *match.Match) {
	for _, field := range []string{"gender", "first", "title"} {
		if g := m.Value(field); e.gender == "" && (g == "m" || g == "f") {
			e.gender = g
		}
	}
	if code := countryOf(m); code != "" && e.country == "" {
		e.country = code[:2]
		if e.kind == value.TypeLocation {
			e.identify("iso3166", code)
		}
	}
	for pair := range strings.FieldsSeq(m.Value("ids")) {
		if scheme, id, ok := strings.Cut(pair, ":"); ok {
			e.identify(scheme, id)
		}
	}
}

// identify gives an entity an identifier; the first one of a scheme counts.
func (e *entity) identify(scheme, id string) {
	if e.ids == nil {
		e.ids = map[string]string{}
	}
	if e.ids[scheme] == "" {
		e.ids[scheme] = id
	}
}

// countryOf is the ISO 3166 code of the country, or of the part of one, that a mention's rule knows, or empty.
func countryOf(m *match.Match) string {
	f, _ := m.Field("country")
	if len(f.Value) == 2 || len(f.Value) > 3 && f.Value[2] == '-' {
		return f.Value
	}
	return ""
}

// A directory is the entities that there are so far, by what a shorter form can name them by.
type directory struct {
	words    map[string][]*entity // the folded words of their names
	initials map[string][]*entity
	codes    map[string][]*entity // ISO 3166
}

// enter notes an entity, of which a mention is known.
func (r *reading) enter(d directory, e *entity, m *mention) {
	for _, w := range strings.Fields(key(e.name)) {
		if of := d.words[e.kind+w]; len(of) == 0 || of[len(of)-1] != e {
			d.words[e.kind+w] = append(of, e)
		}
	}
	if first := r.initials(e.name); len(first) > 1 {
		d.initials[e.kind+first] = append(d.initials[e.kind+first], e)
	}
	if code := countryOf(m.match); code != "" && e.kind == value.TypeLocation {
		d.codes[code] = append(d.codes[code], e)
	}
}

// joined is the entity, of those whose longer mentions are known, that a shorter form names too, or nil.
func (r *reading) joined(d directory, m *mention) *entity {
	if m.kind == value.TypeOrganization {
		if e := r.longForm(m); e != nil {
			return e
		}
	}
	short := strings.Fields(key(m.text))
	var found *entity
	switch m.kind {
	case value.TypePerson:
		found = only(d.candidates(m.kind, short), func(e *entity) bool { return names(strings.Fields(key(e.name)), short) })
	case value.TypeLocation:
		found = only(d.candidates(m.kind, short), func(e *entity) bool { return placed(e.name, m.text) })
	case value.TypeOrganization:
		found = only(d.candidates(m.kind, short), func(e *entity) bool { return r.formal(e.name, m.text) })
	}
	if found != nil || !acronym(m.text) || m.kind == value.TypePerson {
		return found
	}
	if code := countryOf(m.match); code != "" && m.kind == value.TypeLocation {
		if found = only(d.codes[code], anyEntity); found != nil {
			return found
		}
	}
	return only(d.initials[m.kind+letters(m.text)], anyEntity)
}

func anyEntity(*entity) bool { return true }

// candidates is the entities of a kind that have the rarest of some words in their names.
func (d directory) candidates(kind string, words []string) []*entity {
	var rarest []*entity
	for _, w := range words {
		of := d.words[kind+w]
		switch {
		case initial(w):
		case len(of) == 0:
			return nil
		case rarest == nil || len(of) < len(rarest):
			rarest = of
		}
	}
	return rarest
}

// only is the one entity for which something holds; of two it is neither.
func only(all []*entity, holds func(*entity) bool) *entity {
	var found *entity
	for _, e := range all {
		if !holds(e) {
			continue
		}
		if found != nil {
			return nil
		}
		found = e
	}
	return found
}

// acronym reports whether a form is capitals alone, with full stops or without.
func acronym(form string) bool {
	n := 0
	for _, c := range form {
		switch {
		case unicode.IsUpper(c):
			n++
		case c != '.':
			return false
		}
	}
	return n > 1
}

// letters is an acronym without its full stops, folded.
func letters(form string) string { return token.Fold(strings.ReplaceAll(form, ".", "")) }

// initials is the first letters of a name's words, folded, without those that every text has many of.
func (r *reading) initials(name string) string {
	var first strings.Builder
	words := strings.FieldsFunc(name, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) })
	for _, w := range words {
		if _, functional := r.program.Lookup("common", strings.ToLower(w)); functional && w == strings.ToLower(w) || len([]rune(w)) < 2 {
			continue
		}
		first.WriteString(string([]rune(token.Fold(w))[:1]))
	}
	return first.String()
}

// placed reports whether a place's long name is the short one behind a noun in lower case: « mer Méditerranée ».
func placed(long, short string) bool {
	noun, ok := strings.CutSuffix(long, " "+short)
	return ok && noun == strings.ToLower(noun)
}

// formal reports whether an organization's long name is the short one and its legal form, or the letters of a club.
func (r *reading) formal(long, short string) bool {
	before, after, ok := strings.Cut(" "+long+" ", " "+short+" ")
	if !ok || before+after == "" {
		return false
	}
	return !slices.ContainsFunc(strings.Fields(before+" "+after), func(w string) bool { return !r.legalForm(w) })
}

func (r *reading) legalForm(word string) bool {
	return slices.ContainsFunc([]string{"organization-tail", "club-code", "club-tail"}, func(list string) bool {
		_, ok := r.program.Lookup(list, word)
		return ok
	})
}

// names reports whether a person's long name may be said shorter so: words of it in their order, given names as initials.
func names(long, short []string) bool {
	whole := false
	for _, w := range short {
		i := slices.IndexFunc(long, func(l string) bool { return l == w || initial(w) && strings.HasPrefix(l, w[:len(w)-1]) })
		if i < 0 {
			return false
		}
		whole = whole || long[i] == w
		long = long[i+1:]
	}
	return whole
}

// initial reports whether a word is a letter with a full stop.
func initial(w string) bool { return len([]rune(w)) == 2 && strings.HasSuffix(w, ".") }

// longForm is the organization whose long form stands just before the acronym in brackets.
func (r *reading) longForm(m *mention) *entity {
	if !r.is(m.at.Start-1, "(") || m.text != strings.ToUpper(m.text) {
		return nil
	}
	if long := r.mentionAt(token.Range{Start: m.at.Start - 2, End: m.at.Start - 1}); long != nil && long.kind == m.kind {
		return long.entity
	}
	return nil
}
