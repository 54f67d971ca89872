package quantities

import (
	"slices"

	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/match"
	"sayso/rules/token"
)

// What the packs list of counts: words that multiply a number; nouns that a number behind them only tells apart (chapter 7); nouns
// in the plural that do not look it; words between a number and its noun (dix millions de), and adjectives there.
const (
	listScale     = "scale"
	listNumbered  = "numbered-noun"
	listIrregular = "irregular-plural"
	listLink      = "count-link"
	listAdjective = "counted-adjective"
)

// possible reports whether a match gives a number at all, in the right order where it is a range, and, of a count, whether
// what it counts can be counted and the number stands alone: no score of a game, no number of a model or a page.
func possible(v *view.View, m *match.Match, q value.Quantity, what token.Range) bool {
	if q.Amount == nil && (q.Low == nil || q.High == nil) {
		return false
	}
	number := numberOf(m)
	if q.Unit != value.UnitCount {
		return q.Amount == nil || !q.Amount.IsNegative() || m.Tokens.Start != v.ParagraphAt(m.Tokens.Start).Start // there it may be the dash of a list
	}
	if what.Len() == 0 || v.Listed(what.Start, listScale) || v.Text.Tokens[number.End].Glued || foretells(v, what) {
		return false
	}
	return !v.Is(number.Start-1, "-", "–", "/", ".", ":", "#") && !v.Is(number.End, "-", "–", "/", ":") && !isYear(v.Text.Slice(number)) &&
		(number.Start == v.Sentence(number.Start).Start || !modelled(v, number.Start-1) && !v.Listed(number.Start-1, listNumbered))
}

// foretells reports whether a word is a verb of what is to come, and so nothing that is counted: line 9 will close.
func foretells(v *view.View, at token.Range) bool {
	return slices.ContainsFunc(v.Within(value.TypeTense, at), func(m *match.Match) bool { return m.Value("tense") == "future" })
}

// modelled reports whether a token is a name right before a number, so that the number is part of it: Falcon 9.
func modelled(v *view.View, i int) bool {
	return v.Text.Tokens[i].Kind == token.Word && v.Capitalised(i) && !v.AfterMark(i) && !v.FunctionWord(i)
}

// numberOf is the place of the number of a count, without its scale: of a range that of its first.
func numberOf(m *match.Match) token.Range { return firstOf(m, "amount", "low") }

// firstOf is the place of the first of some fields that a match has, or the match's own.
func firstOf(m *match.Match, fields ...string) token.Range {
	for _, field := range fields {
		if f, ok := m.Field(field); ok && f.Tokens.Len() > 0 {
			return f.Tokens
		}
	}
	return m.Tokens
}

// isYear reports whether digits are those of a year of the modern age: a number before a noun that is mostly no count.
func isYear(digits string) bool {
	return len(digits) == 4 && digits >= "1900" && digits < "2100"
}

// whatOf is what a match counts, as its rule has it.
func whatOf(m *match.Match) token.Range {
	what, _ := m.Field("what")
	return what.Tokens
}

// counted is what a match counts: of a count the first noun in the plural behind the number, with what a hyphen joins to it. It is
// empty where a word stands between them that no noun phrase goes over: "40 with children".
func counted(v *view.View, m *match.Match) token.Range {
	what := whatOf(m)
	if what.Len() == 0 || v.FunctionWord(what.Start) {
		return token.Range{}
	}
	if m.Value("unit") != "" {
		return what
	}
	for i := lastOfNumber(m).End; i < what.Start; i++ {
		switch {
		case v.Listed(i, listLink, listAdjective):
		case v.Listed(i, listIrregular):
			return token.Range{Start: i, End: i + 1}
		case v.FunctionWord(i):
			return token.Range{}
		}
	}
	for v.Is(what.End, "-") && v.Text.Tokens[what.End].Glued && what.End+1 < len(v.Text.Tokens) && v.Text.Tokens[what.End+1].Glued {
		what.End += 2
	}
	return what
}

// lastOfNumber is the place of what stands last of a number: its scale, the end of a range.
func lastOfNumber(m *match.Match) token.Range { return firstOf(m, "scale", "high", "amount") }
