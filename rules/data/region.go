//go:build ignore

package main

import "slices"

// regions writes the parts of countries and of the world, which are all written by hand, those apart whose names
// mean something else more often.
func regions(fetcher) error {
	for _, pack := range languages {
		sure, doubtful := newTable(), newTable()
		ambiguous := names(pack, "region-ambiguous")
		doubtful.add("", ambiguous...)
		for _, name := range names(pack, "region") {
			if !slices.Contains(ambiguous, name) {
				sure.add("", name)
			}
		}
		if err := sure.writeForms(pack, "region", "Parts of countries and of the world, seas, rivers, mountains.", false); err != nil {
			return err
		}
		if err := doubtful.writeForms(pack, "region-ambiguous", "Regions whose names are words or people's names: good after a preposition of place.", false); err != nil {
			return err
		}
	}
	return nil
}
