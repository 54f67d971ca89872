package evidence

import "sayso/rules/token"

// An extent is a span with what is counted of its words. It grows by a token at a time, for spans that begin with one token are
// looked at one after another.
type extent struct {
	token.Range
	words, lower, capitals int
	usual, people, unknown int    // of those with capitals, by what the lists know of them
	low                    int    // of those with capitals, that the article also writes in lower case
	hash                   uint64 // of its forms
	key                    uint64 // of the classes of its first words, see pattern
	quoted                 bool   // it begins in a quotation
}

// extentAt has no tokens yet, and begins with one.
func (a *Article) extentAt(i int) extent {
	return extent{Range: token.Range{Start: i, End: i}, quoted: a.Quoted(i)}
}

// grow takes one more token.
func (a *Article) grow(x *extent) {
	i := x.End
	w := a.words[i]
	if x.Len() < inPattern {
		x.key = keyOn(x.key, w.kind)
	}
	x.End++
	if !a.partial {
		x.hash = hashOn(x.hash, a.of[i])
	}
	if w.shape != "mark" {
		x.words++
	}
	if w.is(lowered) {
		x.lower++
	}
	if !w.is(capitalised) {
		return
	}
	x.capitals++
	if !a.partial && a.counted[a.of[i]].lower > 0 {
		x.low++
	}
	switch {
	case w.class == "first-name" || w.class == "surname":
		x.people++
	case w.class == "unknown":
		x.unknown++
	case w.is(common):
		x.usual++
	}
}

// formAt is the form of a span, or -1 where nothing is counted of it.
func (a *Article) formAt(x *extent) form {
	if x.Len() == 1 {
		return a.of[x.Start]
	}
	f, _ := a.phrase(x.Range, x.hash)
	return f
}

// extentOf is that of a whole span.
func (a *Article) extentOf(at token.Range) extent {
	x := a.extentAt(at.Start)
	for x.End < at.End {
		a.grow(&x)
	}
	return x
}
