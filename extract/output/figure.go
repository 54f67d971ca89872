package output

import (
	"encoding/json"
	"strings"

	"sayso/extract"
)

// qualifiers are the signs of the qualifiers.
var qualifiers = map[string]string{"about": "≈ ", "over": "> ", "under": "< ", "at_least": "≥ ", "up_to": "≤ "}

// verdicts are what a check of the article's own conversion found, in words.
var verdicts = map[string]string{
	extract.Consistent: "consistent",
	extract.OtherDate:  "at another date's rate",
	extract.AtOdds:     "at odds with the rate",
	extract.NoRate:     "not checked",
}

// moneyNotes is what a figure means, and below it the article's own conversion and ours.
func moneyNotes(m extract.Money) []string {
	value := qualifiers[text(m.Qualifier)] + figure(m.Figure)
	if m.Vague {
		value = join([]string{m.Currency, "amount left open"}, " ")
	}
	if m.Per != "" {
		value += " per " + m.Per
	}
	notes := []string{value}
	if m.Stated != nil {
		notes = append(notes, figure(m.Stated.Figure)+" in the text · "+verdict(m.Stated.Check))
	}
	for _, c := range m.Converted {
		notes = append(notes, converted(c))
	}
	return notes
}

// verdict is what was found of the article's own conversion.
func verdict(c *extract.Check) string {
	words := verdicts[c.Verdict]
	switch c.Verdict {
	case extract.OtherDate:
		words += ", " + c.From + " to " + c.To
	case extract.AtOdds:
		words += " of " + c.On + ", " + c.Rate.String()
	case extract.NoRate:
		words += ": " + c.Reason
	}
	return words
}

// converted is a figure at our rate, and which that is.
func converted(c extract.Conversion) string {
	if c.Reason != "" {
		return c.Currency + ": " + c.Reason
	}
	return figure(extract.Figure{Amount: c.Amount, Low: c.Low, High: c.High, Currency: c.Currency}) + " at the rate of " + c.On + " (" + c.Source + ")"
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
