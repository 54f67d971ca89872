package dates

import (
	"time"

	"sayso/extract/timex"
)

// A direction is on which side of a day a date lies.
type direction int

const (
	nearest direction = iota
	past              // a finite verb tells what has been: the latest that has begun
	future            // a verb tells what is to come: the first that has not ended
	last              // the words say so: the latest that was over
	next              // the first that had not begun
)

// choose is the occurrence that is meant; zero where there is none on that side.
func choose(all []timex.Period, day time.Time, to direction) timex.Period {
	best := timex.Period{}
	for _, p := range all {
		switch to {
		case past:
			if begun(p, day) {
				best = p
			}
		case last:
			if over(p, day) {
				best = p
			}
		case future:
			if best.IsZero() && !p.To.Before(justOver(p, day)) {
				best = p
			}
		case next:
			if best.IsZero() && p.From.After(day) {
				best = p
			}
		default:
			if best.IsZero() || away(p, day) < away(best, day) {
				best = p
			}
		}
	}
	return best
}

// meant is the occurrence on the side that a verb tells, or the nearest one where that is much nearer and the verb may
// belong to something else: what is far off is told with its year.
func meant(all []timex.Period, day time.Time, to direction, firm bool) timex.Period {
	chosen, close := choose(all, day, to), choose(all, day, nearest)
	if firm || to != past && to != future || close.IsZero() || away(close, day) > nearby {
		return chosen
	}
	if chosen.IsZero() || away(chosen, day) > farOff*away(close, day) {
		return close
	}
	return chosen
}

// A date within nearby days of publication is meant rather than one farOff times as far, whatever the verb about it tells.
const (
	nearby = 60
	farOff = 4
)

// begun reports whether a period of which the past is told can be this one. Quarters and halves are told when they are
// over.
func begun(p timex.Period, day time.Time) bool {
	if p.Grain == timex.Quarter || p.Grain == timex.Half {
		return p.To.Before(day)
	}
	return !p.From.After(day)
}

// justOver is the day from which on a period may be told as one to come: the figures of a quarter are still to come for
// two months after its end.
func justOver(p timex.Period, day time.Time) time.Time {
	if p.Grain == timex.Quarter {
		return day.AddDate(0, -2, 0)
	}
	return day
}

// over reports whether a period can be the last one: it has ended, or as a season it is nearly over.
func over(p timex.Period, day time.Time) bool {
	if p.Grain == timex.Season {
		return p.Middle().Before(day)
	}
	return p.To.Before(day)
}

// away is how far the middle of a period is from a day, in days; nothing where it holds the day.
func away(p timex.Period, day time.Time) int {
	if p.Contains(day) {
		return 0
	}
	n := int(p.Middle().Sub(day).Hours() / 24)
	return max(n, -n)
}
