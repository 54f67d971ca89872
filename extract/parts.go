package extract

import (
	"slices"

	"sayso/extract/document"
	"sayso/extract/value"
)

// The parts of a record that are read: those that somebody asks for, and those whose records these lean on. Quotes and claims
// lean on all: what a quote asserts or denies is told by the claims.
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
	p.entities = p.entities || p.quantities
	return p
}

// all reports whether every part is read.
func (p asked) all() bool { return p.quotes }

// What the rooms look for: the types that tell whether there is anything, and those that they ask for where there is. Verbs
// tell lines of dialogue.
var (
	namedTypes    = []string{value.TypePerson, value.TypeOrganization, value.TypeLocation, value.TypeMisc, value.TypeName}
	titleTypes    = []string{value.TypeRole}
	datedTypes    = []string{value.TypeDate}
	modalTypes    = []string{value.TypeModality} // and the country of the press
	tenseTypes    = []string{value.TypeTense}
	moneyTypes    = []string{value.TypeMoney, value.TypeConversion, value.TypeChange}
	placeTypes    = []string{value.TypeTown}
	verbTypes     = []string{value.TypePredicate}
	quantityTypes = []string{value.TypeQuantity}
	noticeTypes   = []string{value.TypeDate, value.TypeNotice, value.TypePredicate, value.TypeTense}
)

// tiers are the types that the rooms of the parts look for, first those that tell whether there is anything, then those that
// are looked for where a room asks for them; none where the rooms look for all.
func (p asked) tiers() [][]string {
	if p.all() {
		return nil
	}
	var first []string
	var later [][]string
	for _, room := range []struct {
		is    bool
		types []string
		later [][]string
	}{
		{p.entities, slices.Concat(namedTypes, titleTypes), [][]string{verbTypes}},
		{p.dates, datedTypes, [][]string{tenseTypes, namedTypes, modalTypes, verbTypes}},
		{p.money, moneyTypes, [][]string{modalTypes, tenseTypes, placeTypes, namedTypes, datedTypes, verbTypes}},
		{p.quantities, quantityTypes, nil},
	} {
		if room.is {
			first, later = append(first, room.types...), append(later, room.later...)
		}
	}
	return append([][]string{first}, later...)
}
