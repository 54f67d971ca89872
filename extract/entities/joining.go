package entities

import (
	"cmp"
	"sayso/extract/names"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// join makes entities of mentions: the same form, a person's last name, an acronym and its long form, the short name of
// a country, a place without the noun before it, an organization without its legal form.
func (r *reading) join() []*Entity {
	byKey := make(map[kindWord]*Entity, len(r.mentions))
	d := directory{make(map[kindWord][]*Entity, len(r.mentions)), map[kindWord][]*Entity{}, map[string][]*Entity{}, map[string]*Entity{}}
	var all []*Entity
	for _, i := range r.longestFirst() {
		if r.Done() {
			return nil
		}
		m := &r.mentions[i]
		form := kindWord{m.Kind, names.Key(m.Text)}
		e := byKey[form]
		if e == nil {
			e = r.joined(d, m, form.word)
		}
		if e == nil {
			e = &Entity{Kind: m.Kind, Name: m.Text, words: strings.Fields(names.Key(unmarked(m.Text)))}
			all = append(all, e)
			r.enter(d, e, m)
		}
		byKey[form] = e
		if token.IsUpper(e.Name) && strings.EqualFold(e.Name, m.Text) {
			e.Name, e.words = m.Text, strings.Fields(form.word) // not as a headline or a dateline has it
		}
		r.add(e, i)
	}
	for _, e := range all {
		sort.Ints(e.Mentions)
	}
	r.locate(all)
	for _, e := range all {
		switch {
		case e.Kind == value.TypeLocation && e.IDs["iso3166"] != "" && !strings.Contains(e.Name, " "):
			e.Name = r.usual(e, func(string) bool { return true })
		case e.Kind == value.TypePerson: // the form with one "de" more may be a slip
			full, first := capitals(e.Name), firstWord(e.Name)
			e.Name = r.usual(e, func(form string) bool { return capitals(form) == full && firstWord(form) == first })
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].Mentions[0] < all[j].Mentions[0] })
	for i, e := range all {
		e.ID = "e" + strconv.Itoa(i+1)
	}
	return all
}

func firstWord(name string) string {
	first, _, _ := strings.Cut(name, " ")
	return first
}

// capitals is how many words of a name begin with a capital.
func capitals(name string) int {
	n := 0
	for word := range strings.FieldsSeq(name) {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			n++
		}
	}
	return n
}

// usual is the form, of those that fit, that an article names an entity by most, of several the first: a country that is
// "America" once and "U.S." elsewhere.
func (r *reading) usual(e *Entity, fits func(form string) bool) string {
	count := map[string]int{}
	best := e.Name
	for _, i := range e.Mentions {
		text := r.mentions[i].Text
		if count[text]++; fits(text) && count[text] > count[best] {
			best = text
		}
	}
	return best
}

// longestFirst is the indexes of the mentions, those of more words first, of one length those in brackets behind what they
// are short for.
func (r *reading) longestFirst() []int {
	order := make([]int, len(r.mentions))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &r.mentions[i], &r.mentions[j]
		return cmp.Or(b.At.Len()-a.At.Len(), cmp.Compare(r.afterBracket(a), r.afterBracket(b)), len(b.Text)-len(a.Text))
	})
	return order
}

// afterBracket is 0 where a mention stands right behind a bracket, else 1; a place's letters come after its name.
func (r *reading) afterBracket(m *Mention) int {
	if m.Kind != value.TypeLocation && r.Is(m.At.Start-1, "(") {
		return 0
	}
	return 1
}

// add gives an entity a Mention, by its index.
func (r *reading) add(e *Entity, i int) {
	m := &r.mentions[i]
	m.Entity = e
	if e.Gender == "" && e.Kind == value.TypePerson {
		e.Gender = r.genderOf(m.At.Start)
	}
	e.Mentions = append(e.Mentions, i)
	e.note(m.Match)
	if e.Kind == value.TypeOrganization && e.Country == "" {
		e.Country = r.peopled(m.At)
	}
}

