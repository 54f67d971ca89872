//go:build ignore

package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"sayso/extract/currency"
)

// The packages of CLDR: what countries pay in, and the names of currencies.
const (
	tenderPackage   = "cldr-core@48.2.0"
	currencyPackage = "cldr-numbers-full@48.2.0"
	tenderTable     = "extract/currency/tender.txt"
)

// A tender is a currency of a country, with the days on which it was first and last legal tender.
type tender struct {
	From  string `json:"_from"`
	To    string `json:"_to"`
	Legal string `json:"_tender"`
}

// modern is the first day that matters to the news.
const modern = "1900"

// ambiguousCodes are codes that are words, or that stand before numbers for something else.
var ambiguousCodes = strings.Fields("PHP AMD CRC DEM IEP CSK MTL CLE TPE SDP ESA ESP ARS ALL BAM BOB BOP CHE COP CUP CVE FIM GEL GIP LAK MAD MOP MRO MUR MGA PAB PEN PES PGK RON SAR SHP SIT SLE SOS STD TOP TRY VED VES VEB WST ZAL ALK AOK ARM BAD BAN BEL BUK GEK GNS HRD ILP KRO MVP NIC ROL SUR UAK XXX")

// spoken are withdrawn currencies that the euro did not replace, with names of their own.
const spoken = "DDM CSK ANG SUR"

// currencies writes the currencies: what countries pay in, all codes, and the names of more than one word. The other
// names stand in the packs by hand, since they are words.
func currencies(f fetcher) error {
	countries, err := f.tenders()
	if err != nil {
		return err
	}
	if err := writeTenders(countries); err != nil {
		return err
	}
	codes := map[string]bool{}
	for _, all := range countries {
		for _, t := range all {
			codes[strings.Fields(t)[0]] = true
		}
	}
	safe, ambiguous := newTable(), newTable()
	for code := range codes {
		t := safe
		if slices.Contains(ambiguousCodes, code) {
			t = ambiguous
		}
		t.add(code, code)
	}
	if err := safe.write("common", "currency-code", "Codes of currencies (ISO 4217), of today and withdrawn."); err != nil {
		return err
	}
	if err := ambiguous.write("common", "currency-code-ambiguous", "Codes of currencies (ISO 4217) that are words or stand before other numbers."); err != nil {
		return err
	}
	for code := range codes {
		if day := currency.Withdrawn(code); !day.IsZero() && currency.Parity(code) == "" && !strings.Contains(spoken, code) {
			delete(codes, code) // its names are those of the country's next currency
		}
	}
	tongues := map[string][]string{"fr": {"fr"}, "pt": {"pt", "pt-PT"}, "en": {"en"}}
	for _, pack := range languages {
		t := newTable()
		for _, tongue := range tongues[pack] {
			if err := f.addNames(t, tongue, codes); err != nil {
				return err
			}
		}
		addByHand(t, pack, "currency")
		if err := t.write(pack, "currency", "Currencies by their code (ISO 4217): names of more than one word."); err != nil {
			return err
		}
	}
	return nil
}

// tenders are the currencies of each country as "CODE FROM TO", the latest first.
func (f fetcher) tenders() (map[string][]string, error) {
	b, err := f.npm(tenderPackage, "package/supplemental/currencyData.json")
	if err != nil {
		return nil, err
	}
	var data struct {
		Supplemental struct {
			CurrencyData struct {
				Region map[string][]map[string]tender
			}
		}
	}
	if err := json.Unmarshal(b, &data); err != nil {
		return nil, err
	}
	all := map[string][]string{}
	for country, periods := range data.Supplemental.CurrencyData.Region {
		for _, period := range periods {
			for code, t := range period {
				if t.Legal != "false" && t.From != "" && (t.To == "" || t.To >= modern) {
					all[country] = append(all[country], strings.TrimSpace(code+" "+t.From+" "+t.To))
				}
			}
		}
	}
	return all, nil
}

func writeTenders(countries map[string][]string) error {
	var b strings.Builder
	b.WriteString("# What countries pay in: ISO 3166 code, then currency (ISO 4217), first and last day, the latest first.\n")
	b.WriteString("# Made by rules/data/main.go; sources and licences stand in rules/NOTICE.\n")
	for _, country := range slices.Sorted(maps.Keys(countries)) {
		fmt.Fprintf(&b, "%s\t%s\n", country, strings.Join(countries[country], "\t"))
	}
	return os.WriteFile(tenderTable, []byte(b.String()), 0o644)
}

// addNames adds the names of several words, in the singular and the plural.
func (f fetcher) addNames(t *table, tongue string, codes map[string]bool) error {
	b, err := f.npm(currencyPackage, "package/main/"+tongue+"/currencies.json")
	if err != nil {
		return err
	}
	var data struct {
		Main map[string]struct {
			Numbers struct{ Currencies map[string]map[string]string }
		}
	}
	if err := json.Unmarshal(b, &data); err != nil {
		return err
	}
	for code, names := range data.Main[tongue].Numbers.Currencies {
		for key, name := range names {
			if codes[code] && strings.HasPrefix(key, "displayName-count-") && strings.Contains(name, " ") && !strings.ContainsAny(name, "()0123456789") {
				t.add(code, strings.ToLower(name)) // which matches any case
			}
		}
	}
	return nil
}
