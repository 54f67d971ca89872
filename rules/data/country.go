//go:build ignore

package main

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// notCountries are codes of CLDR that name no country, or one that a second code names.
const notCountries = "AN BU CT DD DY EZ FX HV JT MI NH NQ PU PZ RH TP UK UN VD WK YD ZR CS SU YU"

// countries writes the countries as CLDR and the hand-written lists have them.
func countries(fetcher) error {
	tongues := map[string][]language.Tag{
		"fr": {language.French}, "en": {language.English}, "pt": {language.BrazilianPortuguese, language.EuropeanPortuguese},
	}
	for _, pack := range languages {
		t := newTable()
		for _, tongue := range tongues[pack] {
			addRegions(t, display.Regions(tongue))
		}
		addByHand(t, pack, "country")
		if err := t.write(pack, "country", "Countries: ISO 3166 alpha-2 code (SU, YU, CS, DD, AN: gone; GB-…: ISO 3166-2), then forms."); err != nil {
			return err
		}
	}
	return nil
}

func addRegions(t *table, names display.Namer) {
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string(a) + string(b)
			region, err := language.ParseRegion(code)
			if err != nil || !region.IsCountry() || region.String() != code || strings.Contains(notCountries, code) {
				continue
			}
			name := names.Name(region)
			if !strings.ContainsAny(name, "(,&") && !strings.HasPrefix(name, "R.A.S.") && !strings.Contains(name, "SAR China") {
				t.add(code, name)
			}
		}
	}
}

// addByHand adds the lines "value TAB form…" of a hand-written list; -form takes a form out.
func addByHand(t *table, pack, list string) {
	for _, line := range lines(pack, list) {
		fields := strings.Split(line, "\t")
		for _, form := range fields[1:] {
			if gone, ok := strings.CutPrefix(form, "-"); ok {
				t.drop(tidy(gone))
			} else {
				t.add(fields[0], form)
			}
		}
	}
}
