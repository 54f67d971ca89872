//go:build ignore

package main

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"sayso/extract/currency"
)

// A series is one currency's rates as they are gathered, by day.
type series struct {
	code, source string
	inverse      bool
	days         map[string]float64
}

func newSeries(code, source string) *series {
	return &series{code: code, source: source, days: map[string]float64{}}
}

func (s *series) add(day string, rate float64) {
	if rate > 0 {
		s.days[day] = rate
	}
}

// thin leaves the last day of each week before the days from which all are kept.
func (s *series) thin() *series {
	last := map[int]string{}
	for day := range s.days {
		if day >= daily {
			continue
		}
		week := dayNumber(day) / 7
		if day > last[week] {
			last[week] = day
		}
	}
	for day := range s.days {
		if day < daily && last[dayNumber(day)/7] != day {
			delete(s.days, day)
		}
	}
	return s
}

// exact keeps the rates with the decimal places that they were published with.
func (s *series) exact() currency.Series {
	places := 0
	for _, rate := range s.days {
		_, fraction, _ := strings.Cut(strconv.FormatFloat(rate, 'f', -1, 64), ".")
		places = max(places, len(fraction))
	}
	return s.scaled(places)
}

// rounded keeps five significant digits of the smallest rate.
func (s *series) rounded() currency.Series {
	low := math.Inf(1)
	for _, rate := range s.days {
		low = min(low, rate)
	}
	return s.scaled(4 - int(math.Floor(math.Log10(low))))
}

func (s *series) scaled(places int) currency.Series {
	out := currency.Series{Code: s.code, Source: s.source, Scale: int32(places), Inverse: s.inverse}
	for _, day := range slices.Sorted(maps.Keys(s.days)) {
		out.Days = append(out.Days, int32(dayNumber(day)))
		out.Rates = append(out.Rates, int64(math.Round(s.days[day]*math.Pow10(places))))
	}
	return out
}

// dayNumber is a day of the calendar as days since 1970-01-01, 0 for what is no day.
func dayNumber(day string) int {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0
	}
	return int(t.Unix() / (24 * 60 * 60))
}
