package extract

import (
	"strings"
	"time"
	"unicode"

	"sayso/extract/article"
	"sayso/rules/match"
)

// dated is a page's article with the day of publication that a line beside its title tells, where nothing else did.
func dated(p *match.Program, a article.Article) article.Article {
	if a.Published.Date != "" {
		return a
	}
	for _, line := range a.DateLines {
		if day := dayIn(p, line); day != "" {
			a.Published = article.Published{Date: day, From: "time"}
			break
		}
	}
	return a
}

// dayIn is the first day in full that a line tells, for a day of change is not before it; empty where the line leaves
// a doubt.
func dayIn(p *match.Program, line string) string {
	reader := p.NewReader()
	defer reader.Close()
	r := newReading(p, reader, article.Article{Text: line}, exchange{})
	first := ""
	for _, m := range r.readDates() {
		if _, err := time.Parse(time.DateOnly, m.value); err != nil || m.said.Type != "DATE" {
			continue
		}
		if r.monthFirst(m) {
			return ""
		}
		if first == "" || m.value < first {
			first = m.value
		}
	}
	return first
}

// monthFirst reports whether a day is in figures alone, the month before the day and both fit for either: readers of
// one language do not agree on what 3/4/2020 is.
func (r *reading) monthFirst(m *moment) bool {
	month, hasMonth := m.match.Field("month")
	day, hasDay := m.match.Field("day")
	if !hasMonth || !hasDay || month.Tokens.Start >= day.Tokens.Start || m.said.Day > 12 {
		return false
	}
	year, hasYear := m.match.Field("year")
	return hasYear && year.Tokens.Start > day.Tokens.Start && !strings.ContainsFunc(r.text.Slice(span(m.match)), unicode.IsLetter)
}
