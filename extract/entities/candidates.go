package entities

import (
	"sayso/extract/names"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/match"
	"sayso/rules/token"
	"sort"
	"strings"
)

// typedMentions are those whose type a rule knows.
func (r *reading) typedMentions() []Mention {
	var all []Mention
	for _, kind := range kinds {
		for _, m := range r.Found(kind) {
			at := view.Span(m)
			switch {
			case m.Value("kind") == "spelt" && !r.spells(at):
				continue
			case m.Value("kind") == "known": // it is taken as it stands: Le Monde
			case kind == value.TypePerson:
				at = r.trim(at, r.CommonWord)
			default: // a head may be a common word: Conseil, Câmara
				at = r.trim(at, r.FunctionWord)
			}
			if at.Len() == 0 || r.capitalByChance(at, m) || !r.AnyCapitalised(at) {
				continue
			}
			all = append(all, Mention{At: at, Kind: kind, Text: r.Text.Slice(at), Match: m})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].At.Start < all[j].At.Start })
	return all
}

// candidates are the capitalised names of which no rule knows what they are.
func (r *reading) candidates() []Mention {
	var all []Mention
	for _, m := range r.Found(value.TypeName) {
		at := r.trim(view.Span(m), r.CommonWord)
		if at.Len() > 0 && !r.capitalByChance(at, m) && !r.elided(at) {
			all = append(all, Mention{At: at, Text: r.Text.Slice(at), Match: m})
		}
	}
	return all
}

// spells reports whether the acronym in brackets after a name is made of letters of it in their order, the first one first:
// the party behind a politician's name is not.
func (r *reading) spells(at token.Range) bool {
	if !r.Is(at.End, "(") || at.End+1 >= len(r.Text.Tokens) {
		return false
	}
	name, acronym := []rune(names.Key(r.Text.Slice(at))), []rune(names.Letters(r.Text.Word(at.End+1)))
	if len(acronym) == 0 || name[0] != acronym[0] {
		return false
	}
	for _, c := range name {
		if len(acronym) > 0 && c == acronym[0] {
			acronym = acronym[1:]
		}
	}
	return len(acronym) == 0
}

// elided reports whether a name is nothing but a word cut off by elision: « J'ai ».
func (r *reading) elided(at token.Range) bool {
	return at.Len() == 1 && strings.HasSuffix(token.Exact(r.Text.Word(at.Start)), "'")
}

// trim drops words of a kind that owe their capital to the beginning of a sentence, and articles cut off by elision.
func (r *reading) trim(at token.Range, drops func(i int) bool) token.Range {
	for at.Len() > 1 && (r.AfterMark(at.Start) && drops(at.Start) || strings.HasSuffix(token.Exact(r.Text.Word(at.Start)), "'")) {
		at.Start++
	}
	for at.Len() > 0 && r.Text.Tokens[at.Start].Kind == token.Mark && at.Len() > 1 {
		at.Start++
	}
	return at
}

// capitalByChance reports whether a lone word owes its capital to its place alone.
func (r *reading) capitalByChance(at token.Range, m *match.Match) bool {
	if at.Len() != 1 {
		return false
	}
	guessed := r.Makes(m) == value.TypeName
	return r.CommonWord(at.Start) && (r.AfterMark(at.Start) || guessed) || guessed && r.PeopleOf(at.Start) != ""
}