// peopled is the country whose people an organization's name speaks of, « Conseil chinois du commerce », or empty: where
// two are named, or a place too.
func (r *reading) peopled(at token.Range) string {
	country := ""
	for i := at.Start; i < at.End; i++ {
		if code := r.PeopleOf(i); len(code) == 2 {
			if country != "" && country != code {
				return ""
			}
			country = code
		}
	}
	for i := at.Start; country != "" && i < at.End; i++ {
		if r.placeWord(i) {
			return ""
		}
	}
	return country
}

// placeLists are the lists of places.
var placeLists = []string{"country", "region", "city", "world-city"}

// placeWord reports whether a word is the name of a place that the lists have.
func (r *reading) placeWord(i int) bool {
	return slices.ContainsFunc(placeLists, func(list string) bool {
		_, ok := r.Value(i, list)
		return ok
	})
}

// isPlace reports whether a name of several words is that of a place that the lists have.
func (r *reading) isPlace(name string) bool {
	return slices.ContainsFunc(placeLists, func(list string) bool {
		_, ok := r.Lookup(list, name)
		return ok
	})
}

// givenNames are the lists of them.
var givenNames = []string{"first-name", "world-first-name", "word-first-name"}

// genderOf is m or f where a word is a given name of one gender alone, else empty.
func (r *reading) genderOf(i int) string {
	for _, list := range givenNames {
		if g, ok := r.Value(i, list); ok && (g == "m" || g == "f") {
			return g
		}
	}
	return ""
}

