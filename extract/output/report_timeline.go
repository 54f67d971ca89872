package output

import (
	"cmp"
	"math"
	"slices"
	"time"

	"sayso/extract/document"
)

// A reportTime is a date on the timeline: its first and last day, and the part of the line that it takes up, in percent. Without an
// anchor it is the day of publication.
type reportTime struct {
	From, To     string
	First, Last  string // the same in words
	Text, Anchor string
	Left, Width  float64
}

// timeline is the dates that have an interval, in the order of the calendar, with the day of publication among them.
func timeline(d *document.Document, anchor func(string) string, w words) []reportTime {
	var all []reportTime
	for _, x := range d.Dates {
		if x.From != nil && x.To != nil {
			all = append(all, reportTime{From: *x.From, To: *x.To, First: w.day(*x.From), Last: w.day(*x.To), Text: clean(x.Text), Anchor: anchor(x.ID)})
		}
	}
	if len(all) == 0 {
		return nil
	}
	origin := text(d.Published.Date)
	if origin != "" {
		all = append(all, reportTime{From: origin, To: origin, First: w.day(origin), Last: w.day(origin)})
	}
	slices.SortStableFunc(all, func(x, y reportTime) int { return cmp.Or(cmp.Compare(x.From, y.From), cmp.Compare(x.To, y.To)) })
	spread(all, cmp.Or(origin, all[len(all)-1].To))
	return all
}

// spread gives each date its part of the line. The line is stretched about its origin, for news speaks of the days before and
// after more than of the years.
func spread(all []reportTime, origin string) {
	first, last := math.Inf(1), math.Inf(-1)
	for _, t := range all {
		first, last = min(first, away(t.From, origin)), max(last, away(t.To, origin))
	}
	length := max(last-first, 1)
	for i, t := range all {
		from, to := away(t.From, origin), away(t.To, origin)
		all[i].Left = percent((from - first) / length)
		all[i].Width = percent((to - from) / length)
	}
}

// away is how far a day is from another on the line: the logarithm of the weeks between them, with its sign.
func away(day, origin string) float64 {
	a, err := time.Parse(time.DateOnly, day)
	b, wrong := time.Parse(time.DateOnly, origin)
	if err != nil || wrong != nil {
		return 0
	}
	weeks := a.Sub(b).Hours() / (24 * 7)
	return math.Copysign(math.Log1p(math.Abs(weeks)), weeks)
}

// percent is a share with one decimal.
func percent(share float64) float64 { return math.Round(share*1000) / 10 }
