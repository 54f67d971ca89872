package dates

import (
	"slices"

	"sayso/extract/value"
)

// A hemisphere is the side of the equator whose seasons an article tells of.
type hemisphere int

const (
	unknown hemisphere = iota
	northern
	southern
)

// southern reports whether a date is a season of the south. Of other dates nobody asks where the article stands.
func (c *calendar) southern(d value.Date) bool { return d.Season != "" && c.side() == southern }

// hemisphere is that of the country of the press, else of the countries that the article names, where these agree but
// for one in four, else of the language's own press where that is on one side.
func (r *reading) hemisphere() hemisphere {
	if press := r.press(); press != "" {
		return sideOf(press)
	}
	count := map[hemisphere]int{}
	for _, m := range r.named.Weighed().Join().Mentions {
		if m.Entity.Country != "" {
			count[sideOf(m.Entity.Country)]++
		}
	}
	switch north, south := count[northern], count[southern]; {
	case north > 3*south:
		return northern
	case south > 3*north:
		return southern
	}
	if _, ok := r.Lookup("hemisphere", "north"); ok {
		return northern
	}
	return unknown
}

func sideOf(country string) hemisphere {
	if slices.Contains(southernCountries, country) {
		return southern
	}
	return northern
}

// southernCountries are those of the southern hemisphere, ISO 3166.
var southernCountries = []string{"AO", "AR", "AU", "BO", "BR", "BW", "CL", "FJ", "LS", "MG", "MU", "MW", "MZ", "NA", "NC", "NZ", "PE", "PF", "PG", "PY", "RE", "SZ", "TL", "UY", "ZA", "ZM", "ZW"}
