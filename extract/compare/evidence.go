package compare

import (
	"slices"
	"strings"

	"sayso/extract/document"
	"sayso/extract/names"
)

// What speaks for two articles to be on one story, each by its weight: a statement in the same words, a person or organization
// of the same name, the same sum, the same days, a place.
const (
	weightWords  = 3.0
	weightNamed  = 2.0
	weightFigure = 2.0
	weightDays   = 1.0
	weightPlace  = 0.5
)

// Two articles are compared where what they have in common weighs so much (of very short ones half of what they have), and is so
// much of what the one with less has. Of the project's own articles, unrelated ones have 0.04 or less in common, those on one
// story 0.5 or more.
const (
	leastWeight = 3.0
	leastShare  = 0.1
)

// comparable reports whether two articles have enough in common to be compared. Their order, and how they are built, is none
// of it.
func comparable(a, b *document.Document, same pairing) bool {
	shared, inA, inB := evidence(a, b, same)
	least := min(inA, inB)
	return least > 0 && shared >= leastShare*least && shared >= min(leastWeight, least/2)
}

// evidence is the weight of what two articles have in common, and of what each has.
func evidence(a, b *document.Document, same pairing) (shared, inA, inB float64) {
	weigh := func(both, onlyA, onlyB int, weight float64) {
		shared += weight * float64(both)
		inA += weight * float64(onlyA)
		inB += weight * float64(onlyB)
	}
	for i, j := range same.ofA {
		weight := weightOf(a.Entities[i].Type)
		inA += weight
		if j >= 0 {
			shared += min(weight, weightOf(b.Entities[j].Type))
		}
	}
	for _, e := range b.Entities {
		inB += weightOf(e.Type)
	}
	sumsA, sumsB := figures(a), figures(b)
	weigh(shares(sumsA, sumsB, sameFigure), len(sumsA), len(sumsB), weightFigure)
	daysA, daysB := told(a), told(b)
	weigh(shares(daysA, daysB, sameDays), len(daysA), len(daysB), weightDays)
	weigh(sharedWords(a, b), len(a.Quotes), len(b.Quotes), weightWords)
	return shared, inA, inB
}

func weightOf(kind string) float64 {
	if kind == "location" {
		return weightPlace
	}
	return weightNamed
}

// shares counts the groups of a that are the same as one of b.
func shares[V any](a, b []group[V], same func(a, b V) ([]string, bool)) int {
	n := 0
	for _, g := range a[:min(len(a), most)] {
		if slices.ContainsFunc(b[:min(len(b), most)], func(h group[V]) bool { _, ok := same(g.value, h.value); return ok }) {
			n++
		}
	}
	return n
}

// told are the days of an article, without the day of publication and spans of time: these say nothing of the story.
func told(d *document.Document) []group[span] {
	return slices.DeleteFunc(days(d), func(g group[span]) bool {
		return g.value.from == "" || d.Published.Date != nil && g.value.from <= *d.Published.Date && *d.Published.Date <= g.value.to
	})
}

// sharedWords counts the statements of a that b has in the same words, four or more.
func sharedWords(a, b *document.Document) int {
	inB, n := map[string]bool{}, 0
	for _, q := range b.Quotes {
		inB[strings.Join(names.Words(said(q)), " ")] = true
	}
	for _, q := range a.Quotes {
		if words := names.Words(said(q)); len(words) >= 4 && inB[strings.Join(words, " ")] {
			n++
		}
	}
	return n
}

// apart is the comparison of two articles that have too little in common: nothing in it is paired.
func apart(a, b *document.Document) *Comparison {
	out, ofB := sideBySide(a, &document.Document{}, noNames(a)), sideBySide(&document.Document{}, b, noNames(b).flip())
	out.B = ofB.B
	out.Money, out.Dates, out.Quotes = append(out.Money, ofB.Money...), append(out.Dates, ofB.Dates...), append(out.Quotes, ofB.Quotes...)
	out.Speakers, out.Entities = append(out.Speakers, ofB.Speakers...), append(out.Entities, ofB.Entities...)
	return out
}

// noNames is the pairing of the entities of an article with those of one that has none.
func noNames(d *document.Document) pairing { return pairing{ofA: none(len(d.Entities))} }

func (p pairing) flip() pairing { return pairing{p.ofB, p.ofA} }
