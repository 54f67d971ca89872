package document

import (
	"encoding/json"
	"slices"
	"testing"
)

// What is kept is whole; what is not is an empty list in the record, under the part's own name.
func TestKeep(t *testing.T) {
	full := func() *Document {
		return &Document{Entities: make([]Entity, 1), Money: make([]Money, 1), Dates: make([]Date, 1), Quantities: make([]Quantity, 1), Quotes: make([]Quote, 1), Claims: make([]Claim, 1)}
	}
	for _, kept := range append([][]string{nil, {"money", "claims"}}, slices.Collect(slices.Chunk(Parts, 1))...) {
		d := full()
		d.Keep(kept)
		raw, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var record map[string]json.RawMessage
		if err := json.Unmarshal(raw, &record); err != nil {
			t.Fatal(err)
		}
		for _, part := range Parts {
			if want := kept == nil || slices.Contains(kept, part); string(record[part]) != "[]" != want {
				t.Errorf("kept %v: %s is %s", kept, part, record[part])
			}
		}
	}
}
