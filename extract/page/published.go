package page

import (
	"strings"
	"time"
	"unicode"

	"sayso/extract/article"
	"sayso/extract/dates"
	"sayso/extract/entities"
	"sayso/extract/view"
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
	v := view.New(p, reader, article.Article{Text: line})
	first := ""
	for _, m := range dates.Read(v, entities.None(v), "") {
		if _, err := time.Parse(time.DateOnly, m.Value); err != nil || m.Said.Type != "DATE" {
			continue
		}
		if monthFirst(v, m) {
			return ""
		}
		if first == "" || m.Value < first {
			first = m.Value
		}
	}
	return first
}

// monthFirst reports whether a day is in figures alone, the month before the day and both fit for either: readers of
// one language do not agree on what 3/4/2020 is.
func monthFirst(v *view.View, m *dates.Timex) bool {
	month, hasMonth := m.Match.Field("month")
	day, hasDay := m.Match.Field("day")
	if !hasMonth || !hasDay || month.Tokens.Start >= day.Tokens.Start || m.Said.Day > 12 {
		return false
	}
	year, hasYear := m.Match.Field("year")
	return hasYear && year.Tokens.Start > day.Tokens.Start && !strings.ContainsFunc(v.Text.Slice(view.Span(m.Match)), unicode.IsLetter)
}
