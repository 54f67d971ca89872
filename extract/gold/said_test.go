package gold

import (
	"testing"

	"sayso/extract/document"
	"sayso/rules"
)

// The names of speakers are counted by how they were found, of the statements whose words are right.
func TestSpeakersCount(t *testing.T) {
	g := Document{Text: "x", Quotes: []Quote{{Content: []Span{{0, 9}}, Speaker: "Jane Rowe"}, {Content: []Span{{20, 29}}, Speaker: "Mark Abbott"}, {Content: []Span{{40, 49}}}}}
	said := func(start int, name, how string) document.Quote {
		return document.Quote{Content: []document.Place{{Start: start, End: start + 9}}, Speaker: &document.Speaker{Name: name, How: how}}
	}
	s := NewScore()
	s.Add(&g, &document.Document{Quotes: []document.Quote{said(0, "Jane Rowe", "pronoun"), said(20, "Jane Rowe", "pronoun"), said(40, "Jane Rowe", "name"), said(60, "Mark Abbott", "name")}})
	if got, want := s.Said["pronoun"], (rules.Count{Right: 1, Of: 2}); got != want || len(s.Said) != 1 {
		t.Errorf("got %v", s.Said)
	}
}
