package output

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"

	"sayso/extract/document"
)

// qualifiers are the signs of the qualifiers.
var qualifiers = map[string]string{"about": "≈ ", "over": "> ", "under": "< ", "at_least": "≥ ", "up_to": "≤ "}

// money is what a figure means, and below it the article's own conversion and ours.
func (w words) money(m document.Money) []string {
	notes := []string{w.value(m)}
	if m.Stated != nil {
		notes = append(notes, w.stated(*m.Stated))
	}
	for _, s := range m.AlsoStated {
		notes = append(notes, w.stated(s))
	}
	for _, c := range m.Converted {
		notes = append(notes, w.converted(c))
	}
	return notes
}

// value is a figure and what it is for.
func (w words) value(m document.Money) string {
	value := qualifiers[text(m.Qualifier)] + w.figure(m.Figure)
	if m.Vague {
		value = join([]string{m.Currency, w["open"]}, " ")
	}
	if m.Per != "" {
		value += " " + w["per"] + " " + w.or(m.Per)
	}
	return value
}

// stated is an article's own conversion, and what was found of it.
func (w words) stated(s document.Stated) string {
	return w.figure(s.Figure) + " " + w["in-the-text"] + " · " + w.verdict(s.Check)
}

// verdict is what was found of the article's own conversion.
func (w words) verdict(c *document.Check) string {
	if c == nil {
		return w[document.NoRate]
	}
	said := w[c.Verdict]
	switch c.Verdict {
	case document.OtherDate:
		said += ", " + w.days(c.From, c.To)
	case document.Consistent:
		said += " " + w["of"] + " " + w.day(c.On) + w.manner("", c.Method, c.DaysOff, c.Bound)
	case document.AtOdds:
		said += " " + w["of"] + " " + w.day(c.On) + w.manner("", c.Method, c.DaysOff, c.Bound) + ", " + w.grouped(c.Rate)
	case document.NoRate:
		said += ": " + c.Reason
	}
	return said
}

// converted is a figure at our rate, and which that is.
func (w words) converted(c document.Conversion) string {
	if c.Reason != "" {
		return c.Currency + ": " + c.Reason
	}
	return w.figure(document.Figure{Amount: c.Amount, Low: c.Low, High: c.High, Currency: c.Currency}) + " " + w["at-the-rate-of"] + " " + w.day(c.On) + w.manner(c.Source, c.Method, c.DaysOff, c.Bound)
}

// exact is the method of a rate that was set on the day itself: it needs no words.
const exact = "exact"

// manner is, in brackets, where a rate comes from, how it was come by, how far off its day is, and by what share it may be off.
func (w words) manner(source, method string, off int, bound json.Number) string {
	var said []string
	if source != "" {
		said = append(said, source)
	}
	if method != exact {
		said = append(said, w.or(method))
	}
	if off > 0 && bound != "" {
		said = append(said, fmt.Sprintf("%d %s", off, w["days-off"]))
	}
	if share, err := bound.Float64(); err == nil && share > 0 {
		said = append(said, "± "+w.grouped(json.Number(strconv.FormatFloat(100*share, 'f', 1, 64)))+" %")
	}
	if len(said) == 0 {
		return ""
	}
	return " (" + join(said, ", ") + ")"
}

// figure is the currency and the number, or both ends of a range.
func (w words) figure(f document.Figure) string {
	number := w.grouped(f.Amount)
	if f.Low != "" || f.High != "" {
		number = w.grouped(f.Low) + " " + w["to"] + " " + w.grouped(f.High)
	}
	return join([]string{f.Currency, number}, " ")
}

// grouped is a plain decimal number with the language's marks between thousands and before decimals.
func (w words) grouped(n json.Number) string {
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
	number := sign + strings.Join(append([]string{whole}, groups...), w["thousands"])
	if part != "" {
		number += w["decimal"] + part
	}
	return number
}

// entity is how often an entity is named, the country of a place, and the offices of a person.
func (w words) entity(e document.Entity) string {
	var notes []string
	for _, r := range e.Roles {
		if t := clean(r.Text); !strings.Contains(join(notes, "\n"), t) {
			notes = append(notes, t)
		}
	}
	if n := len(e.Mentions); n > 1 {
		notes = append(notes, w.counted(n, "times"))
	}
	return join(append(notes, text(e.Country)), " · ")
}

// quantity is whether a number is a change, and what it is for.
func (w words) quantity(n document.Quantity) string {
	sign := map[string]string{"up": "+", "down": "−"}[n.Direction]
	if n.Of != "change" {
		sign = ""
	}
	sign = qualifiers[text(n.Qualifier)] + sign
	unit, scale := "", w.grouped
	switch n.Unit {
	case "count":
	case "share":
		unit, scale = w["percent"], w.percent
	case "times":
		unit = w["unit-times"]
	default:
		unit = w.or(n.Unit)
	}
	amount := scale(n.Amount)
	if n.Amount == "" {
		amount = scale(n.Low) + "–" + scale(n.High)
	}
	if n.Per != "" {
		unit = join([]string{unit, w["per"], w.or(n.Per)}, " ")
	}
	return join([]string{sign + amount, unit}, " ")
}

// percent is a share of one in percent, with one decimal.
func (w words) percent(n json.Number) string {
	share, err := n.Float64()
	if err != nil {
		return n.String()
	}
	return w.grouped(json.Number(strconv.FormatFloat(math.Round(1000*share)/10, 'f', -1, 64)))
}

// note is how a speaker stands to a statement, as a noun; empty where they assert it.
func (w words) note(stance string) string { return w["note-"+stance] }

// stance is how a speaker stands to a statement, empty where they assert it.
func (w words) stance(s string) string {
	if s == document.Asserts {
		return ""
	}
	return w[s]
}

// claim is what makes a claim less than plain.
func (w words) claim(c document.Claim) string {
	var notes []string
	if s := w.stance(c.Stance); s != "" && c.Speaker == nil {
		notes = append(notes, s) // else it stands beside the speaker
	}
	if c.Hedged && c.Stance != document.Supposes {
		notes = append(notes, w["hedged"])
	}
	if c.Negated {
		notes = append(notes, w["negated"])
	}
	return join(notes, ", ")
}
