package main

import (
	"slices"

	"sayso/extract"
)

// types is the table of what a record holds, as --types names it: how many there are, and how to leave them out.
var types = []struct {
	name  string
	count func(*extract.Document) int
	drop  func(*extract.Document)
}{
	{"entities", func(d *extract.Document) int { return len(d.Entities) }, func(d *extract.Document) { d.Entities = []extract.Entity{} }},
	{"money", func(d *extract.Document) int { return len(d.Money) }, func(d *extract.Document) { d.Money = []extract.Money{} }},
	{"dates", func(d *extract.Document) int { return len(d.Dates) }, func(d *extract.Document) { d.Dates = []extract.Date{} }},
	{"quotes", func(d *extract.Document) int { return len(d.Quotes) }, func(d *extract.Document) { d.Quotes = []extract.Quote{} }},
	{"claims", func(d *extract.Document) int { return len(d.Claims) }, func(d *extract.Document) { d.Claims = []extract.Claim{} }},
}

func typeNames() []string {
	var names []string
	for _, t := range types {
		names = append(names, t.name)
	}
	return names
}

// narrow leaves out what was not asked for: other types, and the text.
func (s *settings) narrow(d *extract.Document, text bool) {
	if !text {
		d.Text = nil
	}
	for _, t := range types {
		if len(s.types) > 0 && !slices.Contains(s.types, t.name) {
			t.drop(d)
		}
	}
}

// found is how many annotations a document has.
func found(d *extract.Document) int {
	n := 0
	for _, t := range types {
		n += t.count(d)
	}
	return n
}
