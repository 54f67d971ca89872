package value

import "testing"

func TestExpected(t *testing.T) {
	for _, c := range []struct{ typ, field, value, want string }{
		{"money", "amount", "1e6", ""},
		{"money", "amount", "ten", "a number, such as 12, 0.5 or 1e6"},
		{"money", "currency", "USD CAD", ""},
		{"money", "currency", "usd", "a currency's code (ISO 4217), such as EUR"},
		{"money", "currency", "EURO", "a currency's code (ISO 4217), such as EUR"},
		{"money", "bound", "over", ""},
		{"money", "vague", "no", "yes"},
		{"date", "month", "12", ""},
		{"date", "month", "13", "a whole number from 1 to 12"},
		{"date", "month", "May", "a whole number from 1 to 12"},
		{"date", "shift", "-1", ""},
		{"date", "season", "autumn", "SP, SU, FA or WI"},
		{"date", "holiday", "easter+1", ""},
		{"date", "holiday", "easter", ""},
		{"date", "holiday", "may day", "a holiday's code, such as 12-25, easter+1 or 11-4x4"},
		{"person", "gender", "f", ""},
		{"pronoun", "gender", "x", "m, f or u"},
		{"organization", "ids", "wikidata:Q312 ticker:AAPL", ""},
		{"location", "ids", "Q312", "identifiers with their schemes, such as wikidata:Q42 ticker:ABC"},
		{"location", "country", "GB-SCT", ""},
		{"location", "country", "France", "a country's code (ISO 3166), such as FR or GB-SCT"},
		{"date", "text", "anything", ""},
		{"nothing", "such", "at all", ""},
	} {
		if got := expected(c.typ)(c.field, c.value); got != c.want {
			t.Errorf("%s.%s %q: got %q, want %q", c.typ, c.field, c.value, got, c.want)
		}
	}
}
