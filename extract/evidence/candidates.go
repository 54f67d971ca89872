package evidence

import (
	"cmp"
	"slices"

	"sayso/rules/token"
)

const (
	maxTokens = 14 // of a candidate that no rule holds for
	maxWords  = 9
	maxLower  = 3 // words in lower case, and marks, between two with capitals
	maxTail   = 7 // the same in the name of a body
)

// candidates are the spans that may be names, by the token that they begin with: where a rule holds, forms of lists with
// a capital, and whatever begins and ends with a capital within a run of them.
func (a *Article) candidates() {
	a.spans = make([]token.Range, 0, len(a.words)/2)
	for _, m := range a.matches {
		a.offer(m.at)
	}
	for _, s := range a.Text.Sentences {
		for i := s.Start; i < s.End; i++ {
			if a.mayBegin(i) {
				a.run(i, s.End)
			}
		}
	}
	slices.SortFunc(a.spans, func(x, y token.Range) int { return cmp.Or(x.Start-y.Start, x.End-y.End) })
	a.spans = slices.Compact(a.spans)
}

func (a *Article) offer(at token.Range) {
	if at.Len() > 0 && at.Start >= 0 && !a.torn(at) && !a.dated(at) && !a.coupled(at) && !a.priced(at) {
		a.spans = append(a.spans, at)
	}
}

// mayBegin reports whether a name may begin with a token.
func (a *Article) mayBegin(i int) bool {
	w := a.words[i]
	switch {
	case w.capital:
		return true
	case w.lower && i+1 < len(a.words):
		return w.head
	}
	return false
}

// heads are the lists of words in lower case that a name may begin with.
var heads = []string{"organization-head", "lower-head", "named-head", "school-head", "following-head", "site-head", "street", "lower-place", "particle"}

// run offers the spans from a token on within its run.
func (a *Article) run(start, limit int) {
	words, lower, most := 0, 0, maxLower
	body := overlap(a.words[start].lists, bodies)
	if body {
		most = maxTail
	}
	for i := start; i < min(limit, start+maxTokens); i++ {
		w := a.words[i]
		switch {
		case w.capital || w.shape == "number" && i > start:
			words, lower = words+1, 0
			if words > maxWords {
				return
			}
			a.offer(token.Range{Start: start, End: i + 1})
		case w.lower:
			if lower++; lower > most {
				return
			}
			if i > start && (body && w.mayEnd() || a.domain(i)) {
				a.offer(token.Range{Start: start, End: i + 1})
			}
		case i > start:
			if a.closes(i) {
				a.offer(token.Range{Start: start, End: i + 1})
			}
			if !a.joins(i) {
				return
			}
		}
	}
}

// joins reports whether a mark may stand within a name.
func (a *Article) joins(i int) bool {
	switch a.words[i].form {
	case "-", "–", "'", "’", "&", "/", ".", "+":
		return i+1 < len(a.words) && (a.Text.Tokens[i].Glued || a.words[i].form == "&")
	case "'s", "’s":
		return true
	}
	return false
}
