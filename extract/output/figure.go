package output

import (
	"encoding/json"
	"strings"

	"sayso/extract"
)

// qualifiers are the signs of the qualifiers.
var qualifiers = map[string]string{"about": "≈ ", "over": "> ", "under": "< ", "at_least": "≥ ", "up_to": "≤ "}

// moneyNotes is what a figure means, and below it the article's own conversion.
func moneyNotes(m extract.Money) []string {
	value := qualifiers[text(m.Qualifier)] + figure(m.Figure)
	if m.Vague {
		value = join([]string{m.Currency, "amount left open"}, " ")
	}
	if m.Per != "" {
		value += " per " + m.Per
	}
	if m.Stated == nil {
		return []string{value}
	}
	return []string{value, figure(m.Stated.Figure) + " in the text"}
}

// figure is the currency and the number, or both ends of a range.
func figure(f extract.Figure) string {
	number := grouped(f.Amount)
	if f.Low != "" || f.High != "" {
		number = grouped(f.Low) + " to " + grouped(f.High)
	}
	return join([]string{f.Currency, number}, " ")
}

// grouped is a plain decimal number with a comma between thousands.
func grouped(n json.Number) string {
	sign, digits := "", n.String()
	if rest, ok := strings.CutPrefix(digits, "-"); ok {
		sign, digits = "-", rest
	}
	whole, part, _ := strings.Cut(digits, ".")
	var groups []string
	for len(whole) > 3 {
		groups = append([]string{whole[len(whole)-3:]}, groups...)
		whole = whole[:len(whole)-3]
	}
	number := sign + strings.Join(append([]string{whole}, groups...), ",")
	if part != "" {
		number += "." + part
	}
	return number
}
