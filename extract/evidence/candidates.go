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
	for _, s := range a.Text.Sentences {
		for i := s.Start; i < s.End; i++ {
			if a.mayBegin(i) {
				a.run(i, s.End)
			}
		}
	}
	for i := range a.matches {
		if at := a.matches[i].at; a.isCandidate(at) {
			a.placed = append(a.placed, at)
		}
	}
	slices.SortFunc(a.placed, compare)
	next := 0
	for _, at := range a.runs { // they are in order
		for ; next < len(a.placed) && compare(a.placed[next], at) < 0; next++ {
			a.add(a.placed[next])
		}
		a.add(at)
	}
	for _, at := range a.placed[next:] {
		a.add(at)
	}
}

// compare orders spans by their starts, then by their ends.
func compare(x, y token.Range) int { return cmp.Or(x.Start-y.Start, x.End-y.End) }

// add adds a span to the candidates, unless it is the last of them.
func (a *Article) add(at token.Range) {
	if n := len(a.spans); n == 0 || a.spans[n-1] != at {
		a.spans = append(a.spans, at)
	}
}

// isCandidate reports whether nothing within a span or beside it keeps it from being a name.
func (a *Article) isCandidate(at token.Range) bool {
	return at.Len() > 0 && at.Start >= 0 && !a.torn(at) && !a.halved(at) && !a.dated(at) && !a.calendar(at) && !a.coupled(at) && !a.priced(at) &&
		!a.percent(at) && !a.listing(at) && !a.beheaded(at)
}

// offer adds a span to those of runs.
func (a *Article) offer(at token.Range) {
	if a.partial || a.isCandidate(at) {
		a.runs = append(a.runs, at)
	}
}

// mayBegin reports whether a name may begin with a token.
func (a *Article) mayBegin(i int) bool {
	w := a.words[i]
	switch {
	case w.is(capitalised):
		return true
	case w.is(lowered) && i+1 < len(a.words):
		return w.is(head)
	}
	return false
}

// run offers the spans from a token on within its run.
func (a *Article) run(start, limit int) {
	words, lower, most := 0, 0, maxLower
	tail := a.words[start].is(body)
	if tail {
		most = maxTail
	}
	for i := start; i < min(limit, start+maxTokens); i++ {
		w := a.words[i]
		switch {
		case w.is(capitalised) || w.shape == "number" && i > start:
			words, lower = words+1, 0
			if words > maxWords {
				return
			}
			a.offer(token.Range{Start: start, End: i + 1})
		case w.is(lowered):
			if lower++; lower > most {
				return
			}
			if i > start && (tail && w.mayEnd() || a.domain(i) || a.endsListed(start, i)) {
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
