package dates

import (
	"slices"

	"sayso/extract/document"
	"sayso/extract/timex"
)

// A calendar resolves dates and remembers those that the text has told.
type calendar struct {
	*reading
	all   []*Timex // of the article
	side  func() hemisphere
	told  []*Timex // those that later ones may lean on
	prior *Timex   // the date before, whatever it is
}

func (c *calendar) resolve(m *Timex) {
	d := m.Said
	loose := c.loosely(m)
	if loose && d.Unit == timex.Day {
		m.Said.Ref, d.Ref = presentRef, presentRef
	}
	if d.Nearing && d.Count != "" && !c.onVerge(d.Unit) { // in the middle of a year, the coming one is as long
		m.Said.Type, d.Type = "DURATION", "DURATION"
	}
	switch {
	case d.Ref != "":
		m.Value = d.Ref
	case d.Type == "SET":
		m.Value = set(d)
	case d.Type == "DURATION":
		m.Value = length(d)
	case loose:
		m.Said.Type, m.Value = "SET", openValue(d)
	case d.Clock && !d.OnDay() && d.Month == 0 && d.Year == 0 && !d.Shifted:
		c.clock(m)
	default:
		c.point(m)
	}
	m.Period = c.interval(m)
	if !m.Whole.IsZero() && !d.Aside {
		c.told = append(c.told, m)
	}
	c.prior = m
}

// point gives a date its period and value.
func (c *calendar) point(m *Timex) {
	b, on := c.basis(m)
	whole, leant := b.point(m.Said)
	if whole.IsZero() && m.Said.Anaphoric && m.Said.Count != "" { // a week later than nothing that was told: a week
		m.Said.Type, m.Value = "DURATION", length(m.Said)
		return
	}
	if whole.IsZero() {
		m.Said = c.coarsely(m)
	}
	m.Whole, m.Value = whole, write(m.Said, whole)
	switch {
	case whole.IsZero() || leant == onNothing:
	case leant == onPublication && b.said != "":
		m.Anchor = b.said
	case leant == onPublication:
		m.Anchor = document.AnchorPublished
	case on != nil:
		m.Anchor = on.ID
	}
}

// interval is the days that a date means, zero where it has none or they are open.
func (c *calendar) interval(m *Timex) timex.Period {
	p, d := m.Whole, m.Said
	switch {
	case p.IsZero() || p.Grain == timex.Years || d.Before:
		return timex.Period{}
	case d.Season != "" && c.side() == unknown:
		return timex.Period{}
	case d.Until && p.Contains(c.Published):
		return timex.SpanOf(p.From, c.Published)
	}
	return p.Narrow(d.Mod)
}

// basis is what a date leans on, with the date before that lends to it, or nil.
func (c *calendar) basis(m *Timex) (basis, *Timex) {
	b := basis{day: c.Published, surety: m.surety, southern: c.southern(m.Said)}
	switch m.Tense {
	case "past":
		b.to = past
	case "future":
		b.to = future
	}
	if a := c.leantOn(m); a != nil {
		b.told = a.Whole
		if m.Said.Same {
			b.told = c.compared(a, m.Said.Whole)
		}
		return b, a
	}
	if day, id := c.saidOn(m); id != "" {
		b.day, b.said = day, id
	}
	if to := c.settledSide(m); to != nearest {
		b.to = to
	}
	if a := c.lender(m); a != nil {
		b.carried = a.Whole
		return b, a
	}
	return b, nil
}

// heads reports whether a time of day begins its paragraph before a colon: an entry of a log of the day.
func (c *calendar) heads(m *Timex) bool {
	return m.At.Start == c.ParagraphAt(m.At.Start).Start && c.Is(m.At.End, ":")
}

// clock puts a time of day on its day: the one just told, else that of publication.
func (c *calendar) clock(m *Timex) {
	if p := c.prior; m.Said.Event || p != nil && (p.Said.Type == "SET" || p.Said.Clock && p.Whole.IsZero()) && c.Sentence(p.At.Start) == c.Sentence(m.At.Start) {
		m.Value = write(m.Said, m.Whole) // of every such day
		return
	}
	for _, a := range slices.Backward(c.lately()) {
		if !c.audible(a, m) {
			continue
		}
		if c.Paragraph(m.At.Start)-c.Paragraph(a.At.Start) > clockReach || c.heads(m) {
			break
		}
		if a.Whole.Grain == timex.Day && !(m.Tense == "future" && a.Whole.From.Before(c.Published)) {
			m.Whole, m.Anchor = a.Whole, a.ID
			break
		}
		if c.Sentence(a.At.Start) == c.Sentence(m.At.Start) && !a.Whole.Contains(c.Published) {
			m.Value = write(m.Said, m.Whole) // of some day of that season or year
			return
		}
	}
	if m.Whole.IsZero() && !c.Published.IsZero() && !c.tellsOf(m) {
		m.Whole, m.Anchor = timex.DayOf(c.Published), document.AnchorPublished
	}
	m.Value = write(m.Said, m.Whole)
}

// tellsOf reports whether the last day that was told before a time of day, out of its reach, is another one than that of
// publication, and the time is not one to come: it may be of either.
func (c *calendar) tellsOf(m *Timex) bool {
	if m.Tense == "future" || c.heads(m) {
		return false
	}
	for _, a := range slices.Backward(c.lately()) {
		if c.audible(a, m) && a.Whole.Grain == timex.Day {
			return !a.Whole.Contains(c.Published)
		}
	}
	return false
}
