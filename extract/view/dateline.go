package view

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/rules/token"
)

// longestDateline is how many tokens a dateline may have: places, a day, an agency in brackets and the dash.
const longestDateline = 20

// splitDatelines makes each dateline a sentence of its own.
func splitDatelines(t *token.Text) {
	var starts []int
	for _, p := range t.Paragraphs {
		if start := dateline(t, p); start > p.Start {
			starts = append(starts, start)
		}
	}
	t.Split(starts)
}

// dateline is where the sentence begins that a paragraph tells after its dateline, the place and day that agencies put before
// a dash: "LONDON, 4 June (Agency) - The firm …"; it is the paragraph's beginning where there is none. The places are in
// capitals, or an agency stands in brackets right before the dash.
func dateline(t *token.Text, p token.Range) int {
	places := p.Start
	for places < p.End && isCapitals(t, places) {
		places++
	}
	if places == p.Start && !isCapital(t, p.Start) {
		return p.Start
	}
	day, lower, end := false, false, min(p.End-1, p.Start+longestDateline)
	for i := p.Start; i < end; i++ {
		switch {
		case isDash(t, i):
			bracket := t.Word(i-1) == ")"
			if !bracket && (places == p.Start || lower && !day || i > places && t.Word(places) != "," && t.Word(places) != "(") {
				return p.Start
			}
			if t.Tokens[i+1].Kind == token.Mark && !t.Opens(i+1) || !t.Begins(i+1) || dashed(t, i+1, p.End) {
				return p.Start
			}
			return i + 1
		case t.Tokens[i].Kind == token.Number:
			day = true
		case t.Ends(i):
			return p.Start
		case t.Tokens[i].Kind == token.Word:
			lower = lower || !isCapital(t, i)
		}
	}
	return p.Start
}

// isDash reports whether a token is a dash with space on both sides.
func isDash(t *token.Text, i int) bool {
	return i > 0 && i+1 < len(t.Tokens) && strings.Contains("-–—", t.Word(i)) && !t.Tokens[i].Glued && !t.Tokens[i+1].Glued
}

// dashed reports whether the sentence that begins at a token has a dash: the one before it is then the first of a pair.
func dashed(t *token.Text, i, end int) bool {
	for ; i < end && !t.Ends(i); i++ {
		if isDash(t, i) {
			return true
		}
	}
	return false
}

// isCapitals reports whether a token is a word of two letters or more, all capitals, or a hyphen within such a name.
func isCapitals(t *token.Text, i int) bool {
	w := t.Word(i)
	if t.Tokens[i].Kind == token.Mark {
		return w == "-" && t.Tokens[i].Glued
	}
	return utf8.RuneCountInString(w) >= 2 && strings.IndexFunc(w, unicode.IsLower) < 0 && strings.ContainsFunc(w, unicode.IsUpper)
}

// isCapital reports whether a token is a word with a capital.
func isCapital(t *token.Text, i int) bool {
	r, _ := utf8.DecodeRuneInString(t.Word(i))
	return t.Tokens[i].Kind == token.Word && unicode.IsUpper(r)
}
