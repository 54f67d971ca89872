package match

import (
	"slices"
	"unicode/utf8"

	"sayso/rules/inflect"
	"sayso/rules/token"
)

// An Inflected is a list of lemmas that holds all their forms. Nothing is written out: a form is taken apart into a stem
// that a lemma has and an ending of the lemma's signature.
type Inflected struct {
	Name   string
	Names  map[string]inflect.Set // what features and traits are called: one bit, or several for a name of any of them
	Apart  inflect.Set            // readings with one of these are in those views alone that ask for it
	Limits []Limit
	Lemmas []Lemma
	Views  []View
}

// A Lemma is a word of an inflected list.
type Lemma struct {
	Text      string // as values show it
	Stem      string
	Signature int    // in Grammar.Signatures
	After     string // words that follow every form
	Traits    inflect.Set
	Marks     []Mark
}

// A Mark is a trait that a lemma has in one of its forms alone.
type Mark struct {
	Form  string
	Trait inflect.Set
}

// A Limit is a trait that holds for the forms alone that have all features of one of some sets.
type Limit struct {
	Trait inflect.Set
	On    []inflect.Set
}

// A View is the forms of an inflected list that a phrase asks for: those that have a feature of each set of Needs in one
// reading, and none of Lacks in any.
type View struct {
	Name  string
	Needs []inflect.Set
	Lacks inflect.Set
}

// holds reports whether a reading is in the view.
func (v *view) holds(features, apart inflect.Set) bool {
	for _, need := range v.needs {
		if features&need == 0 {
			return false
		}
		apart &^= need
	}
	return features&apart == 0
}

// Inflections are the inflected lists as they are looked up in.
type inflections struct {
	stems    index
	bearers  []bearer  // by stem
	of       []listing // by the numbers of stems, their bearers
	endings  index
	rows     []row
	ends     []listing // by the numbers of endings, their rows
	lemmas   string
	marks    []mark
	lists    []inflectedList
	longest  uint32        // ending, in bytes
	readable table[uint32] // lists by name
	seen     []seen        // views by their classes, from first on
	first    class
}

// A seen is a view of a list.
type seen struct {
	list uint32
	view *view
}

// A bearer is a lemma as one of those that have a stem.
type bearer struct {
	traits    inflect.Set
	list      uint32
	signature uint32
	lemma     extent
	marks     listing
}

// A row is what an ending tells in a signature.
type row struct {
	features  inflect.Set
	signature uint64
}

type mark struct {
	trait inflect.Set
	form  extent // in lemmas
}

type inflectedList struct {
	apart  inflect.Set
	limits []Limit
	views  []view
	names  table[inflect.Set]
}

type view struct {
	class class
	needs []inflect.Set
	lacks inflect.Set
}

// A reading is a form as one of a lemma.
type reading struct {
	bearer   uint32
	features inflect.Set
}

// read appends the readings of a form in lower case.
func (x *inflections) read(to []reading, form string) []reading {
	for at := max(0, len(form)-int(x.longest)); at <= len(form); at++ {
		if at < len(form) && !utf8.RuneStart(form[at]) {
			continue
		}
		ending := x.endings.one(hashOf(form[at:]), form[at:]) // first, for there are few
		if ending < 0 {
			continue
		}
		stem := x.stems.one(hashOf(form[:at]), form[:at])
		if stem < 0 {
			continue
		}
		for n := range x.of[stem].many {
			to = x.readAs(to, x.of[stem].from+n, x.ends[ending], form)
		}
	}
	return to
}

// readAs appends the readings of a form as one of a bearer.
func (x *inflections) readAs(to []reading, n uint32, rows listing, form string) []reading {
	b := &x.bearers[n]
	for i := range x.rows[rows.from : rows.from+rows.many] {
		if r := &x.rows[int(rows.from)+i]; r.signature == uint64(b.signature) {
			traits := b.traits
			for _, m := range x.marks[b.marks.from : b.marks.from+b.marks.many] {
				if m.form.of(x.lemmas) == form {
					traits |= m.trait
				}
			}
			to = append(to, reading{n, x.lists[b.list].limited(traits, r.features)})
		}
	}
	return to
}

