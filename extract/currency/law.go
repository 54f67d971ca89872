package currency

import (
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

const lawSource = "law"

// The euro, and the first day on which it was money.
const (
	euro      = "EUR"
	euroSince = "1999-01-01"
)

// beforeEuro reports whether one of two units is the euro, on a day before it was money.
func beforeEuro(a, b string, day time.Time) bool {
	return (a == euro || b == euro) && day.Format(time.DateOnly) < euroSince
}

// published reports whether the European Central Bank sets reference rates of a currency.
func published(code string) bool {
	return slices.Contains(strings.Fields("EUR USD JPY CZK DKK GBP HUF PLN RON SEK CHF ISK NOK TRY AUD BRL CAD CNY HKD IDR ILS INR KRW MXN MYR NZD PHP SGD THB ZAR"), code)
}

// A tie is a currency as a fixed number of units of another.
type tie struct {
	unit string
	per  decimal.Decimal // units of the tied currency for one of unit
}

// A parity is a rate that the law fixes from a day on, in units for one euro.
type parity struct {
	since string // the first day
	per   string
}

// Parities are the irrevocable conversion rates of the currencies that the euro replaced (Council Regulations (EC)
// 2866/98, 1478/2000, 1086/2006, 1134/2007, 1135/2007, 694/2008, (EU) 671/2010, 870/2013, 851/2014, 2022/1208 and
// 2025/1409), and those of the francs of Africa and the Pacific (Council Decisions 98/683/EC and 98/744/EC).
var parities = map[string]parity{
	"ATS": {"1999-01-01", "13.7603"},
	"BEF": {"1999-01-01", "40.3399"},
	"DEM": {"1999-01-01", "1.95583"},
	"ESP": {"1999-01-01", "166.386"},
	"FIM": {"1999-01-01", "5.94573"},
	"FRF": {"1999-01-01", "6.55957"},
	"IEP": {"1999-01-01", "0.787564"},
	"ITL": {"1999-01-01", "1936.27"},
	"LUF": {"1999-01-01", "40.3399"},
	"NLG": {"1999-01-01", "2.20371"},
	"PTE": {"1999-01-01", "200.482"},
	"GRD": {"2001-01-01", "340.750"},
	"SIT": {"2007-01-01", "239.640"},
	"CYP": {"2008-01-01", "0.585274"},
	"MTL": {"2008-01-01", "0.429300"},
	"SKK": {"2009-01-01", "30.1260"},
	"EEK": {"2011-01-01", "15.6466"},
	"LVL": {"2014-01-01", "0.702804"},
	"LTL": {"2015-01-01", "3.45280"},
	"HRK": {"2023-01-01", "7.53450"},
	"BGN": {"2026-01-01", "1.95583"},
	"XOF": {"1999-01-01", "655.957"},
	"XAF": {"1999-01-01", "655.957"},
	"KMF": {"1999-01-01", "491.96775"},
	"XPF": {"1999-01-01", "119.3317422434"}, // 1000 XPF are 8.38 EUR
}

// tied is the unit that a currency is tied to on a day; any other is its own.
func tied(code string, day time.Time) tie {
	p, ok := parities[code]
	if !ok || day.Format(time.DateOnly) < p.since {
		return tie{code, decimal.NewFromInt(1)}
	}
	return tie{"EUR", decimal.RequireFromString(p.per)}
}

// Parity is the first day (YYYY-MM-DD) from which the law fixes a currency's rate to the euro, or empty.
func Parity(code string) string { return parities[code].since }
