// Package dates resolves the dates of an article: each to the calendar days that it means, leaning on the day of
// publication and on the dates told before it.
package dates

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"sayso/extract/document"
	"sayso/extract/entities"
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
	Value  string // TIMEX3
	Period value.Period
	Tense  string
	Cue    *match.Match // what told the tense, or nil
	Anchor string       // published, or the id of the date leant on
	ID     string
}

// Open reports whether part of a date is not known because the day of publication is not.
func (m *Timex) Open() bool {
	return m.Said.Type != "SET" && m.Said.Ref == "" && strings.HasPrefix(m.Value, "XXXX")
}

// Read resolves the dates of an article in the order of the text, for each may lean on those before it. Names hold no
// dates; the country of the press, ISO 3166 or empty, tells on which side of the equator its seasons are.
func Read(v *view.View, named *entities.Set, press string) []*Timex {
	r := &reading{v, named}
	var all []*Timex
	for _, m := range r.Found(value.TypeDate) {
		at, d := view.Span(m), value.ReadDate(m)
		if r.inName(at) || !d.Possible() {
			continue
		}
		all = append(all, &Timex{At: at, Said: d, Match: m})
	}
	for i, m := range all {
		m.ID = fmt.Sprintf("d%d", i+1)
		r.borrow(all, i)
	}
	c := calendar{reading: r, press: press}
	for _, m := range all {
		if r.Done() {
			break
		}
		m.Tense, m.Cue = r.tense(m)
		c.resolve(m)
	}
	return all
}

// A reading is an article and the names in it.
type reading struct {
	*view.View
	named *entities.Set
}

// inName reports whether the words are part of a longer name, as the month in Rio de Janeiro.
func (r *reading) inName(at token.Range) bool {
	m := r.named.At(at)
	return m != nil && m.At.Contains(at) && m.At.Len() > at.Len()
}

// borrow takes from the date that follows what a date leaves out: "from 3 to 8 June 2019", "between 3 and 4 p.m. on
// Friday".
func (r *reading) borrow(all []*Timex, i int) {
	if i+1 >= len(all) {
		return
	}
	d, next := &all[i].Said, all[i+1]
	if gap := next.At.Start - all[i].At.End; gap > 4 || r.Sentence(next.At.Start) != r.Sentence(all[i].At.Start) {
		return
	}
	n := next.Said
	if d.Clock && !d.OnDay() && n.OnDay() {
		d.Year, d.Month, d.Day, d.Weekday = n.Year, n.Month, n.Day, n.Weekday
		d.Shifted, d.Shift, d.Unit, d.Tense = n.Shifted, n.Shift, n.Unit, n.Tense
		return
	}
	if d.Day > 0 && d.Month == 0 && d.Weekday == 0 && n.Day > 0 && n.Month > 0 {
		d.Month, d.Year = n.Month, n.Year
	} else if d.Month > 0 && d.Year == 0 && n.Month >= d.Month && n.Year > 0 && n.Month > 0 {
		d.Year = n.Year
	}
}

// tense is what the words of the date or the nearest verb of its sentence tell.
func (r *reading) tense(m *Timex) (tense string, cue *match.Match) {
	if m.Said.Tense != "" {
		return m.Said.Tense, nil
	}
	s, within := r.Sentence(m.At.Start), r.Quotation(m.At.Start)
	best := 1 << 30
	for _, t := range r.Within(value.TypeTense, s) {
		if t.Tokens.Overlaps(m.At) || r.Quotation(t.Tokens.Start) != within {
			continue
		}
		gap := max(t.Tokens.Start-m.At.End, m.At.Start-t.Tokens.End)
		if gap < best {
			best, tense, cue = gap, t.Value("tense"), t
		}
	}
	return tense, cue
}

// Records are the dates as the record has them.
func Records(v *view.View, all []*Timex) []document.Date {
	records := []document.Date{}
	for _, m := range all {
		d := document.Date{ID: m.ID, Place: v.Place(m.At), Type: m.Said.Type, Value: m.Value, EDTF: value.EDTF(m.Value, m.Said.Mod),
			Mod: document.Optional(m.Said.Mod), Anchor: m.Anchor, Tense: m.Tense, Rule: v.Rule(m.Match), Confidence: v.Confidence(m.Match)}
		if !m.Period.IsZero() {
			d.From, d.To = document.Optional(m.Period.From.Format(time.DateOnly)), document.Optional(m.Period.To.Format(time.DateOnly))
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
