package claims

import (
	"slices"
	"strings"

	"sayso/extract/document"
	"sayso/rules/match"
	"sayso/rules/token"
)

// What the packs list of subjects: pronouns by gender and number, and verbs that do without a subject of their own or have
// it behind them.
const (
	listPronoun    = "pronoun"
	listNoSubject  = "no-subject"
	usedAsDropping = "drop"
)

// told is what the words of a statement say, and whether they leave out their subject: where a told clause has none, or a
// pronoun that is surely its speaker's, the speaker stands in brackets in that place.
func (r *reading) told(q *document.Quote, words []token.Range) (proposition string, left bool) {
	from, ok := 0, false
	if q.Kind != "direct" {
		from, ok = r.leftOut(q, words[0])
	}
	if !ok {
		return r.proposition(words), false
	}
	rest := append([]token.Range{{Start: from, End: words[0].End}}, words[1:]...)
	return "[" + q.Speaker.Name + "] " + r.proposition(rest), true
}

// proposition is what some words say, with one space between two.
func (r *reading) proposition(words []token.Range) string {
	var texts []string
	for _, part := range words {
		texts = append(texts, r.Place(part).Text)
	}
	return strings.Join(strings.Fields(strings.Join(texts, " ")), " ")
}

// leftOut reports whether the clause in a range leaves out that its speaker is its subject, and behind which token of it
// what it has in that place ends.
func (r *reading) leftOut(q *document.Quote, at token.Range) (int, bool) {
	if q.Speaker == nil || q.Speaker.Name == "" || at.Len() < 2 {
		return 0, false
	}
	if _, ok := r.Program.Lookup(listPronoun, strings.ToLower(q.Speaker.Name)); ok {
		return 0, false
	}
	if gender, ok := r.Program.Lookup(listPronoun, strings.ToLower(r.Text.Word(at.Start))); ok {
		return at.Start + 1, r.agrees(q, gender)
	}
	verb := at.Start
	for verb < at.End-1 && (r.begins(verb, "neg") || r.begins(verb, "adv") || r.begins(verb, "clitic")) {
		verb++
	}
	forms := r.forms(verb)
	has := func(feature string) bool {
		return slices.ContainsFunc(forms, func(x match.Reading) bool { return x.Has(feature) })
	}
	without := r.Program.Readings(listNoSubject, r.Text.Word(verb))
	if has("infinitive") || has("gerund") && !has("finite") {
		return at.Start, !slices.ContainsFunc(without, func(x match.Reading) bool { return x.Has("never") })
	}
	return at.Start, r.drops(at.Start-1) && has("3s") && len(without) == 0
}

// drops reports whether the word at a token begins clauses that may do without a subject.
func (r *reading) drops(i int) bool {
	if i < 0 {
		return false
	}
	uses, _ := r.Program.Lookup(listClosed, strings.ToLower(r.Text.Word(i)))
	return slices.Contains(strings.Fields(uses), usedAsDropping)
}

// agrees reports whether a pronoun of a gender surely means the speaker: a person whose gender the article tells.
func (r *reading) agrees(q *document.Quote, gender string) bool {
	if q.Speaker.Entity == nil || gender != "m" && gender != "f" {
		return false
	}
	return r.Named.All[r.at[*q.Speaker.Entity]].Gender == gender
}
