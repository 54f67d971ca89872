package evidence

import (
	"testing"

	"sayso/rules/token"
)

func TestUnify(t *testing.T) {
	article := func(words ...string) *Article {
		a := &Article{memory: new(memory)}
		a.scratch = a.borrow(0)
		a.begin()
		for _, w := range words {
			known := &word{form: w}
			a.words, a.of = append(a.words, known), append(a.of, a.formOfWord(known))
		}
		return a
	}
	name := func(i int, k Kind, s Score) Name { return Name{token.Range{Start: i, End: i + 1}, k, s} }
	names := []Name{
		name(0, Person, Score{8, 1, 0, 0}),
		name(1, Organization, Score{1, 2, 0, 0}),  // gives way
		name(2, Organization, Score{0, 4, 0, 0}),  // is too sure
		name(3, Organization, Score{-1, 1, 0, 0}), // another form
	}
	article("zorba", "zorba", "zorba", "telmar").unify(names)
	for i, want := range []Kind{Person, Person, Organization, Organization} {
		if names[i].Kind != want {
			t.Errorf("%d: %s, want %s", i, Types[names[i].Kind], Types[want])
		}
	}
}
