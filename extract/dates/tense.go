package dates

import (
	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// How many tokens a comma counts between a verb and the date after it, how far from a date a verb may tell the past, for
// what is beyond is likelier another clause's, and how near it surely tells of the date.
const (
	commaGap  = 3
	pastReach = 14
	firmReach = 1
)

// A surety is how much what a verb tells of a date is to be believed.
type surety struct {
	firm   bool // it stands right beside the date, and so is not another's
	behind bool // where none tells: one tells the past, too far off to be believed against the calendar
	aimed  bool // an infinitive stands nearer than a verb that tells
}

// tense is what the words of the date or the nearest verb of its clause tell: past, future or empty.
func (r *reading) tense(m *Timex) (tense string, cue *match.Match, sure surety) {
	if m.Said.Tense != "" {
		return m.Said.Tense, nil, surety{firm: true}
	}
	s, within := r.Sentence(m.At.Start), r.Quotation(m.At.Start)
	best, purpose, told, limited, reach := 1<<30, 1<<30, false, false, pastReach
	if r.opens(m.At) {
		reach *= 2
	}
	for _, t := range r.Within(value.TypeTense, s) {
		if t.Tokens.Overlaps(m.At) && t.Tokens.Start >= m.At.Start || r.Quotation(t.Tokens.Start) != within {
			continue
		}
		gap, sees := r.apart(t.Tokens, m.At)
		if !sees {
			continue
		}
		is, behind := t.Value("tense"), t.Tokens.Start >= m.At.End
		limited = limited || is == "limit" && !behind
		tells := gap <= reach && is == "past" && !told
		near := &best
		if is == "open" && behind { // an infinitive tells of the dates after it
			near = &purpose
		}
		if !tells && gap >= *near || r.named.Over(t.Tokens, false) != nil { // names are asked for where they matter
			continue
		}
		told = told || tells
		if gap >= *near {
			continue
		}
		*near = gap
		if near == &best {
			tense, cue = is, t
		}
	}
	switch {
	case tense == "planned", tense == "limit" && !told: // until May: nothing beside a verb of the past
		return "future", cue, surety{}
	case tense == "limit" && r.fronted(m.At): // until May, there was none
		return "past", nil, surety{}
	case tense == "past" && purpose < best && best > firmReach, tense == "open":
		return "", nil, surety{aimed: true}
	case tense == "past" && best > reach:
		return "", nil, surety{behind: true, aimed: purpose < best}
	case tense == "limit":
		return "", nil, surety{}
	}
	return tense, cue, surety{firm: best <= firmReach || cue != nil && cue.Tokens.Start >= m.At.End && r.opens(m.At) && !limited}
}

// opens reports whether a date with its preposition or a comma opens its clause, so that the verb after it tells of it.
func (r *reading) opens(date token.Range) bool {
	return r.fronted(date) && (date.Start > r.Sentence(date.Start).Start || r.Is(date.End, ","))
}

// apart is how far a verb is from a date, and whether they may be of one clause: no bracket, colon or semicolon stands
// between them, and no comma after a date, unless the sentence begins with it.
func (r *reading) apart(verb, date token.Range) (gap int, sees bool) {
	from, to, after := verb.End, date.Start, false
	if from > to {
		from, to, after = date.End, verb.Start, true
	}
	fronted := r.fronted(date)
	gap = to - from
	for i := from; i < to; i++ {
		switch {
		case r.Is(i, "(", ")", ";", ":", "[", "]"), after && !fronted && r.Is(i, ","):
			return gap, false
		case r.Is(i, ","):
			gap += commaGap
		case r.Is(i, "-"): // what a hyphen ties to the verb is of it
			gap -= 2
		}
	}
	return gap, true
}

// fronted reports whether a date stands at the front of its clause, before its first comma: the verb follows.
func (r *reading) fronted(date token.Range) bool {
	start := r.Sentence(date.Start).Start
	for i := date.Start - 1; i >= start; i-- {
		switch {
		case r.Is(i, ",") || date.Start-i > frontReach:
			return false
		case r.Is(i, ";", ":", "(", "-"):
			start = i + 1
		}
	}
	for _, t := range r.Within(value.TypeTense, token.Range{Start: start, End: date.Start}) {
		if t.Value("tense") != "limit" {
			return false
		}
	}
	return true
}

// frontReach is up to how many tokens after the beginning of a clause a date stands at its front.
const frontReach = 9
