package entities

import (
	"strings"

	"sayso/extract/value"
)

// Lists of places by what their names mean alone.
var codeLists = []string{"subdivision", "state-code"}

// codeOf is the ISO 3166 code of the country or of the part of one that a mention of a place names, or empty.
func (r *reading) codeOf(m *Mention) string {
	if m.Kind == value.TypeLocation && !m.coded {
		m.code, m.coded = r.findCode(m), true
	}
	return m.code
}

// findCode is the code of a mention of a place.
func (r *reading) findCode(m *Mention) string {
	if code := countryOf(m.Match); code != "" {
		return code
	}
	for _, list := range codeLists {
		if code, ok := r.listed(m, list); ok {
			return code
		}
	}
	return ""
}

// listed is what a mention's text stands for in a list, and whether the list holds it.
func (r *reading) listed(m *Mention, list string) (string, bool) {
	if m.At.Len() == 1 {
		return r.Value(m.At.Start, list)
	}
	return r.Lookup(list, m.Text)
}

// locate gives the places that lists know by their names alone their codes, their numbers in GeoNames and their countries. A town
// beside which the article names another country is not the one that everybody knows.
func (r *reading) locate(all []*Entity) {
	for _, e := range all {
		if e.Kind != value.TypeLocation || e.IDs["iso3166"] != "" {
			continue
		}
		m := &r.mentions[e.Mentions[0]]
		if code := r.codeOf(m); code != "" {
			e.settle(code[:2], "iso3166-2", code)
			continue
		}
		town, ok := r.listed(m, "city-id")
		number, country, _ := strings.Cut(town, " ")
		if ok && r.undisputed(e, country) {
			e.settle(country, "geonames", number)
		}
	}
}

// settle gives a place its country and an identifier, unless it has another country.
func (e *Entity) settle(country, scheme, id string) {
	if e.Country == "" || e.Country == country {
		e.Country = country
		e.identify(scheme, id)
	}
}

// undisputed reports whether no mention of a place has one of another country right behind a comma or in brackets: "Paris, Texas".
func (r *reading) undisputed(e *Entity, country string) bool {
	for _, i := range e.Mentions {
		if i+1 >= len(r.mentions) {
			continue
		}
		m, next := &r.mentions[i], &r.mentions[i+1]
		if !r.Is(m.At.End, ",", "(") || next.At.Start != m.At.End+1 {
			continue
		}
		if code := r.codeOf(next); code != "" && code[:2] != country {
			return false
		}
	}
	return true
}