// limited is a form's features with the traits that hold for them.
func (l *inflectedList) limited(traits, features inflect.Set) inflect.Set {
	for _, m := range l.limits {
		if traits.Has(m.Trait) && !slices.ContainsFunc(m.On, features.Has) {
			traits &^= m.Trait
		}
	}
	return traits | features
}

// appendClasses appends the classes of the views that hold some readings of one form.
func (x *inflections) appendClasses(set []class, readings []reading) []class {
	for _, r := range readings {
		list := x.bearers[r.bearer].list
		l := &x.lists[list]
		all := x.together(list, readings)
		for i := range l.views {
			if v := &l.views[i]; v.lacks&all == 0 && v.holds(r.features, l.apart) {
				set = append(set, v.class)
			}
		}
	}
	return set
}

// together are the features that readings have in a list.
func (x *inflections) together(list uint32, readings []reading) (all inflect.Set) {
	for _, r := range readings {
		if x.bearers[r.bearer].list == list {
			all |= r.features
		}
	}
	return all
}

// prepare makes what is not kept: the views by their classes.
func (x *inflections) prepare() {
	last := class(-1)
	for i := range x.lists {
		for k := range x.lists[i].views {
			c := x.lists[i].views[k].class
			if last < 0 || c < x.first {
				x.first = c
			}
			last = max(last, c)
		}
	}
	x.seen = nil
	if last >= 0 {
		x.seen = make([]seen, last-x.first+1)
	}
	for i := range x.lists {
		for k := range x.lists[i].views {
			v := &x.lists[i].views[k]
			x.seen[v.class-x.first] = seen{uint32(i), v}
		}
	}
}

// view is the list and the view of a class.
func (x *inflections) view(c class) (list uint32, v *view) {
	if c < x.first || int(c-x.first) >= len(x.seen) {
		return 0, nil
	}
	found := x.seen[c-x.first]
	return found.list, found.view
}

// lemma is that of the first reading in a view.
func (x *inflections) lemma(c class, readings []reading) (string, bool) {
	list, v := x.view(c)
	if v == nil || v.lacks&x.together(list, readings) != 0 {
		return "", false
	}
	for _, r := range readings {
		if b := &x.bearers[r.bearer]; b.list == list && v.holds(r.features, x.lists[list].apart) {
			return b.lemma.of(x.lemmas), true
		}
	}
	return "", false
}

// A Reading is a form as one of a lemma of an inflected list.
type Reading struct {
	Lemma    string
	features inflect.Set
	names    *table[inflect.Set]
}

// Has reports whether the form, or its lemma, has a feature or trait, or one of those that a name stands for. Of a name
// that the list does not know it has nothing.
func (r Reading) Has(feature string) bool {
	if r.names == nil {
		return false
	}
	features, _ := r.names.get(feature)
	return r.features&features != 0
}

// Readings are what a form of one token is in an inflected list: one reading for each lemma and cell of its paradigm.
// There are none where there is no such list.
func (p *Program) Readings(list, form string) []Reading {
	x := &p.inflections
	n, ok := x.readable.get(list)
	if !ok {
		return nil
	}
	var few [8]reading
	var room [32]byte
	return x.readingsIn(nil, n, x.read(few[:0], string(token.AppendLower(room[:0], form))))
}

// readingsIn adds those of one list.
func (x *inflections) readingsIn(to []Reading, list uint32, all []reading) []Reading {
	for _, r := range all {
		if b := &x.bearers[r.bearer]; b.list == list {
			to = append(to, Reading{b.lemma.of(x.lemmas), r.features, &x.lists[list].names})
		}
	}
	return to
}
