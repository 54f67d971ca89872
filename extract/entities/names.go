package entities

import (
	"slices"

	"sayso/extract/evidence"
	"sayso/extract/value"
	"sayso/extract/view"
	"sayso/rules/token"
)

// Names are the names of an article, weighed when somebody asks for one that may be there.
type Names struct {
	view   *view.View
	set    *Set // nil where they are not weighed
	glance *evidence.Glance
}

// Later is the names of an article that nobody has asked for yet.
func Later(v *view.View) *Names { return &Names{view: v} }

// Known is the names of a Set.
func Known(s *Set) *Names { return &Names{set: s} }

// Weighed is the mentions alone, see Weigh.
func (n *Names) Weighed() *Set {
	if n.set == nil {
		n.Close()
		n.set = Weigh(n.view)
	}
	return n.set
}

// Close gives back what a glance holds; names may still be asked for.
func (n *Names) Close() {
	if n.glance != nil {
		n.glance.Close()
		n.glance = nil
	}
}

// Glance makes ready that somebody asks for names in the sentences of some places, which are sorted.
func (n *Names) Glance(places []token.Range) {
	if n.set != nil || n.glance != nil || len(places) == 0 || !n.view.Program.Weighed() {
		return
	}
	for _, kind := range append([]string{value.TypeName}, kinds...) {
		n.view.Look(kind, slices.Clone(places))
	}
	n.glance = evidence.NewGlance(sourceOf(n.view, n.view.Seen), n.view.Program, places)
}

// Over is the first mention that overlaps a place, or nil; where longer ones count alone it may be nil where none holds it and
// more.
func (n *Names) Over(at token.Range, longer bool) *Mention {
	if n.set == nil && n.glance != nil && n.glance.Free(at, longer) {
		return nil
	}
	return n.Weighed().At(at)
}
