// Package timex is a calendar of typed values: periods with their grain, lengths and what comes back. They are
// intersected, shifted, cut into parts and printed as TIMEX3 and EDTF (ISO 8601-2); nothing is read from text here.
package timex

// A Grain is the unit that a period is one of.
type Grain int

// The grains, from fine to coarse. Years is a season of sport or a financial year that two calendar years name, a Span any
// run of days.
const (
	NoGrain Grain = iota
	Second
	Minute
	Hour
	Day
	Weekend
	Week
	Fortnight
	Month
	Season
	Quarter
	Half
	Year
	Decade
	Century
	Years
	Span
)

var grains = map[string]Grain{
	"second": Second, "minute": Minute, "hour": Hour, "day": Day, "weekend": Weekend, "week": Week, "fortnight": Fortnight,
	"month": Month, "season": Season, "quarter": Quarter, "half": Half, "year": Year, "decade": Decade, "century": Century,
}

// GrainOf is the grain of a unit by its English name, as "month"; NoGrain where there is none.
func GrainOf(unit string) Grain { return grains[unit] }

// years is how many years a grain counts, months how many months, days how many days; 0 where it is not made of them.
func (g Grain) years() int {
	switch g {
	case Year:
		return 1
	case Decade:
		return 10
	case Century:
		return 100
	}
	return 0
}

func (g Grain) months() int {
	switch g {
	case Month:
		return 1
	case Quarter:
		return 3
	case Half:
		return 6
	}
	return 12 * g.years()
}

func (g Grain) days() int {
	switch g {
	case Day:
		return 1
	case Weekend, Week:
		return 7
	case Fortnight:
		return 14
	}
	return 0
}
