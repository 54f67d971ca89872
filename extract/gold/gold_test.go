package gold

import (
	"strings"
	"testing"

	"sayso/extract"
	"sayso/extract/document"
	"sayso/rules"
)

const annotated = `{"id": "a", "lang": "fr", "ref": "2025-03-12", "text": "Lyon a payé 3 millions d'euros lundi. « Nous paierons », a dit Anne Vasseur.",
 "entities": [{"start": 0, "end": 4, "type": "LOC", "name": "Lyon"}, {"start": 63, "end": 75, "type": "PER", "name": "Anne Vasseur"}],
 "money": [{"start": 12, "end": 30, "amount": "3000000", "currency": "EUR"}],
 "dates": [{"start": 31, "end": 36, "type": "DATE", "value": "2025-03-10"}],
 "quotes": [{"kind": "direct", "content": [{"start": 40, "end": 53}]}, {"kind": "indirect", "content": [{"start": 0, "end": 36}]}]}`

func TestScore(t *testing.T) {
	all, err := Read("gold.jsonl", strings.NewReader(strings.ReplaceAll(annotated, "\n", "")))
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := x.Extract(all[0].Article())
	if err != nil {
		t.Fatal(err)
	}
	s := NewScore()
	s.Add(&all[0], d)
	for layer, want := range map[string]rules.Count{"entities": {Right: 2, Of: 2}, "money": {Right: 1, Of: 1}, "dates": {Right: 1, Of: 1}, "quotes": {Right: 1, Of: 2}} {
		if got := s.Found[layer]; got != want {
			t.Errorf("%s: %v found, want %v", layer, got, want)
		}
	}
	for _, rule := range []string{"fr.amount", "fr.weekday", "fr.city", "fr.first-name-person", "fr.saying"} {
		if got := s.Rules[rule]; got.Right != 1 || got.Of != 1 {
			t.Errorf("%s: %v, want one of one", rule, got)
		}
	}
	if want := (rules.Count{Right: 2, Of: 2}); s.Named != want {
		t.Errorf("names: %v", s.Named)
	}
}

func TestWrongAnnotationsCount(t *testing.T) {
	g := Document{Text: "x", Dates: []Date{{Span{0, 4}, "DATE", "2019"}}, Entities: []Entity{}, Types: []string{"PER"}, Ignore: []Span{{50, 60}}}
	d := document.Document{
		Dates: []document.Date{
			{Place: document.Place{Start: 0, End: 4}, Type: "DATE", Value: "2020", Rule: "a"},
			{Place: document.Place{Start: 52, End: 55}, Type: "DATE", Value: "2020", Rule: "a"}, // where nothing counts
		},
		Entities: []document.Entity{
			{Type: "person", Mentions: []document.Mention{{Place: document.Place{Start: 5, End: 9}, Rule: "b"}}},
			{Type: "location", Mentions: []document.Mention{{Place: document.Place{Start: 5, End: 9}, Rule: "c"}}}, // a type not annotated
		},
	}
	s := NewScore()
	s.Add(&g, &d)
	for rule, want := range map[string]rules.Count{"a": {Right: 0, Of: 1}, "b": {Right: 0, Of: 1}, "c": {}} {
		if got := s.Rules[rule]; got != want {
			t.Errorf("%s: %v, want %v", rule, got, want)
		}
	}
}

func TestReadNamesTheLine(t *testing.T) {
	_, err := Read("gold.jsonl", strings.NewReader("{}\n\n{\"text\": 3}\n"))
	if err == nil || !strings.HasPrefix(err.Error(), "gold.jsonl:3: ") {
		t.Errorf("error %v", err)
	}
}
