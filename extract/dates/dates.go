// Package dates resolves the dates of an article: each to the calendar days that it means, leaning on the day of
// publication and on the dates told before it.
package dates

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/timex"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/match"
	"sayso/rules/token"
)

// A Timex is one date of the text, resolved as far as the article allows.
type Timex struct {
	At     token.Range
	Said   value.Date
	Match  *match.Match
	Value  string       // TIMEX3
	Whole  timex.Period // the calendar unit that it means, zero where that is open or none
	Period timex.Period // the days of it, as a modifier narrows them; zero where it has no interval
	Tense  string
	Cue    *match.Match // what told the tense, or nil
	Other  string       // TIMEX3 of the other reading, where day and month may be the other way round
	Anchor string       // published, or the id of the date leant on
	ID     string

	surety       // how much the verb that tells the tense is to be believed
	framing bool // it tells a year, or goes on with one, that later dates may be in
}

// Open reports whether part of a date is not known because the day of publication is not.
func (m *Timex) Open() bool {
	return m.Said.Type != "SET" && m.Said.Ref == "" && (strings.HasPrefix(m.Value, "XXXX") || strings.HasPrefix(m.Value, "T"))
}

// edtf is the value as EDTF has it, or empty: EDTF knows no parts of a day.
func (m *Timex) edtf() string {
	if m.Said.Clock || m.Said.Part != "" {
		return ""
	}
	return m.Whole.EDTF(m.Said.Mod == "APPROX")
}

// Read resolves the dates of an article in the order of the text, for each may lean on those before it. Names hold no
// dates; the country of the press, ISO 3166 or empty, tells on which side of the equator its seasons are, else the
// countries that the article speaks of do. Names and press are asked for where they matter, and joined where their countries do.
func Read(v *view.View, named *entities.Names, press func() string) []*Timex {
	r := &reading{View: v, named: named, press: press}
	var all []*Timex
	defer named.Close()
	found := r.Found(value.TypeDate)
	r.lookAround(found)
	for _, m := range found {
		at, d := view.Span(m), value.ReadDate(m)
		if !d.Possible() || r.inAddress(at) || r.isTitle(at, d) || r.inName(at, d) {
			continue
		}
		all = apart(all, &Timex{At: at, Said: d, Match: m, framing: d.Year > 0 && !d.Aside})
	}
	for i := len(all) - 1; i >= 0; i-- {
		r.borrow(all, i)
	}
	for i := range all {
		r.lend(all, i)
	}
	all = slices.DeleteFunc(all, func(m *Timex) bool { return !m.Said.Possible() })
	for i, m := range all {
		m.ID = "d" + strconv.Itoa(i+1)
	}
	figures := sync.OnceValue(func() order { return r.order(all) })
	c := calendar{reading: r, all: all, side: sync.OnceValue(r.hemisphere)}
	for _, m := range all {
		if r.Done() {
			break
		}
		settle(m, figures)
		m.Tense, m.Cue, m.surety = r.tense(m)
		c.resolve(m)
	}
	return all
}

// endsOf are the first and the last day of a date, as the record has them.
func endsOf(m *Timex) *[2]string {
	from := m.Period.From.Format(time.DateOnly)
	if m.Period.To.Equal(m.Period.From) {
		return &[2]string{from, from}
	}
	return &[2]string{from, m.Period.To.Format(time.DateOnly)}
}

// lookAround looks for the verbs and at the names in the sentences that tell dates.
func (r *reading) lookAround(found []*match.Match) {
	places := make([]token.Range, len(found))
	for i, m := range found {
		places[i] = m.Tokens
	}
	r.Look(value.TypeTense, places)
	r.named.Glance(places)
}

// apart adds a date, or the two that it names: two years that are not one and the next are no season. Years that go back are
// none.
func apart(all []*Timex, m *Timex) []*Timex {
	second, ok := m.Match.Field("toyear")
	first, both := m.Match.Field("year")
	if !ok || !both || m.Said.ToYear > 0 {
		return append(all, m)
	}
	if value.ToYear(m.Said.Year, second.Value) <= m.Said.Year {
		return all // no years: a number of a telephone
	}
	a, b := *m, *m
	a.At, b.At = first.Tokens, second.Tokens
	b.Said.Year = value.ToYear(m.Said.Year, second.Value)
	return append(all, &a, &b)
}

// A reading is an article and the names in it.
type reading struct {
	*view.View
	named *entities.Names
	press func() string // the country of the press it stands in, ISO 3166, or empty
}

// inName reports whether the words are part of a longer name, as the month in Rio de Janeiro. A holiday is itself named
// like one.
func (r *reading) inName(at token.Range, d value.Date) bool {
	m := r.named.Over(at, true)
	longer := 0
	if d.Holiday != "" {
		longer = 2
	}
	return m != nil && m.At.Contains(at) && m.At.Len() > at.Len()+longer
}

// inAddress reports whether the words are part of an address: a point and more of it follow without a space.
func (r *reading) inAddress(at token.Range) bool {
	all, next := r.Text.Tokens, at.End+1
	return next < len(all) && r.Is(at.End, ".") && all[at.End].Glued && all[next].Glued && all[next].Kind == token.Word && all[next].Sentence == all[at.Start].Sentence
}

// isTitle reports whether the words of a date that leans on another are all that stands between quotation marks: nobody
// says so little, it is a title.
func (r *reading) isTitle(at token.Range, d value.Date) bool {
	q := r.Quotation(at.Start)
	return q != nil && (d.Anaphoric || d.Shifted) && q.Inner == at
}

// Records are the dates as the record has them.
func Records(v *view.View, all []*Timex) []document.Date {
	records := make([]document.Date, 0, len(all))
	for _, m := range all {
		d := document.Date{ID: m.ID, Place: v.Place(m.At), Type: m.Said.Type, Value: m.Value, EDTF: m.edtf(),
			Ambiguous: m.Other, Mod: document.Optional(m.Said.Mod), Anchor: m.Anchor, Tense: m.Tense, Rule: v.Rule(m.Match), Confidence: v.Confidence(m.Match)}
		if !m.Period.IsZero() {
			ends := endsOf(m)
			d.From, d.To = &ends[0], &ends[1]
			d.TZ = value.Offset(m.Said.Zone, m.Period.From, m.Said.Hour)
		}
		if m.Said.Type == "SET" {
			d.Freq = cmp.Or(m.Said.Times, "1") + "X"
		}
		if m.Cue != nil {
			p := v.Place(m.Cue.Tokens)
			d.Cue = &p
		}
		records = append(records, d)
	}
	return records
}
