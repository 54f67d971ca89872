package document

import "slices"

// Parts are the fields of a Document that hold annotations, as the record names them.
var Parts = []string{"entities", "money", "dates", "quantities", "quotes", "claims"}

// Keep empties the document's parts but those that are named, where any are.
func (d *Document) Keep(parts []string) {
	d.changeHeadline(func(title *Document) { title.Keep(parts) })
	drop := []func(){
		func() { d.Entities = []Entity{} },
		func() { d.Money = []Money{} },
		func() { d.Dates = []Date{} },
		func() { d.Quantities = []Quantity{} },
		func() { d.Quotes = []Quote{} },
		func() { d.Claims = []Claim{} },
	}
	for i, part := range Parts {
		if len(parts) > 0 && !slices.Contains(parts, part) {
			drop[i]()
		}
	}
}
