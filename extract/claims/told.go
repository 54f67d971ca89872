package claims

import (
	"strings"

	"sayso/extract/document"
	"sayso/rules/token"
)

// The packs' lists of what an infinitive becomes behind its subject: each value has the form of one and the form of several.
const (
	listToldForm    = "told-form"    // of the verb itself
	listToldPerfect = "told-perfect" // of the auxiliary of a participle, where that is another
	listToldFuture  = "intent-form"  // what stands before the infinitive of what somebody means to do
)

// inflected glosses what somebody tells in the infinitive with its subject and a verb that has a tense, for an infinitive tells
// nothing by itself: he claims to have paid, "[Jean Morel has] paid". There are none where no list knows its form.
func (r *reading) inflected(i int, at token.Range) []gloss {
	q := &r.Quotes[i]
	verb := at.Start
	for verb < at.End-1 && (r.Listed(verb, listInfinitiveMark) || r.begins(verb, "of") || r.begins(verb, "prep") && r.infinitive(verb+1)) {
		verb++
	}
	behind := verb // the pronouns and denials of the verb
	for verb < at.End-1 && !r.infinitive(verb) && (r.begins(verb, "clitic") || r.dropsSubjects() && r.begins(verb, "neg")) {
		verb++
	}
	if !r.infinitive(verb) && !(behind > at.Start && r.Listed(behind-1, listInfinitiveMark) && r.Meant.Clauses().Open(behind)) {
		return nil
	}
	form := ""
	switch own, known := r.toldForm(verb); {
	case known:
		form = own
	case r.stanceOf(i, []token.Range{at}) == document.Promises || behind > at.Start && r.Listed(at.Start, listInfinitiveMark):
		form, _ = r.Lookup(listToldFuture, "any")
	}
	form = numbered(form, r.several(q.Speaker.Name))
	switch _, known := r.toldForm(verb); {
	case form == "":
		return nil
	case !known && behind < verb && !r.begins(behind, "clitic"): // não [vai]: the denial stands before both
		return nil
	case !known:
		return []gloss{{at: token.Range{Start: at.Start, End: behind}, entity: q.Speaker.Entity, name: q.Speaker.Name, form: form}}
	case behind == verb:
		return []gloss{{at: token.Range{Start: at.Start, End: verb + 1}, entity: q.Speaker.Entity, name: q.Speaker.Name, form: form}}
	}
	return []gloss{
		{at: token.Range{Start: at.Start, End: behind}, entity: q.Speaker.Entity, name: q.Speaker.Name},
		{at: token.Range{Start: verb, End: verb + 1}, form: form},
	}
}

// toldForm is the value that the lists give the infinitive at a token.
func (r *reading) toldForm(verb int) (string, bool) {
	if form, ok := r.LowerValue(verb, listToldPerfect); ok && r.participle(r.overAdverbs(verb+1, len(r.Text.Tokens))) {
		return form, true
	}
	return r.LowerValue(verb, listToldForm)
}

// numbered is the one of two forms that one, or several, have.
func numbered(forms string, several bool) string {
	one, more, _ := strings.Cut(forms, " ")
	if several {
		return more
	}
	return one
}

// several reports whether the words for a speaker tell that they mean more than one, by the first of them, or by the end of the last
// where articles do not tell.
func (r *reading) several(name string) bool {
	name = strings.ToLower(name)
	first, _, _ := strings.Cut(name, " ")
	if gender, _ := r.Lookup("article-gender", first); gender != "" {
		return gender == "p" || gender == "mp" || gender == "fp"
	}
	for n := 2; n > 0 && len(name) > n; n-- {
		if number, ok := r.Lookup("noun-ending", name[len(name)-n:]); ok {
			return number == "p"
		}
	}
	return false
}
