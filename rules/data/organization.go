//go:build ignore

package main

import (
	"slices"
	"strings"
)

// organizations writes the known organizations, all written by hand: those safe in all languages, those of one
// language, and apart those whose names are words or given names in that language.
func organizations(fetcher) error {
	ambiguous := map[string]func(string) bool{}
	for _, pack := range languages {
		ambiguous[pack] = ambiguousOrganization(pack)
	}
	common := newTable()
	var mixed []string
	for _, name := range names("common", "organization") {
		if slices.ContainsFunc(languages, func(pack string) bool { return ambiguous[pack](name) }) {
			mixed = append(mixed, name)
		} else {
			common.add("", name)
		}
	}
	if err := common.writeForms("common", "organization", "Organizations that all our languages call by the same name.", false); err != nil {
		return err
	}
	for _, pack := range languages {
		sure, doubtful := newTable(), newTable()
		for _, name := range slices.Concat(names(pack, "organization"), mixed) {
			if ambiguous[pack](name) {
				doubtful.add("", name)
			} else if !common.seen[name] {
				sure.add("", name)
			}
		}
		if err := sure.writeForms(pack, "organization", "Organizations as the language names them; common/organization.txt holds the rest.", false); err != nil {
			return err
		}
		if err := doubtful.writeForms(pack, "organization-ambiguous", "Organizations whose names are words, places or people's names too: good inside a sentence where no given name stands before.", false); err != nil {
			return err
		}
	}
	return nil
}

// ambiguousOrganization tells the single words that a pack knows as a word, a given name, a town or a region.
func ambiguousOrganization(pack string) func(string) bool {
	word := ambiguousIn(pack)
	keep := names(pack, "organization-keep")
	places := map[string]bool{}
	for _, list := range []string{"city", "region"} {
		for _, name := range names(pack, list) {
			places[name] = true
		}
	}
	return func(name string) bool {
		return !strings.Contains(name, " ") && (word(name) || places[name]) && !slices.Contains(keep, name)
	}
}
