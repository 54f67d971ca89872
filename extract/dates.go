package extract

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"sayso/extract/value"
	"sayso/rules/match"
	"sayso/rules/token"
)

// A moment is one date of the text, resolved as far as the article allows.
type moment struct {
	at     token.Range
	said   value.Date
	match  *match.Match
	value  string // TIMEX3
	period value.Period
	tense  string
	cue    *match.Match // what told the tense, or nil
	anchor string       // published, or the id of the date leant on
	id     string
}

// open reports whether part of a date is not known because the day of publication is not.
func (m *moment) open() bool {
	return m.said.Type != "SET" && m.said.Ref == "" && strings.HasPrefix(m.value, "XXXX")
}

// readDates resolves the dates in the order of the text, for each may lean on those before it.
func (r *reading) readDates() []*moment {
	var all []*moment
	for _, m := range r.found[value.TypeDate] {
		at, d := span(m), value.ReadDate(m)
		if r.inName(at) || !d.Possible() {
			continue
		}
		all = append(all, &moment{at: at, said: d, match: m})
	}
	for i, m := range all {
		m.id = fmt.Sprintf("d%d", i+1)
		r.borrow(all, i)
	}
	c := calendar{reading: r}
	for _, m := range all {
		m.tense, m.cue = r.tense(m)
		c.resolve(m)
	}
	return all
}

// inName reports whether the words are part of a longer name, as the month in Rio de Janeiro.
func (r *reading) inName(at token.Range) bool {
	m := r.mentionAt(at)
	return m != nil && m.at.Contains(at) && m.at.Len() > at.Len()
}

// borrow takes from the date that follows what a date leaves out: "from 3 to 8 June 2019", "between 3 and 4 p.m. on
// Friday".
func (r *reading) borrow(all []*moment, i int) {
	if i+1 >= len(all) {
		return
	}
	d, next := &all[i].said, all[i+1]
	if gap := next.at.Start - all[i].at.End; gap > 4 || r.sentence(next.at.Start) != r.sentence(all[i].at.Start) {
		return
	}
	n := next.said
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
func (r *reading) tense(m *moment) (tense string, cue *match.Match) {
	if m.said.Tense != "" {
		return m.said.Tense, nil
	}
	s, within := r.sentence(m.at.Start), r.quotation(m.at.Start)
	best := 1 << 30
	for _, t := range r.within(value.TypeTense, s) {
		if t.Tokens.Overlaps(m.at) || r.quotation(t.Tokens.Start) != within {
			continue
		}
		gap := max(t.Tokens.Start-m.at.End, m.at.Start-t.Tokens.End)
		if gap < best {
			best, tense, cue = gap, t.Value("tense"), t
		}
	}
	return tense, cue
}

// dateRecords are the dates as the record has them.
func (r *reading) dateRecords(all []*moment) []Date {
	records := []Date{}
	for _, m := range all {
		d := Date{ID: m.id, Place: r.place(m.at), Type: m.said.Type, Value: m.value, EDTF: value.EDTF(m.value, m.said.Mod),
			Mod: optional(m.said.Mod), Anchor: m.anchor, Tense: m.tense, Rule: r.rule(m.match), Confidence: r.confidence(m.match)}
		if !m.period.IsZero() {
			d.From, d.To = optional(m.period.From.Format(time.DateOnly)), optional(m.period.To.Format(time.DateOnly))
			d.TZ = value.Offset(m.said.Zone, m.period.From, m.said.Hour)
		}
		if m.said.Type == "SET" {
			d.Freq = cmp.Or(m.said.Times, "1") + "X"
		}
		if m.cue != nil {
			p := r.place(m.cue.Tokens)
			d.Cue = &p
		}
		records = append(records, d)
	}
	return records
}