// note keeps what a Mention's rule knows of the entity.
func (e *Entity) note(m *match.Match) {
	for _, field := range []string{"gender", "first", "title"} {
		if g := m.Value(field); e.Gender == "" && (g == "m" || g == "f") {
			e.Gender = g
		}
	}
	if code := countryOf(m); code != "" && e.Country == "" {
		e.Country = code[:2]
		if e.Kind == value.TypeLocation {
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
func (e *Entity) identify(scheme, id string) {
	if e.IDs == nil {
		e.IDs = map[string]string{}
	}
	if e.IDs[scheme] == "" {
		e.IDs[scheme] = id
	}
}

// countryOf is the ISO 3166 code of the country, or of the part of one, that a Mention's rule knows, or empty.
func countryOf(m *match.Match) string {
	f, _ := m.Field("country")
	if len(f.Value) == 2 || len(f.Value) > 3 && f.Value[2] == '-' {
		return f.Value
	}
	return ""
}

// A kindWord is a word, or a whole form, of the name of something of a kind.
type kindWord struct{ kind, word string }

// A directory is the entities that there are so far, by what a shorter form can name them by.
type directory struct {
	words    map[kindWord][]*Entity // the folded words of their names
	initials map[kindWord][]*Entity
	codes    map[string][]*Entity // ISO 3166
	listed   map[string]*Entity   // the identifiers that a list of names gives
}

// enter notes an entity, of which a Mention is known.
func (r *reading) enter(d directory, e *Entity, m *Mention) {
	for _, w := range e.words {
		key := kindWord{e.Kind, w}
		if of := d.words[key]; len(of) == 0 || of[len(of)-1] != e {
			if of == nil {
				of = r.first()
			}
			d.words[key] = append(of, e)
		}
	}
	if first := names.Initials(e.Name, r.functional); len(first) > 1 {
		d.initials[kindWord{e.Kind, first}] = append(d.initials[kindWord{e.Kind, first}], e)
		if before := m.At.Start - 1; before >= 0 && r.FunctionWord(before) { // LFI, « la France insoumise »
			key := kindWord{e.Kind, names.Key(r.Text.Word(before))[:1] + first}
			d.initials[key] = append(d.initials[key], e)
		}
	}
	if code := r.codeOf(m); code != "" {
		d.codes[code] = append(d.codes[code], e)
	}
	if ids := m.Match.Value("ids"); ids != "" && d.listed[ids] == nil {
		d.listed[ids] = e
	}
}

// first is an empty list with room for the one entity that most have.
func (r *reading) first() []*Entity {
	if len(r.room) == 0 {
		r.room = make([]*Entity, 64)
	}
	one := r.room[:0:1]
	r.room = r.room[1:]
	return one
}

// joined is the entity, of those whose longer mentions are known, that a shorter form with that key names too, or nil.
func (r *reading) joined(d directory, m *Mention, key string) *Entity {
	if e := d.listed[m.Match.Value("ids")]; e != nil && e.Kind == m.Kind {
		return e
	}
	if m.Kind == value.TypeOrganization {
		if e := r.longForm(m); e != nil {
			return e
		}
	}
	short := strings.Fields(key)
	var found *Entity
	switch m.Kind {
	case value.TypePerson:
		found = r.namesake(d.candidates(m.Kind, short), short, m)
	case value.TypeLocation:
		found = only(d.candidates(m.Kind, short), func(e *Entity) bool { return r.placed(e.Name, m.Text) })
	case value.TypeMisc:
		found = only(d.candidates(m.Kind, short), func(e *Entity) bool { return r.entitled(e.Name, m.Text) })
	case value.TypeOrganization:
		found = only(d.candidates(m.Kind, short), func(e *Entity) bool { return r.formal(e.Name, m.Text) })
		if found == nil {
			found = only(d.candidates(m.Kind, short), func(e *Entity) bool { return r.heads(e.Name, m.Text) || r.sided(e.Name, m.Text) })
		}
	}
	if found != nil || m.Kind == value.TypePerson {
		return found
	}
	if code := r.codeOf(m); code != "" && (names.IsAcronym(m.Text) || len(code) > 2) {
		if found = only(d.codes[code], anyEntity); found != nil {
			return found
		}
	}
	if !names.IsAcronym(m.Text) && !names.IsMixedAcronym(m.Text) {
		return nil
	}
	return only(d.initials[kindWord{m.Kind, names.Letters(m.Text)}], anyEntity)
}

// functional reports whether every text has many of a word.
func (r *reading) functional(word string) bool {
	_, ok := r.Lookup("common", strings.ToLower(word))
	return ok
}

func anyEntity(*Entity) bool { return true }

// candidates is the entities of a kind that have the rarest of some words in their names.
func (d directory) candidates(kind string, words []string) []*Entity {
	var rarest []*Entity
	for _, w := range words {
		of := d.words[kindWord{kind, w}]
		switch {
		case names.IsInitial(w):
		case len(of) == 0:
			return nil
		case rarest == nil || len(of) < len(rarest):
			rarest = of
		}
	}
	return rarest
}

// only is the one entity for which something holds; of two it is neither.
func only(all []*Entity, holds func(*Entity) bool) *Entity {
	var found *Entity
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

// formal reports whether an organization's long name is the short one and its legal form, or the letters of a club.
func (r *reading) formal(long, short string) bool {
	before, after, ok := strings.Cut(" "+unmarked(long)+" ", " "+short+" ")
	if !ok || before+after == "" {
		return false
	}
	return !slices.ContainsFunc(strings.Fields(before+" "+after), func(w string) bool { return !r.legalForm(w) })
}

// unmarked is a name without the marks before its legal form, whose letters are drawn together: "Zelko SGPS S.A." of "Zelko, SGPS, S. A.".
func unmarked(name string) string {
	var b strings.Builder
	letter := false
	for w := range strings.FieldsSeq(formMarks.Replace(name)) {
		if b.Len() > 0 && !(letter && names.IsInitial(w)) {
			b.WriteByte(' ')
		}
		letter = names.IsInitial(w)
		b.WriteString(w)
	}
	return b.String()
}

// formMarks takes off the marks around legal forms.
var formMarks = strings.NewReplacer(",", "", "(", "", ")", "")

func (r *reading) legalForm(word string) bool {
	return slices.ContainsFunc([]string{"organization-tail", "club-code", "club-tail"}, func(list string) bool {
		_, ok := r.Lookup(list, word)
		return ok
	})
}
