package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestDateline is how many tokens a dateline may have: places, a day, an agency in brackets and the dash.
const longestDateline = 20

// dateline is where the sentence begins that a paragraph tells after its dateline, the place and day that agencies put before
// a dash: "LONDON, 4 June (Agency) - The firm …"; it is the paragraph's beginning where there is none. The places are in
// capitals, or an agency stands in brackets right before the dash.
func (t *Text) dateline(p Range) int {
	places := p.Start
	for places < p.End && t.isCapitals(places) {
		places++
	}
	if places == p.Start && !t.isCapital(p.Start) {
		return p.Start
	}
	day, lower, end := false, false, min(p.End-1, p.Start+longestDateline)
	for i := p.Start; i < end; i++ {
		switch {
		case t.isDash(i):
			bracket := t.Word(i-1) == ")"
			if !bracket && (places == p.Start || lower && !day || i > places && t.Word(places) != "," && t.Word(places) != "(") {
				return p.Start
			}
			if t.Tokens[i+1].Kind == Mark && !t.opens(i+1) || !t.begins(i+1) || t.dashed(i+1, p.End) {
				return p.Start
			}
			return i + 1
		case t.Tokens[i].Kind == Number:
			day = true
		case t.ends(i):
			return p.Start
		case t.Tokens[i].Kind == Word:
			lower = lower || !t.isCapital(i)
		}
	}
	return p.Start
}

// isDash reports whether a token is a dash with space on both sides.
func (t *Text) isDash(i int) bool {
	return i > 0 && i+1 < len(t.Tokens) && strings.Contains("-–—", t.Word(i)) && !t.Tokens[i].Glued && !t.Tokens[i+1].Glued
}

// dashed reports whether the sentence that begins at a token has a dash: the one before it is then the first of a pair.
func (t *Text) dashed(i, end int) bool {
	for ; i < end && !t.ends(i); i++ {
		if t.isDash(i) {
			return true
		}
	}
	return false
}

// isCapitals reports whether a token is a word of two letters or more, all capitals, or a hyphen within such a name.
func (t *Text) isCapitals(i int) bool {
	w := t.Word(i)
	if t.Tokens[i].Kind == Mark {
		return w == "-" && t.Tokens[i].Glued
	}
	return utf8.RuneCountInString(w) >= 2 && strings.IndexFunc(w, unicode.IsLower) < 0 && strings.ContainsFunc(w, unicode.IsUpper)
}

func (t *Text) isCapital(i int) bool {
	r, _ := utf8.DecodeRuneInString(t.Word(i))
	return t.Tokens[i].Kind == Word && unicode.IsUpper(r)
}
