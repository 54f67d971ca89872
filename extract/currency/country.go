package currency

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"time"
)

//go:embed tender.txt
var tenderTable string

// A tender is a currency of a country with the first and the last day on which it was money; none is the last of one
// that still is.
type tender struct{ code, from, to string }

// tenders are those of each country (ISO 3166), the latest first.
var tenders = sync.OnceValue(func() map[string][]tender {
	all := map[string][]tender{}
	for line := range strings.Lines(tenderTable) {
		country, rest, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for period := range strings.SplitSeq(rest, "\t") {
			f := append(strings.Fields(period), "", "")
			all[country] = append(all[country], tender{f[0], f[1], f[2]})
		}
	}
	return all
})

// of are the currencies of a country, or of the country that a part of one belongs to.
func of(country string) []tender {
	country, _, _ = strings.Cut(country, "-")
	return tenders()[country]
}

// OfCountry is the currency that a country pays in now, by CLDR, or empty. The country is an ISO 3166 code, or that of a
// part of one.
func OfCountry(country string) string {
	if all := of(country); len(all) > 0 && all[0].to == "" {
		return all[0].code
	}
	return ""
}

// OfCountryOn are the currencies that a country paid in on a day, the newest first; on no day, those of today.
func OfCountryOn(country string, day time.Time) []string {
	var codes []string
	for _, t := range of(country) {
		if t.holds(day) {
			codes = append(codes, t.code)
		}
	}
	return codes
}

// holds reports whether the currency was money on a day, or still is where that is zero.
func (t tender) holds(day time.Time) bool {
	var digits [len(time.DateOnly)]byte
	on := string(day.AppendFormat(digits[:0], time.DateOnly))
	return t.to == "" && (day.IsZero() || t.from <= on) || t.from <= on && on <= t.to
}

// Within are those of some currencies that a country calls its own: the one that it pays in, else all that it has paid
// in, the latest first; none where no country is given.
func Within(codes []string, country string) []string {
	var own []string
	for _, t := range of(country) {
		switch {
		case !slices.Contains(codes, t.code) || slices.Contains(own, t.code):
		case t.to == "" && len(own) == 0:
			return []string{t.code}
		default:
			own = append(own, t.code)
		}
	}
	return own
}

// Withdrawn is the last day on which a currency was money anywhere, zero where it still is or is not known.
func Withdrawn(code string) time.Time {
	last := ""
	for _, t := range periods()[code] {
		if t.to == "" {
			return time.Time{}
		}
		last = max(last, t.to)
	}
	day, _ := time.Parse(time.DateOnly, last)
	return day
}

// InForce reports whether a currency was money anywhere on a day.
func InForce(code string, day time.Time) bool {
	return slices.ContainsFunc(periods()[code], func(t tender) bool { return t.holds(day) })
}

// Known reports whether a currency is or was money of a country.
func Known(code string) bool { return len(periods()[code]) > 0 }

// SameCountry reports whether two currencies are money of one country, by the first letters of their codes.
func SameCountry(a, b string) bool { return len(a) == 3 && len(b) == 3 && a[:2] == b[:2] }

// periods are the times of each currency in the countries that paid in it.
var periods = sync.OnceValue(func() map[string][]tender {
	all := map[string][]tender{}
	for _, own := range tenders() {
		for _, t := range own {
			all[t.code] = append(all[t.code], t)
		}
	}
	return all
})
