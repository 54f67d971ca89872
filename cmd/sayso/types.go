package main

import "sayso/extract"

// types is the table of what a record holds, as --types names it, and how many there are.
var types = []struct {
	name  string
	count func(*extract.Document) int
}{
	{"entities", func(d *extract.Document) int { return len(d.Entities) }},
	{"money", func(d *extract.Document) int { return len(d.Money) }},
	{"dates", func(d *extract.Document) int { return len(d.Dates) }},
	{"quotes", func(d *extract.Document) int { return len(d.Quotes) }},
	{"claims", func(d *extract.Document) int { return len(d.Claims) }},
}

func typeNames() []string { return extract.Parts }

// narrow leaves out what was not asked for: other types, and the text.
func (s *settings) narrow(d *extract.Document, text bool) {
	if !text {
		d.Text = nil
	}
	d.Keep(s.types)
}

// found is how many annotations a document has.
func found(d *extract.Document) int {
	n := 0
	for _, t := range types {
		n += t.count(d)
	}
	return n
}
