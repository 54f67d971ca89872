package entities

import (
	"sayso/extract/names"
	"sayso/extract/value"
	"sayso/rules/token"
	"slices"
	"strings"
)

// classNouns are the lists of what bodies are called by their kind.
var classNouns = []string{"organization-head", "organization-noun", "named-head", "state-body"}

// heads reports whether an organization's long name is the short one and what tells it from others of its kind: la
// Commission, the Fund, a Câmara; or the short one behind the place that it is of.
func (r *reading) heads(long, short string) bool {
	after, first := cutFirst(long, short)
	before, last := cutLast(long, short)
	switch {
	case first && after != "":
		return r.everyWord(short, classNouns)
	case last && before != "":
		return r.everyWord(before, placeLists) || r.isPlace(before)
	}
	return false
}

// sided reports whether a team's long name is the short one, a place, and what the press calls the team by: Calgary, the Calgary
// Flames; or that of a body the short one, no place, and nouns for its kind: Harvard, Harvard University.
func (r *reading) sided(long, short string) bool {
	after, first := cutFirst(unmarked(long), short)
	if !first {
		return false
	}
	if r.isPlace(short) {
		_, team := r.Lookup("famous-team", long)
		return team || r.everyWord(after, []string{"team-name"})
	}
	last := after[strings.LastIndexByte(after, ' ')+1:]
	return !names.IsAcronym(long[:len(short)]) && (r.legalForm(last) || r.everyWord(after, []string{"organization-noun"}))
}

// cutFirst is a name without a shorter one at its start, whatever the letters' case.
func cutFirst(long, short string) (after string, found bool) {
	n := len(short)
	if len(long) <= n || long[n] != ' ' || !strings.EqualFold(long[:n], short) {
		return long, false
	}
	return long[n+1:], true
}

// cutLast is a name without a shorter one at its end, whatever the letters' case.
func cutLast(long, short string) (before string, found bool) {
	n := len(long) - len(short) - 1
	if n < 0 || long[n] != ' ' || !strings.EqualFold(long[n+1:], short) {
		return long, false
	}
	return long[:n], true
}

// entitled reports whether a work's or an event's long name is the short one behind an article, The Long Road, or behind the name
// of a body that the article names, Zorbalec Glider; or before a small word and more: Coupe du monde de hockey.
func (r *reading) entitled(long, short string) bool {
	if before, ok := cutLast(long, short); ok {
		return r.functional(before) || r.isBody(before)
	}
	after, ok := cutFirst(long, short)
	next, _, more := strings.Cut(after, " ")
	return ok && more && r.functional(next) && next == strings.ToLower(next)
}

// isBody reports whether the article names an organization by a form.
func (r *reading) isBody(form string) bool {
	return slices.ContainsFunc(r.mentions, func(m Mention) bool { return m.Kind == value.TypeOrganization && m.Text == form })
}

// placed reports whether a place's long name is the short one behind a noun in lower case, « mer Méditerranée », or before an
// adjective, « Sèvre niortaise », or before a small word and another place: Rio, Rio de Janeiro. What the lists know as a place
// by itself is another one.
func (r *reading) placed(long, short string) bool {
	if noun, ok := cutLast(long, short); ok {
		return noun == strings.ToLower(noun)
	}
	rest, ok := cutFirst(long, short)
	if !ok || r.isPlace(short) || r.everyWord(short, classNouns) {
		return false
	}
	next, _, _ := strings.Cut(rest, " ")
	return rest == strings.ToLower(rest) || r.functional(next) && next == strings.ToLower(next)
}

// namesake is the person, of those whose longer mentions are known, whom a shorter form means: the only one, or the one whom the
// article names in full twice as often as any other of that name.
func (r *reading) namesake(all []*Entity, short []string, m *Mention) *Entity {
	var best *Entity
	most, second := 0, 0
	for _, e := range all {
		if !names.Shortens(e.words, short) {
			continue
		}
		if g := m.Match.Value("title"); e.Gender != "" && (g == "m" || g == "f") && g != e.Gender {
			continue
		}
		switch n := r.inFull(e, len(short)); {
		case n > most:
			best, most, second = e, n, most
		case n > second:
			second = n
		}
	}
	if most < 2*second {
		return nil
	}
	return best
}

// inFull is how many mentions of an entity have so many words or more.
func (r *reading) inFull(e *Entity, words int) int {
	n := 0
	for _, i := range e.Mentions {
		if len(strings.Fields(r.mentions[i].Text)) >= words {
			n++
		}
	}
	return n
}

// everyWord reports whether every word of a name is in one of some lists, as it stands or in lower case.
func (r *reading) everyWord(name string, lists []string) bool {
	return !slices.ContainsFunc(strings.Fields(name), func(w string) bool {
		return !slices.ContainsFunc(lists, func(list string) bool {
			_, exact := r.Lookup(list, w)
			_, lower := r.Lookup(list, strings.ToLower(w))
			return exact || lower
		})
	})
}

// longForm is the organization whose long form stands just before the acronym in brackets.
func (r *reading) longForm(m *Mention) *Entity {
	if !r.Is(m.At.Start-1, "(") || !r.Is(m.At.End, ")") {
		return nil
	}
	long := overlapping(r.mentions, token.Range{Start: m.At.Start - 2, End: m.At.Start - 1})
	if long == nil || long.Kind != m.Kind || long.At.End != m.At.Start-1 {
		return nil
	}
	if m.Text == strings.ToUpper(m.Text) || initialsIn(long.Text, m.Text) {
		return long.Entity
	}
	return nil
}

// initialsIn reports whether the letters of a short form stand in a long one in their order, the first at its start.
func initialsIn(long, short string) bool {
	rest := []rune(names.Key(short))
	name := []rune(names.Key(long))
	if len(rest) == 0 || name[0] != rest[0] {
		return false
	}
	for _, c := range name {
		if len(rest) > 0 && c == rest[0] {
			rest = rest[1:]
		}
	}
	return len(rest) == 0
}
