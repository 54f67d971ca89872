package learn

import (
	"fmt"
	"slices"
	"strings"

	"sayso/extract"
	"sayso/extract/document"
	"sayso/extract/evidence"
	"sayso/extract/gold"
	"sayso/extract/view"
	"sayso/rules/token"
)

// A piece is one piece of evidence: what it is, and its value.
type piece struct{ what, value string }

// An Article is an annotated article with what speaks for each span of it that may be a name.
type Article struct {
	Lang     string
	Group    string // what it is counted with
	Index    int    // among those of its group
	evidence *evidence.Article
	pieces   [][]piece // by span
	Example
	places []document.Place   // by span
	gold   map[gold.Span]int8 // the kinds of the names
}

// Read is an annotated article. Spans where nothing counts are none.
func Read(x *extract.Extractor, g *gold.Document) (*Article, error) {
	a := &Article{Lang: g.Lang, Example: Example{Share: 1}, gold: map[gold.Span]int8{}}
	for k, t := range evidence.Types {
		a.Kinds[k] = len(g.Types) == 0 || slices.Contains(g.Types, gold.TypeNames[t])
		for _, e := range g.Entities {
			if e.Type == gold.TypeNames[t] {
				a.gold[e.Span] = int8(k)
			}
		}
	}
	if g.Entities == nil {
		return nil, fmt.Errorf("line %d: no entities are annotated", g.Line)
	}
	kept := interned{}
	err := x.Evidence(g.Article(), func(v *view.View, e *evidence.Article) {
		a.evidence, a.Tokens = e, len(v.Text.Tokens)
		e.Candidates(func(at token.Range) { a.add(v, e, at, g, kept) })
	})
	return a, err
}

// add adds a span that may be a name.
func (a *Article) add(v *view.View, e *evidence.Article, at token.Range, g *gold.Document, kept interned) {
	place := v.Place(at)
	span := gold.Span{Start: place.Start, End: place.End}
	if g.Ignored(span) {
		return
	}
	kind, is := a.gold[span]
	if !is {
		kind = -1
	}
	var all []piece
	e.Evidence(at, func(what, value string) { all = append(all, piece{what, kept.one(value)}) })
	a.Spans, a.Gold, a.pieces, a.places = append(a.Spans, at), append(a.Gold, kind), append(a.pieces, all), append(a.places, place)
}

// Interned keeps one of equal strings.
type interned map[string]string

func (all interned) one(s string) string {
	kept, ok := all[s]
	if !ok {
		kept = strings.Clone(s)
		all[kept] = kept
	}
	return kept
}
