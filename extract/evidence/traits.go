package evidence

import "sync"

// Traits are what the lists that hold a word make of it, a bit each: they are asked for at every place of the word.
type traits uint32

const (
	conjunction traits = 1 << iota
	joined             // the second part of a family name
	sign               // of a currency
	ofSport
	person     // a pronoun for one
	thing      // a pronoun for one
	example    // stands before what is an example of the noun before it
	relative   // begins a clause about the noun before it
	functional // every text has many of it
	generic    // the same, or a relative or an article
	common     // the language also writes it in lower case
	head       // in lower case, a name may begin with it
	body       // after it the rest of a name may be in lower case
	legal      // a name may leave it out at its end
	side       // a hyphen may couple it as a name with another one
	whole      // it is a name, and may have a hyphen of its own
	bearer     // a noun for people by what they do
	article    // stands before a noun
	placeHead  // with a capital, the name of a place may begin with it
	oblique    // joins a complement to a noun
	noun       // a noun that says what a name is that of

	capitalised // with a capital
	lowered     // a word in lower case
)

// traitLists are the lists that make a word have a trait.
var traitLists = map[traits][]string{
	conjunction: {"conjunction"},
	joined:      {"joined-surname"},
	sign:        {"sign"},
	ofSport:     {"sport-word"},
	person:      {"person-pronoun"},
	thing:       {"thing-pronoun"},
	example:     {"example-word"},
	relative:    {"relative"},
	functional:  {"common"},
	generic:     {"common", "relative", "articles"},
	common:      {"common", "common-word"},
	head:        {"organization-head", "lower-head", "named-head", "school-head", "following-head", "site-head", "street", "lower-place", "particle"},
	body:        {"organization-head", "named-head", "school-head", "state-body"},
	legal:       {"organization-tail", "club-tail", "organization-noun"},
	side:        {"country", "city", "region", "world-region", "world-city", "famous-team"},
	whole: {
		"known-organization", "world-organization", "ambiguous-city", "famous-thing", "famous-place", "famous-body",
		"country", "city", "region", "world-region", "world-city", "famous-team",
	},
	bearer:    {"office", "trade"},
	article:   {"definite", "articles", "definite-article"},
	placeHead: {"place-head"},
	oblique:   {"oblique"},
	noun: {
		"office", "trade", "agent-noun", "speaker-noun", "person-noun", "company-word", "company-noun", "organization-head", "named-head",
		"state-body", "place-noun", "place-body", "site-head", "work-noun", "thing-noun", "thing-head", "event-noun", "event-head", "city-noun",
	},
}

// classes are lists by what their words are in a name's pattern, the most telling first.
var classes = []struct {
	class string
	lists []string
}{
	{"initial", []string{"initial"}},
	{"country", []string{"country"}},
	{"demonym", []string{"demonym", "people-word"}},
	{"first-name", []string{"first-name", "world-first-name", "english-first-name", "given-name"}},
	{"word-name", []string{"word-first-name"}},
	{"title", []string{"title", "courtesy"}},
	{"organization-word", []string{"organization-noun", "organization-head", "named-head", "school-head", "organization-tail", "state-body", "club-code", "club-tail", "club-word", "team-name"}},
	{"place-word", []string{"place-noun", "place-head", "site-head", "compass"}},
	{"event-word", []string{"event-noun", "misc-head", "event-head", "event-short", "world-event"}},
	{"city", []string{"city", "ambiguous-city", "region", "world-region"}},
	{"known", []string{"known-organization", "world-organization", "known-product"}},
	{"team", []string{"famous-team"}},
	{"thing", []string{"famous-thing"}},
	{"place", []string{"famous-place", "lesser-city"}},
	{"body", []string{"famous-body"}},
	{"world-city", []string{"world-city", "ambiguous-world-city", "ambiguous-region"}},
	{"surname", []string{"famous-person", "family-name"}},
	{"date", []string{"weekday", "month", "sure-month"}},
	{particle, []string{"particle", "name-particle", "inner-particle"}},
	{"common", []string{"common", "common-word"}},
}

const particle = "particle"

// A list is what a list makes of the words that it holds.
type list struct {
	traits traits
	class  int // of classes, and one more; 0 is none
}

// lists are what the lists make of words, by their names.
var lists = sync.OnceValue(func() map[string]list {
	all := map[string]list{}
	for t, names := range traitLists {
		for _, name := range names {
			l := all[name]
			l.traits |= t
			all[name] = l
		}
	}
	for i, c := range classes {
		for _, name := range c.lists {
			l := all[name]
			if l.class == 0 {
				l.class = i + 1
			}
			all[name] = l
		}
	}
	return all
})

// traitsOf are those of a form that some lists hold.
func traitsOf(names []string) (t traits) {
	all := lists()
	for _, name := range names {
		t |= all[name].traits
	}
	return t
}

// is reports whether a word has any of some traits.
func (w *word) is(any traits) bool { return w.traits&any != 0 }

// classify finds what a word's lists make of it.
func (w *word) classify() {
	class := len(classes)
	for _, name := range w.lists {
		l := lists()[name]
		w.traits |= l.traits
		if l.traits&bearer != 0 && w.bearer == "" {
			w.bearer = name
		}
		if l.traits&noun != 0 {
			w.nouns = append(w.nouns, name)
		}
		if c := l.class - 1; c >= 0 && c < class && (!w.is(lowered) || classes[c].class == particle) {
			class = c
		}
	}
	switch {
	case w.shape == "mark":
		w.class = w.form
	case w.shape != "lower" && w.shape != "capital":
		w.class = w.shape
	case class < len(classes):
		w.class = classes[class].class
	case w.is(lowered):
		w.class = "lower"
	default:
		w.class = "unknown"
	}
}
