package money

import (
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"

	"sayso/extract/document"
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// A figure is one amount of money found in the text.
type figure struct {
	at     token.Range
	value  value.Money
	match  *match.Match
	stated *figure   // the article's own conversion of it
	also   []*figure // its conversions into further currencies
	part   bool      // it is the conversion of another figure
	check  *document.Check
	parts  []*figure // in brackets behind it, where they add up to it
	id     string
}

// figures are all amounts in the order of the text, those of changes with the currency of the figure that they lead to.
// What begins or ends inside a number is none: a figure is read whole or not at all.
func (r *reading) figures() []*figure {
	var all []*figure
	for _, m := range r.Found(value.TypeMoney) {
		for _, s := range value.ReadSums(m) {
			all = append(all, &figure{at: s.At, value: s.Money, match: m})
		}
	}
	for _, m := range r.Found(value.TypeChange) {
		for _, s := range value.ReadChange(m) {
			if s.Currency != "" && !overlapsFigure(all, s.At) {
				all = append(all, &figure{at: s.At, value: s.Money, match: m})
			}
		}
	}
	all = slices.DeleteFunc(all, func(f *figure) bool {
		return r.cutsNumber(f.at.Start) || r.cutsNumber(f.at.End) || r.cutOff(f) || r.isName(f)
	})
	for _, f := range all {
		if r.prefixed(f.at.Start) {
			f.value.Currency, f.value.Candidates = openCurrency, nil
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].at.Start < all[j].at.Start })
	return all
}

func overlapsFigure(all []*figure, at token.Range) bool {
	return slices.ContainsFunc(all, func(f *figure) bool { return f.at.Overlaps(at) })
}

// isName reports whether a figure is a number and a capital glued to it, as names are: 2F.
func (r *reading) isName(f *figure) bool {
	last := f.at.End - 1
	w := r.Text.Word(last)
	return f.at.Len() == 2 && len(w) == 1 && r.Text.Tokens[last].Glued && w[0] >= 'A' && w[0] <= 'Z'
}

// cutOff reports whether a text begins within a figure, whose number is lost: "millions of euros (£5 million) were paid".
func (r *reading) cutOff(f *figure) bool {
	if f.at.Start > 0 || !f.value.Vague {
		return false
	}
	word := r.Text.Word(0)
	first, _ := utf8.DecodeRuneInString(word)
	_, scale := r.Lookup("scale", word)
	return scale && unicode.IsLower(first)
}

// cutsNumber reports whether a number goes on over the border before a token: 12|345 with a space for a mark, 1|.5.
func (r *reading) cutsNumber(i int) bool {
	t := r.Text.Tokens
	if i <= 0 || i >= len(t) {
		return false
	}
	if r.endsInDigit(i-1) && r.beginsWithDigit(i) {
		group := t[i].End-t[i].Start == 3 && t[i-1].End-t[i-1].Start <= 3 && t[i].Start-t[i-1].End <= 2
		return t[i].Glued || group && t[i-1].Kind == token.Number
	}
	return r.marksNumber(i) || r.marksNumber(i-1)
}

// marksNumber reports whether a token is a mark within a number.
func (r *reading) marksNumber(i int) bool {
	t := r.Text.Tokens
	return i > 0 && i+1 < len(t) && r.Is(i, ".", ",", "'", "’") && t[i].Glued && t[i+1].Glued && r.endsInDigit(i-1) && r.beginsWithDigit(i+1)
}

func (r *reading) beginsWithDigit(i int) bool {
	c := r.Text.Source[r.Text.Tokens[i].Start]
	return '0' <= c && c <= '9'
}

func (r *reading) endsInDigit(i int) bool {
	c := r.Text.Source[r.Text.Tokens[i].End-1]
	return '0' <= c && c <= '9'
}

// longestPrefix is how many letters stand before the sign of a currency at most: Mex$.
const longestPrefix = 4

// prefixed reports whether a figure begins with a sign that letters are glued to, which tell whose it is: they are not
// known, and it is not that of the bare sign.
func (r *reading) prefixed(i int) bool {
	t := r.Text.Tokens
	if i == 0 || !t[i].Glued || t[i-1].Kind != token.Word || t[i-1].End-t[i-1].Start > longestPrefix {
		return false
	}
	sign, _ := utf8.DecodeRuneInString(r.Text.Word(i))
	first, _ := utf8.DecodeRuneInString(r.Text.Word(i - 1))
	return unicode.Is(unicode.Sc, sign) && unicode.IsUpper(first)
}
