package claims

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"sayso/extract/document"
	"sayso/extract/entities"
	"sayso/extract/names"
	"sayso/extract/value"
)

// keyDigits is how many digits of a figure count for a key: papers round the same figure differently.
const keyDigits = 3

// minParts is how many parts a key has at least: fewer are shared by claims that have nothing to do with each other.
const minParts = 2

// key is what a claim can be found by in other articles and languages: its figures with their currencies and units, its
// days, those it names or means as far as languages share their names, its speaker and whether it is negated or denied. It is empty where
// that is too little.
func (r *reading) key(c *document.Claim) string {
	var parts []string
	for _, id := range c.Money {
		if m := &r.Money[r.at[id]]; !m.Vague {
			parts = append(parts, "m:"+m.Currency+rounded(m.Amount, m.Low, m.High))
		}
	}
	for _, id := range c.Quantities {
		q := &r.Quantities[r.at[id]]
		parts = append(parts, "n:"+q.Unit+rounded(q.Amount, q.Low, q.High))
	}
	for _, id := range c.Dates {
		if d := &r.Dates[r.at[id]]; d.From != nil {
			parts = append(parts, "d:"+interval(*d.From, *d.To))
		}
	}
	figures := len(parts)
	parts = append(parts, r.keyNames(c)...)
	if figures == 0 || len(parts) < minParts {
		return ""
	}
	if c.Negated != (c.Stance == document.Denies) {
		parts = append(parts, "not")
	}
	slices.Sort(parts)
	return strings.Join(slices.Compact(parts), " ")
}

// keyNames are the parts of a key for whom a claim names or means, and for its speaker.
func (r *reading) keyNames(c *document.Claim) []string {
	var parts []string
	add := func(kind, id string) {
		if name := shared(r.Named.All[r.at[id]]); name != "" {
			parts = append(parts, kind+name)
		}
	}
	for _, id := range c.Entities {
		add("e:", id)
	}
	for _, x := range c.Refers {
		if x.Entity != nil {
			add("e:", *x.Entity)
		}
	}
	if c.Speaker != nil {
		add("s:", *c.Speaker)
	}
	return parts
}

// places are where annotations and entities stand among those of their kind, by their ids.
func (b Basis) places() map[string]int {
	at := map[string]int{}
	for i := range b.Money {
		at[b.Money[i].ID] = i
	}
	for i := range b.Dates {
		at[b.Dates[i].ID] = i
	}
	for i := range b.Quantities {
		at[b.Quantities[i].ID] = i
	}
	for i, e := range b.Named.All {
		at[e.ID] = i
	}
	return at
}

// rounded is an amount, or a range, with the digits that count.
func rounded(amount, low, high json.Number) string {
	if amount == "" {
		return significant(low) + ".." + significant(high)
	}
	return significant(amount)
}

func significant(n json.Number) string {
	d, err := decimal.NewFromString(n.String())
	if err != nil {
		return ""
	}
	digits := int32(len(d.Coefficient().String())) + d.Exponent()
	return d.Round(keyDigits - digits).String()
}

// interval is the first and last day of a date, or the one day.
func interval(from, to string) string {
	if from == to {
		return from
	}
	return from + "/" + to
}

// shared is how languages name an entity alike: by its identifier, a person by the last name, anything else by the name
// that is one word; or empty.
func shared(e *entities.Entity) string {
	if code := e.IDs["iso3166"]; code != "" {
		return code
	}
	words := strings.Fields(names.Key(e.Name))
	switch {
	case len(words) == 0:
		return ""
	case e.Kind == value.TypePerson:
		return words[len(words)-1]
	case len(words) == 1 && e.Kind != value.TypeLocation:
		return words[0]
	}
	return ""
}
