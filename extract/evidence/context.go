package evidence

import (
	"slices"

	"sayso/rules/token"
)

// A clue is a piece of evidence that stands behind a name.
type clue struct{ what, value string }

const (
	apposed  = 6  // tokens behind the comma in which an apposition's noun stands
	pronouns = 12 // tokens behind a name in which a pronoun may stand for it
)

// clues are what stands behind each token that a name may end before: the noun of an apposition, "Zelko, a maker of
// clocks", and the next pronoun, "Zelko … she".
func (a *Article) clues() map[int][]clue {
	all := map[int][]clue{}
	next := len(a.words) // where the next pronoun stands
	for i := len(a.words) - 1; i > 0; i-- {
		if !a.words[i-1].capital {
			if a.pronoun(i-1) != "" {
				next = i - 1
			}
			continue
		}
		if a.words[i].form == "," {
			all[i] = a.apposition(i + 1)
		}
		if kind := a.pronoun(next); kind != "" && next-i < pronouns {
			all[i] = append(all[i], clue{"pronoun", kind})
		}
	}
	return all
}

// pronoun is what a token may stand for: person or thing, else empty.
func (a *Article) pronoun(i int) string {
	switch {
	case i >= len(a.words):
	case slices.Contains(a.words[i].lists, "person-pronoun"):
		return "person"
	case slices.Contains(a.words[i].lists, "thing-pronoun"):
		return "thing"
	}
	return ""
}

// opposed is the list of the noun that a name stands in apposition to, behind a comma, "the minister, | Zelko", or is an
// example of, "makers like | Zelko"; empty where there is none. Who has an office somewhere stands before that: "the director of
// the club, | Zelko".
func (a *Article) opposed(start int) (list string) {
	if start < 2 || a.words[start-1].form != "," && !slices.Contains(a.words[start-1].lists, "example-word") {
		return ""
	}
	for i := start - 2; i >= max(0, start-apposed-2) && a.words[i].shape != "mark" && a.beside(i, start) >= 0; i-- {
		if !a.words[i].lower {
			continue
		}
		for _, l := range a.words[i].lists {
			if slices.Contains(bearers, l) {
				return l
			}
			if list == "" && slices.Contains(nouns, l) {
				list = l
			}
		}
	}
	return list
}

// apposition is the lists of the first noun that a list knows from a token on, up to the next mark.
func (a *Article) apposition(i int) []clue {
	for end := min(i+apposed, len(a.words)); i < end && a.words[i].lower; i++ {
		w := a.words[i]
		if overlap(w.lists, generic) {
			if slices.Contains(w.lists, "relative") {
				return nil
			}
			continue
		}
		var all []clue
		for _, l := range w.lists {
			if slices.Contains(nouns, l) {
				all = append(all, clue{"apposed noun", l})
			}
		}
		if all != nil {
			return all
		}
	}
	return nil
}

// Lists of words that every text has many of, of nouns for people by what they do, and of nouns that say what a name is that of.
var (
	generic = []string{"common", "relative", "articles"}
	bearers = []string{"office", "trade"}
	nouns   = []string{
		"office", "trade", "agent-noun", "speaker-noun", "person-noun", "company-word", "company-noun", "organization-head", "named-head",
		"state-body", "place-noun", "place-body", "site-head", "work-noun", "thing-noun", "thing-head", "event-noun", "event-head", "city-noun",
	}
)

// around tells what stands in apposition to a name, and the pronoun behind it.
func (a *Article) around(at token.Range, emit emitter) {
	if list := a.opposed(at.Start); list != "" {
		emit("in apposition to noun", list)
	}
	class := a.words[at.End-1].class
	for _, c := range a.after[at.End] {
		if c.what == "pronoun" {
			emit(c.what, a.texts.of(append(append(append(a.texts.buffer[:0], c.value...), ' '), class...)))
			continue
		}
		emit(c.what, c.value)
	}
}
