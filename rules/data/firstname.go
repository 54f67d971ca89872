//go:build ignore

package main

import (
	"encoding/json"
	"strings"
)

// firstNames writes the given names of each language with their gender, and those common to all.
func firstNames(f fetcher) error {
	common, err := firstNamesOf("common", nil)
	if err != nil {
		return err
	}
	if err := writeFirstNames("common", common); err != nil {
		return err
	}
	for _, pack := range languages {
		packaged, err := packagedNames(f, pack)
		if err != nil {
			return err
		}
		made, err := firstNamesOf(pack, packaged)
		if err != nil {
			return err
		}
		if err := writeFirstNames(pack, made); err != nil {
			return err
		}
	}
	return nil
}

// writeFirstNames writes a pack's list. The English one stands in the common folder: the other packs read it too.
func writeFirstNames(pack string, genders map[string]string) error {
	t := newTable()
	for name, gender := range genders {
		t.add(gender, name)
	}
	list := "first-name"
	if pack == "en" {
		pack, list = "common", "english-first-name"
	}
	return t.writeForms(pack, list, "Given names: m, f or u (both), then the name.", true)
}

// firstNamesOf is the gender of each name of the package and of the hand-written list; "-" there takes names out,
// and what the hand writes stands over what the package says.
func firstNamesOf(pack string, genders map[string]string) (map[string]string, error) {
	if genders == nil {
		genders = map[string]string{}
	}
	byHand := map[string]string{}
	for _, line := range lines(pack, "first-name") {
		gender, rest, _ := strings.Cut(line, "\t")
		for name := range strings.FieldsSeq(rest) {
			switch old := byHand[name]; {
			case gender == "-":
				byHand[name] = "-"
			case old == "" || old == gender:
				byHand[name] = gender
			default:
				byHand[name] = "u"
			}
		}
	}
	for name, gender := range byHand {
		if gender == "-" {
			delete(genders, name)
		} else {
			genders[name] = gender
		}
	}
	return genders, nil
}

// packagedNames are the names of human-names for a language; it has none for Portuguese.
func packagedNames(f fetcher, pack string) (map[string]string, error) {
	made := map[string]string{}
	if pack == "pt" {
		return made, nil
	}
	for gender, file := range map[string]string{"m": "male", "f": "female"} {
		body, err := f.npm(namesPackage, "package/data/"+file+"-human-names-"+pack+".json")
		if err != nil {
			return nil, err
		}
		var found []string
		if err := json.Unmarshal(body, &found); err != nil {
			return nil, err
		}
		for _, name := range found {
			name = tidy(name)
			switch old := made[name]; {
			case len([]rune(name)) < 2 || strings.ContainsAny(name, " .,"):
			case old == "" || old == gender:
				made[name] = gender
			default:
				made[name] = "u"
			}
		}
	}
	return made, nil
}
