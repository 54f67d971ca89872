package compare

import (
	"slices"

	"sayso/extract/document"
	"sayso/extract/names"
)

// A pairing is which entities of two articles are the same: by index, the index in the other article, or -1.
type pairing struct{ ofA, ofB []int }

// pairNames finds the entities that are the same: first by the whole name, then by identifiers, then by
// parts of names. Each has one partner at most.
func pairNames(a, b *document.Document) pairing {
	p := pairing{make([]int, len(a.Entities)), make([]int, len(b.Entities))}
	for i := range p.ofA {
		p.ofA[i] = -1
	}
	for j := range p.ofB {
		p.ofB[j] = -1
	}
	wordsA, wordsB := nameWords(a), nameWords(b)
	verbatim(wordsA, wordsB, p.ofA, p.ofB)
	for _, alike := range []func(i, j int) bool{
		func(i, j int) bool { return sameID(a.Entities[i], b.Entities[j]) },
		func(i, j int) bool {
			return compatible(a.Entities[i], b.Entities[j]) && alikeNames(a.Entities[i].Type, wordsA[i], wordsB[j])
		},
	} {
		others := unpaired(p.ofB)
		for _, i := range unpaired(p.ofA) {
			for _, j := range others {
				if p.ofA[i] < 0 && p.ofB[j] < 0 && alike(i, j) {
					p.ofA[i], p.ofB[j] = j, i
				}
			}
		}
	}
	return p
}

// nameWords are the folded words of the names of a document's entities.
func nameWords(d *document.Document) [][]string {
	all := make([][]string, len(d.Entities))
	for i, e := range d.Entities {
		all[i] = names.Words(e.Name)
	}
	return all
}

// sameID reports whether two entities have an identifier in common, which may name a country in any language.
func sameID(a, b document.Entity) bool {
	for scheme, id := range a.IDs {
		if b.IDs[scheme] == id {
			return true
		}
	}
	return false
}

// compatible reports whether two entities may be one for all that is known of them.
func compatible(a, b document.Entity) bool {
	for scheme, id := range a.IDs {
		if other := b.IDs[scheme]; other != "" && other != id {
			return false
		}
	}
	misc := a.Type == "misc" || b.Type == "misc"
	return a.Type == b.Type || misc
}

// alikeNames reports whether two names can be forms of one, in one language or in two that share roots.
func alikeNames(kind string, a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	if kind == "person" {
		return alikePersons(a, b)
	}
	if names.Spells(a, b) || names.Spells(b, a) {
		return true
	}
	shared := 0
	short, long := content(a), content(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	for _, w := range short {
		if slices.ContainsFunc(long, func(x string) bool { return names.Cognates(w, x) }) {
			shared++
		}
	}
	return shared > 0 && 2*shared >= len(short)+len(long)-shared
}

// content are the words of a name that are not mere links; all where there are only such.
func content(name []string) []string {
	var all []string
	for _, w := range name {
		if !names.IsLink(w) {
			all = append(all, w)
		}
	}
	if len(all) == 0 {
		return name
	}
	return all
}

// alikePersons reports whether two names can be one person's: the same last name, and no first names that contradict each other.
func alikePersons(a, b []string) bool {
	if a[len(a)-1] != b[len(b)-1] {
		return false
	}
	return len(a) == 1 || len(b) == 1 || []rune(a[0])[0] == []rune(b[0])[0]
}

// entities are the items of the names.
func entities(a, b *document.Document, p pairing, line alignment) []Item {
	var items []placed
	for i, e := range a.Entities {
		item := Item{Verdict: OnlyA, A: []Side{entitySide(e)}}
		if j := p.ofA[i]; j >= 0 {
			item.Verdict, item.B = Same, []Side{entitySide(b.Entities[j])}
		}
		items = append(items, placed{e.Mentions[0].Start, item})
	}
	for j, e := range b.Entities {
		if p.ofB[j] < 0 {
			items = append(items, placed{line.back(e.Mentions[0].Start), Item{Verdict: OnlyB, B: []Side{entitySide(e)}}})
		}
	}
	return inOrder(items)
}

// entitySide is an entity at its first mention.
func entitySide(e document.Entity) Side { return Side{e.ID, e.Name, e.Mentions[0].Place} }
