package evidence

// How much more may speak for the kind that a place has by itself, and it still gives way to the rest of the article.
const (
	narrow = 1.5 // to the other places of its form
	wide   = 2.5 // to what the whole name and the last name of a person are taken for together
)

// unify gives names of one form one kind, that for which all its places together speak most, where a place has another by
// little: a singer is no body in one sentence of ten. So it does with whole names and the last name that they have.
func (a *Article) unify(names []Name) {
	a.decision++
	for i := range names {
		n := &names[i]
		a.taken(a.formOf(n.Range)).sum.add(n.Score)
		if f, ok := a.family(n); ok {
			a.taken(f).family.add(n.Score)
		}
	}
	for i := range names {
		n := &names[i]
		best := a.taken(a.formOf(n.Range)).sum.greatest()
		if n.Score[n.Kind]-n.Score[best] < narrow {
			n.Kind = best
		}
		if f, ok := a.family(n); ok && n.Score[n.Kind]-n.Score[Person] < wide && a.taken(f).family.greatest() == Person && a.taken(f).sum != (Score{}) {
			n.Kind = Person
		}
	}
}

// family is the form of the last name that a name has or is, if it may be that of a person.
func (a *Article) family(n *Name) (form, bool) {
	if !a.nameable(n.Range) {
		return 0, false
	}
	return a.formOf(a.lastName(n.Range)), true
}

// greatest is the kind that most speaks for.
func (s Score) greatest() Kind {
	best := Person
	for k := range s {
		if s[k] > s[best] {
			best = Kind(k)
		}
	}
	return best
}
