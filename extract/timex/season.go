package timex

import "time"

// A SeasonOf is one of the four seasons by its TIMEX3 code, SP, SU, FA or WI.
type SeasonOf string

var seasonStart = map[SeasonOf]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}

// SeasonIn is a season by the year that it is named by, from the 21st of its first month to the 20th: the winter of
// 2024 begins in December 2024 in the north, the summer of 2025 in December 2024 in the south. Zero where there is no
// such season.
func SeasonIn(year int, s SeasonOf, southern bool) Period {
	month, ok := seasonStart[s]
	if !ok {
		return Period{}
	}
	if southern {
		month -= 6
	}
	return Period{Grain: Season, From: Date(year, month, 21), To: Date(year, month+3, 20), season: s, label: year}
}

// southern reports whether a season is one of the southern hemisphere.
func (p Period) southern() bool {
	return p.From.Month() != time.Month(seasonStart[p.season])
}
