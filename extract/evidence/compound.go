package evidence

import (
	"slices"

	"sayso/rules/token"
)

// torn reports whether a span ends within a word of several parts: before its single letter or figure, "ILLUMA | -T", or
// before a small word in its middle, "Aix | -les-Bains", or beside the joint of a family name, "Gouveia | e Melo".
func (a *Article) torn(at token.Range) bool {
	if len(a.joint) > 0 && (a.joint[at.End] || a.joint[at.Start-1]) {
		return true
	}
	if !a.hyphen(at.End) {
		return false
	}
	next := a.words[at.End+1]
	return next.shape == "letter" || next.shape == "number" || next.is(lowered) && a.hyphen(at.End+2)
}

// halved reports whether a span ends within a name of some list that begins within it: "Haut-Commissariat des Nations | unies".
func (a *Article) halved(at token.Range) bool {
	for i := at.Start + 1; i < at.End; i++ {
		for _, f := range a.starting(i) {
			if f.at.End > at.End && traitsOf(f.lists)&whole != 0 {
				return true
			}
		}
	}
	return false
}

// endsListed reports whether a token ends a name of some list that begins behind another token.
func (a *Article) endsListed(start, i int) bool {
	return slices.ContainsFunc(a.endingWith(i), func(f listed) bool { return f.at.Start > start && traitsOf(f.lists)&whole != 0 })
}

// dated reports whether a span ends with a year that a small word joins, "Mundial de | 2014": that is a date, no name's part.
func (a *Article) dated(at token.Range) bool {
	last := at.End - 1
	return at.Len() > 2 && a.words[last].shape == "number" && len(a.Text.Word(last)) == yearDigits &&
		a.words[last-1].is(lowered) && !a.words[last-1].mayEnd()
}

const yearDigits = 4

// joints are the small words within family names of two parts, "Gouveia e Melo": those before a name that often is a second
// part, where the article joins the same two again. Two people that it always names together would be read as one; that
// is rarer.
func (a *Article) joints() map[int]bool {
	var places map[string][]int
	for i := 1; i+1 < len(a.words); i++ {
		if before, behind := a.traits[i-1], a.traits[i+1]; a.traits[i]&lowered == 0 || before&behind&capitalised == 0 || behind&joined == 0 {
			continue
		}
		if x, y := a.words[i-1], a.words[i+1]; a.beside(i-1, i+1) >= 0 {
			if places == nil {
				places = map[string][]int{}
			}
			pair := x.form + " " + a.words[i].form + " " + y.form
			places[pair] = append(places[pair], i)
		}
	}
	var all map[int]bool
	for _, at := range places {
		for _, i := range at {
			if len(at) > 1 {
				if all == nil {
					all = map[int]bool{}
				}
				all[i] = true
			}
		}
	}
	return all
}

// coupled reports whether a span is two names that a hyphen couples, "the Barcelona-Wolfsburg match": each is in a list of
// places or teams by itself or stands alone elsewhere in the article, and the whole is in none.
func (a *Article) coupled(at token.Range) bool {
	for i := at.Start + 1; i < at.End-1; i++ {
		if !a.hyphen(i) && a.words[i].form != "–" {
			continue
		}
		if a.isSide(token.Range{Start: at.Start, End: i}) && a.isSide(token.Range{Start: i + 1, End: at.End}) {
			return !a.isListed(at, whole)
		}
	}
	return false
}

// words are the classes of words that are no whole name.
var words = []string{"common", "place-word", "organization-word", "event-word", "demonym", "letter", "capitals", "first-name"}

// isSide reports whether a span may be one of two names that a hyphen couples.
func (a *Article) isSide(at token.Range) bool {
	return a.isListed(at, side) || a.countsOf(at).alone
}

// standAlone marks the forms of words with capitals that stand somewhere without a hyphen beside them or another
// word with a capital.
func (a *Article) standAlone() {
	joins := func(i int) bool {
		return i >= 0 && i < len(a.words) && (a.words[i].is(capitalised) && !(a.opening[i] && a.words[i].is(common)) || a.words[i].form == "-" || a.words[i].form == "–")
	}
	for i := 0; i < len(a.words); i++ {
		if a.traits[i]&capitalised == 0 || a.opening[i] || joins(i-1) {
			continue
		}
		end := i + 1
		for end < len(a.words) && a.words[end].is(capitalised) {
			end++
		}
		if !joins(end) && !slices.Contains(words, a.words[end-1].class) {
			a.countsOf(token.Range{Start: i, End: end}).alone = true
		}
	}
}

// priced reports whether a span in quotation marks has a price in brackets behind them: a dish of a restaurant is no work.
func (a *Article) priced(at token.Range) bool {
	if at.Start == 0 || at.End+3 >= len(a.words) || !a.inMarks(at) || a.words[at.End+1].form != "(" {
		return false
	}
	first, second := a.words[at.End+2], a.words[at.End+3]
	return first.is(sign) || first.shape == "number" && second.is(sign)
}

// isListed reports whether a span stands as a whole in a list that gives one of some traits.
func (a *Article) isListed(at token.Range, any traits) bool {
	if at.Len() == 1 {
		return a.words[at.Start].is(any)
	}
	return slices.ContainsFunc(a.starting(at.Start), func(f listed) bool { return f.at == at && traitsOf(f.lists)&any != 0 })
}

// hyphen reports whether a token is a hyphen within a word.
func (a *Article) hyphen(i int) bool {
	return i+1 < len(a.words) && a.words[i].form == "-" && a.glued(i) && a.glued(i+1)
}

// glued reports whether no space stands before a token.
func (a *Article) glued(i int) bool { return a.Text.Tokens[i].Glued }

// domain reports whether a token in lower case is the last part of an address, "Niche.com".
func (a *Article) domain(i int) bool {
	return i > 1 && a.words[i-1].form == "." && a.glued(i) && a.glued(i-1)
}

// closes reports whether a mark may end a name: Yahoo!, ESPN+. The mark at a paragraph's end is the sentence's.
func (a *Article) closes(i int) bool {
	return a.words[i].form == "+" || a.words[i].form == "!" && i+1 < a.lines[a.line[i]].at.End
}

// mayEnd reports whether a name that began with the word for a body may end with one in lower case.
func (w *word) mayEnd() bool { return len(w.form) > 3 && !w.is(functional) }
