package source

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"sayso/extract/article"
)

// monthFirst are the regions whose dates in figures have the month before the day. Others that write English differ among
// themselves.
var monthFirst = map[string]bool{"US": true}

// dayFirst are regions whose dates in figures have the day before the month, of a language that some others write otherwise.
var dayFirst = map[string]bool{"GB": true, "IE": true, "AU": true, "NZ": true, "IN": true}

// dayOf is the day (YYYY-MM-DD) of a date as a record of a language has it: a day that may have a time of day behind it, whose zone
// is the writer's; seconds, milliseconds or microseconds since 1970, in UTC; a stamp of a server's or publishing system's. Where
// only the language can tell, words is true.
func dayOf(date, lang string) (day string, words bool) {
	date = strings.TrimSpace(date)
	if len(date) > len(time.DateOnly) && strings.ContainsRune("T ", rune(date[len(time.DateOnly)])) {
		if _, err := time.Parse(time.DateOnly, date[:len(time.DateOnly)]); err == nil {
			return date[:len(time.DateOnly)], false
		}
	}
	if _, err := time.Parse(time.DateOnly, date); err == nil {
		return date, false
	}
	if day = sinceEpoch(date); day == "" {
		day = article.Day(date)
	}
	if day == "" {
		day = inFigures(date, lang)
	}
	if day != "" {
		return day, false
	}
	figures := strings.IndexFunc(date, func(r rune) bool { return !unicode.IsDigit(r) })
	return "", len(date) <= maxWords && strings.ContainsFunc(date, unicode.IsDigit) && (figures == 1 || figures == 2 || strings.ContainsFunc(date, unicode.IsLetter))
}

// maxWords is how long a date in words may be, in bytes.
const maxWords = 100

// sinceEpoch is the day of a number of seconds or of parts of them since 1970. A number that is no moment of the last or next
// decades is none.
func sinceEpoch(number string) string {
	n, err := strconv.ParseFloat(number, 64)
	if err != nil || len(number) < 9 {
		return ""
	}
	for _, unit := range []float64{1, 1e3, 1e6, 1e9} {
		if s := n / unit; s >= firstSecond && s < lastSecond {
			return time.Unix(int64(s), 0).UTC().Format(time.DateOnly)
		}
	}
	return ""
}

// The first and the last second that a number may mean: 1975 and 2100. Between the units there is no doubt.
const firstSecond, lastSecond = 157766400, 4102444800

// inFigures is the day of 12/03/2025 where the region of the language says which is the month.
func inFigures(date, lang string) string {
	_, region, _ := strings.Cut(strings.ReplaceAll(strings.ToUpper(lang), "_", "-"), "-")
	layout := map[bool]string{monthFirst[region]: "1/2/2006", dayFirst[region]: "2/1/2006"}[true]
	if layout == "" {
		return ""
	}
	figures, _, _ := strings.Cut(date, " ")
	t, err := time.Parse(layout, strings.ReplaceAll(figures, "-", "/"))
	if err != nil {
		return ""
	}
	return t.Format(time.DateOnly)
}
