package source

import (
	"errors"
	"fmt"
	"hash/maphash"

	"sayso/extract/printable"
)

// A register holds the ids that a run has given, as sums of them: some twenty bytes an article.
type register struct {
	seed  maphash.Seed
	given map[uint64]struct{}
	count int // results noted
}

func newRegister() *register {
	return &register{seed: maphash.MakeSeed(), given: map[uint64]struct{}{}}
}

// distinct is a result whose article, or error, is called as none before it in the run. One whose id was given already is
// called by its place too: b@y/b.txt.
func (g *register) distinct(r result) result {
	g.count++
	id, failed := r.article.ID, (*Error)(nil)
	if errors.As(r.err, &failed) {
		id = failed.ID
	}
	unique := g.note(id, Name(r.from))
	switch {
	case unique == id:
	case failed != nil:
		again := *failed
		again.ID = unique
		r.err = &again
	default:
		r.article.ID = unique
		r.article.Warnings = append(r.article.Warnings, fmt.Sprintf("the id %q is another article's of this run: %q is used", printable.Name(id), printable.Name(unique)))
	}
	return r
}

// note gives an id, which is changed where it was given before. Nothing, as an error of no article has it, is no id.
func (g *register) note(id, place string) string {
	if id == "" {
		return ""
	}
	for _, unique := range []string{id, id + "@" + place} {
		if g.take(unique) {
			return unique
		}
	}
	unique := fmt.Sprintf("%s@%s#%d", id, place, g.count) // the same place is read again
	g.take(unique)
	return unique
}

func (g *register) take(id string) bool {
	sum := maphash.String(g.seed, id)
	_, taken := g.given[sum]
	g.given[sum] = struct{}{}
	return !taken
}
