package document

import (
	"encoding/json"
	"reflect"
	"testing"
)

const said = "Zoé: « oui, non », dit Ana. 5 à 3 M€, 2025."

// lawful is a record of said that breaks no law.
func lawful() *Document {
	place := func(start, end int) Place { return Place{start, end, string([]rune(said)[start:end])} }
	id := func(s string) *string { return &s }
	at := func(n int) *int { return &n }
	return &Document{
		Entities: []Entity{
			{ID: "e1", Mentions: []Mention{{Place: place(0, 3)}}},
			{ID: "e2", Mentions: []Mention{{Place: place(23, 26)}}, Roles: []Role{{Place: place(19, 22), Of: id("e1")}}},
		},
		Money:  []Money{{ID: "m1", Figure: Figure{Place: place(28, 36), Low: "3", High: "5"}, Breakdown: []string{"m2"}}, {ID: "m2", Figure: Figure{Place: place(32, 36), Amount: "3"}}},
		Dates:  []Date{{ID: "d1", Place: place(38, 42), From: id("2025-01-01"), To: id("2025-12-31"), Anchor: AnchorPublished}},
		Quotes: []Quote{{ID: "q1", Kind: mixed, Clause: pointer(place(5, 15)), Start: 7, End: 26, Content: []Place{place(7, 10), place(12, 15)}, Cue: &Cue{Place: place(19, 22)}, Speaker: &Speaker{Start: at(23), End: at(26), Text: id("Ana"), Entity: id("e2")}}},
		Claims: []Claim{{ID: "c1", Place: place(7, 15), Quote: id("q1"), Speaker: id("e2")}, {ID: "c2", Place: place(28, 42), Money: []string{"m1", "m2"}, Dates: []string{"d1"}, Entities: []string{}}},
	}
}

func TestALawfulRecordStays(t *testing.T) {
	d := lawful()
	if broken := d.Enforce(said); broken != nil || !reflect.DeepEqual(written(t, d), written(t, lawful())) {
		t.Errorf("broken: %v\n%s", broken, written(t, d))
	}
}

func pointer(p Place) *Place { return &p }

func written(t *testing.T, d *Document) string {
	t.Helper()
	raw, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// What breaks a law is told by its id and left out with what stands on it; everything else stays.
func TestWhatBreaksALawIsLeftOut(t *testing.T) {
	gone := "x9"
	for name, c := range map[string]struct {
		damage func(*Document)
		want   []string // breaches
		left   [5]int   // entities, money, dates, quotes, claims
	}{
		"an empty place":          {func(d *Document) { d.Claims[0].Place = Place{} }, []string{"c1: " + notThere}, [5]int{2, 2, 1, 1, 1}},
		"a place behind the end":  {func(d *Document) { d.Dates[0].Place = Place{4000, 4004, "2025"} }, []string{"d1: " + notThere, "c2: " + noReference}, [5]int{2, 2, 0, 1, 2}},
		"other words":             {func(d *Document) { d.Money[1].Text = "4 M€" }, []string{"m2: " + notThere, "m1: " + noReference, "c2: " + noReference}, [5]int{2, 1, 1, 1, 2}},
		"words counted in bytes":  {func(d *Document) { d.Money[1].Start++; d.Money[1].End++ }, []string{"m2: " + notThere, "m1: " + noReference, "c2: " + noReference}, [5]int{2, 1, 1, 1, 2}},
		"a name without a place":  {func(d *Document) { d.Entities[1].Mentions[0].End-- }, []string{"e2: " + notThere, "e2: no mention of it is left", "q1: " + noReference, "c1: " + noReference}, [5]int{1, 2, 1, 1, 2}},
		"an office of nothing":    {func(d *Document) { d.Entities[1].Roles[0].Of = &gone }, []string{"e2: " + noReference}, [5]int{2, 2, 1, 1, 2}},
		"a range downwards":       {func(d *Document) { d.Money[0].Low = "5.1" }, []string{"m1: " + notUpwards, "c2: " + noReference}, [5]int{2, 1, 1, 1, 2}},
		"days backwards":          {func(d *Document) { d.Dates[0].From, d.Dates[0].To = d.Dates[0].To, d.Dates[0].From }, []string{"d1: " + notDays, "c2: " + noReference}, [5]int{2, 2, 0, 1, 2}},
		"figures out of order":    {func(d *Document) { d.Money[0], d.Money[1] = d.Money[1], d.Money[0] }, []string{"m1: " + notInOrder, "c2: " + noReference}, [5]int{2, 1, 1, 1, 2}},
		"claims out of order":     {func(d *Document) { d.Claims[0], d.Claims[1] = d.Claims[1], d.Claims[0] }, []string{"c1: " + notInOrder}, [5]int{2, 2, 1, 1, 1}},
		"an id twice":             {func(d *Document) { d.Claims[1].ID = "c1" }, []string{"c1: its id is given twice"}, [5]int{2, 2, 1, 1, 1}},
		"words outside a quote":   {func(d *Document) { d.Quotes[0].End = 14 }, []string{"q1: " + notInside, "c1: its statement q1 is not there"}, [5]int{2, 2, 1, 0, 1}},
		"parts out of order":      {func(d *Document) { c := d.Quotes[0].Content; c[0], c[1] = c[1], c[0] }, []string{"q1: " + notInside, "c1: its statement q1 is not there"}, [5]int{2, 2, 1, 0, 1}},
		"a quote of no words":     {func(d *Document) { d.Quotes[0].Content = nil }, []string{"q1: it has no words", "c1: its statement q1 is not there"}, [5]int{2, 2, 1, 0, 1}},
		"a clause elsewhere":      {func(d *Document) { d.Quotes[0].Clause.Start-- }, []string{"q1: " + notThere}, [5]int{2, 2, 1, 1, 2}},
		"a clause without words":  {func(d *Document) { *d.Quotes[0].Clause = Place{19, 26, "dit Ana"} }, []string{"q1: " + notHolding}, [5]int{2, 2, 1, 1, 2}},
		"a clause cut short":      {func(d *Document) { *d.Quotes[0].Clause = Place{5, 13, "« oui, n"} }, []string{"q1: " + notHolding}, [5]int{2, 2, 1, 1, 2}},
		"a clause of no told one": {func(d *Document) { d.Quotes[0].Kind = "direct" }, []string{"q1: " + notHolding}, [5]int{2, 2, 1, 1, 2}},
		"a speaker elsewhere":     {func(d *Document) { *d.Quotes[0].Speaker.Start-- }, []string{"q1: " + notThere}, [5]int{2, 2, 1, 1, 2}},
	} {
		t.Run(name, func(t *testing.T) {
			d := lawful()
			c.damage(d)
			var got []string
			for _, b := range d.Enforce(said) {
				got = append(got, b.String())
			}
			left := [5]int{len(d.Entities), len(d.Money), len(d.Dates), len(d.Quotes), len(d.Claims)}
			if !reflect.DeepEqual(got, c.want) || left != c.left {
				t.Errorf("breaches %q, want %q; left %v, want %v", got, c.want, left, c.left)
			}
			if again := d.Enforce(said); again != nil {
				t.Errorf("what is left breaks laws: %v", again)
			}
		})
	}
}
