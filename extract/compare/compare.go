// Package compare sets the Documents of two articles side by side: a story and its republication, two papers on one
// event, a translation. Documents go in, a Comparison comes out. What is compared is values (amounts, days, identities of
// those named), not words, so that the articles may be in different languages; nothing is read but the Documents.
package compare

import (
	"cmp"
	"slices"

	"sayso/extract/document"
)

// The verdicts on an Item.
const (
	Same    = "same"    // both articles have it
	Changed = "changed" // each has something else at the same place of the story
	OnlyA   = "only_a"
	OnlyB   = "only_b"
)

// A Comparison is what two articles have in common and what not. Items are in the order of the story.
type Comparison struct {
	Schema     int     `json:"schema"` // the number of its form, 1
	A          Article `json:"a"`
	B          Article `json:"b"`
	Comparable bool    `json:"comparable"` // names, figures, days or words said show that the articles are on one story; else nothing is paired
	Money      []Item  `json:"money"`
	Dates      []Item  `json:"dates"`
	Quotes     []Item  `json:"quotes"`
	Speakers   []Item  `json:"speakers"`
	Entities   []Item  `json:"entities"`
	Counts     Counts  `json:"counts"`
}

// An Article is what an article is known by.
type Article struct {
	ID        string  `json:"id"`
	Source    string  `json:"source"` // its place, and its line behind a colon
	Title     *string `json:"title"`
	Site      *string `json:"site"`
	Published *string `json:"published"` // YYYY-MM-DD
	Language  *string `json:"language"`  // ISO 639-1
}

// An Item is something that one article has, or both.
type Item struct {
	Verdict string   `json:"verdict"` // Same, Changed, OnlyA or OnlyB
	Notes   []string `json:"notes"`   // how it is the same or differs: see the Note constants
	A       []Side   `json:"a"`       // where article A has it, in its order; empty where it has not
	B       []Side   `json:"b"`
}

// The notes on an item.
const (
	NoteRounded    = "rounded"    // one figure is the other, rounded
	NoteConverted  = "converted"  // one article has it in the currency that the other converts it to
	NoteQualifier  = "qualifier"  // one says about, over or the like, the other does not, or another word
	NotePer        = "per"        // the sum is for another unit: a year, a month
	NoteWider      = "wider"      // B names a longer time, which holds A's
	NoteNarrower   = "narrower"   // B names a shorter time within A's
	NoteReworded   = "reworded"   // in other words
	NoteShortened  = "shortened"  // B leaves words out
	NoteExtended   = "extended"   // B has more words
	NoteSpeaker    = "speaker"    // another one says it
	NoteKind       = "kind"       // quoted in one, told in the other
	NoteTranslated = "translated" // in another language
	NoteCount      = "count"      // a speaker says more here than there
)

// A Side is an annotation of one article. The text of a quote is the words said alone, its parts joined by " … ".
type Side struct {
	ID    string `json:"id"`
	Value string `json:"value"` // what it means: EUR 12000000, 2025-03-03, a name
	document.Place
}

// Counts are the items by verdict.
type Counts struct {
	Same    int `json:"same"`
	Changed int `json:"changed"`
	OnlyA   int `json:"only_a"`
	OnlyB   int `json:"only_b"`
}

// Different reports whether there is anything that only one article has, or has otherwise.
func (c Counts) Different() bool { return c.Changed+c.OnlyA+c.OnlyB > 0 }

// Compare sets two documents side by side. Where too little speaks for them to be on one story nothing is paired.
func Compare(a, b *document.Document) *Comparison {
	names := pairNames(a, b)
	var out *Comparison
	if comparable(a, b, names) {
		out = sideBySide(a, b, names)
		out.Comparable = true
	} else {
		out = apart(a, b)
	}
	for _, items := range [][]Item{out.Money, out.Dates, out.Quotes, out.Speakers, out.Entities} {
		out.Counts.add(items)
	}
	return out
}

// sideBySide pairs what two documents have.
func sideBySide(a, b *document.Document, names pairing) *Comparison {
	line := align(a, b, names)
	out := &Comparison{Schema: 1, A: articleOf(a), B: articleOf(b)}
	out.Money = settle(figures(a), figures(b), line, sameFigure, likeFigure)
	out.Dates = settle(days(a), days(b), line, sameDays, likeDays)
	said := pairQuotes(a, b, names, line)
	out.Quotes = said.items(names)
	out.Speakers = speakers(names, said)
	out.Entities = entities(a, b, names, line)
	return out
}

func (c *Counts) add(items []Item) {
	for _, i := range items {
		switch i.Verdict {
		case Same:
			c.Same++
		case Changed:
			c.Changed++
		case OnlyA:
			c.OnlyA++
		case OnlyB:
			c.OnlyB++
		}
	}
}

func articleOf(d *document.Document) Article {
	return Article{ID: d.ID, Source: d.Source.Location, Title: d.Title, Site: d.Site, Published: d.Published.Date, Language: d.Language.Code}
}

