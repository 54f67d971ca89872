package page

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"sayso/extract/article"
	"sayso/extract/dates"
	"sayso/extract/entities"
	"sayso/extract/view"
	"sayso/rules/match"
	"sayso/rules/token"
)

// dated is a page's article with the day of publication that a line beside its title tells, where nothing else did.
func dated(p *match.Program, a article.Article) article.Article {
	if a.Published.Date != "" {
		return a
	}
	apart := map[string]bool{}
	for _, line := range a.DateLines {
		day := dayIn(p, line, region(a.Language.Code))
		switch {
		case day == "":
		case line.Apart:
			apart[day] = true
		default:
			a.Published = article.Published{Date: day, From: "time"}
			return a
		}
	}
	for day := range apart {
		if len(apart) == 1 { // the page shows no other day
			a.Published = article.Published{Date: day, From: "time"}
		}
	}
	return a
}

// region is the region that a BCP 47 tag names, ISO 3166, or empty.
func region(tag string) string {
	for _, part := range strings.Split(tag, "-")[1:] {
		if len(part) == 2 {
			return strings.ToUpper(part)
		}
	}
	return ""
}

// given is an article with the day that its input gives in words or figures of the language.
func given(p *match.Program, a article.Article) article.Article {
	if a.GivenDate == "" || a.Published.From == "flag" {
		return a
	}
	if day := dayIn(p, article.Line{Text: a.GivenDate, Named: true}, region(a.Language.Code)); day != "" {
		a.Published = article.Published{Date: day, From: "input"}
		return a
	}
	a.Warnings = with(a.Warnings, fmt.Sprintf("date %q does not tell the day for sure: not used", a.GivenDate))
	return a
}

// unknownPress is the country of a page of which nothing is known.
func unknownPress() string { return "" }

// dayIn is the first day in full that a line tells, for a day of change is not before it; empty where the line leaves
// a doubt, or where it may be a sentence of the story.
func dayIn(p *match.Program, line article.Line, region string) string {
	reader := p.NewReader()
	defer reader.Close()
	v := view.New(p, reader, article.Article{Text: line.Text})
	none := entities.None(v)
	first, at := "", 0
	for _, m := range dates.Read(v, entities.Known(none), unknownPress) {
		day, err := time.Parse(time.DateOnly, m.Value)
		if err != nil || m.Said.Type != "DATE" {
			continue
		}
		if monthFirst(v, m) {
			if region == "" {
				return ""
			}
			if region != "US" && region != "PH" { // where alone the month goes first
				day = time.Date(day.Year(), time.Month(day.Day()), int(day.Month()), 0, 0, 0, 0, time.UTC)
			}
		}
		if value := day.Format(time.DateOnly); first == "" || value < first {
			first, at = value, m.Match.Tokens.Start
		}
	}
	if first != "" && !isStamp(p, v.Text, at, line.Named) {
		return ""
	}
	return first
}

// isStamp reports whether a line that tells a day says nothing else: what stands before the day are names and the words
// that pages put before days. What the page names a date may have other words, but is no sentence either.
func isStamp(p *match.Program, t *token.Text, at int, named bool) bool {
	const most = 8 // words before a day
	words := 0
	label := labelled(p, t)
	for i, tok := range t.Tokens[:at] {
		if tok.Kind != token.Word {
			continue
		}
		r, _ := utf8.DecodeRuneInString(t.Source[tok.Start:])
		if words++; !named && !label[i] && !unicode.IsUpper(r) {
			return false
		}
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(t.Source))
	return words <= most && !(words > 2 && strings.ContainsRune(".!?\u2026", last))
}

// labelled are the tokens of the words that pages put beside days and names.
func labelled(p *match.Program, t *token.Text) map[int]bool {
	all := map[int]bool{}
	for _, m := range p.Find(t) {
		if kind := noticeKind(p, m); kind == noticeByline || kind == noticeNobody {
			for i := m.Tokens.Start; i < m.Tokens.End; i++ {
				all[i] = true
			}
		}
	}
	return all
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
