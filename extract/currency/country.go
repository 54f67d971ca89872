package currency

import (
	"golang.org/x/text/currency"
	"golang.org/x/text/language"
)

// OfCountry is the currency that a country pays in, by CLDR, or empty. The country is an ISO 3166 code.
func OfCountry(country string) string {
	region, err := language.ParseRegion(country)
	if err != nil {
		return ""
	}
	if unit, ok := currency.FromRegion(region); ok {
		return unit.String()
	}
	return ""
}
