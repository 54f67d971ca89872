package evidence

import "sayso/rules/token"

// percent reports whether a span ends with the figure of a percentage: "Zelko of | 19 %" holds no name.
func (a *Article) percent(at token.Range) bool {
	return at.End < len(a.words) && a.words[at.End-1].shape == "number" && a.words[at.End].form == "%"
}

// listing reports whether a span is a list of several names: an acronym is one of its parts, "Bloc of Zelko, | PCP and Vale", which
// the name of a body may have only without a comma, or a noun with its article begins the second part, "Zelko and | the group Marlow".
func (a *Article) listing(at token.Range) bool {
	several, acronym, from := !a.words[at.Start].is(body), false, at.Start
	for i := at.Start; i < at.End; i++ {
		w := a.words[i]
		if w.form == "," {
			several = true
		}
		if w.form != "," && !w.is(conjunction) {
			continue
		}
		acronym = acronym || a.isAcronym(from, i)
		if from = i + 1; i > at.Start && a.isDetermined(i+1, at.End) && !a.words[at.Start].is(body) {
			return true
		}
	}
	return from > at.Start && several && (acronym || a.isAcronym(from, at.End))
}

// isAcronym reports whether a part of a span is one acronym.
func (a *Article) isAcronym(start, end int) bool {
	return end-start == 1 && a.words[start].shape == "capitals" && !a.words[start].is(legal)
}

// isDetermined reports whether an article and a noun in lower case stand from a token on.
func (a *Article) isDetermined(i, end int) bool {
	return i+2 < end && a.words[i].is(article) && a.words[i].is(lowered) && a.words[i+1].is(lowered) && !a.words[i+1].is(functional)
}

// beheaded reports whether a span is the noun of a place alone, and what it is that of follows: "the Gulf | of Zelko".
func (a *Article) beheaded(at token.Range) bool {
	if at.Len() > 1 || !a.words[at.Start].is(placeHead) || !a.words[at.Start].is(capitalised) {
		return false
	}
	i := a.beside(at.End, at.Start)
	return i >= 0 && a.words[i].is(lowered) && a.words[i].is(oblique) && a.beside(i+1, i) >= 0 && a.words[i+1].is(capitalised)
}