// A group is the annotations of one article that mean the same, in its order.
type group[V any] struct {
	meaning any // the same for all annotations of a group, and for no others
	value   V
	sides   []Side
}

func (g group[V]) start() int { return g.sides[0].Start }

// A gathering puts the annotations of one article into groups.
type gathering[V any] struct {
	groups []group[V]
	at     map[any]int // the groups by what their annotations mean
}

// add adds an annotation to the group of its meaning, or begins one.
func (g *gathering[V]) add(meaning any, value V, side Side) {
	i, known := g.at[meaning]
	if !known {
		if g.at == nil {
			g.at = map[any]int{}
		}
		i = len(g.groups)
		g.at[meaning], g.groups = i, append(g.groups, group[V]{meaning, value, nil})
	}
	g.groups[i].sides = append(g.groups[i].sides, side)
}

// most bounds the groups of an article without an equal in the other that are compared one by one, which takes time by the
// product: an article of more than these has its first ones compared.
const most = 400

// near is how far from where the story has it in A, in code points of B, another value may stand to take its place.
const near = 250

// settle pairs the groups of two articles: those that are the same, with notes on how; then, of the rest, those at the same
// place of the story that are alike enough for one to have taken the place of the other.
func settle[V any](a, b []group[V], line alignment, same, like func(a, b V) ([]string, bool)) []Item {
	ofA, ofB := make([]int, len(a)), make([]int, len(b)) // the partner, from 1
	notes := make([][]string, len(a))
	for _, p := range equals(a, b) {
		notes[p.a], _ = same(a[p.a].value, b[p.b].value)
		ofA[p.a], ofB[p.b] = p.b+1, p.a+1
	}
	for _, i := range open(ofA) {
		for _, j := range open(ofB) {
			if n, ok := same(a[i].value, b[j].value); ok && ofA[i] == 0 {
				ofA[i], ofB[j], notes[i] = j+1, i+1, n
			}
		}
	}
	changed := map[int]bool{}
	for _, p := range nearest(a, b, ofA, ofB, line, like) {
		if ofA[p.a] == 0 && ofB[p.b] == 0 {
			ofA[p.a], ofB[p.b], notes[p.a] = p.b+1, p.a+1, p.notes
			changed[p.a] = len(p.notes) == 0
		}
	}
	var items []placed
	for i, g := range a {
		switch {
		case ofA[i] == 0:
			items = append(items, placed{g.start(), Item{Verdict: OnlyA, A: g.sides}})
		default:
			verdict := Same
			if changed[i] {
				verdict = Changed
			}
			items = append(items, placed{g.start(), Item{verdict, notes[i], g.sides, b[ofA[i]-1].sides}})
		}
	}
	for j, g := range b {
		if ofB[j] == 0 {
			items = append(items, placed{line.back(g.start()), Item{Verdict: OnlyB, B: g.sides}})
		}
	}
	return inOrder(items)
}

// A pair is a group of each article, and how far they stand from each other.
type pair struct {
	a, b, distance int
	notes          []string
}

// equals are the pairs of groups that mean the same.
func equals[V any](a, b []group[V]) []pair {
	at := map[any]int{}
	for j, h := range b {
		at[h.meaning] = j
	}
	var pairs []pair
	for i, g := range a {
		if j, there := at[g.meaning]; there {
			pairs = append(pairs, pair{a: i, b: j})
		}
	}
	return pairs
}

// open are the groups without a partner, the first of them.
func open(partners []int) []int {
	var all []int
	for i, p := range partners {
		if p == 0 && len(all) < most {
			all = append(all, i)
		}
	}
	return all
}

// nearest are the pairs of groups without a partner that are alike and near each other, the nearest first.
func nearest[V any](a, b []group[V], ofA, ofB []int, line alignment, like func(a, b V) ([]string, bool)) []pair {
	var pairs []pair
	for _, i := range open(ofA) {
		at := line.at(a[i].start())
		for _, j := range open(ofB) {
			notes, ok := like(a[i].value, b[j].value)
			if d := distance(at, b[j].start()); ok && d <= near {
				pairs = append(pairs, pair{i, j, d, notes})
			}
		}
	}
	slices.SortStableFunc(pairs, func(p, q pair) int { return cmp.Compare(p.distance, q.distance) })
	return pairs
}

func distance(a, b int) int { return max(a-b, b-a) }

// A placed is an item with its place in the story, in A's code points.
type placed struct {
	at int
	Item
}

// inOrder is items in the order of the story. None has null for a list.
func inOrder(items []placed) []Item {
	slices.SortStableFunc(items, func(a, b placed) int { return cmp.Compare(a.at, b.at) })
	all := []Item{}
	for _, p := range items {
		if p.Notes == nil {
			p.Notes = []string{}
		}
		if p.A == nil {
			p.A = []Side{}
		}
		if p.B == nil {
			p.B = []Side{}
		}
		all = append(all, p.Item)
	}
	return all
}
