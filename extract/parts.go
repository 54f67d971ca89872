package extract

import (
	"slices"

	"sayso/extract/document"
	"sayso/extract/value"
)

// The parts of a record that are read: those that somebody asks for, and those that these lean on. Quotes and claims lean
// on all: what a quote asserts or denies is told by the claims.
type asked struct{ entities, money, dates, quantities, quotes bool }

// askedFor are the parts named, of document.Parts; all where none is.
func askedFor(names []string) asked {
	has := func(name string) bool { return slices.Contains(names, name) }
	if len(names) == 0 || has("quotes") || has("claims") || len(names) == len(document.Parts) {
		return asked{true, true, true, true, true}
	}
	p := asked{entities: has("entities"), money: has("money"), dates: has("dates"), quantities: has("quantities")}
	p.money = p.money || p.quantities
	p.dates = p.dates || p.quantities
	p.entities = p.entities || p.dates // a name holds no date
	return p
}

// all reports whether every part is read.
func (p asked) all() bool { return p.quotes }

// What the rooms look for. Verbs tell lines of dialogue, which names and dates ask for.
var (
	namedTypes    = []string{value.TypePerson, value.TypeOrganization, value.TypeLocation, value.TypeMisc, value.TypeName, value.TypeRole, value.TypePredicate}
	datedTypes    = []string{value.TypeDate, value.TypeTense, value.TypeModality, value.TypePredicate}
	moneyTypes    = []string{value.TypeMoney, value.TypeConversion, value.TypeChange, value.TypeModality, value.TypeTense, value.TypeTown}
	quantityTypes = []string{value.TypeQuantity}
	noticeTypes   = []string{value.TypeDate, value.TypeNotice, value.TypePredicate, value.TypeTense}
)

// types are those that the rooms of the parts look for, none where they look for all.
func (p asked) types() []string {
	if p.all() {
		return nil
	}
	var all []string
	for _, room := range []struct {
		is    bool
		types []string
	}{{p.entities, namedTypes}, {p.dates, datedTypes}, {p.money, moneyTypes}, {p.quantities, quantityTypes}} {
		if room.is {
			all = append(all, room.types...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
