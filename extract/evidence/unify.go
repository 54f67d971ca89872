package evidence

// narrow is how much more may speak for the kind that a place has by itself, and it still gives way to the rest of the article.
const narrow = 1.5

// unify gives names of one form one kind, that for which all its places together speak most, where a place has another by
// little: a singer is no body in one sentence of ten.
func (a *Article) unify(names []Name) {
	a.decision++
	for i := range names {
		a.taken(a.formOf(names[i].Range)).sum.add(names[i].Score)
	}
	for i := range names {
		n := &names[i]
		best := a.taken(a.formOf(n.Range)).sum.greatest()
		if n.Score[n.Kind]-n.Score[best] < narrow {
			n.Kind = best
		}
	}
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
