package main

import "sayso/extract/document"

// types is the table of what a record holds, as --types names it, and how many there are.
var types = []struct {
	name  string
	count func(*document.Document) int
}{
	{"entities", func(d *document.Document) int { return len(d.Entities) }},
	{"money", func(d *document.Document) int { return len(d.Money) }},
	{"dates", func(d *document.Document) int { return len(d.Dates) }},
	{"quantities", func(d *document.Document) int { return len(d.Quantities) }},
	{"quotes", func(d *document.Document) int { return len(d.Quotes) }},
	{"claims", func(d *document.Document) int { return len(d.Claims) }},
}

// typesByName are names that people give to kinds of annotations that are called otherwise.
var typesByName = map[string]string{
	"names": "entities", "people": "entities", "persons": "entities", "places": "entities", "organizations": "entities", "sums": "money",
	"figures": "money", "amounts": "money", "numbers": "quantities", "statements": "quotes", "quotations": "quotes", "speakers": "quotes",
}

func typeNames() []string { return document.Parts }

// narrow leaves out what was not asked for: other types, what is not sure enough, and the text; and sets the record's form.
func (s *settings) narrow(d *document.Document, text bool) {
	d.Schema = s.schema()
	d.KeepSure(float64(s.sure))
	if !text {
		d.Text = nil
	}
	d.Keep(s.types)
}

// found is how many annotations a document has.
func found(d *document.Document) int {
	n := 0
	for _, t := range types {
		n += t.count(d)
	}
	return n
}
